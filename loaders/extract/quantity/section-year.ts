import { gated } from "../../patterns/gated.js";
import type { Block } from "../../types.js";
import { yearOfBlock } from "../award/year-above.js";
import type { Extraction } from "../types.js";

/** 2023年质量工作总结, 质量工作大事记（2023年）: what a text with such a title tells is of that year. */
const ANNUAL = gated(
  /^[^。\d]{0,30}((?:19|20)\d\d)年(?:度|全年)?(?![—–~至-])[^。\d]{0,30}(?:总结|回顾|综述|盘点|公报|大事记|纪事|工作情况|工作报告|工作(?:的)?报告)[^\d]{0,12}$|(?:大事记|纪事|总结|公报|盘点)[（(]((?:19|20)\d\d)年?[）)]$/,
);
/** How many of a document's first lines may be its title. */
const TITLE_LINES = 3;
const LONGEST_TITLE = 60;

/** The years that documents and the parts of chronicles are of, for figures that come without one. */
export class SectionYears {
  private told: { year: string | undefined } | undefined = undefined;

  constructor(private readonly x: Extraction) {}

  /** The year of which the whole text tells: 2023年工作总结. */
  get annual(): string | undefined {
    this.told ??= { year: annualYear(this.x) };
    return this.told.year;
  }

  /** The year on a line above a block, that of the heading over a chronicle's months, or that of which the whole text tells. */
  of(block: Block): string | undefined {
    const year = yearOfBlock(this.x, block);
    return year === undefined ? this.annual : String(year);
  }
}

function annualYear({ blocks, norm }: Extraction): string | undefined {
  for (const { start, end, kind } of blocks.slice(0, TITLE_LINES)) {
    if (end - start > LONGEST_TITLE || kind === "table-row") continue;
    const match = ANNUAL.exec(norm.slice(start, end).trim());
    if (match !== null) return match[1] ?? match[2];
  }
  return undefined;
}
