import { groupBy } from "../../group-by.js";
import { gated } from "../../patterns/gated.js";
import { gatedAll } from "../../patterns/gated-all.js";
import { sortFew } from "../../sort-few.js";
import type { DocEntity, Extraction, RelationFinding } from "../types.js";
import { isPlaceTitle } from "./place-titles.js";
import type { TierName } from "./tiers.js";

/** One WON before findings are compared with each other. */
export interface Win {
  from: DocEntity;
  to: DocEntity;
  /** Undefined where the text says nothing: WINNER unless another finding says more. */
  tier: TierName | undefined;
  year: number | undefined;
  edition: number | undefined;
  start: number;
  end: number;
  rule: string;
  confidence: number;
}

/** A win; all have the same fields in the same order. */
export const winOf = (
  from: DocEntity,
  to: DocEntity,
  tier: TierName | undefined,
  year: number | undefined,
  edition: number | undefined,
  { start, end }: { start: number; end: number },
  rule: string,
  confidence: number,
): Win => ({ from, to, tier, year, edition, start, end, rule, confidence });

const PEOPLE_ONLY = gated(
  /(?:劳动模范|劳模|先进工作者|工匠|奖章|个人|专家|大师|能手|红旗手|标兵|企业家|工程师|道德模范|优秀共产党员|大奖获得者|技能大奖|人才|英才|农民工|好人|首席技师|质量人|带头人|代言人|质量官|(?<!社会)工作者)$/,
);
const FIRMS_ONLY = gated(/(?:企业|小巨人|单项冠军|(?<!地理标志(?:保护)?)产品|老字号|工厂|独角兽|瞪羚)$/);
const PLACES_ONLY = gated(/(?:城市|城区|[市县区镇]|之都|之乡|之城|名城|瓷都|百强|模范城)$/);
/** Of places alone, where a firm is asked for; and of groups, where a person is. */
const NOT_FOR_FIRMS = gated(
  /(?:城市|城区|之都|之乡|名城|县城?|(?:安全|百?强|先进)[市区]|示范(?:[县市区]|园区)|(?:转型升级|工业化产业示范)基地|产业集群)$/,
);

/** Whether it is places alone that have an award of that name: 中国某某之乡, 国家某某示范县. */
export const isOfPlaces = (name: string): boolean =>
  isPlaceTitle(name) || PLACES_ONLY.test(name) || NOT_FOR_FIRMS.test(name);
const NOT_FOR_PERSONS = gated(/(?:集体|单位|园区|奖状|班组|小组|团队|车间|工人先锋号|文明号)$/);
const ASIDE = gatedAll(/[”“]|（[^）]{0,300}）$/g);
const PLACES: readonly string[] = ["Province", "City", "County", "Zone"];

/** Prizes for organizations, persons and works, never for a place as such. */
const NOT_FOR_PLACES = gated(
  /(?:质量(?:管理|创新|贡献)?[\u4e00-\u9fa5]{0,4}奖|专利奖|标准创新贡献奖|科学技术(?:进步)?奖|科技(?:进步)?奖|工业大奖|奖状|(?<!区域)质量标杆)$/,
);
/** Prizes for organizations and persons, not for a patent or project. */
const NOT_FOR_WORKS = gated(/(?<!工程|建设|建筑|设计|施工)质量(?:管理)?奖$|企业$|工厂$|之[都乡城]$/);

/** Whether one of that type may well be meant where the text leaves out who won the award. */
export const suits = (from: { type: DocEntity["type"] }, to: DocEntity | undefined): boolean =>
  to === undefined || fits(from, to);

/** Whether a zone is one that somebody runs: 某产业园, not 某高新区. */
const isRun = (name: string | undefined): boolean => name !== undefined && RUN.test(name);
const RUN = gated(/(?:产业|工业|物流|创业|科技|软件|科创|孵化|示范)园$/);

/** Whether an award of that name can go to one of that type: a city is no 劳动模范, a person no 示范城市. */
export function fits(from: { type: DocEntity["type"]; name?: string }, to: DocEntity): boolean {
  const name = ASIDE.replace(to.name, "");
  if (PLACES.includes(from.type))
    return (
      !PEOPLE_ONLY.test(name) &&
      !FIRMS_ONLY.test(name) &&
      (!NOT_FOR_PLACES.test(name) || (from.type === "Zone" && isRun(from.name)))
    );
  if (from.type === "Person")
    return !FIRMS_ONLY.test(name) && !PLACES_ONLY.test(name) && !NOT_FOR_PERSONS.test(name);
  if (from.type === "Company")
    return !NOT_FOR_FIRMS.test(name) && !isPlaceTitle(name) && !PEOPLE_ONLY.test(name);
  // 某市人民政府 gives 某市人民政府质量奖.
  if (from.type === "GovernmentBody" && from.name !== undefined && isGiverOf(from.name, name)) return false;
  // 某县人民政府——某省质量工作激励县: a ledger of whose it is has the authority for the place.
  if (isOfPlaces(name)) return from.type === "GovernmentBody" && from.name?.endsWith("人民政府") === true;
  if (from.type === "Initiative" || from.type === "Patent")
    return !NOT_FOR_WORKS.test(name) && !PEOPLE_ONLY.test(name);
  return !PEOPLE_ONLY.test(name);
}

/** 某市人民政府 gives 某市人民政府质量奖 and 某市市长质量奖. */
function isGiverOf(body: string, award: string): boolean {
  if (award.startsWith(body)) return true;
  const place = body.endsWith("人民政府") ? body.slice(0, -"人民政府".length) : "";
  return place !== "" && award.endsWith("奖") && award.startsWith(place);
}

/** Of some awards the one with the longest name that stands in a text where no mention is made of it. */
export function longestNamed(awards: readonly DocEntity[], text: string): DocEntity | undefined {
  let found: DocEntity | undefined;
  let longest = 0;
  for (const award of awards)
    for (const name of [award.name, ...award.aliases.keys()])
      if (name.length > longest && text.includes(name)) [found, longest] = [award, name.length];
  return found;
}

/**
 * What stands when the findings of a document are compared: of the same winner and award the one without year and edition gives
 * way to one that has them, the one without tier to one that has it and agrees in the rest.
 */
export function fold(wins: readonly Win[]): Win[] {
  const kept: Win[] = [];
  // Most have won once.
  for (const ofWinner of groupBy(wins, winnerOf).values())
    if (ofWinner.length === 1) kept.push(ofWinner[0]!);
    else for (const list of groupBy(ofWinner, awardOf).values()) kept.push(...foldOne(list));
  return kept;
}

const winnerOf = (win: Win): DocEntity => win.from;
const awardOf = (win: Win): DocEntity => win.to;

/** 同登榜单的还有|乙|，后者拿到的是提名奖: whether it is told with another tier what one has who was only named beside others. */
const isToldBetter = (win: Win, list: readonly Win[]): boolean =>
  win.rule === "won/listed" &&
  (win.tier ?? "WINNER") === "WINNER" &&
  list.some(
    (w) =>
      w.start > win.start &&
      w.year === win.year &&
      w.edition === win.edition &&
      w.tier !== undefined &&
      w.tier !== "WINNER",
  );

function foldOne(all: readonly Win[]): readonly Win[] {
  const list = all.filter((win) => !isToldBetter(win, all));
  if (list.length === 1) return list;
  const kept: Win[] = [];
  const first = new Map<string, Win>();
  for (const win of list) {
    const key = `${win.year} ${win.edition} ${win.tier}`;
    if (!first.has(key)) first.set(key, win);
  }
  for (const win of sortFew([...first.values()], byDetail)) if (!isCovered(kept, win)) kept.push(win);
  return kept;
}

const byDetail = (a: Win, b: Win): number => detail(b) - detail(a) || a.start - b.start;

const detail = (win: Win): number =>
  (win.year === undefined ? 0 : 2) + (win.edition === undefined ? 0 : 2) + (win.tier === undefined ? 0 : 1);

function isCovered(kept: readonly Win[], win: Win): boolean {
  for (const one of kept) if (covers(one, win)) return true;
  return false;
}

/** Whether `more` says all that `less` says. */
export function covers(more: Win, less: Win): boolean {
  if (less.year !== undefined && less.year !== more.year) return false;
  if (less.edition !== undefined && less.edition !== more.edition) return false;
  return less.tier === undefined || less.tier === (more.tier ?? "WINNER");
}

export function report(x: Extraction, wins: readonly Win[]): void {
  for (const { from, to, year, edition, tier, start, end, rule, confidence } of wins) {
    const properties: RelationFinding["properties"] = {};
    if (year !== undefined) properties.year = year;
    if (edition !== undefined) properties.edition = edition;
    properties.tier = tier ?? "WINNER";
    x.relate({ type: "WON", from, to, properties, start, end, rule, confidence });
  }
}
