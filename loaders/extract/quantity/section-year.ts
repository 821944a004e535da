import type { Block } from "../../types.js";
import { yearOfAccount } from "../award/account.js";
import { yearOfBlock } from "../award/year-above.js";
import type { Extraction } from "../types.js";

/** The years that documents and the parts of chronicles are of, for figures that come without one. */
export class SectionYears {
  private told: { year: string | undefined } | undefined = undefined;

  constructor(private readonly x: Extraction) {}

  /** The year of which the whole text tells: 2023年工作总结. */
  get annual(): string | undefined {
    this.told ??= { year: yearOfAccount(this.x)?.toString() };
    return this.told.year;
  }

  /** The year on a line above a block, that of the heading over a chronicle's months, or that of which the whole text tells. */
  of(block: Block): string | undefined {
    const year = yearOfBlock(this.x, block);
    return year === undefined ? this.annual : String(year);
  }
}
