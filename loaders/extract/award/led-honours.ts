import type { EntityType } from "../../../schema/index.js";
import { CharacterSet } from "../../patterns/character-set.js";
import { gated } from "../../patterns/gated.js";
import type { Block } from "../../types.js";
import { GOES_ON_OF } from "../about/told.js";
import { oncePer } from "../once.js";
import { mentionsType } from "../spans.js";
import type { DocEntity, Extraction, Mention } from "../types.js";
import { numberingLength } from "./fields.js";
import { bearerAbove, looksAhead } from "./honours.js";
import { isLevel } from "./levels.js";
import { isHead } from "./list-entries.js";

/** 【展板12】, 展区三：, 01: what counts a panel or section off before whom it is about. */
const LABEL = /^\s{0,8}(?:【[^【】]{1,16}】|[^，。；：（）]{1,12}：|\d{1,3}[.、．\s])?\s{0,4}(?:\*\*)?/;
/** What says that another than the one named has what is told, or that nobody has it yet. */
const OF_OTHERS = gated(
  /名单|授予|表彰|评选|申报|争创|培育|候选|拟推荐|目标|力争|冲刺|计划|打算|未获|落选|落空|设[立有置]|奖项如下/,
);
/** Of what a sentence tells that leads up to honours, though it does not end in a colon. */
const OF_HONOURS = gated(/荣誉|奖[牌杯状章]|牌匾|证书|家底|成绩|履历|获奖|战绩|殊荣/);
/** 钳工某某|的奖状: whose they are, though a person's. */
const OF_PERSON = gated(/^的[^，。；：]{0,8}(?:荣誉|奖[状牌章杯]|证书|履历|名片)/);
const STOP = new CharacterSet("。");
/** How long what leads up to a list may be, and a line of the list. */
const [LONGEST_LEAD, LONGEST_LINE] = [300, 160];

/**
 * The lines that stand below what leads up to somebody's honours, by their blocks: 某公司的荣誉墙上，奖牌按年份排开：, or 【展板12】
 * 甲公司，主业为…。, above 2012　第三届某奖 and so on. Lines between that tell of something else are part of the list too.
 */
export const ledHonours = oncePer((x): ReadonlyMap<Block, DocEntity> => {
  const led = new Map<Block, DocEntity>();
  const { blocks, norm } = x;
  for (let i = 0; i < blocks.length; i++) {
    const block = blocks[i]!;
    const mark = norm[block.end - 1];
    const heads = isHead(block);
    if (!heads && mark !== "：" && mark !== "。") continue;
    if (!isHonour(x, blocks[i + 1]) && (mark === "。" || !isHonour(x, blocks[i + 2]))) continue;
    const bearer = heads && mark !== "：" ? bearerOfHeading(x, block) : bearerOf(x, i);
    if (bearer === undefined) continue;
    const { kind } = blocks[i + 1]!;
    let end = i + 1;
    let honours = 0;
    for (; end < blocks.length && goesOn(x, blocks[end]!, kind); end++)
      if (isHonour(x, blocks[end])) honours++;
    if (honours > 1) for (const line of blocks.slice(i + 1, end)) led.set(line, bearer);
    i = Math.max(i, end - 1);
  }
  return led;
});

/** 2015年　某奖, 某奖（2015年）, 2015年获某奖: a line that names an award with its date, and nobody. */
function isHonour(x: Extraction, block: Block | undefined): boolean {
  if (block === undefined || block.end - block.start > LONGEST_LINE || !tellsOfAward(x, block)) return false;
  return x.mentionsIn(block.start, block.end, WINNERS).length === 0;
}

/** Whether a block gives an award and a date. */
const tellsOfAward = (x: Extraction, { start, end }: Block): boolean =>
  DATED.test(x.norm, start, end) && mentionsType(x, start, end, "Award");
const DATED = gated(/(?:19|20)\d\d|[首第][一二三四五六七八九十\d]{0,3}届/);
const WINNERS = ["Company", "Institution", "Person"] as const;

/** Whether a block is one more line of a list: one like its first, a short one that is no sentence, or what sets off a part of it. */
function goesOn(x: Extraction, block: Block, first: Block["kind"]): boolean {
  const { kind, start, end } = block;
  if (kind === "title" || kind === "table-row" || kind === "byline" || kind === "boilerplate") return false;
  if (end - start > LONGEST_LINE) return false;
  if (isHead(block)) return tellsOfAward(x, block) || isPart(x, block);
  return (kind === first && kind === "list-item") || !STOP.within(x.norm, start, end);
}

/** （二）省级, 员工: a heading that only says of which level the honours below are, or that others of the same house have them. */
const isPart = (x: Extraction, { start, end }: Block): boolean => {
  const from = start + numberingLength(x.norm, start, end);
  return isLevel(x, { start: from, end }) || OF_HOUSE.test(x.norm, from, end);
};
const OF_HOUSE = gated(/^(?:[子分]公司|员工|职工|个人|人物|团队|旗下企业|班组)(?:荣誉)?$/);

/** The one organization that a heading names, 某公司荣誉榜, or of which the text is where the heading does not look ahead. */
function bearerOfHeading(x: Extraction, block: Block): DocEntity | undefined {
  const { start, end } = block;
  if (OF_OTHERS.test(x.norm, start, end) || mentionsType(x, start, end, "Award")) return undefined;
  const named = organizationsOf(x.mentionsIn(start, end, WINNERS));
  if (named.size > 0) return named.size === 1 ? [...named][0] : undefined;
  const { told } = x.about;
  return told !== undefined && isOrganization(told) && !looksAhead(x, block) ? told : undefined;
}

/** The one organization of which what leads up to a list tells, or the person whose honours it says follow. */
function bearerOf(x: Extraction, i: number): DocEntity | undefined {
  const { norm } = x;
  const block = x.blocks[i]!;
  const { kind, start, end } = block;
  if (kind === "table-row" || end - start > LONGEST_LEAD) return undefined;
  const last = Math.max(start, norm.lastIndexOf("。", end - 2) + 1);
  if (OF_OTHERS.test(norm, last, end) || mentionsType(x, last, end, "Award")) return undefined;
  const named = x.mentionsIn(start, end, WINNERS).filter(({ generic }) => !generic);
  if (norm[end - 1] !== "：" && !(OF_HONOURS.test(norm, last, end) || beginsWith(x, block, named)))
    return undefined;
  const own = named.filter((mention) => mention.start >= last);
  const person = own.find(({ type, end: at }) => type === "Person" && OF_PERSON.test(norm, at, end));
  if (person !== undefined) return person.entity;
  const here = organizationsOf(own);
  const organizations = here.size > 0 ? here : organizationsOf(named);
  if (organizations.size > 1) return undefined;
  const [organization] = organizations;
  return organization ?? bearerAbove(x, block) ?? x.about.told ?? soleOf(x, x.blocks[i - 1]);
}

const organizationsOf = (mentions: readonly Mention[]): ReadonlySet<DocEntity> =>
  new Set(mentions.filter(isOrganization).map(({ entity }) => entity));
const isOrganization = ({ type }: { type: EntityType }): boolean =>
  type === "Company" || type === "Institution";

/** 【展板12】甲公司，主业为…。: whether a line begins with whom it tells of. */
function beginsWith({ norm }: Extraction, { start, end }: Block, named: readonly Mention[]): boolean {
  const at = start + LABEL.exec(norm.slice(start, Math.min(end, start + 40)))![0].length;
  const first = named.find((mention) => mention.start === at);
  return first !== undefined && isOrganization(first) && GOES_ON_OF.test(norm, first.end, end);
}

/** The one organization of the paragraph before: what follows goes on with it. */
function soleOf(x: Extraction, block: Block | undefined): DocEntity | undefined {
  if (block === undefined || isHead(block) || block.kind === "table-row") return undefined;
  const named = organizationsOf(x.mentionsIn(block.start, block.end, WINNERS));
  return named.size === 1 ? [...named][0] : undefined;
}
