import { CharacterSet } from "../../patterns/character-set.js";
import type { Block } from "../../types.js";
import type { Extraction } from "../types.js";
import { datesIn } from "./prizes.js";

/** What may stand in a heading beside its dates and says no more than that winners follow. */
const BESIDE =
  "获奖|得奖|受奖|授奖|获得者|得主|者|组织|企业|单位|个人|名单|榜单|名录|一览|评出|揭晓|公布|颁[发布]|评定|产生|授予|命名";
const ONLY_DATES = new RegExp(
  `^(?:[（(]?[一二三四五六七八九十\\d]{1,3}[）)、.] ?)?(?:[首第][一二三四五六七八九十\\d]{0,3}[届批]|（(?:19|20)\\d\\d年[.-]?\\d{1,2}(?:月(?:\\d{1,2}日)?)?(?:颁[布发]|公布|揭晓|评定|授予|命名)?）|(?:19|20)\\d\\d年度?|[（），]|(?:正奖|提名奖|个人奖|共)?[\\d一二三四五六七八九十]{1,3}[家个名项人]|${BESIDE}|[\\s：·—｜|/、]){1,14}$`,
);

/** 2019年度（3家）, 第三届（2021年）, ◆ 2019, 【2019年】, 第四届获奖者（2019年揭晓）: a sub-heading that is nothing but a date. */
export const isDate = (text: string): boolean =>
  DATE_ENDS.within(text) &&
  HAS_DATE.test(text) &&
  ONLY_DATES.test(withoutOrder(withoutMarks(text)).replace(BARE_YEAR, "$&年"));

/** One of them stands in every date: 2016 has a 0. */
const DATE_ENDS = new CharacterSet("届批年0");
const HAS_DATE = /(?:19|20)\d\d|[首第][一二三四五六七八九十\d]{0,12}[届批]/;

/** A line without the marks that make it a heading: ◆ 2019, 【2019年】, ━━ 2019 ━━. */
const withoutMarks = (text: string): string =>
  AROUND.begins(text) || AROUND.ends(text) ? text.replace(MARKS_BEFORE, "").replace(MARKS_BEHIND, "") : text;
const AROUND = new CharacterSet("◆◇■□●○◎◉⊙❖★☆▲△▶►▍▎▌┃│※#＃↓↘☞【】━═─—=*·①②③④⑤⑥⑦⑧⑨甲乙丙丁戊己");
const MARKS_BEFORE = /^(?:[◆◇■□●○◎◉⊙❖★☆▲△▶►▍▎▌┃│※#＃☞【━═─—=*·\s]{1,12}|[①-⑨] ?|[甲乙丙丁戊己][、.．])/;
const MARKS_BEHIND = /[】━═─—=*↓↘#＃\s]{1,12}$/;

/** 2019年（排名不分先后）, 第三届（按行政区划排序）: without what is said of the order. */
const withoutOrder = (text: string): string =>
  text.includes("排") ? text.replace(/（[^（）\d]{0,12}排[^（）\d]{1,12}）/, "") : text;

/** 第四届·2019, 2021（第五届）. */
const BARE_YEAR = /(?:19|20)\d\d(?![\d年])/g;

/** The dates of a heading, years without 年 included: 第四届·2019. */
export function datesOfHeading(
  x: Extraction,
  { start, end }: Block,
): { years: number[]; editions: number[] } {
  const { years, editions } = datesIn(x, start, end);
  return {
    years:
      years.length > 0
        ? years.map(({ year }) => year)
        : (x.norm.slice(start, end).match(/(?:19|20)\d\d(?!\d)/g) ?? []).map(Number),
    editions: editions.map(({ edition }) => edition),
  };
}

const TIERS = /(?:正|提名|创新|优秀|卓越|特等|[一二三]等|[金银铜])奖/g;

/** The one round that a heading tells which names nothing but its award, tier and dates: 2019·某奖, 某奖｜第四届（2019年）. */
export function roundBeside(
  x: Extraction,
  block: Block,
  withoutAward: string,
): { edition: number | undefined; years: number[] } | undefined {
  if (!isDate(withoutAward.replace(TIERS, ""))) return undefined;
  const { years, editions } = datesOfHeading(x, block);
  return years.length > 1 || editions.length > 1 ? undefined : { edition: editions[0], years };
}
