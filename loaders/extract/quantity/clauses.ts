import { CharacterSet } from "../../patterns/character-set.js";
import { indexWithin } from "../spans.js";

/** A stretch between commas, semicolons and colons. */
export interface Clause {
  start: number;
  end: number;
  /** The mark that ends it, "" at the end. */
  mark: string;
}

const OPEN = "（“《";
const CLOSE = "）”》";
const MARK_OF: ReadonlyMap<number, string> = new Map(
  ["，", "；", "：", "。", "！", "？"].map((mark) => [mark.charCodeAt(0), mark]),
);
const [OPEN_BRACKET, OPEN_QUOTE] = Array.from(OPEN, (mark) => mark.charCodeAt(0));
/** How long brackets, quotation marks and titles may hold and still not be divided: a longer quotation is speech. */
const LONGEST = [80, 24, 60];
const DIVIDING = new CharacterSet(`，；：。！？${OPEN}`);

/** The clauses of a sentence; marks within brackets, short quotations and titles do not divide. */
export function clausesOf(norm: string, start: number, end: number): Clause[] {
  const clauses: Clause[] = [];
  let from = start;
  for (let i = start; i < end; i++) {
    const unit = norm.charCodeAt(i);
    if (!DIVIDING.has(unit)) continue;
    const mark = MARK_OF.get(unit);
    if (mark === undefined) {
      const opens = unit === OPEN_BRACKET ? 0 : unit === OPEN_QUOTE ? 1 : 2;
      const close = indexWithin(norm, CLOSE[opens]!, i, Math.min(end, i + LONGEST[opens]!));
      if (close > 0) i = close;
    } else {
      clauses.push({ start: from, end: i, mark });
      from = i + 1;
    }
  }
  if (from < end) clauses.push({ start: from, end, mark: "" });
  return clauses;
}
