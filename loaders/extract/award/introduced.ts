import { gated } from "../../patterns/gated.js";
import type { Block } from "../../types.js";
import { GOES_ON_OF } from "../about/told.js";
import { mentionsType } from "../spans.js";
import type { DocEntity, Extraction } from "../types.js";
import { type Entry, entryOf } from "./entry.js";
import { unitsIn } from "./units.js";

/** 【展板12】, 展区三：, 01: what counts a panel or section off before whom it is about. */
const LABEL = /^\s{0,8}(?:【[^【】]{1,16}】|[^，。；：（）]{1,12}：|\d{1,3}[.、．\s])?\s{0,4}(?:\*\*)?/;
/** What says that another than the one named has what is told. */
const OF_OTHERS = gated(/如下|名单|授予|表彰|评选|申报|争创|培育|候选|拟推荐|目标/);
const LONGEST = 200;

/** 【展板12】甲公司，主业为…。 above lines of a year and an award each: the organization that the line begins with has those. */
export function introducedBy(x: Extraction, block: Block, below: Entry | undefined): DocEntity | undefined {
  if (below === undefined || block.end - block.start > LONGEST || !isDatedAward(below)) return undefined;
  const text = x.norm.slice(block.start, block.end);
  const at = block.start + LABEL.exec(text)![0].length;
  const unit = unitsIn(x, at, block.end).find((u) => u.start === at);
  if (unit === undefined || (unit.entity.type !== "Company" && unit.entity.type !== "Institution"))
    return undefined;
  if (!GOES_ON_OF.test(x.norm, unit.end, block.end) || OF_OTHERS.test(x.norm, unit.end, block.end))
    return undefined;
  return unit.entity;
}

/** 2015年　某奖: a line that begins with a date, names an award, and nobody. */
function isDatedAward({ fields, units }: Entry): boolean {
  return units.length === 0 && fields[0]?.kind === "date" && fields.some(({ kind }) => kind === "award");
}

/** 某奖：第二届、第四届。第三届曾申报，未获奖。: the first sentence of a list's item, where it is but an award and its dates. */
export function honourBefore(x: Extraction, start: number, end: number): Entry | undefined {
  const stop = x.norm.indexOf("。", start);
  if (stop < 0 || stop >= end - 1 || !mentionsType(x, start, stop, "Award")) return undefined;
  const entry = entryOf(x, start, stop);
  if (entry === undefined || entry.units.length > 0 || entry.fields.length < 2) return undefined;
  return entry.fields.every(({ kind }, i) =>
    i === 0 ? kind === "award" : kind === "date" || kind === "tier",
  )
    ? entry
    : undefined;
}
