import { Trie } from "../../lexicon/trie.js";
import { CharacterSet } from "../../patterns/character-set.js";
import { gated } from "../../patterns/gated.js";
import { gatedAll } from "../../patterns/gated-all.js";
import type { Sentence } from "../../types.js";
import { lastIndexWithin } from "../spans.js";
import { datesOf, type When } from "./noted.js";
import type { Prize } from "./prize.js";
import type { Scene } from "./scene.js";
import { type Group, isPlaceUnit } from "./units.js";
import { isDated } from "./when.js";

/** What may join winners, prizes and dates that tell of a win without a verb. */
const JOINS = Trie.ofWords(
  "的 是 则 便 就 正 即 为 有 也 还 还有 又 都 均 皆 同 同为 分别 分别是 依次 依次是 归 归于 属于 给 给了 来自 得主 得主是 一块 两块 一座 奖牌 奖杯 证书 牌匾 年 年度 获得者 其后 接着 然后 随后 最早 最近 再往后 另有 另 还是 以及 和 与 及".split(
    " ",
  ),
);
const MARKS = new CharacterSet("“”，：、—（） 　");
const YEARS = gatedAll(/(?<![\dA-Za-z.-])(?:19|20)\d\d(?![\dA-Za-z.-])/g);
/** What a record stands behind, beside the beginning of its sentence, and what ends it. */
const OPENS = new CharacterSet("，；：“—　 ）】");
const CLOSES = new CharacterSet("，；。！”—");
/** 还有|甲公司，某奖 */
const LED = gated(
  /(?:(?:还|另外?|再|其中|最后)?有|以及|其中|其次是?|另一[家个]是?|[第其][一二三四五六]家?是|然后是|接着是|接下来是|最后是)$/,
);
/** 的奖牌 */
const TAIL = gated(/^(?:的?(?:奖牌|奖杯|证书|牌匾|得主|获得者))?”?/);
/** Before records: those below have not won, or a verb says what they have. */
const NOT_WON = gated(
  /申报|参评|候选|推荐|拟|培育|争|冲|备战|落选|入围|初评|公示|未|没|撤|取消|评委|承办|主办|颁发|授予|表彰|决定|设立|目标|关键词|对手|讲师|嘉宾|专家|制作|设计|协办|冠名/,
);

/** 甲公司：第五届某奖|，正在申报 */
const STILL = gated(
  /^，(?:目前|正在?|[仍还]在?|今年|首次|刚刚?){0,3}(?:申报|参评|候选|培育|冲|争创|备战|公示|答辩|评审|评选)/,
);

/** Who won which prizes, and when, as one record says. */
export interface BareRecord {
  group: Group;
  prizes: Prize[];
  /** Undefined where several prizes have dates of their own, or none has. */
  when: When[] | undefined;
}

interface Token {
  start: number;
  end: number;
  group?: Group;
  prize?: Prize;
}

/** The records of a sentence by the prizes that they name. */
export function bareRecordsOf(scene: Scene): ReadonlyMap<Prize, BareRecord> {
  const records = new Map<Prize, BareRecord>();
  for (const record of recordsOf(scene)) for (const prize of record.prizes) records.set(prize, record);
  return records;
}

/**
 * What a sentence tells by nothing but names, prizes, dates and marks: 甲公司，某奖，2017年；乙公司，某奖提名奖，2019年. A record that
 * stands alone must be dated.
 */
function recordsOf(scene: Scene): readonly BareRecord[] {
  const { prizes, groups, norm, sentence } = scene;
  if (groups.length === 0 || !prizes.some((p) => p.kind === "award")) return [];
  const tokens = tokensOf(scene);
  const records: BareRecord[] = [];
  let dated = false;
  /** Up to where the words between records have been looked at. */
  let floor = sentence.start;
  for (let i = 0; i < tokens.length; ) {
    let j = i + 1;
    while (j < tokens.length && isJoint(norm, tokens[j - 1]!.end, tokens[j]!.start)) j++;
    const run = tokens.slice(i, j);
    i = j;
    const parts = partsOf(run);
    const [{ start }, { end }] = [run[0]!, run[run.length - 1]!];
    if (parts.length === 0 || !isApart(norm, start, end, sentence)) continue;
    const isFirst = records.length === 0;
    const lead = isFirst ? floor : Math.max(floor, lastIndexWithin(norm, "；", floor, start) + 1);
    floor = end;
    if (NOT_WON.test(norm, lead, start)) {
      // What is said before the first goes for those behind a mark too.
      if (isFirst) return [];
      continue;
    }
    for (const part of parts) {
      const record = recordOf(scene, part);
      if (record === undefined) continue;
      records.push(record);
      dated ||= isDated(norm, part[0]!.start, part[part.length - 1]!.end);
    }
  }
  return records.length > 1 || dated ? records : [];
}

/** The names, prizes and dates of a sentence in order; what stands within another is none of its own. */
function tokensOf({ groups, prizes, dates, norm, sentence }: Scene): Token[] {
  const all: Token[] = [];
  // 后一家与丙公司无关: what refers to others is no record's.
  for (const group of groups)
    if (!group.units.some(({ anaphor, generic }) => anaphor || generic))
      all.push({ start: group.start, end: group.end, group });
  for (const prize of prizes) all.push({ start: prize.start, end: prize.end, prize });
  for (const { start, end } of dates.years) all.push({ start, end });
  for (const { start, end } of dates.editions) all.push({ start, end });
  // “甲公司”，“某奖”，2017；: a year without its sign.
  for (const { index } of YEARS.matches(norm, sentence.start, sentence.end)) {
    const start = sentence.start + index;
    all.push({ start, end: start + 4 });
  }
  all.sort((a, b) => a.start - b.start || b.end - a.end);
  const tokens: Token[] = [];
  let end = 0;
  for (const token of all) {
    if (token.start < end) continue;
    tokens.push(token);
    end = token.end;
  }
  return tokens;
}

/** Whether nothing but marks and light words stands in [from, to). */
function isJoint(norm: string, from: number, to: number): boolean {
  for (let at = from; at < to; ) {
    const next = MARKS.has(norm.charCodeAt(at)) ? at + 1 : JOINS.longestEnd(norm, at, to);
    if (next <= at) return false;
    at = next;
  }
  return true;
}

/** Whether marks part [start, end) from what the sentence says before and behind. */
function isApart(norm: string, start: number, end: number, sentence: Sentence): boolean {
  const led = LED.exec(norm, Math.max(sentence.start, start - 8), start);
  const from = start - (led?.[0].length ?? 0);
  if (from > sentence.start && !OPENS.has(norm.charCodeAt(from - 1))) return false;
  const tail = TAIL.exec(norm, end, Math.min(sentence.end, end + 8));
  const behind = end + (tail?.[0].length ?? 0);
  if (behind < sentence.end && !CLOSES.has(norm.charCodeAt(behind))) return false;
  return !STILL.test(norm, behind, Math.min(sentence.end, behind + 12));
}

const kindOf = ({ group, prize }: Token): "group" | "prize" | "date" =>
  group !== undefined ? "group" : prize !== undefined ? "prize" : "date";

/** A run's records, each of which begins with what the first begins with; none where one of them is not whole. */
function partsOf(run: readonly Token[]): Token[][] {
  const first = kindOf(run[0]!);
  const parts: Token[][] = [];
  let part: Token[] = [];
  const isWhole = (): boolean => part.some((t) => t.group) && part.some((t) => t.prize);
  for (const token of run) {
    if (kindOf(token) === first && isWhole()) {
      parts.push(part);
      part = [];
    }
    part.push(token);
  }
  if (!isWhole()) return [];
  parts.push(part);
  return parts;
}

const OWN_DATE = gated(/(?:19|20)\d\d|[届批]/);

function recordOf({ x }: Scene, part: readonly Token[]): BareRecord | undefined {
  const groups = part.flatMap(({ group }) => group ?? []);
  const prizes = part.flatMap(({ prize }) => prize ?? []);
  const [group] = groups;
  if (groups.length !== 1 || !prizes.every(({ kind }) => kind === "award")) return undefined;
  if (group!.units.every((unit) => isPlaceUnit(unit) || unit.entity.type === "GovernmentBody"))
    return undefined;
  // 甲公司（2015年）、乙公司（2018年）: each has its own date.
  if (group!.units.length > 1 && group!.units.some(({ note }) => OWN_DATE.test(note))) return undefined;
  const when = prizes.length === 1 ? datesOf(x, part[0]!.start, part[part.length - 1]!.end) : [];
  return { group: group!, prizes, when: when.length > 0 ? when : undefined };
}
