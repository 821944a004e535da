import { CharacterSet } from "../../patterns/character-set.js";
import { gated } from "../../patterns/gated.js";
import { firstFrom, firstMention, indexWithin, lastIndexWithin } from "../spans.js";
import type { Mention } from "../types.js";
import type { Clause } from "./clauses.js";
import type { Figure } from "./figures.js";
import { predicateOf } from "./nouns.js";
import type { Paragraph } from "./paragraph.js";
import { tidy, withoutBrackets, withoutTrail } from "./phrases.js";
import { PLACES } from "./roles.js";
import { withoutTimes } from "./times.js";

/** A figure with the words around it that can name what it measures. */
export interface Part {
  figure: Figure;
  clause: Clause;
  /** Where the words before it begin. */
  from: number;
  /** What stands before it, without subject, times and brackets. */
  before: string;
  /** The same without copulas, adverbs and punctuation at its end. */
  stem: string;
  /** What stands after it, up to a joint (、, 和) before the next figure. */
  after: string;
  /** What follows that up to the next figure. */
  joint: string;
  /** From which the figure after it started: 由14家 of 由14家增至20家. */
  starting: boolean;
}

/** Units in which the field of an order is counted. */
const FIELD_UNIT = new CharacterSet("个家座");
/** How far from a figure its name can begin or end. */
export const REACH = 64;
const DID = gated(/^(?:累计|先后|共同|分别){0,6}(?:主导|参与|牵头|承担|起草|主持)/);
const WHO_HAVE = gated(
  /^(?:企业|公司|单位|组织|个人|机构|地区|园区)(?:总?共|合计)$|^(?:乡镇|镇街|县区|区县|街道|社区|县市区)$/,
);
/** Before a subject at the head of a clause. */
/** 2. and 【新材料】 before a statement. */
const NUMBERING = gated(
  /^\s{0,20}(?:【[^】]{0,300}】|\d{1,2}[.．、]\s{0,20}(?!\d)|（[一二三四五六七八九十\d]{1,12}）|[一二三四五六七八九十]{1,2}[是、])/,
);
const HEAD = gated(/^[\s，、]*(?:其中|此外|另|目前|截至|在|从|按照?|而|但)*$/);

export function partOf(
  p: Paragraph,
  clause: Clause,
  figure: Figure,
  previous: Figure | undefined,
  next: Figure | undefined,
): Part {
  const { norm } = p.x;
  // 列全国110个城市第3位: the field is part of what tells the place.
  const field = figure.rank && previous !== undefined && FIELD_UNIT.within(previous.unit);
  const last = field ? undefined : previous;
  let from = Math.max(last?.end ?? clause.start, figure.start - REACH);
  let to = Math.min(next?.start ?? clause.end, figure.end + REACH);
  const opened = lastIndexWithin(norm, "（", from, figure.start);
  const bracketed = opened >= 0 && opened > lastIndexWithin(norm, "）", from, figure.start);
  if (bracketed) from = opened + 1;
  to = stopAt(norm, figure.end, to, bracketed);
  const raw = norm.slice(figure.end, to);
  const starting = next !== undefined && isStart(p, from, figure, next);
  const reached = last !== undefined && isStart(p, clause.start, last, figure);
  const after = starting ? "" : untilJoint(raw, next !== undefined);
  const told = reached ? "" : ofStart(before(p, from, figure.start, last, figure.rank), starting);
  return {
    figure,
    clause,
    from,
    before: told,
    stem: withoutTrail(told),
    after: tidy(after),
    joint: raw.slice(after.length),
    starting,
  };
}

/** Where what follows a figure ends at the latest: at a semicolon, or where its brackets close. */
function stopAt(norm: string, from: number, to: number, bracketed: boolean): number {
  const semicolon = indexWithin(norm, "；", from, to);
  const stop = semicolon < 0 ? to : semicolon;
  const close = bracketed ? indexWithin(norm, "）", from, stop) : -1;
  return close < 0 ? stop : close;
}

const STARTED = gated(/[由从][^，由从]{0,10}$/);

/** 合格率由改造前的93%升至…: the name of the first ends before 由. */
const ofStart = (text: string, starting: boolean): string => (starting ? STARTED.replace(text, "") : text);

const DURATIONS = gated(/工作日|小时|天|分钟|秒/);
const REACHES = gated(
  /^[，\s]?[^，。；、\d]{0,8}(?:至|到|为|成)(?:了|20\d\d年的?|目前的?|现在的?|如今的?)*\s?$/,
);
const FROM = gated(/[由从][^，。；]{0,12}$/);

/** 由A增至B, 从目前的A扩大到B: one measure at two times. */
function isStart(p: Paragraph, from: number, first: Figure, second: Figure): boolean {
  if (first.rank || first.upper !== undefined) return false;
  const { norm } = p.x;
  if (!FROM.test(norm, Math.max(from, first.start - 24), first.start)) return false;
  const isSame = first.unit === second.unit || (DURATIONS.test(first.unit) && DURATIONS.test(second.unit));
  return isSame && REACHES.test(norm, first.end, second.start);
}

const AT = new CharacterSet("在于");
const BUILT = gated(/^(?:投|建|设|新|落|布局|打造)/);
const JOINTS = gated(/^[、和与及，]+/);

function before(p: Paragraph, from: number, to: number, previous: Figure | undefined, rank: boolean): string {
  const { x } = p;
  const { norm } = x;
  // What stands before the subject of the clause tells of the subject.
  if (p.said.until > from && p.said.until <= to) from = p.said.until;
  let text = uncut(p, from, to, cutsIn(p, from, to, rank));
  if (previous !== undefined) {
    // After 5家组织和 the next figure begins anew; after 76项、 its name begins.
    const noun = untilJoint(norm.slice(from, to), true);
    if (noun.length < text.length && text.startsWith(noun)) text = text.slice(noun.length);
    text = JOINTS.replace(text, "");
    // 42家企业主导制定标准170项, 3家公司共6个产品: who did is counted by the figure before.
    const did = predicateOf(text)?.predicate;
    if (did !== undefined && DID.test(did)) text = did;
    text = WHO_HAVE.replace(text, "");
  }
  return NUMBERING.replace(withoutBrackets(text), "");
}

/** What is no part of a name before a figure: times, the subject, and where something is done. */
function cutsIn(p: Paragraph, from: number, to: number, rank: boolean): { start: number; end: number }[] {
  const { norm, mentions } = p.x;
  const cuts: { start: number; end: number }[] = [];
  for (let i = firstFrom(p.times, from); i < p.times.length && p.times[i]!.end <= to; i++)
    cuts.push(p.times[i]!);
  let subject: Mention | undefined;
  for (let i = firstMention(mentions, from); i < mentions.length && mentions[i]!.end <= to; i++) {
    const mention = mentions[i]!;
    const isPlace = PLACES.includes(mention.type);
    if (subject === undefined && (isPlace || mention.generic || mention.entity === p.said.topic)) {
      subject = mention;
      // 全省第三: the scope of a place in an order.
      if (!(rank && mention.end === to) && HEAD.test(withoutTimes(norm.slice(from, mention.start))))
        cuts.push(mention);
    }
    // 在某开发区投资: where.
    if (
      isPlace &&
      mention.start > from &&
      AT.has(norm.charCodeAt(mention.start - 1)) &&
      BUILT.test(norm, mention.end, to)
    )
      cuts.push({ start: mention.start - 1, end: mention.end });
  }
  return cuts;
}

/** The text without what is cut out of it. */
function uncut(p: Paragraph, from: number, to: number, cuts: { start: number; end: number }[]): string {
  const { norm } = p.x;
  if (cuts.length === 0) return norm.slice(from, to);
  let text = "";
  let at = from;
  if (cuts.length > 1) cuts.sort((a, b) => a.start - b.start);
  for (const cut of cuts) {
    if (cut.start < at) continue;
    text += norm.slice(at, cut.start);
    at = cut.end;
  }
  return text + norm.slice(at, to);
}

const STOP = gated(/[，；。：！？（）…]/);
const JOINT = gated(
  /、|和|(?<!参)与|(?<![普涉波])及|的$|(?:提升|提高|增加|上升|下降|增长|降低|扩大|提|降|增|升|减)(?:到|至)/,
);
const JOINED = gated(/^[、和与及，]/);
const GATHERED = gated(/于一[身体].{0,300}$/);

/** The part of what follows a figure that can name it: up to a joint before the next figure. */
function untilJoint(raw: string, more: boolean): string {
  if (raw === "") return "";
  const plain = withoutBrackets(raw);
  const stop = STOP.exec(plain)?.index ?? -1;
  let text = stop >= 0 ? plain.slice(0, stop) : plain;
  const joint = more ? (JOINT.exec(text)?.index ?? -1) : -1;
  if (joint >= 0) text = text.slice(0, joint);
  return JOINED.test(text) ? "" : GATHERED.replace(text, "");
}
