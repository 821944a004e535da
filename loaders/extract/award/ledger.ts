import { CharacterSet } from "../../patterns/character-set.js";
import { gated } from "../../patterns/gated.js";
import type { Block } from "../../types.js";
import { firstFrom, mentionsType } from "../spans.js";
import type { DocEntity, Extraction } from "../types.js";
import type { Entry } from "./entry.js";
import { isDate } from "./heading-dates.js";
import { saysWho } from "./line-persons.js";
import { type Entries, hasRole, isHead } from "./list-entries.js";
import { isPlaceUnit, unitsIn } from "./units.js";

/** Whose the honours of a block are, and whether it is the line that names them. */
export interface Bearer {
  entity: DocEntity;
  heads: boolean;
}

/** What a line is in a ledger: who has the honours below (甲公司), some of these (某奖（2019年）), or what is told of the bearer. */
type Part = { bearer: DocEntity; isPlace: boolean } | { dated: boolean } | { aside: true };

/**
 * Lines that name one bearer each, above one or several lines of awards, told for each of their blocks: a list whose first line names a
 * bearer and whose last an award, as that of an award's winners does not. One bearer alone makes no ledger unless there are others
 * such, under other headings.
 */
export function ledgersOf(x: Extraction, entries: Entries): ReadonlyMap<number, Bearer> {
  const told = new Map<number, Bearer>();
  const { blocks } = x;
  const single: [number, readonly Part[]][] = [];
  let lists = 0;
  let overRows = 0;
  // 某奖, 2021年, 甲公司 and so on: the first date that stands above a bearer tells whether those are an award's.
  let ofAwards: boolean | undefined;
  for (let i = 0; i < blocks.length; i++) {
    const run = partsFrom(x, entries, i);
    let { parts } = run;
    if (parts.length === 0) {
      // None of its lines begins a ledger either, and none is read twice.
      i = Math.max(i, run.end - 1);
      continue;
    }
    if (isHead(blocks[i]!) && headsLedger(parts)) {
      parts = parts.slice(1);
      i++;
    }
    const belowDate = i > 0 && "bearer" in parts[0]! && isDateLine(x, blocks[i - 1]!);
    if (belowDate) ofAwards ??= i > 1 && namesAward(entries.at(i - 2));
    const bearers = belowDate && ofAwards === true ? 0 : countBearers(parts, belowDate);
    const alone =
      bearers === 1 &&
      parts.every(isDated) &&
      opensSection(x, entries, i) &&
      !entries.headsList(i + parts.length - 1);
    if (bearers > 1 || alone) tell(told, i, parts);
    else if (bearers === 1) single.push([i, parts]);
    else if ("dated" in parts[0]! && parts.some((part) => "bearer" in part)) lists++;
    else if (blocks[i + parts.length]?.kind === "table-row") overRows++;
    i += parts.length - 1;
  }
  if (told.size > 0 || (single.length + overRows > 1 && lists === 0))
    for (const [i, parts] of single) tell(told, i, parts);
  return told;
}

/** Whether a bearer's line is a heading, or the first below one that names no award. */
function opensSection({ blocks }: Extraction, entries: Entries, i: number): boolean {
  if (isHead(blocks[i]!)) return true;
  const above = blocks[i - 1];
  return above !== undefined && isHead(above) && !namesAward(entries.at(i - 1));
}

/** 质量人物, taken for a title's name, above several persons and the dated awards of each: a section's heading. */
const headsLedger = ([first, ...rest]: readonly Part[]): boolean =>
  "dated" in first! && !first.dated && rest.every(isDated) && countBearers(rest, false) > 1;

const isDated = (part: Part): boolean => !("dated" in part) || part.dated;

/** The lines of bearers and awards that begin with the i-th block, and where they end. */
function partsFrom(x: Extraction, entries: Entries, i: number): { parts: Part[]; end: number } {
  const parts: Part[] = [];
  let named = 0;
  let at = i;
  let level = 0;
  for (; at < x.blocks.length; at++) {
    const block = x.blocks[at]!;
    // ## 某奖 behind the last of ### 甲公司 is no honour of it.
    if (block.kind === "heading" && block.level < level) break;
    if (block.kind === "heading") level = block.level;
    // 二、某奖 behind 甲公司 is the next part of the text.
    if (at > i && block.kind === "heading" && isPart(x, block) && !isPart(x, x.blocks[i]!)) break;
    const part = isPost(x, block, parts.at(-1))
      ? ASIDE
      : (partOf(block, entries.at(at)) ?? portrayedBy(x, block) ?? asideOf(x, block, parts.at(-1)));
    if (part === undefined) break;
    // 某县 above those there who have awards
    if ("bearer" in part && part.isPlace && !namesAward(entries.at(at + 1))) break;
    parts.push(part);
    if ("dated" in part) named = parts.length;
  }
  // What is told of a bearer who has no awards below is no part of it.
  const last = parts.at(-1);
  return { parts: last !== undefined && "aside" in last ? parts.slice(0, named) : parts, end: at };
}

const isPart = ({ norm }: Extraction, { start, end }: Block): boolean => PART.test(norm, start, end);
const PART = gated(/^[一二三四五六七八九十]{1,3}、/);

/** 甲公司｜一轴一承见匠心, 匠心筑梦：张某: a heading with the one whose honours follow, and what is said of them. */
function portrayedBy(x: Extraction, { kind, start, end }: Block): Part | undefined {
  const heads =
    kind === "heading" ||
    (end - start <= LONGEST_PORTRAYAL && !STOPS.has(x.norm.charCodeAt(end - 1)) && kind !== "title");
  if (!heads || kind === "table-row" || mentionsType(x, start, end, "Award")) return undefined;
  const units = unitsIn(x, start, end).filter((unit) => !isPlaceUnit(unit));
  const bearer = units.find(({ entity }) => entity.type === "Person") ?? units[0];
  if (bearer === undefined || !PORTRAYED.has(bearer.entity.type) || units.length > 2) return undefined;
  // 张某｜甲公司焊工班长: the firm is the person's.
  if (units.length === 2 && bearer.entity.type !== "Person") return undefined;
  return NOTES_TIME.test(x.norm, start, end) ? undefined : { bearer: bearer.entity, isPlace: false };
}

/** 甲公司, or 甲公司 and what is told of it, above 某奖｜2018年 set as a table's rows: whose those are. */
export function bearerOverTable(x: Extraction, table: { start: number }): DocEntity | undefined {
  const at = firstFrom(x.blocks, table.start) - 1;
  const [above, before] = [x.blocks[at], x.blocks[at - 1]];
  if (above === undefined) return undefined;
  let part = portrayedBy(x, above) ?? shownBy(x, above);
  if (part === undefined && before !== undefined && above.kind === "paragraph") {
    part = portrayedBy(x, before);
    if (part !== undefined && asideOf(x, above, part) === undefined) return undefined;
  }
  return part !== undefined && "bearer" in part ? part.bearer : undefined;
}

/** 甲公司成立于1996年，主要荣誉见下表。: a line before a table that begins with whose it is. */
function shownBy(x: Extraction, { kind, start, end }: Block): Part | undefined {
  if (kind !== "paragraph" || end - start > LONGEST_ASIDE || !SHOWN.test(x.norm, start, end))
    return undefined;
  const [bearer] = x.mentionsIn(start, end, ["Company", "Institution"]);
  return bearer?.start === start && !bearer.generic ? { bearer: bearer.entity, isPlace: false } : undefined;
}
const SHOWN = gated(/(?:荣誉|奖项|获奖|奖励|称号)[^，。；]{0,8}(?:如下|下表)[^，。；]{0,4}[。：]?$/);

const LONGEST_PORTRAYAL = 50;
const STOPS = new CharacterSet("。；，！？：");
const PORTRAYED: ReadonlySet<string> = new Set(["Company", "Institution", "Person"]);

/** 某公司质量总监 below a person's name. */
const isPost = (x: Extraction, block: Block, above: Part | undefined): boolean =>
  above !== undefined && "bearer" in above && above.bearer.type === "Person" && saysWho(x, block);
const ASIDE: Part = { aside: true };

/** 公司成立于1993年。 between a bearer's line and the honours. */
const asideOf = (x: Extraction, { kind, start, end }: Block, above: Part | undefined): Part | undefined =>
  above !== undefined &&
  "bearer" in above &&
  kind === "paragraph" &&
  end - start <= LONGEST_ASIDE &&
  x.norm[end - 1] === "。" &&
  !mentionsType(x, start, end, "Award")
    ? ASIDE
    : undefined;
const LONGEST_ASIDE = 160;

function partOf({ kind }: Block, entry: Entry | undefined): Part | undefined {
  const first = entry?.fields[0];
  if (first === undefined || kind === "title" || kind === "byline" || kind === "boilerplate")
    return undefined;
  const { fields } = entry!;
  if (first.role.kind === "winners") {
    const { units, when } = first.role;
    if (units.length !== 1 || when.length > 0 || NOTES_TIME.test(units[0]!.note)) return undefined;
    for (let i = 1; i < fields.length; i++) {
      const { role } = fields[i]!;
      if (role.kind !== "post" && (role.kind !== "winners" || !role.units.every(isPlaceUnit)))
        return undefined;
    }
    return { bearer: units[0]!.entity, isPlace: isPlaceUnit(units[0]!) };
  }
  let awards = 0;
  let dated = false;
  for (const { role, sep } of fields) {
    if (role.kind === "winners") return undefined;
    if (role.kind === "text" && (awards === 0 || sep !== ":")) return undefined;
    if (role.kind === "award") awards++;
    if (role.kind === "award" || role.kind === "date") dated ||= role.when.length > 0;
  }
  return awards === 0 ? undefined : { dated };
}
const namesAward = (entry: Entry | undefined): boolean =>
  entry !== undefined && hasRole(entry.fields, "award") && !hasRole(entry.fields, "winners");

const NOTES_TIME = gated(/(?:19|20)\d\d(?:年|[-./]\d)|[首第][一二三四五六七八九十\d]{1,3}[届批]|奖/);

const LONGEST_DATE = 24;
const isDateLine = ({ norm }: Extraction, { start, end }: Block): boolean =>
  end - start <= LONGEST_DATE && isDate(norm.slice(start, end));

/** How many bearers have each their awards below them; none where the lines are of an award's winners, or nothing says when. */
function countBearers(parts: readonly Part[], belowDate: boolean): number {
  let bearers = 0;
  let dated = belowDate;
  for (let i = 0; i < parts.length; i++) {
    const part = parts[i]!;
    if ("aside" in part) continue;
    if ("dated" in part) {
      if (i === 0) return 0;
      dated ||= part.dated;
      continue;
    }
    const next = parts[i + 1];
    if (next === undefined || "bearer" in next || ("aside" in next && parts[i + 2] === undefined)) return 0;
    bearers++;
  }
  return dated || bearers > 2 ? bearers : 0;
}

function tell(told: Map<number, Bearer>, from: number, parts: readonly Part[]): void {
  let entity: DocEntity | undefined;
  for (let i = 0; i < parts.length; i++) {
    const part = parts[i]!;
    if ("aside" in part) continue;
    const heads = "bearer" in part;
    if (heads) entity = part.bearer;
    told.set(from + i, { entity: entity!, heads });
  }
}
