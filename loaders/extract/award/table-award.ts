import { gated } from "../../patterns/gated.js";
import type { Block, Cell } from "../../types.js";
import { mentionsType } from "../spans.js";
import type { DocEntity, Extraction } from "../types.js";
import { tellsBearers } from "./columns.js";
import type { Column, Headers } from "./headers.js";
import { type Heading, ofAward } from "./heading.js";
import { datesIn } from "./prizes.js";
import { type Announced, isOfCandidates } from "./structure.js";
import { hasTiers } from "./tiers.js";
import { yearAbove } from "./year-above.js";

/** A column of winners that says that they are: 获奖组织, 提名奖组织, 正奖. */
const OF_WINNERS = gated(/获奖|得奖|得主|获得者|授奖|受奖|提名奖|正奖|[金银铜]奖|[一二三]等奖|个人奖/);
const LEVEL = gated(/国家级|省级|市级|州级|县级|区级/);
const NATIONAL = gated(/^(?:中国|全国|国家)/);
const OF_CITY = gated(
  /[市州盟](?:长|政府|人民政府|级)?[\u4e00-\u9fa5]{0,6}质量[\u4e00-\u9fa5]{0,3}奖|[市州盟]长/,
);
const OF_COUNTY = gated(/[县区旗](?:长|政府|人民政府|级)?[\u4e00-\u9fa5]{0,4}质量[\u4e00-\u9fa5]{0,3}奖/);

function isOfLevel({ name }: DocEntity, level: string): boolean {
  const national = NATIONAL.test(name);
  if (level === "国家级") return national;
  const county = !national && OF_COUNTY.test(name) && !OF_CITY.test(name);
  if (level === "县级" || level === "区级") return county;
  const city = !national && !county && OF_CITY.test(name);
  return level === "省级" ? !national && !county && !city : city;
}

/**
 * Of which award a table lists the winners, year by year or edition by edition, where neither a column nor the heading above it
 * names one: the document's only one of the heading's level (## 市级（近三届）), or the only one that the text before it speaks of.
 */
export function awardOfTable(
  x: Extraction,
  header: Block,
  headers: Headers,
  before: Block | undefined,
  announced: Announced,
): Heading | undefined {
  const cells = header.cells ?? [];
  if (!cells.some(({ text }) => OF_WINNERS.test(text)) && !tellsTiers(cells, headers)) return undefined;
  // 等次 | 专利 | 专利权人: of an award for patents.
  const ofPatents = cells.some(({ text }) => PATENT.test(text));
  if (cells.some(({ text }) => headers.of(text) === "award" && !OF_WINNERS.test(text))) return undefined;
  const { norm } = x;
  let level: string | undefined;
  for (let above = header.parent; above !== null; above = above.parent) {
    if (isOfCandidates(norm, above.start, above.end)) return undefined;
    level ??= LEVEL.exec(norm, above.start, above.end)?.[0];
  }
  const said =
    before !== undefined && before.kind !== "table-row" && before.end - before.start <= 120
      ? before
      : undefined;
  if (said !== undefined && isOfCandidates(norm, said.start, said.end)) return undefined;
  const awards = new Set<DocEntity>();
  for (const { type, entity, start } of x.mentions)
    if (
      type === "Award" &&
      hasTiers(entity.name) &&
      (!ofPatents || PATENT.test(entity.name)) &&
      (level === undefined ? start < header.start : isOfLevel(entity, level))
    )
      awards.add(entity);
  const [award] = awards;
  if (award === undefined || awards.size > 1) return undefined;
  const told = announced.of(award, header.start);
  const editions = said === undefined ? [] : datesIn(x, said.start, said.end).editions;
  const edition = editions.length === 1 ? editions[0]!.edition : told?.edition;
  return ofAward(award, { edition, years: told?.years }, header);
}

const PATENT = gated(/专利/);

/** 等次 | 单位: which tier those have whom another column names. */
function tellsTiers(cells: readonly Cell[], headers: Headers): boolean {
  const kinds = cells.map(({ text }) => headers.of(text));
  return kinds.includes("tier") && tellsBearers(kinds);
}

/** 第六届评选结果揭晓。 between the heading of an award and a table: which of its editions that is of. */
export function ofEditionBefore(
  x: Extraction,
  heading: Heading,
  before: Block | undefined,
): Heading | undefined {
  const { award, edition, years, block } = heading;
  if (award === undefined || edition !== undefined || years.length > 0) return undefined;
  if (
    before === undefined ||
    before === block ||
    before.kind === "table-row" ||
    before.end - before.start > 60
  )
    return undefined;
  if (isOfCandidates(x.norm, before.start, before.end)) return undefined;
  const dates = datesIn(x, before.start, before.end);
  if (dates.editions.length !== 1 || dates.years.length > 1) return undefined;
  return { ...heading, edition: dates.editions[0]!.edition, years: dates.years.map((y) => y.year) };
}

/** （续上表） above the rest of a table. */
const GOES_ON = gated(/^[（(]?(?:续|接)(?:上|前)?表?\d{0,2}[）)]?[：:]?$/);
export const goesOnBelow = ({ norm }: Extraction, { start, end }: Block): boolean =>
  end - start <= 8 && GOES_ON.test(norm, start, end);

/** What a line right above a table ends in that says what the table is of. */
const CAPTIONS = gated(
  /(?:情况|一览|清单|名单|名录|目录|统计|安排|明细|汇总|计划|目标|数据|表)表?(?:（[^（）]{0,16}）)?[：:]?$/,
);
const LONGEST_CAPTION = 40;
const OF_PRIZES = gated(/奖(?!励|补|金)|获|荣誉|称号|得主|表彰|表扬|上榜|光荣|当选/);
/** What firms have besides prizes, and what is done with them. */
const OTHERS = gated(
  /资金|经费|补[助贴]|奖[励金补]|标准|专利|商标|项目|计划|规划|任务|分工|名额|目标|指标|培[训育]|辅导|[抽检]查|检测|产值|营收|投[资入]/,
);

/**
 * 质量奖励资金安排表, 主导制定标准情况: whether the line right above a table says that it is of something else than prizes. 企业名单 and
 * 表1　组织类名单 are of those whom the heading is of, and 专利名单 is below 某市专利奖.
 */
export function isOfOthers(x: Extraction, before: Block | undefined, award: DocEntity | undefined): boolean {
  if (before === undefined || before.kind === "table-row" || before.kind === "title") return false;
  const { start, end } = before;
  if (end - start > LONGEST_CAPTION || mentionsType(x, start, end, "Award")) return false;
  if (!CAPTIONS.test(x.norm, start, end) || OF_PRIZES.test(x.norm, start, end)) return false;
  const subject = OTHERS.exec(x.norm, start, end)?.[0];
  return subject !== undefined && award?.name.includes(subject) !== true;
}

/** 获奖, 授予, 评审结果公布: what a heading or lead says that tells who has won. */
const ANNOUNCES = gated(/获奖|得主|授予|表彰|公布|揭晓/);
const LONGEST_LEAD = 80;
/** 评审情况 below a title of winners: of all who were assessed. */
const ASSESSES = gated(/评审(?!结果)|评分|打分/);

/** Whether what stands right above a table, or else the headings over it, say that those whom it lists have won. */
export function isOfWinners(
  { norm }: Extraction,
  before: Block | undefined,
  heading: Heading | undefined,
): boolean {
  if (before !== undefined && before.kind !== "table-row") {
    const { start, end } = before;
    // 经申报、评审、公示，现将获奖企业公布如下：
    const clause = Math.max(start, norm.lastIndexOf("，", end) + 1, norm.lastIndexOf("。", end - 2) + 1);
    if (isOfCandidates(norm, clause, end)) return false;
    if (ANNOUNCES.test(norm, clause, end)) return true;
    if (ASSESSES.test(norm, clause, end)) return false;
  }
  for (let over = heading; over !== undefined; over = over.over) {
    const { start, end } = over.block;
    if (ANNOUNCES.test(norm, Math.max(start, end - LONGEST_LEAD), end)) return true;
  }
  return false;
}

const YEAR = /(?:19|20)\d\d(?!\d)/;

/** What stands above a table, without the round that it tells where the rows are of several years: those are of others. */
export function ofRows(
  heading: Heading | undefined,
  rows: readonly Block[],
  columns: readonly Column[] | undefined,
): Heading | undefined {
  const at = columns?.indexOf("date") ?? -1;
  if (heading?.edition === undefined || at < 0) return heading;
  let first: string | undefined;
  for (const { cells, isHeader } of rows) {
    const year = isHeader === true ? undefined : YEAR.exec(cells?.[at]?.text ?? "")?.[0];
    if (first !== undefined && year !== undefined && year !== first)
      return { ...heading, edition: undefined, years: [] };
    first ??= year;
  }
  return heading;
}

const CAPTION = gated(
  /^(?:【|[一二三四五六七八九十]{1,3}、|（[一二三四五六七八九十]{1,3}）)?(?:附?[表件][\d一二三四五六七八九十]{0,3}[\s：:.、]{0,3})?[^，。；\d]{0,12}((?:19|20)\d\d)年度?(?:[^—至\d]{0,16}(?:奖|荣誉|称号)|[^，。；—至\d]{0,12}名单$)/,
);

/** 表二　2023年质量奖项获得情况: the year that the heading right above a table gives all that it lists. */
export function captionYear(x: Extraction, before: Block | undefined): number | undefined {
  if (before?.kind !== "heading" || isOfCandidates(x.norm, before.start, before.end)) return undefined;
  const match = CAPTION.exec(x.norm, before.start, before.end);
  return match === null ? undefined : Number(match[1]);
}

/** 4月, 12月18日: a cell of a column of dates that leaves out the year. */
const MONTH_ALONE = gated(/^\s{0,3}\d{1,2}月(?:\d{1,2}日|[上中下]旬|初|底)?\s{0,3}$/);

/** The year of a row whose date is a month: the one that the headings above it tell, 公司2021年度获奖一览. */
export function yearOfMonth(x: Extraction, row: Block, headers: Headers): number | undefined {
  for (const { text, header } of row.cells ?? [])
    if (MONTH_ALONE.test(text) && headers.of(header) === "date") return yearAbove(x, row);
  return undefined;
}
