import { divisions } from "../../lexicon/divisions.js";
import { BLANKS } from "../../patterns/blanks.js";
import { CharacterSet } from "../../patterns/character-set.js";
import { gated } from "../../patterns/gated.js";
import { gatedAll } from "../../patterns/gated-all.js";
import { indexWithin, mentionsType, wordWithin } from "../spans.js";
import type { Extraction } from "../types.js";
import { MAKER } from "./field-labels.js";
import { ascending, type Field, fieldsOf, numberingLength } from "./fields.js";
import { datesOf, type When } from "./noted.js";
import type { Prize } from "./prize.js";
import { datesIn, prizesIn, wordsIn } from "./prizes.js";
import { tierOfLabel } from "./tier-labels.js";
import type { TierName } from "./tiers.js";
import { POST, type Unit, unitOf, unitsIn } from "./units.js";
import { numeral } from "./when.js";

/** What one field of a line is. */
export type Role =
  | { kind: "award"; prizes: readonly Prize[]; when: When[]; verbal: boolean }
  | { kind: "tier"; tier: TierName; when: When[] }
  | { kind: "date"; when: When[] }
  | { kind: "label"; of: "winner" | "person" | "maker" | "aside" | "honours" | "work" }
  | { kind: "winners"; units: readonly Unit[]; when: When[] }
  | { kind: "post"; when: When[] }
  | { kind: "text"; start: number; end: number };

/** The kind of its role stands beside it: roles are of as many shapes as kinds, which makes reading it from them slow. */
export type RoledField = Field & { kind: Role["kind"]; role: Role };

/** A line as its fields with their roles; sentences and what only looks like a line have none. */
export interface Entry {
  fields: RoledField[];
  start: number;
  end: number;
  units: readonly Unit[];
  /** Undefined where the line names no award. */
  prizes: readonly Prize[] | undefined;
}

export const DATE =
  "(?:(?:19|20)\\d\\d(?:年度?|[./-]\\d{1,2}(?:[./-]\\d{1,2})?)?(?:\\d{1,2}月(?:\\d{1,2}日)?)?|[首第][一二三四五六七八九十\\d]{0,9}[届批])";
/** Dates are marked first: to look for one after the other in a longer pattern would try all ways to part their digits. */
const DATES = gatedAll(new RegExp(DATE, "g"));
const markDates = (text: string): string => DATES.replace(text, "@");
/** With what a field of dates alone begins. */
const DATE_BEGINS = new CharacterSet("（@12首第");
const ONLY_DATES =
  /^[（]?@(?:[、，和及至—·\s（）]{0,9}@){0,60}[，）]?(?:命名|授予|授牌|认定|获批|获评|颁发|颁布|入选|公布|表彰|评出|揭晓|颁出|颁|产生|共?[\d一二两三四五六七八九十]{1,3}[家个名])?[）]?$/;
const SPAN_OF_YEARS = gated(/^(?:19|20)\d\d年?[—–~～至-]{1,2}(?:19|20)\d\d年$/);
const DATED_BEHIND = gated(/^：\s?(?:19|20)\d\d年/);
const DATED_TIER = /^([^（）]{2,16}(?:（[^（），、；]{2,10})?)[（，、；·]([^（），、；·]{2,8}奖)）$/;
/** 2021年（专利权人：某公司）, 2020年（项目“某技术”）: whose the patent is, or what it was won for. */
const DATE_OF_MAKER = gated(
  /^(?:19|20)\d\d年?（(?:专利权人|权利人|发明人|完成单位|(?:获奖)?(?:项目|成果|专利|标准|技术)[：“《])[^（）]{2,60}）$/,
);
/** 第五届（2016年）、提名奖 */
const DATE_AND_TIER = gated(/^([首第12][^，；、。]{2,24})、([^（），、；·]{2,8}奖)$/);
/** 2011年度特等奖（参与） behind the name of its award. */
const TIER_BEHIND_DATE = gated(
  /^(?:(?:(?:19|20)\d\d年度?|[首第][一二三四五六七八九十\d]{0,3}[届批])[、，和的]?){1,9}([^（）]{2,9})(?:（[^（）]{1,20}）)?$/,
);
/** 某奖：2019年，第七届；|此前在2015年的第五届获提名奖 */
const EARLIER = gated(
  /^(?:此前|之前|早前|更早|另|[曾又还再已先首]次?|在|于|的|，){1,6}(?:(?:19|20)\d\d年|[首第][一二三四五六七八九十\d]{0,3}届|[的，（）]){1,6}(?:上|评选中?)?(?:[曾又还再已也]|先后)?(?:获得?|[拿摘夺捧]?得|为|是|入围|拿[到下过]|捧回|领回)过?([\u4e00-\u9fa5]{2,5}奖)$/,
);
const NOMINATED = "（提）";
/** A date with who conferred the award. */
const GIVEN_BY = gated(
  /^(?:19|20)\d\d年(?:\d{1,2}月)?（[^（）\d，；]{2,30}(?:[协学合分总理事员]会|[部局厅委]|政府|组织)(?:授予|命名|颁发|评定|认定)?）$/,
);
const TIER_BEFORE_DATE = gated(/^([^（），\d]{1,6}[奖围])\s?(?:（|(?:19|20)\d\d|[首第])/);
const WINNER_LABEL = gated(
  /^(?:获奖|获评|获得|受?表彰|受?表扬|受奖|获授|入选|授予|命名|公布)?(?:组织|企业|单位|个人|集体|团队|机构|者|人员|名单|得主|获得者|学校|医院|公司|班组|产品|品牌|地区|城市|主体|对象|个人和组织|班组)类?(?:名单|名称)?$|^(?:上台|登台|领奖|受奖|受牌)(?:领奖|受奖)?(?:单位|企业|组织|者|名单)?$/,
);
const MAKER_LABEL = gated(new RegExp(`^${MAKER}(?:分别)?$`));
const ASIDE_LABEL = gated(
  /^(?:代表|颁奖(?:嘉宾|人|领导)?|主持人?|宣读人?|礼仪(?:引导)?|推荐单位|推荐部门|地址|地点|所在地|属地|所属地区|所属区县?|所属行业|行业|主营(?:业务|产品)?|颁发(?:单位|机关|机构|部门)|颁奖(?:单位|机关)|授予(?:单位|机关|部门)|发证(?:单位|机关)|评定机构|认定(?:单位|机关|部门)|批准(?:单位|机关)|备注|说明|简介|网址|电话|联系人|联系方式)$/,
);
/** Labels that say what their fields show by themselves. */
const NEUTRAL_LABEL = gated(
  /^(?:获奖|授予|颁发|认定|获评)?(?:时间|年份|年度|日期|届次)$|^(?:获奖|奖励|评定|授奖|奖项)?(?:等级|等次|奖级)$|^(?:奖项|荣誉|荣誉称号|称号|奖项名称|荣誉名称|获奖名称|所获荣誉|所获奖项|获得荣誉)$/,
);
/** Words beside names that say nothing of their own. */
const FILLER =
  /(?:等?[\d一二三四五六七八九十]{0,3}[家个名项位件人]?(?:荣誉)?(?:称号|荣誉)|[“”《》、，；。：（）【】\s·*★☆▲△▽▼●○◆◇■□※#]|共?[\d一二三四五六七八九十]{1,3} ?(?:家次?|个|名|项|位|件|人)|×\d{1,2}|本级|排名不分先后|我[市省区县]共?[\d一二三四五六七八九十]{1,3} ?[家个名项位件人]|按.{1,6}排序|以下简称.{0,12}|奖牌|牌匾|证书|名单|等次|级别|获奖(?:组织|企业|单位|个人|者)|组织|企业|单位|个人|集体)/y;
/** With what fillers begin: a text that begins otherwise is more than those. */
const FILLER_BEGINS = new CharacterSet(
  `${BLANKS}等0123456789一二三四五六七八九十家个名项位件人×本荣称“”《》、，；。：（）【】·*★☆▲△▽▼●○◆◇■□※#共排按以奖牌证级获组企单集我`,
);

/** Where the words that say nothing of their own end with which a text begins. */
function fillersEnd(text: string): number {
  let end = 0;
  while (end < text.length && FILLER_BEGINS.has(text.charCodeAt(end))) {
    FILLER.lastIndex = end;
    if (!FILLER.test(text)) break;
    end = FILLER.lastIndex;
  }
  return end;
}

/** A text without such words, wherever they stand in it; `from` is where those end that it begins with. */
function withoutFillers(text: string, from: number): string {
  let kept = "";
  let start = from;
  for (let at = from; at < text.length; ) {
    FILLER.lastIndex = at;
    if (!FILLER_BEGINS.has(text.charCodeAt(at)) || !FILLER.test(text)) {
      at++;
      continue;
    }
    kept += text.slice(start, at);
    at = FILLER.lastIndex;
    start = at;
  }
  return kept + text.slice(start);
}

const GETS =
  /^(?:先后|[两三]度|[两三]次)?(?:颁[发授奖](?=$)|荣获|获评为?|获得(?!者)|[两三]获|获颁|获授|获(?!得者|奖)|再获|荣膺|被?授予|被?评为|被?认定为|入选|喜获|摘[得取]|捧[回得]|拿[下到回]|[夺斩揽赢][获得]|问鼎|跻身|成为|荣登)|(?:荣获|获评为?|获得|获颁|获授|获|再获|荣膺|被?授予|被?评为|被?认定为|入选|喜获|摘得|捧回|荣登)$/;

/** 工业和信息化部|第五批某示范企业: a ministry right before a prize has conferred it. */
const isGiver = ({ entity, end }: Unit, { start }: Prize): boolean =>
  entity.type === "GovernmentBody" && start - end <= 6 && end <= start && MINISTRY.test(entity.name);
const MINISTRY = gated(/(?:部|总局|总工会)$|^国家[\u4e00-\u9fa5]{2,8}[委局]/);

/** The line in [from, to) by its fields. Undefined for a sentence. */
export function entryOf(x: Extraction, from: number, to: number): Entry | undefined {
  const { norm } = x;
  const start = from + numberingLength(norm, from, to);
  let end = to;
  if (STOP.has(norm.charCodeAt(end - 1))) end--;
  end = beforeRemark(norm, start, end);
  // （第九届提名奖：甲、乙）: an entry that stands in brackets as a whole.
  let open = start;
  if (
    norm.charCodeAt(open) === OPEN &&
    norm.charCodeAt(end - 1) === CLOSE &&
    /^[^（）]{0,200}：[^（）]{0,200}$/.test(norm.slice(open + 1, end - 1))
  ) {
    open++;
    end--;
  }
  return entryIn(x, open, end, bearerEnd(norm, open, end));
}

/** 甲公司（某县）|。2008年，某奖；…, 某某，甲公司车间主任|。2016年，某奖: where a stop parts whom the line is of from what it tells, as a colon would; -1 without. */
function bearerEnd(norm: string, start: number, end: number): number {
  const stop = indexWithin(norm, "。", start, Math.min(end, start + LONGEST_BEARER));
  return stop > 0 &&
    DATE_BEGINS.has(norm.charCodeAt(stop + 1)) &&
    TOLD_OF_BEARER.test(norm, stop + 1, Math.min(end, stop + 14))
    ? stop
    : -1;
}
const LONGEST_BEARER = 60;
const TOLD_OF_BEARER = gated(/^(?:(?:19|20)\d\d年?度?|[首第][一二三四五六七八九十\d]{0,3}[届批])[，：（ ]/);

/** 获奖者为|甲、乙|。, 甲、乙|等2家单位获奖。: who a sentence below a heading says that they are; undefined for other sentences. */
export function toldEntry(x: Extraction, from: number, to: number): Entry | undefined {
  const { norm } = x;
  if (to - from > LONGEST_TOLD || norm[to - 1] !== "。") return undefined;
  const lead = LEADS_TO.exec(norm, from, Math.min(to, from + 16))?.[0].length ?? 0;
  const tail = SAID_BEHIND.exec(norm, Math.max(from, to - 24), to)?.[0].length ?? 0;
  const end = to - tail;
  if ((lead === 0 && tail === 0) || end <= from + lead || SENTENCE_PARTS.within(norm, from + lead, end - 1))
    return undefined;
  const entry = entryIn(x, from + lead, tail === 0 ? end - 1 : end);
  return entry?.fields.every(({ kind }) => kind === "winners") === true ? entry : undefined;
}
const LONGEST_TOLD = 200;
const LEADS_TO = gated(/^(?:(?:获奖(?:者|组织|单位|企业)|得主|他们)?(?:分别)?[是为]|由)(?=[^，。；：]{4})/);
const SAID_BEHIND = gated(
  /(?:等?[\d一二两三四五六七八九十]{1,3}[家个名](?:单位|企业|组织|个人)?)?(?:获得|获奖|摘得|夺得|获此殊荣|榜上有名)。$/,
);
const SENTENCE_PARTS = new CharacterSet("，。；：！？");

/** 2005年　某某名城|（同年，某镇获…）: what a bracket at a line's end tells of others is no part of the entry. */
function beforeRemark(norm: string, start: number, end: number): number {
  if (norm.charCodeAt(end - 1) !== CLOSE) return end;
  const remark = REMARK.exec(norm, start, end);
  return remark === null ? end : end - remark[0].length;
}
/** 2017　某省质量奖|（该奖2018年后不再评选）: nor what it tells of the prize. */
const REMARK = gated(
  /（(?:同年|同批|同期|另有(?!提名奖?[^，；]{4,30}）$)|另，|此前|[该此本这](?:一?奖项?|称号|荣誉|项)|(?:后|现)(?:已|来)?(?:更名|改[称名为]))[^（）]{6,80}）$/,
);

const [OPEN, CLOSE] = ["（".charCodeAt(0), "）".charCodeAt(0)];
const STOP = new CharacterSet("。；;");
const SENTENCE_ENDS = new CharacterSet("。！？");

/** What stands in [start, end) by its fields, of which one may end in a stop. Undefined where a sentence ends in it. */
export function entryIn(x: Extraction, start: number, end: number, stop = -1): Entry | undefined {
  const { norm } = x;
  if (end - start > 400 || end <= start || SENTENCE_ENDS.within(norm, stop < 0 ? start : stop + 1, end))
    return undefined;
  const units = unitsIn(x, start, end);
  const prizes = mentionsType(x, start, end, "Award")
    ? prizesIn(x, start, end, datesIn(x, start, end), wordsIn(x, start, end))
    : undefined;
  const awards = prizes === undefined ? NO_PRIZES : prizes.filter(isAward);
  const fields: RoledField[] = [];
  for (const field of stop < 0 ? labelled(x, start, end, units) : partedByStop(x, start, stop, end, units)) {
    const role = roleOf(x, field, units, awards, fields);
    if (role !== undefined)
      fields.push({ start: field.start, end: field.end, sep: field.sep, kind: role.kind, role });
  }
  return { fields, start, end, units, prizes };
}

const NO_PRIZES: readonly Prize[] = [];
const isAward = ({ kind }: Prize): boolean => kind === "award";

/** Those that reach into a field. */
function prizesOf(prizes: readonly Prize[], field: Field): readonly Prize[] {
  const own: Prize[] = [];
  for (const prize of prizes) if (prize.end > field.start && prize.start < field.end) own.push(prize);
  return own;
}

/** Those that stand in a field. */
function unitsOf(units: readonly Unit[], field: Field): readonly Unit[] {
  const own: Unit[] = [];
  for (const unit of units) if (unit.start >= field.start && unit.end <= field.end + 1) own.push(unit);
  return own;
}

/** （提名奖）甲, （2020年提名奖）甲, （2014）某奖 */
const BRACKETED = gated(/^（([^（）]{2,16})）\s{0,20}(?=\S)/);

/** 武　汉：甲、乙: where those are, set as wide as the other places' names. */
const SPACED_PLACE = gated(/^([\u4e00-\u9fa5])\s{1,3}([\u4e00-\u9fa5])：\s?/);
const LONGEST_LABEL = 40;
/** 【某奖】, 〔某市〕 */
const LABEL_MARKS = new CharacterSet("【〔");

/** The fields; （提名奖）甲　乙, 【某奖】甲　乙 and 〔某市〕甲　乙 begin with a label as 提名奖：甲　乙 does. */
function labelled(x: Extraction, start: number, end: number, units: readonly Unit[]): Field[] {
  const spaced = SPACED_PLACE.exec(x.norm, start, Math.min(end, start + 8));
  if (spaced !== null && divisions.byName(spaced[1]! + spaced[2]!).length > 0)
    return labelled(x, start + spaced[0].length, end, units);
  if (LABEL_MARKS.has(x.norm.charCodeAt(start))) {
    const close = indexWithin(
      x.norm,
      x.norm[start] === "【" ? "】" : "〕",
      start,
      Math.min(end - 1, start + LONGEST_LABEL),
    );
    if (close > 0) {
      // 【金奖】甲、乙；【银奖】丙: each with its own.
      const next = wordWithin(x.norm, "；【", close, end);
      const to = next < 0 ? end : next;
      const fields = fieldsOf(x, start + 1, close, units);
      const more = fieldsOf(x, close + 1, to, units);
      if (more.length > 0 && (more[0]!.sep === "" || more[0]!.sep === " ")) more[0]!.sep = ":";
      fields.push(...more);
      if (next < 0) return fields;
      const others = labelled(x, next + 1, end, units);
      if (others.length > 0) others[0]!.sep = ";";
      return fields.concat(others);
    }
  }
  const bracket = BRACKETED.exec(x.norm, start, end);
  if (bracket === null)
    return tiersBehindTitles(
      x,
      tiersApart(x.norm, labelsApart(x.norm, fieldsOf(x, start, end, units), units), units),
    );
  const label = bracket[1]!;
  const dated = DATE_BEGINS.begins(label) && label.endsWith("奖");
  // （2014）某奖, of nobody who is named there.
  if (!dated && units.length === 0 && DATE_BEGINS.begins(label) && ONLY_DATES.test(markDates(label))) {
    const told = fieldsOf(x, start + bracket[0].length, end, units);
    if (told.length > 0 && told[0]!.sep === "") told[0]!.sep = " ";
    return [...fieldsOf(x, start + 1, start + 1 + label.length, units), ...told];
  }
  if (!dated && tierOfLabel(label) === undefined && !WINNER_LABEL.test(label))
    return fieldsOf(x, start, end, units);
  const fields = fieldsOf(x, start + bracket[0].length, end, units);
  const first = fields[0];
  if (first !== undefined) first.sep = ":";
  return [...fieldsOf(x, start + 1, start + 1 + label.length, units), ...fields];
}

/** The fields before and behind a stop, parted as by a colon. */
function partedByStop(
  x: Extraction,
  start: number,
  stop: number,
  end: number,
  units: readonly Unit[],
): Field[] {
  const [first, ...more] = labelled(x, stop + 1, end, units);
  const fields = fieldsOf(x, start, stop, units);
  return first === undefined ? fields : [...fields, { ...first, sep: ":" }, ...more];
}

/** 提名奖甲、乙 behind winners is as 提名奖：甲、乙, 专利权人甲 behind a patent as 专利权人：甲. */
function labelsApart(norm: string, fields: Field[], units: readonly Unit[]): Field[] {
  for (const { start, end } of units) {
    if (!LABEL_END.has(norm.charCodeAt(start - 1))) continue;
    const at = fields.findIndex((f) => f.start < start && f.end >= end);
    const label = at < 1 ? null : LABEL_BEFORE.exec(norm, fields[at]!.start, start);
    if (label === null) continue;
    const field = fields[at]!;
    fields.splice(
      at,
      1,
      { ...field, start: start - label[1]!.length, end: start },
      { start, end: field.end, sep: ":" },
    );
  }
  return fields;
}

/** 甲公司提名, 乙医院提名奖 behind others is as 甲公司（提名奖）. */
function tiersApart(norm: string, fields: Field[], units: readonly Unit[]): Field[] {
  for (const { end, note } of units) {
    if (note !== "" || !TIER_BEGINS.has(norm.charCodeAt(end))) continue;
    const at = fields.findIndex((f) => f.start < end && f.end > end);
    if (at < 1 || tierOfLabel(norm.slice(end, fields[at]!.end)) === undefined) continue;
    const field = fields[at]!;
    fields.splice(at, 1, { ...field, end }, { start: end, end: field.end, sep: " " });
  }
  return fields;
}
const TIER_BEGINS = new CharacterSet("提正");

/** 某某技术（甲大学）一等奖, “某方法”银奖 is as 某某技术（甲大学）　一等奖. */
function tiersBehindTitles(x: Extraction, fields: Field[]): Field[] {
  for (let i = 0; i < fields.length; i++) {
    const { start, end } = fields[i]!;
    if (end - start < 12 || x.norm.charCodeAt(end - 1) !== PRIZE) continue;
    const tier = TIER_BEHIND_TITLE.exec(x.norm, start, end);
    if (tier === null || mentionsType(x, start, end, "Award")) continue;
    const at = start + tier.index + 1;
    fields.splice(i, 1, { ...fields[i]!, end: at }, { start: at, end, sep: " " });
  }
  return fields;
}
const PRIZE = "奖".charCodeAt(0);
const TIER_BEHIND_TITLE = gated(/[）”》](?:项目奖)?(?:[特一二三]等|[金银铜]|优秀)奖$/);

const LABEL_END = new CharacterSet("奖人位者业构");
const LABEL_BEFORE = gated(
  new RegExp(
    `^(?:另有|另设|还有|其中)?((?:个人|组织)奖|(?:个人|组织)?(?:提名奖|正奖|优秀奖|[金银铜]奖|[特一二三]等奖)|${MAKER})$`,
  ),
);

function roleOf(
  x: Extraction,
  field: Field,
  allUnits: readonly Unit[],
  allPrizes: readonly Prize[],
  before: readonly RoledField[],
): Role | undefined {
  const { norm } = x;
  const text = withoutSign(norm.slice(field.start, field.end).trim());
  if (DAY.test(text) || (before.length === 0 && (NUMBER.test(text) || CODE.test(text)))) return undefined;
  if (PATENT_NUMBER.test(text)) return undefined;
  if (fillersEnd(text) === text.length) return labelOf(text);
  if (NEUTRAL_LABEL.test(text)) return undefined;
  // 2001—2010年：2004年，某奖: of which years a line tells.
  if (before.length === 0 && SPAN_OF_YEARS.test(text) && DATED_BEHIND.test(norm, field.end, field.end + 7))
    return undefined;
  if (DATE_BEGINS.begins(text) && ONLY_DATES.test(markDates(text)))
    return { kind: "date", when: datesOf(x, field.start, field.end) };
  if (DATE_BEGINS.begins(text) && DATE_OF_MAKER.test(text))
    return { kind: "date", when: datesOf(x, field.start, indexWithin(norm, "（", field.start, field.end)) };
  // 一届（2013年）｜甲公司
  const round = before.length === 0 ? BARE_ROUND.exec(text) : null;
  if (round !== null)
    return { kind: "date", when: [{ year: Number(round[2]), edition: numeral(round[1]!) }] };
  // 2023年（第五届，提名奖）
  const noted = !DATE_BEGINS.begins(text)
    ? null
    : text.endsWith("奖）")
      ? DATED_TIER.exec(text)
      : DATE_AND_TIER.exec(text);
  const notedTier = noted === null ? undefined : tierOfLabel(noted[2]!);
  if (notedTier !== undefined && ONLY_DATES.test(markDates(noted![1]!)))
    return { kind: "tier", tier: notedTier, when: datesOf(x, field.start, field.end) };
  // 2019年（提）
  if (
    DATE_BEGINS.begins(text) &&
    text.endsWith(NOMINATED) &&
    ONLY_DATES.test(markDates(text.slice(0, -NOMINATED.length)))
  )
    return { kind: "tier", tier: "NOMINATION", when: datesOf(x, field.start, field.end) };
  // 某某之都，2021年（某某联合会）
  if (before.at(-1)?.kind === "award" && GIVEN_BY.test(text))
    return { kind: "date", when: datesOf(x, field.start, field.start + text.indexOf("（")) };
  const prizes = prizesOf(allPrizes, field);
  const units = unitsOf(allUnits, field);
  const given = prizes.length > 0 && units.every((unit) => isGiver(unit, prizes[0]!));
  if (given) {
    const rest = without(norm, field, units.length === 0 ? prizes : [...units, ...prizes]);
    const bare = rest.replace(GETS, "");
    if (isFiller(bare))
      return {
        kind: "award",
        prizes,
        when: datesOf(x, field.start, field.end),
        verbal: bare !== rest,
      };
  }
  const label = labelOf(text);
  if (label !== undefined) return label;
  const tier = prizes.length === 0 && units.length === 0 ? tierOfLabel(text) : undefined;
  if (tier !== undefined) return { kind: "tier", tier, when: datesOf(x, field.start, field.end) };
  // 某奖：2011年度特等奖；2017年度二等奖, 2021年提名奖 甲公司: each with its date.
  const leads = before.length === 0 && DATE_BEGINS.begins(text);
  if (units.length === 0 && (leads || (before[0]?.kind === "award" && prizes.length === 0))) {
    const dated = TIER_BEHIND_DATE.exec(text);
    const own = dated === null ? undefined : tierOfLabel(dated[1]!);
    if (own !== undefined) return { kind: "tier", tier: own, when: datesOf(x, field.start, field.end) };
    const earlier = leads ? null : EARLIER.exec(text);
    const had = earlier === null ? undefined : tierOfLabel(earlier[1]!);
    if (had !== undefined) return { kind: "tier", tier: had, when: datesOf(x, field.start, field.end) };
    // 某奖：2014年；提名奖2011年（第一届）
    const led = leads ? null : TIER_BEFORE_DATE.exec(text);
    const told = led === null ? undefined : tierOfLabel(led[1]!);
    if (told !== undefined && ONLY_DATES.test(markDates(text.slice(led![1]!.length))))
      return { kind: "tier", tier: told, when: datesOf(x, field.start, field.end) };
  }
  const last = before.length === 0 ? undefined : before[before.length - 1];
  if (units.length > 0) {
    if (text.includes("？")) return { kind: "text", start: field.start, end: field.end };
    const rest = without(norm, field, units);
    const filler = isFiller(rest) || officers(rest, units) || MADE_BY.test(rest);
    const parts = !filler && prizes.length === 0 && isPart(norm, field, units, last);
    if (parts && units.length > 1)
      return { kind: "winners", units: units.map((unit) => withNote(norm, field, unit)), when: [] };
    if (filler || parts) {
      // 某某（某公司技师）2019年: dates behind the last; 2019年甲公司、乙公司: before the first.
      // 甲公司、乙公司等2家（2021年）: a bracket behind how many they are.
      const { end } = units[units.length - 1]!;
      const behind =
        units.length === 1 || COUNTED_NOTE.test(norm, end, field.end)
          ? datesOf(x, end, Math.max(end, field.end))
          : [];
      const when = behind.length > 0 ? behind : datesOf(x, field.start, ascending(units)[0]!.start);
      return { kind: "winners", units, when };
    }
  }
  // 某某　某公司总工程师, 某某，某校校长: what stands by a person says who that is.
  if (last !== undefined && isPerson(last) && field.sep !== ";") {
    const bare = NOTE.replace(text, "");
    if (POST.test(bare) || ORGANIZATION.test(bare))
      return { kind: "post", when: NOTE.test(text) ? datesOf(x, field.start, field.end) : [] };
  }
  return { kind: "text", start: field.start, end: field.end };
}

/** 甲公司　★首届: a field without the sign that it begins with. */
const withoutSign = (text: string): string =>
  SIGNS.has(text.charCodeAt(0)) ? text.slice(1).trimStart() : text;
const SIGNS = new CharacterSet("★☆※◎");
const BARE_ROUND = gated(
  /^([一二三四五六七八九十]{1,3}|\d{1,2})届(?:[·，、]|\s|（)?((?:19|20)\d\d)年?度?）?$/,
);

/** 某公司卸船班, 某医院急诊科: what is a part of the last that a field names, in a list of organizations. */
function isPart(norm: string, field: Field, units: readonly Unit[], last: RoledField | undefined): boolean {
  if (last !== undefined && (isPerson(last) || last.kind === "text")) return false;
  for (const { entity, start, end, generic } of ascending(units)) {
    const { type } = entity;
    if (type !== "Company" && type !== "Institution" && type !== "GovernmentBody") return false;
    if (generic || end > field.end || start < field.start) return false;
  }
  return withoutUnits(norm, field, units)
    .split(/[、\s]/)
    .every(isPartOrNone);
}

/** 甲公司某车间（2021年）、…: the bracket behind the part is of the whole. */
function withNote(norm: string, field: Field, unit: Unit): Unit {
  const match = unit.note === "" ? PART_NOTE.exec(norm, unit.end, field.end) : null;
  return match === null
    ? unit
    : unitOf(unit.entity, unit.start, unit.end + match[0].length, match[1]!, unit.generic);
}
const COUNTED_NOTE = gated(
  /^等?[\d一二两三四五六七八九十]{1,3}[家个名位项](?:企业|单位|组织|个人)?（[^（）]{4,20}）$/,
);
const PART_NOTE = gated(/^[^（）、\s]{2,16}（([^（）]{2,16})）/);

/** The field's text with a mark in place of each of the units. */
function withoutUnits(norm: string, field: Field, units: readonly Unit[]): string {
  let text = "";
  let at = field.start;
  for (const { start, end } of ascending(units)) {
    text += `${norm.slice(at, start)}＃`;
    at = end;
  }
  return text + norm.slice(at, field.end);
}

/** A name with a part behind it, or alone. */
const PART =
  /^＃(?:[\u4e00-\u9fa5A-Z“”\d]{0,12}(?:科|部|室|车间|班|组|队|站|所|窗口|支行|厂|工段|作业区|生产线|支部|中心|岗))?(?:（[^（）]{2,16}）)?$/;
const isPartOrNone = (text: string): boolean => text === "" || PART.test(text);

/** ZL201610234567.8 before a patent's title. */
const PATENT_NUMBER = gated(/^(?:ZL|CN) ?\d{8,13}(?:\.[\dX])?[A-Z]?$/);
/** 1　某某　某公司: what only counts. */
const NUMBER = gated(/^\d{1,3}$/);
/** 【A-01】 before a line: which plate of a wall it is. */
const CODE = gated(/^[A-Z]{1,2}[-—]?\d{1,3}$/);
const DAY = gated(/^\d{1,2}月(?:\d{1,2}日|[上中下]旬|初|底)?$/);
const NOTE = gated(/（[^（）]*）$/);
const ORGANIZATION = gated(
  /(?:公司|集团|大学|学院|研究院|研究所|医院|学校|[中小]学|幼儿园|中心|局|院|所|站|厂|委|会|政府|部|处|科|室|车间|队|店|行|社|镇|街道)$/,
);
const isPerson = (field: RoledField): boolean =>
  field.role.kind === "winners" &&
  field.role.units.length === 1 &&
  field.role.units[0]!.entity.type === "Person";

const WORK_LABEL = gated(/^(?:获奖)?(?:发明)?(?:专利|项目|成果|作品|标准|工程|课题)(?:名称?|题目)?$/);
const HONOURS_LABEL = gated(
  /^(?:企业|公司|主要|所获|获得|集团|重要|历年|部分|质量)*(?:荣誉|荣誉称号|获奖情况|奖项|获奖|荣誉资质|资质荣誉)$|^(?:城市|区域|地方)(?:名片|荣誉|品牌|称号|名号|招牌)$|^区域$/,
);
/** What a label may have beside its words: notes, quotation marks, blanks, a count at the end. */
const BESIDE_LABEL = gatedAll(/（[^（）]{0,200}）|[“”\s]|[\d一二三四五六七八九十]{1,12}[家个名项位]$/g);
/** The last characters of labels, and what may follow them. */
const LABEL_ENDS = new CharacterSet(
  "片台奖表导读别域宾领仪持人位者业构门址点地区县务品关注明介话式利目果准程称誉号况项奖质织体队员单主校院司组牌市象类）“”家个名",
);

/** 另有个人1名：, 其中获奖组织： */
const BESIDES = /^(?:另有|另外|还有|其中)/;
const OF_PERSONS = gated(/个人类?$|人员$/);

function labelOf(text: string): Role | undefined {
  if (!LABEL_ENDS.ends(text)) return undefined;
  const bare = BESIDE_LABEL.replace(text, "").replace(BESIDES, "");
  if (MAKER_LABEL.test(bare)) return { kind: "label", of: "maker" };
  if (ASIDE_LABEL.test(bare)) return { kind: "label", of: "aside" };
  if (WORK_LABEL.test(bare)) return { kind: "label", of: "work" };
  if (HONOURS_LABEL.test(bare)) return { kind: "label", of: "honours" };
  if (WINNER_LABEL.test(bare)) return { kind: "label", of: OF_PERSONS.test(bare) ? "person" : "winner" };
  return undefined;
}

/** Posts beside the only person of a field: 装配技师某某, 某公司董事长、总经理某某. */
function officers(rest: string, units: readonly Unit[]): boolean {
  return (
    units.length === 1 &&
    units[0]!.entity.type === "Person" &&
    rest.length <= 30 &&
    !/[的了：；]|获|申报|为/.test(rest) &&
    rest.split(/[、兼\s]/).every((part) => part === "" || POST.test(part) || ORGANIZATION.test(part))
  );
}

/** The field's text without the spans, nor what is in brackets. */
function without(norm: string, field: Field, spans: readonly { start: number; end: number }[]): string {
  let rest = "";
  let at = field.start;
  for (const { start, end } of ascending(spans)) {
    if (start > at) rest += norm.slice(at, start);
    if (end > at) at = end;
  }
  if (field.end > at) rest += norm.slice(at, field.end);
  return NOTES.replace(rest, "");
}

/** 由某公司、某大学共同|完成: what is left of it without them. */
const MADE_BY = gated(
  /^由[、和与及，]{0,8}(?:共同|联合|合作|牵头|主导|自主|独立)?(?:完成|研发|研制|持有|共有|起草|制定|申报)$/,
);
const NOTES = gatedAll(/（(?:[^（）]|（[^（）]{0,60}）){0,200}）/g);

const LEFT =
  /^(?:@|另有|还有|来自|(?:全资|控股|参股)?[子分]公司|(?:旗下|下属|所属|成员)(?:企业|公司|单位)?|归属于?|奖?(?:得主|获得者)|[和与及暨兼等的度]|以及|等?[\d一二三四五六七八九十]{1,9}[家个名项位](?:企业|组织|单位|个人)?|\d{1,2}月(?:\d{1,2}日)?|男|女){0,12}$/;
/** With what the rest begins of a text that is nothing but fillers, dates and words that link. */
const LEFT_BEGINS = new CharacterSet(
  "@另还来全控参子分旗下所成归奖得获和与及暨兼等的度以男女首第0123456789一二三四五六七八九十",
);

function isFiller(text: string): boolean {
  const end = fillersEnd(text);
  return (
    end === text.length ||
    (LEFT_BEGINS.has(text.charCodeAt(end)) && LEFT.test(markDates(withoutFillers(text, end))))
  );
}
