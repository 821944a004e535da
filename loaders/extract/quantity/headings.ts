import type { Block } from "../../types.js";
import { type Status, statusOfHeading } from "./goals.js";
import { isDigit } from "./numerals.js";

/** What a heading tells of the figures under it. */
interface Told {
  status: Status | undefined;
  /** Its year where it has one alone; null where it has several, undefined where it has none. */
  year: string | null | undefined;
}

/** What the headings of a document tell of the figures under them, each read once. */
export class Headings {
  private readonly told = new Map<Block, Told>();

  constructor(private readonly norm: string) {}

  /** What the headings above a block (or the titles) say, nearest first: goals, or what has been. */
  status(block: Block, titles: boolean): Status | undefined {
    for (let heading = block.parent; heading !== null; heading = heading.parent) {
      if ((heading.kind === "title") !== titles) continue;
      const { status } = this.of(heading);
      if (status !== undefined) return status;
    }
    return undefined;
  }

  /** The year that the headings (or titles) above a block give, nearest first; null where they give several. */
  year(block: Block, titles: boolean): string | null | undefined {
    for (let heading = block.parent; heading !== null; heading = heading.parent) {
      if ((heading.kind === "title") !== titles) continue;
      const { year } = this.of(heading);
      if (year !== undefined) return year;
    }
    return undefined;
  }

  private of(heading: Block): Told {
    let told = this.told.get(heading);
    if (told === undefined) {
      const text = this.norm.slice(heading.start, heading.end);
      told = { status: statusOfHeading(text), year: yearOf(text) };
      this.told.set(heading, told);
    }
    return told;
  }
}

/** The year of this century that a text gives; null where it gives several, undefined where none. */
function yearOf(text: string): string | null | undefined {
  let year: string | undefined;
  for (let at = text.indexOf("20"); at >= 0; at = text.indexOf("20", at + 1)) {
    if (!isDigit(text, at + 2) || !isDigit(text, at + 3)) continue;
    const written = text.slice(at, at + 4);
    if (year !== undefined && year !== written) return null;
    year = written;
    at += 3;
  }
  return year;
}
