import { CharacterSet } from "../../patterns/character-set.js";
import { gated } from "../../patterns/gated.js";
import { gatedAll } from "../../patterns/gated-all.js";
import { SIGNS } from "../../patterns/signs.js";
import type { Block } from "../../types.js";
import type { DocEntity, Extraction } from "../types.js";
import { fits, type Win, winOf } from "./findings.js";
import { tierOfNote } from "./item.js";
import { datesOf, type When } from "./noted.js";
import { organizationsIn } from "./organizations.js";
import { tiersAndAwardsIn } from "./prizes.js";
import { awardOfTitle } from "./structure.js";
import type { TierName } from "./tiers.js";
import { unitsIn } from "./units.js";

/** What a mark says that somebody has. */
interface Told {
  award: DocEntity;
  tier: TierName | undefined;
  when: When[];
}

const NUMBERS = "①②③④⑤⑥⑦⑧⑨⑩⑪⑫⑬⑭⑮⑯⑰⑱⑲⑳";
const NUMBER = new CharacterSet(NUMBERS);
const SIGN = new CharacterSet(SIGNS);
/** ★获某省省长质量奖提名奖　☆获某市市长质量奖; 带▲的为甲奖，带●的为乙奖. */
const LEGEND = gatedAll(
  new RegExp(
    `([${SIGNS}])[”）]?号?(?:的|者)?(?:单位|企业|组织)?\\s?(?:均?[为指系即是]|表示|代表|荣?获得?过?|：|—{1,2}|-)(?=[^${SIGNS}。；\\n]{0,30}奖)`,
    "g",
  ),
);
/** ① 2010年获奖，2016年再次获奖。 */
const FOOTNOTE = new RegExp(`^[（(]?注?([${NUMBERS}])[：:、.]?\\s{0,3}(?=.{0,60}(?:奖|同[${NUMBERS}]))`);
const SAME_AS = new RegExp(`^同(?:注)?([${NUMBERS}])`);
const NOT_HAD = gated(/未获|未入|落选|申报|拟|候选|撤销|取消/);
const LONGEST = 120;
/** A line that ends in a mark, or in which marks stand behind names. */
const MARKED = new RegExp(`[\\u4e00-\\u9fa5）”][${SIGNS}${NUMBERS}]`);
const PARTS = /[^，；。]+/g;

/**
 * Lists whose entries have marks that a legend or footnotes explain as honours: 甲公司★ and ★获某奖提名奖; 甲公司① and ① 2014年获奖。 The
 * wins of each of their lines; none for those that explain.
 */
export function footnoted(x: Extraction): ReadonlyMap<Block, Win[]> {
  const lines = new Map<Block, Win[]>();
  const marks = new Marks(x);
  for (const block of x.blocks) if (isShort(block) && marks.explainedBy(block)) lines.set(block, []);
  if (marks.told.size === 0) return lines;
  let found = false;
  for (const block of x.blocks) {
    if (lines.has(block) || !isShort(block)) continue;
    const wins = winsOfLine(x, block, marks.told);
    if (wins.length === 0) continue;
    lines.set(block, wins);
    found = true;
  }
  if (!found) lines.clear();
  return lines;
}

const isShort = ({ kind, start, end }: Block): boolean => kind !== "table-row" && end - start <= LONGEST;

/** The marks that a document's legends and footnotes explain. */
class Marks {
  readonly told = new Map<string, Told[]>();

  constructor(private readonly x: Extraction) {}

  /** Reads what a line explains; whether it does nothing else. */
  explainedBy(block: Block): boolean {
    const { norm } = this.x;
    const start = withSign(norm, block.start);
    if (NUMBER.has(norm.charCodeAt(start))) return this.readFootnote(start, block.end);
    return SIGN.within(norm, start, block.end) && this.readLegend(block, start);
  }

  private readFootnote(start: number, end: number): boolean {
    const { norm } = this.x;
    const match = FOOTNOTE.exec(norm.slice(start, end));
    if (match === null) return false;
    const from = start + match[0].length;
    const same = SAME_AS.exec(norm.slice(from, end));
    const told = same === null ? toldIn(this.x, from, end) : (this.told.get(same[1]!) ?? []);
    if (told.length === 0) return false;
    this.told.set(match[1]!, told);
    return unitsIn(this.x, from, end).length === 0;
  }

  private readLegend(block: Block, start: number): boolean {
    const { x } = this;
    const { end } = block;
    const found = LEGEND.matches(x.norm, start, end);
    if (found.length === 0 || unitsIn(x, block.start, end).length > 0) return false;
    let explains = false;
    for (let i = 0; i < found.length; i++) {
      const from = start + found[i]!.index + found[i]![0].length;
      const to = i + 1 < found.length ? start + found[i + 1]!.index : end;
      const prize = tiersAndAwardsIn(x, from, to).find((p) => p.award !== undefined);
      if (prize === undefined) continue;
      const { award, tier, edition, years } = prize;
      const when =
        years.length > 0 ? years.map((year) => ({ year, edition })) : [{ year: undefined, edition }];
      this.told.set(found[i]![1]!, [{ award: award!, tier, when }]);
      explains = true;
    }
    return explains;
  }
}

/** Where a line begins whose sign may have been taken for a heading's mark. */
function withSign(norm: string, start: number): number {
  const at = norm[start - 1] === " " ? start - 2 : start - 1;
  return SIGN.has(norm.charCodeAt(at)) || NUMBER.has(norm.charCodeAt(at)) ? at : start;
}

/** What a footnote tells: 2010年获奖，2016年再次获奖, of the title's award where it names none. */
function toldIn(x: Extraction, from: number, to: number): Told[] {
  const told: Told[] = [];
  const titled = awardOfTitle(x);
  for (const part of x.norm.slice(from, to).matchAll(PARTS)) {
    const start = from + part.index;
    const end = start + part[0].length;
    if (!part[0].includes("奖") || NOT_HAD.test(part[0]) || unitsIn(x, start, end).length > 0) continue;
    const prizes = tiersAndAwardsIn(x, start, end);
    const prize = prizes[0];
    const award = prize?.award ?? titled;
    if (award === undefined) continue;
    const when = datesOf(x, start, end);
    told.push({
      award,
      tier: prize?.tier ?? tierOfNote(part[0].replace(GETS, "")),
      when: when.length > 0 ? when : [{ year: undefined, edition: undefined }],
    });
  }
  return told;
}
const GETS = /^.*?获得?/;

/** The wins of those on a line behind whom marks stand. */
function winsOfLine(x: Extraction, block: Block, marks: ReadonlyMap<string, readonly Told[]>): Win[] {
  const { norm } = x;
  const { start, end } = block;
  const wins: Win[] = [];
  if (!MARKED.test(norm.slice(start, end))) return wins;
  const units = unitsIn(x, start, end).map(({ entity, end: to }) => ({ entity, end: to }));
  let last = end;
  while (last > start && marks.has(norm[last - 1]!)) last--;
  // 某某大师工作室⑤: a list makes it an organization.
  if (units.length === 0 && last < end)
    for (const { entity } of organizationsIn(x, { start, end: last }) ?? [])
      units.push({ entity, end: last });
  for (const unit of units)
    for (let at = unit.end; at < end && marks.has(norm[at]!); at++)
      for (const { award, tier, when } of marks.get(norm[at]!)!)
        if (fits(unit.entity, award))
          for (const { year, edition } of when)
            wins.push(winOf(unit.entity, award, tier, year, edition, block, "won/marked", 0.9));
  return wins;
}
