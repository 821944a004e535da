import { AnyOf } from "../../lexicon/begun.js";
import { CALLED } from "../../lexicon/titles.js";
import { Trie } from "../../lexicon/trie.js";
import { allMatches } from "../../patterns/all-matches.js";
import { CharacterSet } from "../../patterns/character-set.js";
import { gated } from "../../patterns/gated.js";
import { matchesAt, matchesAtWords } from "../../patterns/matches-at.js";
import { SIGNS } from "../../patterns/signs.js";
import { candidate } from "../candidate.js";
import { marksOf } from "../shape/marks.js";
import { indexWithin } from "../spans.js";
import type { Candidate, NameDetector } from "../types.js";
import {
  dottedStart,
  isFullName,
  isGiven,
  isSurname,
  looksLikeName,
  mayBeNamed,
  nameLength,
  TITLES,
} from "./person-names.js";
import { PLACE_NAMES } from "./place-lexicon.js";
import { tradesmen } from "./tradesmen.js";
import { isHan } from "./window.js";

const HONOUR_BOUNDS = new CharacterSet("，。；：“】的\n");

const CALLED_SO = Trie.ofWords(CALLED).shared();
const EMPLOYERS = Trie.ofWords(
  "公司 集团 医院 研究院 研究所 大学 学院 中学 小学 合作社 厂 局 车间".split(" "),
).shared();
/** What only persons and firms are given, before it. */
const HONOURED = Trie.ofWords("被授予 被评为 荣获 获评 获得 荣膺 当选 入选 被表彰为".split(" ")).shared();
const GIVEN_TO = Trie.ofWords("授予 和 及 表彰 对 、".split(" ")).shared();
/** The longest name that may be honoured with what stands between it and the verb: 某某某2019年被授予. */
const LONGEST_HONOURED = 8;

type Source = Parameters<NameDetector["detect"]>[0];

/** Persons by their titles, before or after the name, and by the shapes of honour rolls. */
export const persons: NameDetector = {
  id: "name/person",
  detect({ norm, blocks }) {
    const found: Candidate[] = [];
    for (const { start, end } of titlesIn(norm)) {
      // 总工程师陈山河, 首席技师　周远帆, 局长：李…
      let at = end;
      if (norm[at] === "（") {
        const close = indexWithin(norm, "）", at, at + 10);
        if (close > 0) at = close + 1;
      }
      if (norm[at] === " " || norm[at] === "：") at++;
      // 院长为符某某。: nothing but the name follows.
      const linked = LINKS.has(norm.charCodeAt(at)) ? nameLength(norm, at + 1) : 0;
      if (linked > 2 && ENDS.has(norm.charCodeAt(at + 1 + linked)))
        push(found, at + 1, at + 1 + linked, "name/person-after-title", 0.85);
      // 挂牌，蒋某某任局长
      const named = appointed(norm, start);
      if (named >= 0) push(found, named, start - 1, "name/person-appointed", 0.8);
      // 首席技师、“金扳手”陆大海
      const nick = norm[at] === "、" ? at + 1 : at;
      if (norm[nick] === "“") {
        const close = indexWithin(norm, "”", nick, nick + 10);
        if (close > 0) at = close + 1;
      }
      const length = nameLength(norm, at);
      const apart = length > 0 ? 0 : lengthSetApart(norm, at);
      if (apart > 0) {
        const name = candidate("Person", at, at + apart, "name/person-after-title", 0.8);
        name.name = norm[at]! + norm[at + apart - 1]!;
        found.push(name);
      }
      if (length > 0) {
        push(found, at, at + length, "name/person-after-title", 0.85);
        // 市领导甲、乙、丙: the list goes on.
        for (let next = at + length; norm[next] === "、"; ) {
          const more = nameLength(norm, next + 1);
          if (more === 0 || !/[、，。等]/u.test(norm[next + 1 + more] ?? "。")) break;
          push(found, next + 1, next + 1 + more, "name/person-listed", 0.7);
          next += 1 + more;
        }
      }
      // 程晓川副市长, 许岭松 (title or organization and title follow, see below)
      const before = nameBefore(norm, start);
      // 叶轮铣工佟某某: 叶轮 is nobody.
      if (before >= 0 && (length === 0 || start - before > 2))
        push(found, before, start, "name/person-before-title", 0.8);
    }
    // 种粮大户甲, 全国劳模乙、丙.
    for (const called = CALLED_SO.in(norm); called.next(); ) {
      const length = nameLength(norm, called.end);
      if (length > 0) push(found, called.end, called.end + length, "name/person-called", 0.75);
    }
    // 许岭松（女）, 谢巧玉（国网…班长）, "许岭松 嵩南超硬党委书记": a line or cell that begins with a name.
    for (const block of blocks) {
      if (block.cells !== undefined) {
        for (const cell of block.cells) if (!cell.inherited) lead(norm, cell.start, cell.end, found);
      } else {
        lead(norm, block.start, block.end, found);
        biography(norm, block.start, block.end, found);
        tagged(norm, block.start, block.end, found);
      }
      // 毛某某：某市委书记: a heading that says who speaks.
      if (block.kind === "heading") {
        const match = SPEAKS.exec(norm, block.start, block.end);
        if (match !== null && looksLikeName(match[1]!))
          push(found, block.start, block.start + match[1]!.length, "name/person-heading", 0.8);
      }
    }
    // 佟国栋（甲公司涂装分厂工段长）, also within a sentence and of all peoples.
    const { brackets, bracketEnds } = marksOf(norm);
    for (let i = 0; i < brackets.length; i++) {
      const open = brackets[i]!;
      const first = bracketEnds[i]!;
      if (first < 0) break;
      // 沈某某（女，某陶瓷（赤峰）有限公司科长）
      const nested = i + 1 < brackets.length && brackets[i + 1]! < first;
      const close = noteStart(
        norm,
        open,
        nested ? indexWithin(norm, "）", first + 1, Math.min(norm.length, open + 62)) : first,
      );
      // 某某△（某公司班长）: a sign stands between.
      const behind = MARKS.has(norm.charCodeAt(open - 1)) ? open - 1 : open;
      if (close - open < 6 || close - open > 60 || !isHan(norm.charCodeAt(behind - 1))) continue;
      if (!"员师长工官手匠监裁理任记席事士授人家表问组".includes(norm[close - 1]!)) continue;
      if (!isPost(norm.slice(open + 1, close).replace(/^(?:[男女]|[\u4e00-\u9fa5]{1,5}族|，)+/u, "")))
        continue;
      const before = norm.slice(Math.max(0, behind - 16), behind);
      const name = [NAME_BEFORE, LONG_NAME_BEFORE]
        .map((p) => unlinked(p.exec(before)?.[1] ?? ""))
        .find(mayBeNamed);
      if (name === undefined) continue;
      push(found, behind - name.length, behind, "name/person-explained", 0.8);
    }
    // （黄某某系甲公司副总经理）: who somebody is.
    for (const match of officers(norm))
      if (looksLikeName(match[1]!) && isPost(match[2]!))
        push(found, match.index, match.index + match[1]!.length, "name/person-explained", 0.8);
    // 甲公司拉丝工季红梅: a trade that no list knows.
    for (const match of matchesAtWords(EMPLOYERS, EMPLOYED, norm)) {
      const start = match.index + match[0].length;
      const length = nameLength(norm, start);
      if (length > 2 && isGiven(norm.slice(start + 1, start + length)))
        push(found, start, start + length, "name/person-after-trade", 0.7);
    }
    // 甲公司的秦晓红，也是某奖章获得者.
    for (const match of matchesAtWords(EMPLOYERS, OF_EMPLOYER, norm, OF)) {
      const start = match.index + match[0].length - match[1]!.length;
      const name = match[1]!;
      if (looksLikeName(name) ? isFullName(name) : mayBeNamed(name))
        push(found, start, start + match[1]!.length, "name/person-after-organization", 0.7);
    }
    // 有限公司黄靖 at the end of a line or cell.
    for (const match of matchesAtWords(EMPLOYERS, LINE_ENDS_IN_NAME, norm)) {
      const start = match.index + match[0].length - match[1]!.length;
      if (looksLikeName(match[1]!))
        push(found, start, start + match[1]!.length, "name/person-after-organization", 0.7);
    }
    // 某市第三中学　王建国: beside where one works, set apart.
    for (const match of matchesAt(" ", NAME_APART, norm, WORKPLACE_END)) {
      const start = match.index + match[0].length - match[1]!.length;
      const name = match[1]!;
      if (mayBeNamed(name) && isGiven(name.slice(1)) && PLACE_NAMES.get(name) === undefined)
        push(found, start, start + name.length, "name/person-after-organization", 0.7);
    }
    // “…。”范某某说。: who has said it.
    for (const match of matchesAt("”", SAID, norm)) {
      const name = match[1]!;
      if (isFullName(name))
        push(found, match.index + 1, match.index + 1 + name.length, "name/person-says", 0.75);
    }
    // 五十三岁的车某，是…: who is told of by age.
    for (const match of AGE.standsIn(norm) ? allMatches(AGED, norm) : [])
      if (looksLikeName(match[1]!))
        push(found, match.index, match.index + match[1]!.length, "name/person-aged", 0.75);
    // 细纱工热依拉·吐尔逊: two parts in transcription, wherever they stand.
    for (let dot = norm.indexOf("·"); dot >= 0; dot = norm.indexOf("·", dot + 1)) {
      const start = dottedStart(norm, dot);
      const length = start < 0 ? 0 : nameLength(norm, start);
      if (start + length > dot + 2) push(found, start, start + length, "name/person-dotted", 0.75);
    }
    inRows({ norm, blocks }, found);
    honoured(norm, found);
    posted(norm, found);
    given(norm, found);
    comrades(norm, found);
    tradesmen(norm, found);
    answering(norm, blocks, found);
    return found;
  },
};

/** 曲某某（某公司首席钳工|，第四届）: where a bracket ends but for what it says of the prize. */
function noteStart(norm: string, open: number, close: number): number {
  if (close < 0 || !NOTE_ENDS.has(norm.charCodeAt(close - 1))) return close;
  const from = Math.max(open + 6, close - LONGEST_NOTE);
  const note = from < close ? OF_PRIZE.exec(norm.slice(from, close)) : null;
  return note === null ? close : from + note.index;
}
const NOTE_ENDS = new CharacterSet("年届奖人");
const LONGEST_NOTE = 20;
const OF_PRIZE =
  /(?:[，；](?:[首第][一二三四五六七八九十\d]{1,3}届|(?:19|20)\d\d年度?|个人奖?|提名奖?|正奖|个人(?:提名|正)奖){1,2}){1,2}$/;

function push(found: Candidate[], start: number, end: number, rule: string, confidence: number): void {
  found.push(candidate("Person", start, end, rule, confidence));
}

/** Length of a name of two characters that blanks set apart, as columns of names are set, 0 for none: 科长胡　伟|被评为. */
function lengthSetApart(norm: string, at: number): number {
  if (norm[at + 1] !== " " || !isSurname(norm.charCodeAt(at))) return 0;
  let last = at + 2;
  while (norm[last] === " " && last < at + 4) last++;
  const ends = last + 1 >= norm.length || AFTER_SET_APART.has(norm.charCodeAt(last + 1));
  return ends && isHan(norm.charCodeAt(last)) ? last + 1 - at : 0;
}
const AFTER_SET_APART = new CharacterSet("获被荣，。；、（）0123456789\n〕】]");

const LINKS = new CharacterSet("为是叫由系");
/** With what a clause ends in which somebody is named last. */
const ENDS = new CharacterSet("，。；、）\n\t|");

/** Where the name begins that stands between a break and 任, right before a title: 蒋某某任|局长; -1 without one. */
function appointed(norm: string, title: number): number {
  const end = title - 1;
  if (norm[end] !== "任") return -1;
  for (const length of [3, 4, 2]) {
    const start = end - length;
    if (start < 0 || !BEFORE_NAME.has(norm.charCodeAt(start - 1))) continue;
    const name = norm.slice(start, end);
    if (length === 2 ? looksLikeName(name) && isGiven(name[1]!) : mayBeNamed(name)) return start;
  }
  return -1;
}
const BEFORE_NAME = new CharacterSet("，。；：、\n 由");

/** 董事长 | 龚某某（女）: a row that says who holds a post. */
function inRows({ norm, blocks }: Pick<Source, "norm" | "blocks">, found: Candidate[]): void {
  for (const { cells } of blocks) {
    if (cells === undefined) continue;
    for (let i = 1; i < cells.length; i++) {
      const { start, end } = cells[i]!;
      const length = end - start;
      const label = cells[i - 1]!;
      // 个人奖 | 韩某某，某设计院有限公司
      if (OF_PERSONS.test(norm, label.start, label.end)) {
        const led = LED.exec(norm, start, end)?.[0];
        if (led !== undefined && mayBeNamed(led))
          push(found, start, start + led.length, "name/person-cell", 0.85);
      }
      if (length < 2 || length > 14 || label.end - label.start > 12) continue;
      const name = ALONE.exec(norm.slice(start, end))?.[1];
      if (name === undefined || !mayBeNamed(name)) continue;
      if (LABELS.test(norm, label.start, label.end))
        push(found, start, start + name.length, "name/person-cell", 0.85);
    }
  }
}
const ALONE =
  /^([\u4e00-\u9fa5]{2,6}|[\u4e00-\u9fa5]{2,6}·[\u4e00-\u9fa5]{2,8})(?:（(?:[男女]|[\u4e00-\u9fa5]{1,5}族|[，、 ]){1,4}）)?$/u;
/** The kind of a prize that only persons have, and the name with which the next cell begins. */
const OF_PERSONS = gated(/^个人(?:提名|质量)?奖?$/);
const LED = gated(/^[\u4e00-\u9fa5]{2,4}(?=[，（])/);
/** What the cell before a person's name says of it. */
const LABELS = gated(
  /^[\u4e00-\u9fa5（）、]{0,8}(?:董事长|总经理|总裁|经理|总监|质量官|工程师|总工|书记|主任|[院校所厂会馆站局处科部队班组市县区镇]长|负责人|代表人|法人|法人代表|法定代表人|姓名|联系人|带头人|创始人|掌门人|当家人|首席|理事长|秘书长|主席|科学家|技师)$/u,
);

/** How those who ask begin their paragraphs in an interview. */
const ASKS = new AnyOf("问： 记者： 本刊： 本报： 主持人： Q：");
/** 乌某某：, 乌某某（笑）：, 【对话掌门人】乌某某：. */
const ANSWERS = /^(?:【[^】\n]{2,10}】)?([\u4e00-\u9fa5]{2,6})(?:（[^（）\n]{1,24}）)?[答说]?：/u;
/** 〔佟　彬〕: a label whose name is set apart as columns of names are. */
const ANSWERS_APART = gated(/^[〔【[]?([\u4e00-\u9fa5]) {1,3}([\u4e00-\u9fa5])[〕】\]：]/);

/** The names that were found, those that blanks set apart without them. */
const namesOf = (norm: string, found: readonly Candidate[]): Set<string> =>
  new Set(found.map(({ name, start, end }) => name ?? norm.slice(start, end)));

/** 黄某某：…: who answers, where the text says elsewhere who that is, or where somebody asks and the same answers again. */
function answering(norm: string, blocks: Source["blocks"], found: Candidate[]): void {
  let known: Set<string> | undefined;
  const labels = new Map<string, number[]>();
  for (const { start, end, kind } of blocks) {
    if (kind === "table-row" || end - start < 6) continue;
    const apart = ANSWERS_APART.exec(norm, start, Math.min(end, start + 8));
    if (apart !== null) {
      const name = apart[1]! + apart[2]!;
      known ??= namesOf(norm, found);
      if (!known.has(name)) continue;
      const at = norm.indexOf(apart[1]!, start);
      const label = candidate("Person", at, start + apart[0].length - 1, "name/person-answers", 0.8);
      label.name = name;
      found.push(label);
      continue;
    }
    if (indexWithin(norm, "：", start, Math.min(end, start + 40)) < 0) continue;
    const match = ANSWERS.exec(norm.slice(start, Math.min(end, start + 48)));
    if (match === null) continue;
    const at = start + match[0].indexOf(match[1]!, norm[start] === "【" ? match[0].indexOf("】") : 0);
    known ??= namesOf(norm, found);
    if (known.has(match[1]!)) push(found, at, at + match[1]!.length, "name/person-answers", 0.8);
    else {
      const places = labels.get(match[1]!);
      if (places === undefined) labels.set(match[1]!, [at]);
      else places.push(at);
    }
  }
  if (labels.size === 0 || !ASKS.standsIn(norm)) return;
  for (const [name, places] of labels)
    if (places.length > 1 && mayBeNamed(name))
      for (const at of places) push(found, at, at + name.length, "name/person-answers", 0.8);
}

/** …，申某被授予全国先进个人: a full name that a clause begins with, and what only persons are given. */
function honoured(norm: string, found: Candidate[]): void {
  let clause = -1;
  const verbs = HONOURED.in(norm);
  while (verbs.next()) {
    const verb = verbs.start;
    let start = verb;
    while (start > 0 && verb - start <= LONGEST_HONOURED && !HONOUR_BOUNDS.has(norm.charCodeAt(start - 1)))
      start--;
    if (start === clause || verb - start < 2 || verb - start > LONGEST_HONOURED) continue;
    clause = start;
    HONOURED_NAME.lastIndex = start;
    const name = HONOURED_NAME.exec(norm)?.[0] ?? "";
    // Of two characters only right before the verb, and no 余老 or 李工.
    const short = name.length === 2;
    if (short && (start + 2 !== verb || RESPECTED.has(name.charCodeAt(1)))) continue;
    if (short ? looksLikeName(name) && isSurname(name.charCodeAt(0)) : isFullName(name))
      push(found, start, start + name.length, "name/person-honoured", 0.75);
  }
}

const RESPECTED = new CharacterSet("老总工师某局厂院");

/** 。许某某，装配钳工，2016年获全国劳动模范称号: a name set before its post and what was won. */
function posted(norm: string, found: Candidate[]): void {
  const { stops, breaks } = marksOf(norm);
  for (const marks of [stops, breaks])
    for (const mark of marks) {
      const start = mark + 1;
      const length = norm[start + 3] === "，" ? 3 : norm[start + 2] === "，" ? 2 : 0;
      if (length === 0 || !isSurname(norm.charCodeAt(start))) continue;
      POSTED.lastIndex = start + length;
      const post = POSTED.exec(norm)?.[1];
      if (post !== undefined && mayBeNamed(norm.slice(start, start + length)))
        push(found, start, start + length, "name/person-posted", 0.8);
    }
}
const POSTED =
  /，([\u4e00-\u9fa5]{1,13}(?:[长员师工匠手监理任席总官]|专家|科学家|带头人|负责人|传承人))，(?=(?:曾|先后|也|又)?(?:[于在]?(?:19|20)\d\d年)?(?:荣?获|被授予|被评为|被命名|当选|荣膺|入选))/y;

const GIVEN_NAME =
  /^[\u4e00-\u9fa5]{2,3}?(?=等[\d一二三四五六七八九十]{1,12}[名位]|“|\d{4}年|第[\d一二三四五六七八九十])/u;
const AMONG_PERSONS = /等[\d一二三四五六七八九十]+[名位](?:个人|同志|人|先进)/u;

/** 授予张某（某矿队长）、王某（某村种植大户）“…”: names in a row, and then how many they are or what they are given. */
const NAMES_GIVEN =
  /(?:[\u4e00-\u9fa5]{2,4}(?:（[^（）\n]{2,40}）)?、){0,30}[\u4e00-\u9fa5]{2,4}?(?:（[^（）\n]{2,40}）)?(?=(?:等)?(?:[\d一二三四五六七八九十]{1,4}[名位人]|[两三四五]人)(?:同志|个人|职工|教师|代表|先进|$|为|“|全|荣)|(?:等)?同志(?:为|“|全|荣)|“[^”\n]{2,20}(?:模范|工匠|先进个人|标兵|能手|奖章|红旗手|工作者|技师|大师|好人|楷模)”|[首第][一二三四五六七八九十\d]{0,3}届[^，。；、]{2,24}奖|[省市区县州](?:长|人民政府|政府)质量奖)/y;
const BRACKETS = /（[^（）]*）/g;

/** Adds the names in a row that are given an honour, where each of them looks like one. */
function givenInRow(norm: string, start: number, found: Candidate[]): boolean {
  const stop = indexWithin(norm, "、", start + 2, Math.min(norm.length, start + 48));
  if (stop < 0 && !HONOURS_NEAR.within(norm, start + 2, Math.min(norm.length, start + 46))) return false;
  NAMES_GIVEN.lastIndex = start;
  const row = NAMES_GIVEN.exec(norm)?.[0];
  if (row === undefined || (!row.includes("、") && !row.includes("（"))) return false;
  const parts = partsOf(row);
  if (!parts.every((part) => looksLikeName(part.replace(BRACKETS, "")))) return false;
  let at = start;
  for (const part of parts) {
    push(found, at, at + part.replace(BRACKETS, "").length, "name/person-honoured", 0.8);
    at += part.length + 1;
  }
  return true;
}

/** The parts of a row between 、, those in brackets left alone. */
function partsOf(row: string): string[] {
  const parts: string[] = [];
  let start = 0;
  let depth = 0;
  for (let at = 0; at < row.length; at++) {
    if (row[at] === "（") depth++;
    else if (row[at] === "）") depth--;
    else if (row[at] === "、" && depth === 0) {
      parts.push(row.slice(start, at));
      start = at + 1;
    }
  }
  parts.push(row.slice(start));
  return parts;
}

const HONOURS_NEAR = new CharacterSet("（“");

/** 曲某某同志: whom papers speak of so. */
const COMRADE = Trie.ofWords(["同志"]).shared();

function comrades(norm: string, found: Candidate[]): void {
  const words = COMRADE.in(norm);
  while (words.next()) {
    const end = words.start;
    const start = end - 3;
    if (start >= 0 && isFullName(norm.slice(start, end)))
      push(found, start, end, "name/person-honoured", 0.7);
  }
}

/** 授予杨某“…奖”, 李某等9名个人. */
function given(norm: string, found: Candidate[]): void {
  const words = GIVEN_TO.in(norm);
  while (words.next()) {
    const start = words.end;
    if (words.end - words.start === 2 && givenInRow(norm, start, found)) continue;
    if (!honoursFollow(norm, start + 2) && !honoursFollow(norm, start + 3)) continue;
    const name = GIVEN_NAME.exec(norm.slice(start, start + 6))?.[0];
    if (name === undefined || !looksLikeName(name)) continue;
    if (
      norm[words.start] === "授" ||
      AMONG_PERSONS.test(norm.slice(start + name.length, start + name.length + 8))
    )
      push(found, start, start + name.length, "name/person-honoured", 0.75);
  }
}

/** 2.巴特尔，甲公司输电管理处班长; 个人：石望春（女）　乙公司工艺工程师: a name, an organization and a post; of all peoples. */
function listed(start: number, text: string, found: Candidate[]): void {
  const match = ENTRY.exec(text);
  if (match === null) return;
  const [whole, prefix, name] = match as unknown as [string, string, string];
  const rest = text.slice(whole.length, whole.length + lengthUpTo(ENTRY_END, text, whole.length));
  if (!isPost(rest.trim()) || !mayBeNamed(name.replace(" ", ""))) return;
  const at = start + prefix.length;
  push(found, at, at + name.length, "name/person-listed", 0.8);
}

const ENTRY_END = new CharacterSet("\n（；。\t");

/** How many characters from an offset on come before one of the set. */
function lengthUpTo(ends: CharacterSet, text: string, from: number): number {
  let at = from;
  while (at < text.length && !ends.has(text.charCodeAt(at))) at++;
  return at - from;
}

/** A name, and then a blank or bracket. */
const LEADING_NAME =
  /^(?:\d{1,2}[.．、]? ?|（[一二三四五六七八九十\d]{1,12}）)?([\u4e00-\u9fa5]{2,4}|[\u4e00-\u9fa5] [\u4e00-\u9fa5])(?:（(?:[男女]|[\u4e00-\u9fa5]{1,5}族|[，、 ]){1,4}）)?(?= {1,20}[\u4e00-\u9fa5]|（[\u4e00-\u9fa5]{4,40})/u;

/** 许岭松（女）　嵩南超硬党委书记: the name that a line or cell begins with, and who it is. */
function lead(norm: string, start: number, end: number, found: Candidate[]): void {
  const han = hanBefore(norm, start, end);
  if (han < 0) return;
  const text = norm.slice(start, Math.min(end, start + 60));
  const named = han === 0 || norm[start + han] === " " || norm[start + han] === "（";
  const match = named ? LEADING_NAME.exec(text) : null;
  if (match === null || !looksLikeName(match[1]!.replace(" ", ""))) {
    listed(start, text, found);
    return;
  }
  const name = match[1]!;
  const rest = text.slice(match[0].length);
  if (titlesIn(rest, 0, Math.min(rest.length, 45)).length === 0) return;
  const at = start + match[0].replace(/（[^（）]*）$/u, "").length - name.length;
  push(found, at, at + name.length, "name/person-leading", 0.8);
}

/** 麻某某（1958—2019）, 郗某某（1949— ）女, 计某某 男，1962年生: how a biography begins. */
const BIOGRAPHY =
  /^【?([\u4e00-\u9fa5]{2,4}|[\u4e00-\u9fa5]{1,8}·[\u4e00-\u9fa5·]{1,12})】?(?:\s?（(?:[男女][，、 ]{0,2})?(?:1[89]|20)\d\d(?:年?(?:\.?\d{1,2}月?)?出?生?)\s?(?:[—–~-]{1,2}[^（）]{0,12})?）|\s{1,3}[男女][，,](?:[\u4e00-\u9fa5]{1,5}族，)?(?:(?:1[89]|20)\d\d年|[\u4e00-\u9fa5]{2,8}人))/;
const LONGEST_BEGINNING = 48;

/** Adds whose biography a paragraph is. */
function biography(norm: string, start: number, end: number, found: Candidate[]): void {
  if (!BORN.within(norm, start, Math.min(end, start + LONGEST_BEGINNING))) return;
  const match = BIOGRAPHY.exec(norm.slice(start, Math.min(end, start + LONGEST_BEGINNING)));
  const name = match?.[1];
  // 某奖·提名奖（2018）
  if (name === undefined || !(looksLikeName(name) || (name.includes("·") && !name.includes("奖")))) return;
  const at = start + (norm[start] === "【" ? 1 : 0);
  push(found, at, at + name.length, "name/person-biography", 0.85);
}
/** One of them stands near the name: 1958, 男, 女. */
const BORN = new CharacterSet("1男女");

/** 钟某某　个人, 钟某某（个人奖）, 【个人】钟某某: a line that says of a name that it is a person's. */
function tagged(norm: string, start: number, end: number, found: Candidate[]): void {
  if (end - start > LONGEST_TAGGED) return;
  const match = TAGGED.exec(norm, start, end);
  if (match === null) return;
  const name = match[1] ?? match[2]!;
  if (!mayBeNamed(name)) return;
  const at = start + match[0].indexOf(name);
  push(found, at, at + name.length, "name/person-tagged", 0.85);
}
const LONGEST_TAGGED = 16;
const TAGGED = gated(
  /^(?:[①-⑳] ?|\d{1,2}[.．、] ?|[【〔[(（]\d{1,3}[】〕\])）] ?)?(?:([\u4e00-\u9fa5]{2,4})\s?[（【〔|｜·/—\s]\s?个人[奖类]?[）】〕]?|[（【〔]?个人[奖类]?[）】〕：|｜·\s]\s?([\u4e00-\u9fa5]{2,4}))$/,
);

/**
 * How many Han characters a line or cell begins with that may begin with a name: none, where a number or mark stands at
 * its head, or few with what parts them from the rest; -1 where it does not.
 */
function hanBefore(norm: string, start: number, end: number): number {
  let at = start;
  while (at < end && at - start <= 10 && (isHan(norm.charCodeAt(at)) || norm[at] === "·")) at++;
  // Where nothing follows there is nothing that says who it is.
  if (at === end) return -1;
  return at === start || (at - start <= 10 && AFTER_LEADING.has(norm.charCodeAt(at))) ? at - start : -1;
}
const AFTER_LEADING = new CharacterSet(" ，：—\t（、");

/** （某某系…, 。某某为…: where it is said who somebody is. */
function officers(norm: string): RegExpExecArray[] {
  const found: RegExpExecArray[] = [];
  const { brackets, stops, semicolons, breaks } = marksOf(norm);
  for (const marks of [brackets, stops, semicolons, breaks])
    for (const at of marks) {
      if (!SAYS_WHO.has(norm.charCodeAt(at + 3)) && !SAYS_WHO.has(norm.charCodeAt(at + 4))) continue;
      IS_OFFICER.lastIndex = at + 1;
      const match = IS_OFFICER.exec(norm);
      if (match !== null) found.push(match);
    }
  return found;
}
const SAYS_WHO = new CharacterSet("系现时为是");

const HONOURS_BEGIN = new CharacterSet("等“第0123456789");
const honoursFollow = (norm: string, at: number): boolean => HONOURS_BEGIN.has(norm.charCodeAt(at));

/** 甲公司拉丝工: an organization and a trade. */
const EMPLOYED =
  /(?:公司|集团|医院|研究院|研究所|大学|学院|厂|局|车间)(?:[\u4e00-\u9fa5]{1,8}?[员师工手匠])(?=[\u4e00-\u9fa5]{2,4})/y;
const OF = new CharacterSet("的");
const OF_EMPLOYER =
  /(?:公司|集团|医院|研究院|研究所|大学|学院|厂|局|车间)的([\u4e00-\u9fa5]{3,6}?)(?=[，、（]|等[\d一二三四五六七八九十]|(?:[也又还则均都曾]|同时|先后|再次|首次)?(?:于|在)?(?:(?:19|20)\d\d年|[去今]年)?(?:荣|获|当选|入选|被授|被评|拿到|捧|摘得|登上|是|就是|说|告诉|本人))/y;
const LINE_ENDS_IN_NAME =
  /(?:公司|集团|医院|研究院|研究所|大学|学院|厂|[中小]学|合作社) ?([\u4e00-\u9fa5]{2,4})(?=[\t\n（|]|$)/y;
/** The last characters of the places of work in the pattern below. */
const WORKPLACE_END = new CharacterSet("校学院园心会所厂社司团行局队科处股");
/** Behind the blanks that part it from where one works. */
const NAME_APART =
  /(?<=学校|[中小]学|学院|大学|医院|幼儿园|中心|[协学]会|研究[院所]|计量所|检测所|监督所|厂|合作社|公司|集团|银行|[理督管电分]局|卫生院|工厂|[支大]队|[管理展督量综准证安][理展督量合准证全]?[科处股]) {1,2}([\u4e00-\u9fa5]{2,3})(?=[\t\n（|、，。；：—]|$)/y;
const SAID =
  /”([\u4e00-\u9fa5]{2,3})(?=(?:笑着|感慨地|坦率地|自豪地|兴奋地|激动地|补充)?(?:说|表示|坦言|感慨|回忆|告诉记者|笑道|笑言|介绍说|直言)[。，道])/y;
/** 54岁的于海波说, 于海波本人则…. */
const AGE = new AnyOf("岁的 本人");
const AGED =
  /(?:(?<=[\d一二三四五六七八九十]岁的)(?=[\u4e00-\u9fa5]{2,3}[，是在从把说站])|(?<=[，。；：“]|\n)(?=[\u4e00-\u9fa5]{2,3}本人))([\u4e00-\u9fa5]{2,3}?)(?=[，是在从把说站]|本人)/g;
const HONOURED_NAME =
  /[\u4e00-\u9fa5]{2,3}(?=(?:(?:19|20)\d\d年|[今去前当同]年|同[日批期]|昨[日天]?|今[日天]|[日上]前|近日|又|还|曾|也|先后|首次)?(?:被授予|被评为|荣获|获评|获得|荣膺|当选|入选|被表彰为)[^，。；]{0,16}(?:个人|之星|生产者|模范|劳模|工匠|奖章|标兵|能手|红旗手|优秀共产党员|优秀党务|争先奖|专家|工作者|企业家|带头人|大师|人才|质量人))/y;

/** The beginning of an entry of a roll: numbers or 个人：, a name, who it is, and a break before the organization. */
const ENTRY =
  /^((?:- |[•▪●◆▶] ?)?(?:\d{1,2}[.．、]? ?|（[一二三四五六七八九十\d]{1,12}）|[一二三四五六七八九十]、)?(?:[\u4e00-\u9fa5]{2,8}：)?)([\u4e00-\u9fa5·]{2,10}?|[\u4e00-\u9fa5] [\u4e00-\u9fa5])(?:（(?:[男女]|[\u4e00-\u9fa5]{1,5}族|[，、 ]|\d{1,12}岁){1,4}）)?(?: {1,20}|，|：|—{1,20}|\t)(?=[\u4e00-\u9fa5])/u;
const SPEAKS = gated(
  /^([\u4e00-\u9fa5]{2,4})：[\u4e00-\u9fa5]{2,30}?(?:书记|市长|县长|区长|局长|主任|董事长|总经理|总裁|院长|所长|会长|校长|厂长|主席|工程师|总工|科学家|专家|教授|负责人|质量官)(?:$|，)/u,
);
/** A name right before a bracket, after a break or what leads up to names. */
/** 甲（某公司院长）和|毛某某（: the name without what joins it to the one before. */
const unlinked = (name: string): string =>
  LINKS_FIRST.begins(name) && name.length > 2 && looksLikeName(name.slice(1)) ? name.slice(1) : name;
/** What marks an entry of a list. */
const MARKS = new CharacterSet(SIGNS);
const LINKS_FIRST = new CharacterSet("和与及");
const NAME_BEFORE =
  /(?:^|[，、：；。\s\d“”》）]|授予|命名|认定|评选|推荐|增补|聘任|表彰|表扬|嘉奖|和|及|与|由|对|向|给|的[是有为]|得?主[是为]|员工|职工|个人奖?|获得者|得主)([\u4e00-\u9fa5]{2,4}|[\u4e00-\u9fa5]{2,6}·[\u4e00-\u9fa5]{2,8})$/u;
/** 呼格吉勒图（: the longer ones in transcription. */
const LONG_NAME_BEFORE = /(?:^|[，、：；。\s\d“”》）]|[授给]予|和|及|与)([\u4e00-\u9fa5]{5,6})$/u;
/** The same where a word says so: （某某系某公司副总经理）. */
const IS_OFFICER =
  /([\u4e00-\u9fa5]{2,3})(?:系|现为|现任|时任|为|是)([^，。；：（）\n]{5,40})(?=[）。，；])/y;
/** An organization at the beginning of what says who someone is. */
const ORGANIZATION_WORD = gated(
  /^[\u4e00-\u9fa5（）A-Za-z\d“”·]{2,40}?(?:公司|集团|大学|学院|医院|学校|中学|小学|幼儿园|研究院|研究所|中心|[局厂站所院厅委处社行]|协会|学会|商会|委员会|政府|合作社|银行|车间|股份|科技|重工|动力|分厂|客车|药业)/u,
);
/** What posts, trades and ranks end with, where the shape says that one stands there. */
const POST_END = gated(
  /(?:员|师|长|工|官|手|匠|监|总裁|经理|主任|书记|主席|理事|院士|教授|负责人|带头人|传承人|专家|代表|顾问|班组|首席|助理|技能大师)$/u,
);

/** Whether a stretch is an organization and a post in it: 甲公司拉晶车间主任. */
function isPost(text: string): boolean {
  return (
    text.length >= 5 &&
    text.length <= 56 &&
    POST_END.test(text) &&
    ORGANIZATION_WORD.test(text) &&
    !/^(?:原|以下|下称|简称)|获奖|荣获|[。；]/u.test(text)
  );
}

/** The titles in a text: where one lies within another, the wider alone. */
export function titlesIn(norm: string, from = 0, to: number = norm.length): { start: number; end: number }[] {
  const titles: { start: number; end: number }[] = [];
  const words = TITLES.in(norm, from, to);
  while (words.next()) {
    const { start, end } = words;
    // 常委|会, 专家|组: no one's title.
    if (end < norm.length && NO_TITLE_BEFORE.has(norm.charCodeAt(end))) continue;
    const last = titles.length === 0 ? undefined : titles[titles.length - 1]!;
    if (last !== undefined && last.start === start) last.end = end;
    else if (last === undefined || end > last.end) titles.push({ start, end });
  }
  return titles;
}

const NO_TITLE_BEFORE = new CharacterSet("会团组室处办席");

/** Where the name that ends right before a title begins, -1 for none: 程晓川副市长 after a break. */
function nameBefore(norm: string, end: number): number {
  // 马某|任局长.
  if (norm[end - 1] === "任") return -1;
  for (const length of [3, 2]) {
    const start = end - length;
    if (start < 0) continue;
    const name = norm.slice(start, end);
    if (!looksLikeName(name)) continue;
    // 某大学程志远院士: right after where one works.
    const employed =
      length === 3 &&
      /(?:大学|学院|公司|研究院|研究所|医院|协会|联合会|学会|商会|集团)$/u.test(
        norm.slice(Math.max(0, start - 3), start),
      ) &&
      isGiven(name.slice(1));
    if (start === 0 || employed || /[\s，。；：！？、（）“”由记]/u.test(norm[start - 1]!)) {
      return /^[长任理裁师员记授工]$/u.test(norm[end] ?? "") ? -1 : start;
    }
  }
  return -1;
}
