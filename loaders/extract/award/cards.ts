import type { EntityType } from "../../../schema/index.js";
import { BLANKS } from "../../patterns/blanks.js";
import { CharacterSet } from "../../patterns/character-set.js";
import { gated } from "../../patterns/gated.js";
import type { Block } from "../../types.js";
import { oncePer } from "../once.js";
import { indexWithin, mentionsType } from "../spans.js";
import type { DocEntity, Extraction } from "../types.js";
import { datedPrizes } from "./dated-prizes.js";
import { fits, type Win, winOf } from "./findings.js";
import { tiersAndAwardsIn } from "./prizes.js";
import { personsAt } from "./records.js";

/** What a line of a card says: 公司全称　甲公司, 最高荣誉：某奖（2023）. */
interface Line {
  label: string;
  /** Where the value stands; nothing where the lines below have it. */
  start: number;
  end: number;
}

/** 姓　名：, 3.2 政府类奖项：, 最高荣誉　: a label, parted from its value by a colon or blank. */
const LABELLED =
  /^\s{0,4}(?:\d{1,2}(?:\.\d{1,2}){1,2}\s{0,2}|[（(]?[一二三四五六七八九十\d]{1,2}[）)、.]\s{0,2}|[-•·●■◆▪] ?)?([\u4e00-\u9fa5](?: ?[\u4e00-\u9fa5]){1,9}?)(?:（[^（）]{1,10}）)?(?:\s?[：:]\s{0,4}|\s{1,4}(?=\S))/;
/** The label of whose card it is. */
const IDENTITY = gated(
  /^(?:(?:企业|公司|单位|机构|医院|学校|集团|园区|工厂)(?:全称|名称)|姓名|企业|公司|单位|投标人|投标单位|供应商|链主|链主企业|龙头|龙头企业|人物|推荐对象|(?:申报|参评|受访|参展)(?:单位|企业|主体|者))$/,
);
const LEVEL = gated(/^(?:最高|国际|国家|[省市县区州部]|行业)级?(?:荣誉|奖项|称号)$/);
const EMPLOYER = gated(/^(?:工作|所在|现任|任职)?(?:单位|企业|公司)$/);
/** The label of what it has won. */
const HONOURS = gated(/荣誉|奖项|获奖|奖励|称号|奖牌|家底|战绩|殊荣|获评|受表彰|所获|曾获|已获/);
/** What is sought, or has not been won. */
export const SOUGHT = gated(
  /未|申报|参评|参选|竞逐|角逐|候选|报名|入围[^奖]?$|在[办评]|争创|目标|拟|培育|公示|计划|遗憾|推荐|冲刺|备战|缺憾|落选|下一步|努力|短板|差距/,
);
const OF_FIRM = gated(/企业|单位|公司|集体|团队/);
/** What says of an award that it is not held. */
export const NOT_HELD = gated(
  /受理|暂无|请勿|尚未|未[获能评入通]|公示|培育|报名|现场评审|答辩|申报|参选|竞逐|角逐|候选|承办|冠名|辅导(?!员)|争创|落选|撤销|取消/,
);
const BEARERS: readonly EntityType[] = ["Company", "Institution", "Zone", "Platform", "Person"];
/** How long a label is with what stands before it, and a line of a card. */
const [LONGEST_LABEL, LONGEST_LINE] = [20, 260];
const LONGEST_PROSE = 60;
const NO_BLANKS = /\s/g;
/** What parts a label from its value. */
const PARTS = new CharacterSet(`${BLANKS}：:`);

/** What the lines of cards tell, by their blocks: a card is lines of a label and a value each, the first of whose it is. */
export const labelledCards = oncePer((x): ReadonlyMap<Block, readonly Win[]> => {
  const told = new Map<Block, readonly Win[]>();
  let bearer: DocEntity | undefined;
  let employer: DocEntity | undefined;
  /** Whether the lines below a label are its value. */
  let open = false;
  for (const block of x.blocks) {
    const { kind, start, end } = block;
    if (kind === "byline" || kind === "boilerplate") continue;
    const line = lineOf(x, block);
    const identity =
      line === undefined || line.end <= line.start || !IDENTITY.test(line.label)
        ? undefined
        : bearerAt(x, line);
    if (identity !== undefined) {
      // 姓名：某某 above 单位：某公司.
      if (bearer?.type === "Person" && identity.type !== "Person" && EMPLOYER.test(line!.label))
        employer = identity;
      else {
        bearer = identity;
        employer = undefined;
      }
      open = false;
      continue;
    }
    if (bearer === undefined) continue;
    if (line === undefined && !open) {
      if (kind === "title" || end - start > LONGEST_PROSE) bearer = undefined;
      continue;
    }
    if (line !== undefined) {
      const sought = SOUGHT.test(line.label);
      const honours = !sought && HONOURS.test(line.label);
      open = honours && line.end <= line.start;
      if (!mentionsType(x, line.start, end, "Award")) continue;
      if (honours) {
        const of = OF_FIRM.test(line.label) ? (employer ?? bearer) : bearer;
        told.set(block, winsIn(x, block, line.start, of));
      } else if (sought) told.set(block, NONE);
      continue;
    }
    if (mentionsType(x, start, end, "Award")) told.set(block, winsIn(x, block, start, bearer));
  }
  return told;
});
const NONE: readonly Win[] = [];

function lineOf(x: Extraction, block: Block): Line | undefined {
  const { start, end, cells } = block;
  if (end - start > LONGEST_LINE) return undefined;
  if (cells !== undefined) {
    const [label, value] = cells;
    if (cells.length !== 2 || label!.end - label!.start > LONGEST_LABEL) return undefined;
    return { label: label!.text.replace(NO_BLANKS, ""), start: value!.start, end: value!.end };
  }
  if (!PARTS.within(x.norm, start, Math.min(end, start + LONGEST_LABEL))) return undefined;
  const match = LABELLED.exec(x.norm.slice(start, Math.min(end, start + LONGEST_LABEL)));
  if (match === null) return undefined;
  const label = match[1]!.replace(NO_BLANKS, "");
  const at = start + match[0].length;
  // 某奖章　2012年: no label, but what was won.
  if (!LEVEL.test(label) && mentionsType(x, start, at, "Award")) return undefined;
  const colon = match[0].includes("：") || match[0].includes(":");
  if (!colon && !IDENTITY.test(label) && !HONOURS.test(label) && !SOUGHT.test(label)) return undefined;
  return { label, start: at, end };
}

/** Whom the value names with which it begins, and nothing but brackets behind. */
function bearerAt(x: Extraction, { label, start, end }: Line): DocEntity | undefined {
  const [named] = x.mentionsIn(start, end, BEARERS);
  if (named !== undefined && named.start === start && !named.generic && ENDED.test(x.norm, named.end, end))
    return named.entity;
  return label === "姓名" ? personsAt(x, start, end)?.[0] : undefined;
}
const ENDED = gated(/^[\s，。；]{0,2}(?:（.{0,60}）)?[。；]?$/);

/** The awards that [from, block.end) names, each with its own dates, as its subject's. */
export function winsIn(x: Extraction, block: Block, from: number, subject: DocEntity): Win[] {
  const { norm } = x;
  const wins: Win[] = [];
  if (NOT_HELD.test(norm, from, block.end) && indexWithin(norm, "；", from, block.end - 1) < 0) return wins;
  const prizes = tiersAndAwardsIn(x, from, block.end).filter(({ award }) => award !== undefined);
  for (const { prize, award, tier, when } of datedPrizes(x, prizes, from, block.end))
    if (fits(subject, award) && !NOT_HELD.test(norm, prize.end, stopAfter(norm, prize.end, block.end)))
      for (const { year, edition } of when)
        wins.push(winOf(subject, award, tier, year, edition, block, "won/card", 0.85));
  return wins;
}

function stopAfter(norm: string, from: number, to: number): number {
  const stop = indexWithin(norm, "；", from, to);
  return stop < 0 ? to : stop;
}

/** 〔质量荣誉：甲奖·2018；乙奖·2019〕, （荣誉：某奖，2018年）: what a bracket with a label says of whom its line begins with. */
const NOTED = gated(
  /[（〔](?:[^（）〔〕：]{0,4})(?:荣誉|奖项|获奖|所获荣誉|所获奖项|获奖情况)(?:情况|记录)?：/,
);
const BRACKETS = new CharacterSet("〔（");

/** What a paragraph's last bracket lists of honours, as of the organization with which the paragraph begins. */
export function notedHonours(x: Extraction, block: Block): Win[] | undefined {
  const { start, end } = block;
  if (!BRACKETS.within(x.norm, start, end)) return undefined;
  const match = NOTED.exec(x.norm, start, end);
  if (match === null) return undefined;
  const open = start + match.index;
  if (mentionsType(x, start, open, "Award")) return undefined;
  const [named] = x.mentionsIn(start, open, BEARERS);
  if (named === undefined || named.generic || named.start - start > LONGEST_LABEL) return undefined;
  return winsIn(x, block, open + match[0].length, named.entity);
}
