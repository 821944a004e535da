import { PLACE_TYPES } from "../../../schema/index.js";
import { CharacterSet } from "../../patterns/character-set.js";
import { gated } from "../../patterns/gated.js";
import { candidate } from "../candidate.js";
import { indexWithin } from "../spans.js";
import type { Candidate, NameDetector } from "../types.js";
import { isTradeName, kindOf, mayBeName } from "./organization-kinds.js";
import { PLACE_NAMES } from "./place-lexicon.js";
import { nameStart } from "./window.js";

type Source = Parameters<NameDetector["detect"]>[0];

const COMMA = "、".charCodeAt(0);
const OPEN = "（".charCodeAt(0);
/** With what the next of an enumeration begins: 甲、乙, 甲和乙, 甲与乙, 甲及乙. */
const JOINS = new CharacterSet("、和与及");
const LONGEST_NOTE = 40;
const LONGEST = 26;
/** An entry up to what ends it: 荆州市殡仪馆|、, 某市第三污水处理厂|等3家企业, 某市图书馆|获提名奖. */
const ENTRY = gated(
  /^[\u4e00-\u9fa5]{3,23}?[馆站库场厂港狱处段部局所院校园社台中心店行会司队署学团关司](?=[、，。；（\n]|[和与及等]|以及|还有|[荣喜]?获|双双|分别|均|都|共|同|入选|上榜|入列|榜上|摘|捧|斩|夺|折桂|登榜|胜出|当选|在列|列|各|[一二两三四五六七八九十\d]{1,3}家|$)/,
);

/** 凤岭云雾茶业|、: an entry that may be a firm's trade name. */
const TRADE_ENTRY = gated(/^[\u4e00-\u9fa5]{4,11}(?=[、，。；（\n]|等[\d一二三四五六七八九十两]|$)/);

/**
 * Organizations in an enumeration whose other members are known ones (甲公司、荆州市殡仪馆和乙医院): what the ending says of
 * such a name is enough there, where elsewhere it would be a part of a sentence.
 */
export function enumeratedNames({ norm }: Source, chosen: readonly Candidate[]): Candidate[] {
  const found: Candidate[] = [];
  for (let i = 0; i < chosen.length; i++) {
    const one = chosen[i]!;
    if (!isOrganization(one)) continue;
    const after = behindNote(norm, one.end);
    if (JOINS.has(norm.charCodeAt(after))) entriesFrom(norm, chosen, i + 1, after + 1, found);
    if (norm.charCodeAt(one.start - 1) === COMMA) entryBefore(norm, chosen, i - 1, one.start - 1, found);
  }
  return found;
}

const isOrganization = ({ type, generic }: Candidate): boolean =>
  (type === "Company" || type === "Institution") && generic !== true;

/** Where a bracket ends that begins at an offset; the offset where none does. */
function behindNote(norm: string, at: number): number {
  if (norm.charCodeAt(at) !== OPEN) return at;
  const close = indexWithin(norm, "）", at + 1, at + LONGEST_NOTE);
  return close < 0 ? at : close + 1;
}

/** Adds the unknown names that follow one another from an offset. */
function entriesFrom(
  norm: string,
  chosen: readonly Candidate[],
  next: number,
  from: number,
  found: Candidate[],
): void {
  let at = from;
  for (let i = next; ; ) {
    const to = Math.min(norm.length, at + LONGEST);
    const text = ENTRY.exec(norm, at, to)?.[0] ?? tradeName(norm, at, to);
    if (text === undefined) return;
    const end = at + text.length;
    while (i < chosen.length && chosen[i]!.end <= end && !holds(norm, chosen[i]!, at, end)) i++;
    // Known, or part of what is.
    if (i < chosen.length && chosen[i]!.start < end) return;
    if (!add(norm, at, end, true, found)) return;
    const after = behindNote(norm, end);
    if (norm.charCodeAt(after) !== COMMA) return;
    at = after + 1;
  }
}

function tradeName(norm: string, at: number, to: number): string | undefined {
  const text = TRADE_ENTRY.exec(norm, at, to)?.[0];
  return text !== undefined && PLACE_NAMES.longestEnd(norm, at) > at && isTradeName(text) ? text : undefined;
}

/** Whether a candidate in [from, to) is more than a part of the name there: its place, the whole that it is a branch of. */
function holds(norm: string, { type, start, end }: Candidate, from: number, to: number): boolean {
  if (start < from || end > to) return false;
  if (type === "Industry") return true;
  if (end === to) return true;
  return !PLACES.has(type) && !(start === from && BRANCH.test(norm, end, to));
}

const PLACES: ReadonlySet<string> = new Set([...PLACE_TYPES, "Zone"]);
/** 中国工商银行|荆州分行, 某铁路局|某地工务段 */
const BRANCH = gated(/(?:[分支]行|[分支]公司|第[一二三四五六七八九十]{1,3}工程公司|段|分局)$/);

/** Adds the unknown name that ends before a known one. */
function entryBefore(
  norm: string,
  chosen: readonly Candidate[],
  previous: number,
  comma: number,
  found: Candidate[],
): void {
  const before = chosen[previous];
  if (before !== undefined && before.end >= comma) return;
  const start = nameStart(norm, comma - 1, 3, LONGEST);
  if (start < 0 || PLACE_NAMES.longestEnd(norm, start) < 0) return;
  const last =
    before !== undefined && before.start >= start && !holds(norm, before, start, comma)
      ? previous - 1
      : previous;
  if (last >= 0 && chosen[last]!.end > start) return;
  add(norm, start, comma, false, found);
}

/** 相关行业协会, 三所职业学校, 科研院所: any of a kind. */
const OF_CLASS = gated(
  /^(?:[全本各多数几每]|相关|有关|国内|国外|当地|行业|科研|职业|高等|中小|重点|骨干|龙头|知名|[省市县]内|[一二两三四五六七八九十]{1,3}[家个所])|[与和及为由把从对给]/,
);

/** `between`: whether it stands behind a known one, where a name need not begin with a place. */
function add(norm: string, start: number, end: number, between: boolean, found: Candidate[]): boolean {
  const name = norm.slice(start, end);
  const type = (mayBeName(name) ? kindOf(name) : undefined) ?? (isTradeName(name) ? "Company" : undefined);
  if (type === undefined) return false;
  const place = PLACE_NAMES.longestEnd(norm, start);
  if (place < 0 ? !between || end - start < 5 || OF_CLASS.test(name) : place >= end - 1) return false;
  found.push(candidate(type, start, end, "name/enumerated", 0.7));
  return true;
}
