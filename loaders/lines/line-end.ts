import { CharacterSet } from "../patterns/character-set.js";

const CLOSERS = new CharacterSet("”’」』）)】》\"'");
const SENTENCE_END = new CharacterSet("。！？；…!?;");
const SENTENCE_END_OR_COLON = new CharacterSet("。！？；…!?;：:");

/** Where the character stands that a line ends in but for the quotation marks and brackets that close behind it. */
export function lastBeforeClosers(line: string): number {
  let i = line.length - 1;
  while (i >= 0 && CLOSERS.has(line.charCodeAt(i))) i--;
  return i;
}

/** Whether a line ends as sentences do: 。 or its like, with closing quotation marks and brackets. */
export const endsSentence = (line: string): boolean =>
  SENTENCE_END.has(line.charCodeAt(lastBeforeClosers(line)));

/** The same with a colon, behind which something else begins. */
export const endsClause = (line: string): boolean =>
  SENTENCE_END_OR_COLON.has(line.charCodeAt(lastBeforeClosers(line)));
