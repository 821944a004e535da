import { oncePerText } from "../../lexicon/together.js";
import { textUnits } from "../../patterns/text-units.js";

const PAUSE = "、".charCodeAt(0);
const STOP = "。".charCodeAt(0);
const SEMICOLON = "；".charCodeAt(0);
const LINE_BREAK = "\n".charCodeAt(0);
const TITLE = "《".charCodeAt(0);
const OPEN_QUOTE = "“".charCodeAt(0);
const CLOSE_QUOTE = "”".charCodeAt(0);
const OPEN_BRACKET = "（".charCodeAt(0);
const CLOSE_BRACKET = "）".charCodeAt(0);

/** Where the marks stand in a text that rules begin at, in order: found in one pass, as many rules ask for the same. */
export class Marks {
  /** Of 、, 。, ；, line breaks and 《. */
  readonly pauses: number[] = [];
  readonly stops: number[] = [];
  readonly semicolons: number[] = [];
  readonly breaks: number[] = [];
  readonly titles: number[] = [];
  /** Of “, and for each where ” follows in its line before the next “; -1 where it does not. */
  readonly quotes: number[] = [];
  readonly quoteEnds: number[] = [];
  /** Of （, and for each where the next ） stands; -1 where there is none. */
  readonly brackets: number[] = [];
  readonly bracketEnds: number[] = [];

  constructor(norm: string) {
    const { pauses, stops, semicolons, breaks, titles, quotes, quoteEnds, brackets, bracketEnds } = this;
    /** Whether the last “ is still to be closed; the first （ that is. */
    let quoted = false;
    let bracket = 0;
    const units = textUnits(norm);
    for (let i = 0; i < norm.length; i++) {
      const unit = units[i]!;
      // Most are Han characters.
      if (unit >= 0x3100 && unit < 0xff00) continue;
      if (unit === PAUSE) pauses.push(i);
      else if (unit === STOP) stops.push(i);
      else if (unit === SEMICOLON) semicolons.push(i);
      else if (unit === OPEN_BRACKET) {
        brackets.push(i);
        bracketEnds.push(-1);
      } else if (unit === CLOSE_BRACKET)
        for (; bracket < brackets.length; bracket++) bracketEnds[bracket] = i;
      else if (unit === OPEN_QUOTE) {
        quotes.push(i);
        quoteEnds.push(-1);
        quoted = true;
      } else if (unit === CLOSE_QUOTE) {
        if (quoted) quoteEnds[quoteEnds.length - 1] = i;
        quoted = false;
      } else if (unit === LINE_BREAK) {
        breaks.push(i);
        quoted = false;
      } else if (unit === TITLE) titles.push(i);
    }
  }
}

/** The marks of a text, as several rules ask in turn. */
export const marksOf: (norm: string) => Marks = oncePerText((norm) => new Marks(norm));
