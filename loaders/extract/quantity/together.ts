import type { EntityType } from "../../../schema/index.js";
import { gated } from "../../patterns/gated.js";
import { firstFrom } from "../spans.js";
import type { DocEntity } from "../types.js";
import { changeOf, shareOf } from "./changes.js";
import type { Paragraph } from "./paragraph.js";
import type { Part } from "./part.js";
import { measured, tidy, withoutLead } from "./phrases.js";
import { SUBJECTS } from "./roles.js";
import { withoutTimes } from "./times.js";

/** What one figure of several is of, where a clause distributes them. */
export interface Assigned {
  indicator: string;
  subject?: DocEntity;
}

const TAIL = gated(/(?:企业|组织|单位|个人|秘书处|标准|专利|商标|收入|产值)$/);
const SIDES = gated(/^(?:城镇|城市|农村|工业|农业|出口|进口|国内|国外|线上|线下|存款|贷款|男性|女性)/);
const GRADE = gated(/^(?:新增)?(?:国家级|省级以上|市级以上|省级|市级|国家|全国|省部级以上)/);
const SUMMED = gated(
  /^(.{1,300}?)[两二三四五六七八九十](?:大|个)((?:产业|行业|集群|板块|领域|园区).{0,300})$/,
);
const AGAINST = gated(/(?:同比|环比|[比较]上年|[比较]去年)$/);
const NEW = gated(/^(?:新认定|新增|净增|新)/);
const COUNTED_TOGETHER = gated(/([两二三四五六])[个家座大]?(中心|平台|实验室|企业|公司|园区|县|区|市)$/);
const PREDICATED = gated(/^(.{2,6}?)分别(?:被)?(?:认定为|评为|获评|获得?|入选|列入|通过|成为)(.+)$/);
const RATE = gated(/[率度]$/);
const AWARD = gated(/^.{0,300}奖(?=组织|企业|单位|个人)/);
const GRADED = gated(/^(?:国家|省|市|全国)/);
const WINNER = gated(/^(?:组织|企业|单位|个人)$/);
const HAN = "一二三四五六七八九";
const KINDS: readonly (readonly [RegExp, readonly EntityType[]])[] = [
  [/中心|平台|实验室/, ["Platform"]],
  [/企业|公司/, ["Company"]],
  [/园区|县|区|市/, ["Zone", "County", "City"]],
];

/** The clause's figures with what 分别 gives to each; undefined where it gives nothing to them. */
export function assigned(p: Paragraph, parts: readonly Part[]): Assigned[] | undefined {
  return predicated(parts) ?? distributed(p, parts);
}

/** 重点实验室、技术创新中心分别为152家和87家; 两个中心分别出具报告6800份和2150份. */
function distributed(p: Paragraph, parts: readonly Part[]): Assigned[] | undefined {
  const first = parts[0]!;
  const at = first.before.lastIndexOf("分别");
  if (at < 0) return undefined;
  let n = 1;
  while (n < parts.length && parts[n - 1]!.after === "" && measured(parts[n]!.before) === "") n++;
  if (n < 2) return undefined;
  const listed = listedTogether(p, first, n);
  if (listed !== undefined) return listed;
  const against = AGAINST.exec(first.before.slice(0, at))?.[0] ?? "";
  const head = measured(first.before.slice(0, at - against.length));
  const told = measured(against + first.before.slice(at + 2));
  const subjects = namedTogether(p, head, n, first.from);
  if (subjects !== undefined) return subjects.map((subject) => ({ indicator: tidy(told), subject }));
  if (head === "" && p.said.recent.length >= n) {
    // 出口和进口…，分别增长8%和9%: of what the clause before measured.
    const before = against + first.before.slice(at + 2);
    const aspect = changeOf(before)?.aspect ?? shareOf(before)?.aspect;
    if (told === "") return p.said.recent.slice(-n).map((name) => ({ indicator: NEW.replace(name, "") }));
    if (aspect !== undefined) return p.said.recent.slice(-n).map((name) => ({ indicator: name + aspect }));
  }
  return (itemsOf(head, n) ?? tradesBefore(p, first, n)?.map((trade) => trade + head))?.map((item) => ({
    indicator: tidy(item + told),
  }));
}

/** 质量奖企业数居全省第一，甲市、乙市分别拥有7家、4家: what the clause before tells of. */
function spreadBefore(p: Paragraph, { clause }: Part): string {
  const previous = p.clauses[firstFrom(p.clauses, clause.start) - 1];
  if (previous?.mark !== "，" || previous.start < p.sentence) return "";
  const told = SPREAD.exec(p.x.norm, previous.start, previous.end)?.[1];
  return told === undefined ? "" : tidy(measured(withoutTimes(told)));
}
const SPREAD = gated(
  /^([^，。；：]{3,24}?)(?:的?(?:总?数量?|总量))?(?:主要|多|大多)?(?:分布|遍布|集中|来自|连续[一二三四五六七八九十\d]{1,3}[年届次]|位?居|位?列|排)/,
);

/** 甲县、乙区入库企业分别为52家、47家: of those named in a row before what is measured. */
function listedTogether(p: Paragraph, first: Part, n: number): Assigned[] | undefined {
  const { from, figure } = first;
  const { norm } = p.x;
  const at = norm.lastIndexOf("分别", figure.start);
  if (at < from) return undefined;
  const named = p.x
    .mentionsIn(from, at, SUBJECTS)
    // 某市某区: the inner one.
    .filter(({ generic, end }, i, all) => !generic && all[i + 1]?.start !== end);
  if (named.length !== n) return undefined;
  for (let i = 1; i < n; i++) if (!JOINED.test(norm, named[i - 1]!.end, named[i]!.start)) return undefined;
  const measure = SEVERAL.replace(norm.slice(named[n - 1]!.end, at), "") + norm.slice(at + 2, figure.start);
  const indicator = tidy(measured(withoutTimes(measure))) || spreadBefore(p, first);
  return indicator === "" ? undefined : named.map(({ entity }) => ({ indicator, subject: entity }));
}
const JOINED = gated(/^[、和与及]$/);
const SEVERAL = gated(
  /^(?:等?[两二三四五六七八九]?(?:个|家)?(?:地|市|县|区|园区|县区|市县|县市|单位|企业|公司)(?!级))/,
);

/** 甲、乙、丙三大主导产业，营业收入分别为…: the trades that the clause before names. */
function tradesBefore(p: Paragraph, { clause }: Part, n: number): string[] | undefined {
  const previous = p.clauses[firstFrom(p.clauses, clause.start) - 1];
  if (previous?.mark !== "，") return undefined;
  const { until } = p.said;
  const from = until > previous.start && until < previous.end ? until : previous.start;
  const match = TRADES.exec(p.text(from, previous.end));
  if (match === null) return undefined;
  const [, listed, kind] = match as unknown as [string, string, string];
  const names = listed.split(/[、和与]/);
  return names.length === n ? names.map((name) => name + kind) : undefined;
}
const TRADES = gated(
  /^([^，。；]{3,40}?)[两二三四五六七八九十](?:大|个)(?:主导|支柱|优势|特色|重点|细分)?(产业|行业|集群|板块|领域)$/,
);

/** 两个中心分别…: the last two of that kind that were named. */
function namedTogether(p: Paragraph, head: string, n: number, until: number): DocEntity[] | undefined {
  const match = COUNTED_TOGETHER.exec(head);
  if (match === null || HAN.indexOf(match[1]!.replace("两", "二")) + 1 !== n) return undefined;
  const types = KINDS.find(([noun]) => noun.test(match[2]!))![1];
  const found: DocEntity[] = [];
  for (const mention of p.x.mentionsIn(Math.max(p.block.start, until - 800), until, types).reverse()) {
    if (!found.includes(mention.entity)) found.unshift(mention.entity);
    if (found.length === n) return found;
  }
  return undefined;
}

/** 5家、8家企业分别被认定为AAA级和AA级企业. */
function predicated(parts: readonly Part[]): Assigned[] | undefined {
  if (parts.length < 2) return undefined;
  for (let i = 0; i < parts.length - 1; i++) if (parts[i]!.after !== "") return undefined;
  const match = PREDICATED.exec(parts.at(-1)!.after);
  if (match === null) return undefined;
  const [, noun, told] = match as unknown as [string, string, string];
  return itemsOf(told, parts.length)?.map((item) => ({
    indicator: tidy(item.endsWith(noun) ? item : item + noun),
  }));
}

/** 甲率、乙率、丙率均达到100%: each is a name of its own. */
export function ratesOf(before: string): string[] | undefined {
  if (!before.includes("、")) return undefined;
  const names = measured(before).split("、");
  if (names.length < 2 || !names.every((name) => RATE.test(name) && name.length > 3)) return undefined;
  return names.map((name) => tidy(withoutLead(name)));
}

/** The n things that an enumeration names, with what they share: 省级以上, 市长质量奖, 企业. */
function itemsOf(text: string, n: number): string[] | undefined {
  const items = text
    .split(/、|(?<![参违调共总饱缓温柔])(?:以?及其?|和|与)/)
    .map((item) => item.trim())
    .filter((item) => item !== "");
  if (items.length !== n) return undefined;
  // 城镇和农村居民人均可支配收入: what follows the last holds for all.
  const last = items.at(-1)!;
  const shared = SIDES.test(last) ? last.slice(2) : "";
  if (shared.length > 2 && items.slice(0, -1).every((item) => item.length === 2 && SIDES.test(item)))
    return items.map((item, i) => (i < n - 1 ? item + shared : item));
  const grade = GRADE.exec(items[0]!)?.[0] ?? "";
  const award = AWARD.exec(items[0]!)?.[0] ?? "";
  // 乳制品、肉制品两大产业产值: what is shared follows their number.
  const summed = SUMMED.exec(items.at(-1)!);
  if (summed !== null) return items.map((item, i) => (i < n - 1 ? item : summed[1]!) + summed[2]!);
  const tail = TAIL.exec(items.at(-1)!)?.[0] ?? "";
  return items.map((item, i) => {
    let name = item;
    if (i > 0 && grade !== "" && !GRADED.test(item)) name = grade + item;
    else if (i > 0 && award !== "" && WINNER.test(item)) name = award + item;
    return i < n - 1 && tail !== "个人" && !TAIL.test(name) ? name + tail : name;
  });
}
