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

/** The clauses of a sentence; marks within brackets, short quotations and titles do not divide. */
export function clausesOf(norm: string, start: number, end: number): Clause[] {
  const clauses: Clause[] = [];
  let from = start;
  for (let i = start; i < end; i++) {
    const unit = norm[i]!;
    const opens = OPEN.indexOf(unit);
    if (opens >= 0) {
      const close = norm.slice(i, Math.min(end, i + LONGEST[opens]!)).indexOf(CLOSE[opens]!);
      if (close > 0) i += close;
    } else if (MARKS.includes(unit)) {
      clauses.push({ start: from, end: i, mark: unit });
      from = i + 1;
    }
  }
  if (from < end) clauses.push({ start: from, end, mark: "" });
  return clauses;
}
