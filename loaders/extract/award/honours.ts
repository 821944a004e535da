import type { EntityType } from "../../../schema/index.js";
import { CharacterSet } from "../../patterns/character-set.js";
import { gated } from "../../patterns/gated.js";
import type { Block } from "../../types.js";
import { indexWithin } from "../spans.js";
import type { DocEntity, Extraction, Mention } from "../types.js";
import { datedPrizes } from "./dated-prizes.js";
import { fits, isOfPlaces, type Win, winOf } from "./findings.js";
import { tiersAndAwardsIn } from "./prizes.js";
import type { Conferred } from "./roll.js";
import { isPlaceUnit, unitsIn } from "./units.js";

/** Headings under which the lines are honours of whom the section is about. */
const HONOURS =
  /荣誉|获奖|奖项|殊荣|大事记|历程|年表|足迹|里程碑|资质|奖励|称号|名片|一路走来|沿革|简史|编年/;

/** 关于公布某奖获奖名单的通告, 附件：获奖名单: papers on those who won, whose lines name them. */
const OF_ROUND =
  /(?:获奖|授奖|受?表彰|受?表扬)(?:组织|单位|企业|个人|者|[和及与、]){0,4}名单|(?:决定|通报|公告|通告|通知|命令)$/;

/** Whether a line that names awards and nobody stands in a section of honours: its subject has them. */
export function tellsHonours(x: Extraction, block: Block): boolean {
  for (let above = block.parent; above !== null; above = above.parent) {
    const heading = x.norm.slice(above.start, above.end);
    if (HONOURS.test(heading) && !OF_ROUND.test(heading)) return true;
  }
  // 某公司荣誉墙 as a text's first line, though not known for a title.
  const [first] = x.blocks;
  return (
    block.parent === null &&
    first !== undefined &&
    first !== block &&
    x.about.told !== undefined &&
    HONOURS.test(x.norm.slice(first.start, Math.min(first.end, first.start + 50)))
  );
}

/**
 * Whether a line's awards are all dated in a text that tells of one organization: 某奖：2014年（第二届） below 四、得过什么,
 * whatever the heading is called that does not look ahead.
 */
export function datesHonours(x: Extraction, block: Block, open: readonly Conferred[]): boolean {
  const { told } = x.about;
  if (told === undefined || !BEARERS.includes(told.type)) return false;
  for (const { when } of open)
    for (const { year } of when)
      if (year === undefined || (x.year !== undefined && year > x.year)) return false;
  return block.parent === null || !looksAhead(x, block.parent);
}

/** Whether a heading, or one above it, says of what it heads that it is sought, missed or over. */
export function looksAhead(x: Extraction, heading: Block): boolean {
  for (let above: Block | null = heading; above !== null; above = above.parent)
    if (AHEAD.test(x.norm, above.start, above.end)) return true;
  return false;
}
const AHEAD = gated(
  /目标|打算|计划|规划|展望|愿景|未来|下一步|下步|蓝图|路线图|时间表|申报|争创|参评|冲刺|冲击|备战|培育|创建中|未竟|未能|未获|遗憾|落选|失之交臂|往[^，。；]{0,4}去|(?:取消|撤销|到期|退出)/,
);

/** （二）某公司 above 主要荣誉：…: the organization of whose profile a line is part. */
export function profiledBy(x: Extraction, block: Block): DocEntity | undefined {
  const bearer = x.about.profileOf(block);
  return bearer !== undefined && BEARERS.includes(bearer.type) ? bearer : undefined;
}

const BEARERS: readonly EntityType[] = ["Company", "Institution", "Platform", "Zone"];

/** The organization that the heading right above is and nothing else: 【甲公司】 above 某奖（2016年）. */
export function bearerAbove(
  x: Extraction,
  block: Block,
  /** What the line tells: of titles of places a place is the bearer too. */
  open: readonly Conferred[] = [],
): DocEntity | undefined {
  const above = block.parent;
  if (above === null || above.kind === "title") return undefined;
  const [unit, more] = unitsIn(x, above.start, above.end);
  if (unit === undefined || more !== undefined || unit.generic) return undefined;
  const ofPlaces = open.length > 0 && open.every(({ award }) => isOfPlaces(award.name));
  if (isPlaceUnit(unit) && !ofPlaces) return undefined;
  return unit.end - unit.start + LONGEST_MARK >= above.end - above.start ? unit.entity : undefined;
}
/** 【】, （一）, 档案3：: what may stand around a name that is a heading. */
const LONGEST_MARK = 5;

/** Whether a line gives each of its awards a date. */
export const areDated = (open: readonly Conferred[]): boolean =>
  open.every(({ when }) => when.some(({ year, edition }) => year !== undefined || edition !== undefined));

/** Whether a line names no award but those that it was found to give: not 获甲奖；年底又跻身|乙企业. */
export const givesAll = (x: Extraction, { start, end }: Block, open: readonly Conferred[]): boolean =>
  x.mentionsIn(start, end, ["Award"]).every(({ entity }) => open.some(({ award }) => award === entity));

/** Whose honours a section lists: who its headings name, else the document's subject. */
export function subjectOf(x: Extraction, block: Block): DocEntity | undefined {
  const { told } = x.about;
  for (let above = block.parent; above !== null; above = above.parent) {
    // 某协会《某刊》2024年第2期 below the title: not of whom the text tells.
    if (above.kind === "title" && told !== undefined) return told;
    const organization = x.mentionsIn(above.start, above.end, ["Company", "Institution", "Zone"])[0];
    const named = organization ?? unitsIn(x, above.start, above.end)[0] ?? placeOf(x, above);
    if (named !== undefined) return named.entity;
  }
  return told ?? x.subjectAt(block.start, ["Company", "Institution", "Zone"]) ?? x.subjectAt(block.start);
}

/** 某市的区域名片: the place whose honours a heading says follow. */
function placeOf(x: Extraction, { start, end }: Block): Mention | undefined {
  const place = x.mentionsIn(start, end, ["City", "County"])[0];
  return place !== undefined && OF_PLACE.test(x.norm, place.end, end) ? place : undefined;
}
const OF_PLACE = gated(/^的[^，。；：]{0,12}(?:荣誉|名片|称号|招牌|牌子|品牌|头衔)/);

/**
 * What those have won with whom the subject has it: 某奖（与某大学同获）, 某奖：2015年，与某大学共享; of several years the one that is
 * told with them, 某奖（2017年、2022年，2022年与某大学共同获得）; 某奖，某大学为第一完成单位.
 */
export function jointWins(x: Extraction, conferred: readonly Conferred[], block: Block): Win[] {
  const { start, end } = block;
  const match = JOINT.exec(x.norm, start, end);
  if (match === null) return [];
  const from = start + match.index;
  const year = match[1] === undefined ? undefined : Number(match[1]);
  return x
    .mentionsIn(from, from + match[0].length, ["Company", "Institution", "Person"])
    .flatMap(({ entity }) => winsOfSubject(entity, conferred, block))
    .filter((win) => year === undefined || win.year === undefined || win.year === year);
}
const JOINT = gated(
  /[（，：；](?:其中)?(?:((?:19|20)\d\d)年)?[与和同][^（），；]{2,40}(?:同获|共获|共享|分享|共同|联合|合作|并列)[^（），；]{0,8}(?=[）；。]|$)|[（，：][^（），；：]{2,40}[为是系]第[一二三四五六]完成单位/,
);

const LABEL = gated(
  /^[-•·\s]{0,4}(?:企业|公司|集团|主要|所获|获得|重要|历年|近年|部分|质量){0,3}(?:荣誉|荣誉称号|获奖情况|奖项|获奖|荣誉资质|资质荣誉|荣誉奖项)：/,
);
/** （专利名称：一种某某装置）: with what the prize before it was won. */
const WORK = gated(/（(?:获奖)?(?:专利|项目|成果|作品)(?:名称)?：([^（）]{4,40})）/);
const SENTENCES = new CharacterSet("。！？");
const LONGEST = 420;

/** 主要荣誉：2018年获甲奖提名奖；2015年、2021年获乙奖: what a line with such a label tells of whose profile it is part of. */
export function honoursTold(
  x: Extraction,
  block: Block,
  current: DocEntity | undefined,
): { wins: Win[]; owns: { owner: DocEntity; patent: DocEntity; start: number; end: number }[] } | undefined {
  const { norm } = x;
  const label = LABEL.exec(norm, block.start, Math.min(block.end, block.start + 24));
  if (label === null || block.end - block.start > LONGEST) return undefined;
  const subject = current ?? profiledBy(x, block);
  if (subject === undefined) return undefined;
  const start = block.start + label[0].length;
  if (SENTENCES.within(norm, start, block.end - 1)) return undefined;
  for (const { entity } of unitsIn(x, start, block.end))
    if (entity !== subject && (entity.type === "Company" || entity.type === "Person")) return undefined;
  const prizes = tiersAndAwardsIn(x, start, block.end).filter(({ award }) => award !== undefined);
  const wins: Win[] = [];
  const owns = [];
  for (const { prize, award, tier, when } of datedPrizes(x, prizes, start, block.end)) {
    const work = workBehind(x, prize.start, block.end, award);
    if (work?.type === "Patent") owns.push({ owner: subject, patent: work, ...spanOf(block) });
    for (const from of work === undefined ? [subject] : [subject, work])
      if (fits(from, award))
        for (const { year, edition } of when)
          wins.push(winOf(from, award, tier, year, edition, block, "won/honours", 0.85));
  }
  return wins.length === 0 ? undefined : { wins, owns };
}

const spanOf = ({ start, end }: Block): { start: number; end: number } => ({ start, end });

function workBehind(x: Extraction, from: number, to: number, award: DocEntity): DocEntity | undefined {
  const stop = indexWithin(x.norm, "；", from, to);
  const match = WORK.exec(x.norm, from, stop < 0 ? to : stop);
  if (match === null) return undefined;
  const end = from + match.index + match[0].length - 1;
  const type = award.name.includes("专利") ? "Patent" : "Initiative";
  const start = end - match[1]!.length;
  return (
    x.mentionsIn(start, end, [type])[0]?.entity ??
    x.entity(type, match[1]!, { start, end, rule: "won/achievement" })
  );
}

export function winsOfSubject(subject: DocEntity, conferred: readonly Conferred[], block: Block): Win[] {
  const wins: Win[] = [];
  for (const { award, tier, when } of conferred)
    if (fits(subject, award))
      for (const { year, edition } of when)
        wins.push(winOf(subject, award, tier, year, edition, block, "won/honours", 0.8));
  return wins;
}
