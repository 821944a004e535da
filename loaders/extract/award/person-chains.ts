import { gated } from "../../patterns/gated.js";
import { SIGNS } from "../../patterns/signs.js";
import type { Block } from "../../types.js";
import { looksLikeName } from "../names/person-names.js";
import { mentionsType } from "../spans.js";
import type { DocEntity, Extraction } from "../types.js";
import type { Chain } from "./chains.js";
import { datedPrizes } from "./dated-prizes.js";
import { fits, type Win, winOf } from "./findings.js";
import { tiersAndAwardsIn } from "./prizes.js";

/** Where a block may hold such an item: a name behind a post, or marks and a date of an honour. */
const MAY_HOLD = gated(/[\u4e00-\u9fa5]{2}(?:（[^（）]{1,8}）)?[，：（][^。；]{0,60}(?:19|20)\d\d年/);
/** 女焊工李某某，2015年…; ▲李某某（女），车间主任，…; 焊工　李某某：…: who begins an item, with or after a post, and where the honours begin. */
const ITEM = gated(
  new RegExp(
    `^\\s?(?:[${SIGNS}▪►▶•·-] ?|[①-⑳] ?|\\d{1,2}[.、] ?)?(?:[^。；：]{0,20}(?:[面孔人物位名单有括誉进模匠表]|个人奖)：)?([\\u4e00-\\u9fa5、 ]{0,20}?)([\\u4e00-\\u9fa5]{2,3})((?:（[男女][^（）]{0,6}）)?(?:[，：]|（(?=(?:19|20)\\d\\d年))(?:[\\u4e00-\\u9fa5]{1,20}[员师长工手匠监任理家人]，)?)`,
  ),
);
const POST = gated(
  /(?:董事长|经理|书记|主任|总监|总裁|工程师|总工|设计师|专家|科学家|技师|技工|师傅|[班组段厂院所校处科局队]长|教授|研究员|负责人|带头人|传承人|[工员师手])$/,
);
const YEAR_FIRST = gated(/^\s?(?:19|20)\d\d年/);
/** What may stand beside honours and years: marks, and how it is said that somebody has them. */
const BESIDE =
  /[，、；和及与又再并还也“”（）：\s度]|(?:19|20)\d\d年|荣获|获得者|获[得评]|获|被授予|被评为|当选|入选|称号/g;
const isBeside = (text: string): boolean => text.length <= 40 && text.replace(BESIDE, "") === "";
/** How many persons make a chain, where it does not fill its block. */
const LEAST = 2;
const LONGEST = 500;

/**
 * 钳工李某某，2015年全国劳动模范；焊工王某某，2018年某省五一劳动奖章、2021年某某工匠: persons with their honours, one after the other;
 * 总经理　李某某：某奖个人奖（2021年）: one of them, where the line tells nothing else.
 */
export function personsInChain(x: Extraction, { start, end, cells }: Block): Chain | undefined {
  const { norm } = x;
  if (cells !== undefined || end - start > LONGEST || !mentionsType(x, start, end, "Award")) return undefined;
  if (!MAY_HOLD.test(norm, start, end)) return undefined;
  const wins: Win[] = [];
  let items = 0;
  let person: DocEntity | undefined;
  let [from, to] = [start, start];
  for (let at = start; at < end; ) {
    let stop = at;
    while (stop < end && norm[stop] !== "；" && norm[stop] !== "。") stop++;
    const named = nameIn(x, at, stop);
    // 李某：2018年某奖章；2021年某某工匠: of the same.
    const goesOn = named === undefined && person !== undefined && YEAR_FIRST.test(norm, at, stop);
    const bearer = named?.person ?? (goesOn ? person : undefined);
    const found = bearer && honoursOf(x, bearer, named?.end ?? at, stop);
    if (found !== undefined) {
      if (items === 0) from = at;
      if (named !== undefined) items++;
      person = bearer;
      for (const win of found) wins.push(win);
      to = stop;
    } else if (items > 0) break;
    at = stop + 1;
  }
  const fills = items === 1 && from === start && to + 1 >= end && wins.every(isDated);
  return items < LEAST && !fills ? undefined : { wins, start: from, end: to };
}

const isDated = ({ year, edition }: Win): boolean => year !== undefined || edition !== undefined;

/** The person with whom [from, to) begins, before dated honours, and where those begin. */
function nameIn(x: Extraction, from: number, to: number): { person: DocEntity; end: number } | undefined {
  const match = ITEM.exec(x.norm, from, to);
  if (match === null) return undefined;
  const end = from + match[0].length;
  const last = end - match[3]!.length;
  const person = personBefore(x, last - match[2]!.length - match[1]!.length, last);
  return person === undefined ? undefined : { person, end };
}

/** A person's honours in [at, to), if it tells nothing else. */
function honoursOf(x: Extraction, person: DocEntity, at: number, to: number): Win[] | undefined {
  const { norm } = x;
  const prizes = tiersAndAwardsIn(x, at, to);
  let rest = at;
  for (const prize of prizes) {
    if (prize.award === undefined || !fits(person, prize.award)) return undefined;
    if (!isBeside(norm.slice(rest, Math.max(rest, prize.start)))) return undefined;
    rest = prize.end;
  }
  if (prizes.length === 0 || !isBeside(norm.slice(rest, to))) return undefined;
  const wins: Win[] = [];
  for (const { award, tier, when } of datedPrizes(x, prizes, at, to))
    for (const { year, edition } of when)
      wins.push(winOf(person, award, tier, year, edition, { start: at, end: to }, "won/person-chain", 0.85));
  return wins;
}

/** Who is named at the end of [from, to): a person known, or the name behind a post. */
function personBefore(x: Extraction, from: number, to: number): DocEntity | undefined {
  const known = x.mentionsIn(from, to, ["Person"]).find((m) => m.end === to);
  if (known !== undefined) return known.entity;
  if (x.mentionsIn(from, to).some((m) => m.end === to)) return undefined;
  for (const length of [3, 2]) {
    const start = to - length;
    const name = x.norm.slice(start, to);
    const posted = start > from && POST.test(x.norm, from, start);
    if (start < from || !(posted || (start === from && looksLikeName(name)))) continue;
    return x.find("Person", name) ?? x.entity("Person", name, { start, end: to, rule: "won/person-chain" });
  }
  return undefined;
}
