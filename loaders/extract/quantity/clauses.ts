import { CharacterSet } from "../../patterns/character-set.js";
import { indexWithin } from "../spans.js";

/** A stretch between commas, semicolons and colons. */
export interface Clause {
  start: number;
  end: number;
  /** The mark that ends it, "" at the end. */
  mark: string;
}

const MARKS = "，；：。！？";
const OPEN = "（“《";
const CLOSE = "）”》";
/** How long brackets, quotation marks and titles may hold and still not be divided: a longer quotation is speech. */
const LONGEST = [80, 24, 60];
const DIVIDING = new CharacterSet(MARKS + OPEN);

/** The clauses of a sentence; marks within brackets, short quotations and titles do not divide. */
export function clausesOf(norm: string, start: number, end: number): Clause[] {
  const clauses: Clause[] = [];
  let from = start;
  for (let i = start; i < end; i++) {
    if (!DIVIDING.has(norm.charCodeAt(i))) continue;
    const char = norm[i]!;
    const opens = OPEN.indexOf(char);
    if (opens >= 0) {
      const close = indexWithin(norm, CLOSE[opens]!, i, Math.min(end, i + LONGEST[opens]!));
      if (close > 0) i = close;
    } else {
      clauses.push({ start: from, end: i, mark: char });
      from = i + 1;
    }
  }
  if (from < end) clauses.push({ start: from, end, mark: "" });
  return clauses;
}
