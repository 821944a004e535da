import { gated } from "../../patterns/gated.js";
import type { Block } from "../../types.js";
import { yearOfAccount } from "../award/account.js";
import { yearOfBlock } from "../award/year-above.js";
import type { Extraction } from "../types.js";
import { timesIn } from "./times.js";

/** 2024年上半年工作情况通报, 2024年1—6月质量状况分析: of a part of a year. */
const PARTLY = gated(
  /20\d\d年(?:[上下]半年|前[一二三]季度|第?[一二三四]季度|1[—–~至-]\d{1,2}月)[^。\d]{0,30}(?:总结|回顾|综述|盘点|公报|情况|报告|通报|分析|简报|通告|进展)[^\d]{0,12}$/,
);
/** 简报2023年第12期: what such a title heads is told at the end of the year. */
const LAST_ISSUE = gated(/报 ?(20\d\d)年第12期/);
/** How many of a document's first lines may be its title. */
const TITLE_LINES = 3;
const LONGEST_TITLE = 60;

/** The years that documents and the parts of chronicles are of, for figures that come without one. */
export class SectionYears {
  private told: { period: string | undefined } | undefined = undefined;

  constructor(private readonly x: Extraction) {}

  /** The year of which the whole text tells (2023年工作总结), or the part of one. */
  get annual(): string | undefined {
    this.told ??= { period: periodOfTitle(this.x) ?? yearOfAccount(this.x)?.toString() };
    return this.told.period;
  }

  /** The year on a line above a block, that of the heading over a chronicle's months, or that of which the whole text tells. */
  of(block: Block): string | undefined {
    const year = yearOfBlock(this.x, block);
    return year === undefined ? this.annual : String(year);
  }
}

function periodOfTitle({ blocks, norm }: Extraction): string | undefined {
  for (const { start, end, kind } of blocks.slice(0, TITLE_LINES)) {
    if (end - start > LONGEST_TITLE || kind === "table-row") continue;
    const title = norm.slice(start, end).trim();
    if (PARTLY.test(title)) return timesIn(title, 0, title.length, undefined)[0]?.period;
    const match = LAST_ISSUE.exec(title);
    if (match !== null) return match[1];
  }
  return undefined;
}
