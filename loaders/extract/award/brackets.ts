import { indexWithin } from "../spans.js";

const NONE: readonly number[] = [];

/** The stretches of text in round brackets that open within [from, to). */
export class Brackets {
  /** Where they open and close, in turn. */
  private spans: readonly number[] = NONE;

  constructor(norm: string, from: number, to: number) {
    let open = indexWithin(norm, "（", from, to);
    if (open < 0) return;
    const spans: number[] = [];
    for (; open >= 0; open = indexWithin(norm, "（", open + 1, to)) {
      const close = indexWithin(norm, "）", open, to);
      if (close < 0) break;
      spans.push(open, close);
    }
    this.spans = spans;
  }

  /** Whether an offset stands in one of them. */
  hold(offset: number): boolean {
    const { spans } = this;
    for (let i = 0; i < spans.length; i += 2) if (offset > spans[i]! && offset < spans[i + 1]!) return true;
    return false;
  }
}
