import { gated } from "../../patterns/gated.js";
import type { Block } from "../../types.js";
import { mentionsType } from "../spans.js";
import type { DocEntity, Extraction } from "../types.js";
import { datedPrizes } from "./dated-prizes.js";
import { fits, type Win, winOf } from "./findings.js";
import { PERSONS } from "./item.js";
import { datesOf } from "./noted.js";
import { tiersAndAwardsIn } from "./prizes.js";
import { personsAt } from "./records.js";

const NAME = "([\\u4e00-\\u9fa5]{2,3}|[\\u4e00-\\u9fa5] [\\u4e00-\\u9fa5])";
/** 某某　男，52岁；…: how a directory's entry of a person begins. */
const GENDERED = gated(new RegExp(`^(?:\\d{1,3}[.、] ?)?${NAME} (?=[男女][，；。])`));
/** 77级铸造班　某某　某公司总工程师。…: that of an alumnus, an employee, a generation. */
const CLASSED = gated(
  new RegExp(
    `^(?:\\d{2,4}[级届][\\u4e00-\\u9fa5]{0,8}|第[一二三四五六七八九十]{1,3}代|\\d{1,3}号) ${NAME} (?=[^，。；]{2,40}(?:[师长员匠手]|经理|主任|创[办始]人|教授|总工|传承人|厂长)[。，；（])`,
  ),
);
const NOT_HELD = gated(/申报|争创|无获奖|未获|没有|公示|候选|推荐|拟|落选|参评/);
/** 所在研究所获, 领着厂子: of the employer. */
const OF_EMPLOYER = gated(/所在|领着|带领|率领|带着|本公司|本厂|企业|公司(?=[^，。；]{0,8}[获得摘捧])/);
const OF_PERSON = gated(/个人/);
const ITEMS = /[^；。]+/g;

/** What a directory's entry of a person tells of honours: the person's own, or the employer's where it says so. */
export function entryOfPerson(x: Extraction, block: Block): Win[] | undefined {
  const { norm } = x;
  const { start, end, kind } = block;
  if (kind === "table-row" || !mentionsType(x, start, end, "Award")) return undefined;
  const match =
    GENDERED.exec(norm, start, Math.min(end, start + 24)) ??
    CLASSED.exec(norm, start, Math.min(end, start + 80));
  if (match === null) return undefined;
  const from = start + match[0].trimEnd().length - match[1]!.length;
  const person = personAt(x, from, from + match[1]!.length);
  if (person === undefined) return undefined;
  const employer = x
    .mentionsIn(from, end, ["Company", "Institution"])
    .find(({ generic }) => !generic)?.entity;
  const wins: Win[] = [];
  for (const item of norm.slice(start, end).matchAll(ITEMS)) {
    const at = start + item.index;
    const to = at + item[0].length;
    if (!mentionsType(x, at, to, "Award") || NOT_HELD.test(norm, at, to)) continue;
    const prizes = tiersAndAwardsIn(x, at, to).filter(({ award }) => award !== undefined);
    for (const { award, tier, when } of datedPrizes(x, prizes, at, to)) {
      const own = PERSONS.test(award.name) || OF_PERSON.test(norm, at, to) || !OF_EMPLOYER.test(norm, at, to);
      const bearer = own ? person : employer;
      if (bearer === undefined || !fits(bearer, award)) continue;
      // 两进某奖，2009年一次，2013年一次
      const told = prizes.length === 1 ? datesOf(x, at, to) : [];
      for (const { year, edition } of told.length > when.length ? told : when)
        wins.push(winOf(bearer, award, tier, year, edition, { start: at, end: to }, "won/person-entry", 0.8));
    }
  }
  return wins.length === 0 ? undefined : wins;
}

function personAt(x: Extraction, start: number, end: number): DocEntity | undefined {
  const known = x.mentionsIn(start, end, ["Person"]).find((m) => m.start === start);
  return known?.entity ?? personsAt(x, start, end)?.[0];
}
