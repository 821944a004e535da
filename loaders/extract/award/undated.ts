import { groupBy } from "../../group-by.js";
import { CharacterSet } from "../../patterns/character-set.js";
import { gated } from "../../patterns/gated.js";
import { gatedAll } from "../../patterns/gated-all.js";
import type { Block } from "../../types.js";
import { speakerOf } from "../names/speakers.js";
import { firstFrom, lastIndexWithin } from "../spans.js";
import type { DocEntity, Extraction } from "../types.js";
import { yearOfAccount } from "./account.js";
import { covers, fold, type Win } from "./findings.js";
import { framesOf } from "./frames.js";
import { tiersAndAwardsIn } from "./prizes.js";
import { LOOKS_BACK, NOT_YET, THAT_YEAR, WAS_BEFORE } from "./told-times.js";
import { editionsIn, numeral, yearsIn } from "./when.js";
import { yearOfBlock } from "./year-above.js";

/** What a year is worth that the text gives only by its context. */
const BY_CONTEXT = 0.8;

const RECENT = gated(
  /日前|近日|昨(?:[日天晚]|(?=[被获在举正揭颁]))|今[日天晨早]|[本上]周|前不久|不久前|刚刚|新近|[本上这]个?月|连日/,
);
/** 3月15日, 5月, not of a year told before. */
const OF_MONTH = gated(
  /(?:^|[^\d年\-—–~至到])(\d{1,2})月(?:\d{1,2}日|[上中下]旬|初|底|末|份)?(?!度)|(?:^|[。；，])([一二三四五六七八九十]{1,2})月(?:[上中下]旬|初|底|末|份)?(?=[，、\u4e00-\u9fa5])/,
);
/** 关于公布第八届某奖获奖名单的决定, 第六届某奖颁奖会上的讲话: papers by which a round is told when it is conferred. */
const CONFERS = gated(
  /决定|通报|命令|公告|通告|通知|公报|名单|结果|揭晓|公布|颁奖|颁授|颁发|出炉|揭榜|表彰|授奖|花落/,
);
/** 2023年, 去年, 今年: how a paragraph of one year begins. */
const OPENING = new CharacterSet("12去今前");
/** 十年前的今天（2013年）: the year behind its count. */
const NOTED_OPENING = gated(
  /^(?:[一二两三四五六七八九十百\d]{1,3}年前的?[^，。；（）]{0,8}|那一?年)（(?:19|20)\d\d年(?=），)/,
);
/** 品牌叫得更响。|去年，…: the words for a heading that a paragraph may begin with. */
const LONGEST_LEAD = 24;
const STOPS = new CharacterSet("。：");
const ANNOUNCED = gated(
  /^[”]?(?:评选|评审)?(?:结果|(?:获奖)?名单)?[于在]?(?:(?:19|20)\d\d年|[今去前]年|[本上这]个?月)(?:\d{1,2}月(?:\d{1,2}日)?|[初底末]|[上下]半年)?(?:正式|才?刚刚?)?(?:颁[出发奖]|揭[晓榜]|公布|评出|出炉|产生)/,
);
const ENDED = gated(/[。！？；]$/);
const YEARS = gatedAll(/(?:19|20)\d\d(?=年|[—\-~～至])/g);
/** How far above an entry the line that leads to it may stand. */
const FARTHEST = 16;
const OF_SECTION = gated(
  /^(?:[一二三四五六七八九十]{1,3}、|（[一二三四五六七八九十]{1,3}）)?对?((?:19|20)\d\d)年度?(?![、至到—\-–~])[^。；\d]{0,50}?(?:表扬|表彰|奖励|嘉奖|获奖|荣誉|成绩|获得)[^。；\d]{0,12}$/,
);
/** 一、拟兑现项目（以下荣誉均为2023年度取得） */
const ALL_OF = gated(/(?:以下|下列|下述)[^，。；]{0,8}(?:均|都|全部)(?:为|是|于|在|系)?((?:19|20)\d\d)年/);
/** How far behind its beginning a paragraph is still of the year with which it begins. */
const LONGEST_PARAGRAPH = 2_000;
/** How far before a win the paper may be named by which it was conferred; how long its title is, or a line that leads to entries. */
const NEAR = 120;

const isUndated = ({ year }: Win): boolean => year === undefined;

/** Gives undated wins the year of their block: of a chronicle's line, or below a year that stands alone. */
export function withYearOfBlock(x: Extraction, wins: readonly Win[]): void {
  for (const win of wins) {
    if (win.year !== undefined) continue;
    const block = x.blockAt(win.start);
    if (block === undefined || looksBack(x, win)) continue;
    win.year = yearOfBlock(x, block) ?? yearOfEntry(x, win);
  }
}

/** 2014年9月，…。11月，获…: the year with which the entry begins, of a chronicle or of a sentence that begins with a month. */
function yearOfEntry(x: Extraction, win: Win): number | undefined {
  const sentence = x.sentenceAt(win.start);
  if (sentence === undefined) return undefined;
  const { start } = sentence;
  return x.about.isChronicle || /^\d{1,2}月/.test(x.norm.slice(start, start + 3))
    ? openingYear(x, win)
    : undefined;
}

/**
 * Gives undated wins the year that their context does: of what is told as news, the document's; of a round, the year that another
 * win of it has; of the round that a decision's title names, the decision's; in an account of one year, that year.
 */
export function withYearOfContext(x: Extraction, wins: readonly Win[]): readonly Win[] {
  if (!wins.some(isUndated)) return wins;
  const dated = groupBy(
    wins.filter((win) => !isUndated(win)),
    ({ from }) => from,
  );
  const undated = wins.filter((win) => isUndated(win) && !isAmong(x, dated.get(win.from), win));
  if (undated.length === 0) return wins;
  const annual = yearOfAccount(x);
  withYearOfEntries(x, undated);
  const ofToday = (annual === undefined || annual === x.year) && !tellsOfOtherYear(x);
  if (ofToday) withRecentYear(x, undated);
  withAnnualYear(x, undated);
  withYearOfRound(wins, undated);
  if (ofToday) withYearOfConferral(x, wins, undated);
  withOpeningYear(x, wins, undated);
  if (annual !== undefined)
    for (const win of undated)
      if (isUndated(win) && (!looksBack(x, win) || isOfPart(x, win))) date(win, annual);
  return fold(wins);
}

/** Whether titles or years that stand alone tell of another year than the document's date. */
function tellsOfOtherYear(x: Extraction): boolean {
  const { blocks, norm, year } = x;
  for (let i = 0; i < blocks.length && i < 2; i++) {
    const { kind, start, end } = blocks[i]!;
    if (
      (i === 0 ? end - start <= 60 : kind === "title") &&
      YEARS.matches(norm, start, end).some(([told]) => Number(told) !== year)
    )
      return true;
  }
  return framesOf(x).some((told) => told !== undefined);
}

function date(win: Win, year: number | undefined): void {
  if (year === undefined || win.year !== undefined) return;
  win.year = year;
  win.confidence = Math.min(win.confidence, BY_CONTEXT);
}

/** Whether the same win is told with its year elsewhere. */
function isAmong(x: Extraction, dated: readonly Win[] | undefined, win: Win): boolean {
  if (dated === undefined) return false;
  for (const other of dated)
    if (
      other.to === win.to &&
      // 第十届某奖颁给甲，它2014年拿过同一个奖: no other round's year.
      !(win.edition !== undefined && other.edition === undefined && wasBefore(x, other)) &&
      covers(other, { ...win, edition: other.edition === undefined ? undefined : win.edition })
    )
      return true;
  return false;
}

const wasBefore = (x: Extraction, { start, end }: Win): boolean =>
  WAS_BEFORE.test(x.norm, x.sentenceAt(start)?.start ?? start, end);

/** Whether the sentence of a win tells, before it ends, of another time. */
function looksBack(x: Extraction, { start, end }: Win): boolean {
  const sentence = x.sentenceAt(start);
  return sentence !== undefined && LOOKS_BACK.test(x.norm, sentence.start, Math.max(end, sentence.start));
}

/** 4月，先后获甲奖、乙奖: whether a sentence tells of a part of the year, and not of what was before. */
function isOfPart(x: Extraction, { start, end }: Win): boolean {
  const sentence = x.sentenceAt(start);
  return (
    sentence !== undefined &&
    OF_PART.test(x.norm, sentence.start, end) &&
    !BEFORE_IT.test(x.norm, sentence.start, end)
  );
}
const OF_PART = gated(
  /^(?:【[^【】]{1,10}】)?[\s　]{0,4}(?:\d{1,2}月|[一二三四五六七八九十]{1,2}月|[是本当]年|年[内初底末终]|全年|[上下]半年|岁末)/,
);
const BEFORE_IT = gated(/曾|此前|之前|早在|过去|以来|累计|已有|共有|截至|[上前]一?届|历/);

/** Gives undated wins the year of their sentence's news, or else that in which the text says their round was announced. */
function withRecentYear(x: Extraction, undated: readonly Win[]): void {
  const announced = new Map<DocEntity, ReadonlyMap<number, number>>();
  for (const win of undated) {
    const { to, edition, start, end } = win;
    let year = recentIn(x, start, end);
    if (year === undefined && edition !== undefined) {
      let rounds = announced.get(to);
      if (rounds === undefined) {
        rounds = roundsAnnounced(x, to);
        announced.set(to, rounds);
      }
      year = rounds.get(edition);
    }
    date(win, year);
  }
}

/** The years in which the text says, at any mention of an award, that its rounds were announced; of each the first. */
function roundsAnnounced(x: Extraction, { mentions }: DocEntity): ReadonlyMap<number, number> {
  const years = new Map<number, number>();
  for (const { start, end } of mentions) {
    const editions = editionsIn(x.norm, Math.max(0, start - 12), start);
    if (editions.every(({ edition }) => years.has(edition))) continue;
    const year = yearOfAnnouncement(x, end) ?? recentIn(x, start, end);
    if (year === undefined) continue;
    for (const { edition } of editions) if (!years.has(edition)) years.set(edition, year);
  }
  return years;
}

/** 第八届某奖|去年颁出, |获奖名单于2022年5月揭晓: the year in which a round is said to have been announced. */
function yearOfAnnouncement({ norm, year, yearMonthAgo }: Extraction, from: number): number | undefined {
  const to = Math.min(norm.length, from + 28);
  const match = ANNOUNCED.exec(norm, from, to);
  return match === null
    ? undefined
    : yearsIn(norm, from, from + match[0].length, year, undefined, yearMonthAgo)[0]?.year;
}

/** 正奖归了甲。2022年度某奖另设鼓励奖，归了乙。: the one year that each paragraph gives the award as its own. */
function annualYears(x: Extraction, { mentions }: DocEntity): ReadonlyMap<Block, number> {
  const years = new Map<Block, number>();
  for (const { start } of mentions) {
    const told = ANNUAL.exec(x.norm, Math.max(0, start - 10), start);
    const block = told === null ? undefined : x.blockAt(start);
    if (block === undefined) continue;
    const year = Number(told![1]);
    years.set(block, years.has(block) && years.get(block) !== year ? Number.NaN : year);
  }
  return years;
}

/** Gives undated wins the year that their paragraph gives the award. */
function withAnnualYear(x: Extraction, undated: readonly Win[]): void {
  const known = new Map<DocEntity, ReadonlyMap<Block, number>>();
  for (const win of undated) {
    if (!isUndated(win) || win.edition !== undefined) continue;
    const years = known.get(win.to) ?? annualYears(x, win.to);
    known.set(win.to, years);
    const block = years.size === 0 ? undefined : x.blockAt(win.start);
    const year = block === undefined ? undefined : years.get(block);
    if (year !== undefined && year <= (x.year ?? year) && !looksBack(x, win)) date(win, year);
  }
}
const ANNUAL = gated(/(?:^|[^—–\-~至到\d])((?:19|20)\d\d)年度的?“?$/);

/** 近日，…; 11月15日，…: the year of the document's date, or the one before for a month that has not come yet. */
function recentIn(x: Extraction, start: number, end: number): number | undefined {
  const { norm, year, month } = x;
  const sentence = x.sentenceAt(start);
  if (year === undefined || sentence === undefined) return undefined;
  const from = sentence.start;
  const told = OF_MONTH.exec(norm, from, end);
  if (told === null && !RECENT.test(norm, from, end)) return undefined;
  if (LOOKS_BACK.test(norm, from, end) || THAT_YEAR.test(norm, from, end)) return undefined;
  // 昨天，2024年全市质量大会召开: the same year.
  if (yearsIn(norm, from, end, year).some((told) => told.year !== year)) return undefined;
  return told === null || (numeral(told[1] ?? told[2]!) ?? 12) <= (month ?? 12) ? year : year - 1;
}

/** 对2023年度取得突出成绩的单位予以通报表扬：: the year of the line that leads to the entries among which a win is told. */
function yearOfSection({ blocks, norm, year: now }: Extraction, { start }: Win): number | undefined {
  const at = firstFrom(blocks, start + 1) - 1;
  for (let i = at - 1; i >= 0 && at - i <= FARTHEST; i--) {
    const above = blocks[i]!;
    // A longer paragraph leads to no entries.
    if (above.end - above.start > NEAR) continue;
    const all = ALL_OF.exec(norm, above.start, above.end);
    if (all !== null) return Number(all[1]) <= (now ?? 9999) ? Number(all[1]) : undefined;
    if (norm[above.end - 1] !== "：" && above.kind !== "heading" && above.kind !== "title") continue;
    const match = OF_SECTION.exec(norm, above.start, above.end);
    const year = match === null ? undefined : Number(match[1]);
    return year !== undefined && year <= (now ?? year) ? year : undefined;
  }
  return undefined;
}

/** Gives undated wins the year that opens their paragraph or leads to their section, but no two rounds of an award one year. */
function withOpeningYear(x: Extraction, wins: readonly Win[], undated: readonly Win[]): void {
  const rounds = new Map<DocEntity, Map<number, Set<number | undefined>>>();
  for (const { to, year, edition } of wins) {
    if (year === undefined) continue;
    const known = rounds.get(to) ?? new Map<number, Set<number | undefined>>();
    rounds.set(to, known.set(year, (known.get(year) ?? new Set<number | undefined>()).add(edition)));
  }
  for (const win of undated) {
    if (!isUndated(win) || looksBack(x, win)) continue;
    const year = openingYear(x, win);
    // 2018年，首届颁给甲；第三届评选中，乙胜出.
    const told = year === undefined ? undefined : rounds.get(win.to)?.get(year);
    const other = told !== undefined && (told.size > 1 || !told.has(win.edition));
    date(win, (other ? undefined : year) ?? yearOfSection(x, win));
  }
}

/** 2023年，全市…。甲荣膺某奖: the year with which the paragraph begins, but for a lead, where no other is told before the win. */
function openingYear(x: Extraction, { start }: Win): number | undefined {
  const block = x.blockAt(start);
  if (block === undefined || start - block.start > LONGEST_PARAGRAPH) return undefined;
  // 边某某：今年省里的某奖，…: behind the label of who speaks.
  const head = speakerOf(x, block)?.end ?? block.start;
  const noted = NOTED_OPENING.exec(x.norm, head, Math.min(start, head + 30));
  let opens = head + (noted === null ? 0 : noted[0].length - 5);
  if (noted === null && !OPENING.has(x.norm.charCodeAt(opens))) {
    const lead = Math.min(start, opens + LONGEST_LEAD);
    while (opens < lead && !STOPS.has(x.norm.charCodeAt(opens))) opens++;
    if (opens === lead || !OPENING.has(x.norm.charCodeAt(++opens))) return undefined;
  }
  // Within its own clause a year has been looked at.
  if (lastIndexWithin(x.norm, "。", opens, start) < 0 && lastIndexWithin(x.norm, "；", opens, start) < 0)
    return undefined;
  const years = yearsIn(x.norm, block.start, start, x.year);
  const first = noted === null ? years[0] : years.find((y) => y.start === opens);
  return first?.start === opens && years.every(({ year }) => year === first.year) ? first.year : undefined;
}

/** 【某某】 with which an entry of a yearbook begins. */
const CATCHWORD = gated(/^【(?!(?:19|20)\d\d)[^【】。；]{2,16}】\s{0,4}/);

/** 【概况】 2020年，…, 【质量奖】 9月，…: the one year with which entries of a yearbook begin, for the others. */
function withYearOfEntries(x: Extraction, undated: readonly Win[]): void {
  if (!undated.some(isUndated)) return;
  const entries = new Set<Block>();
  let year: number | undefined;
  for (const block of x.blocks) {
    const label = CATCHWORD.exec(x.norm, block.start, block.end);
    if (label === null || block.kind === "table-row") continue;
    const opens = block.start + label[0].length;
    if (opens >= block.end) continue;
    entries.add(block);
    const [first] = yearsIn(x.norm, opens, Math.min(block.end, opens + 8), undefined);
    if (first?.start !== opens) continue;
    if (year !== undefined && year !== first.year) return;
    year = first.year;
  }
  if (year === undefined || entries.size < 2) return;
  for (const win of undated)
    if (isUndated(win) && !looksBack(x, win) && entries.has(x.blockAt(win.start)!)) date(win, year);
}

/** 第九届某奖 in 2023, told of one winner: all the others of that round. */
function withYearOfRound(wins: readonly Win[], undated: readonly Win[]): void {
  const years = new Map<DocEntity, Map<number, number | undefined>>();
  for (const { to, edition, year } of wins) {
    if (edition === undefined || year === undefined) continue;
    const known = years.get(to) ?? new Map<number, number | undefined>();
    years.set(to, known);
    known.set(edition, known.has(edition) && known.get(edition) !== year ? undefined : year);
  }
  for (const win of undated) if (win.edition !== undefined) date(win, years.get(win.to)?.get(win.edition));
}

/** Gives the wins of the one round that a decision's title names the year of the decision. */
function withYearOfConferral(x: Extraction, wins: readonly Win[], undated: readonly Win[]): void {
  const { blocks, norm, year } = x;
  if (year === undefined) return;
  for (let i = 0; i < blocks.length && i < 4; i++) {
    const { kind, start, end } = blocks[i]!;
    if ((kind !== "title" && i > 0) || end - start > 120 || ENDED.test(norm, start, end)) continue;
    if (!CONFERS.test(norm, start, end) || NOT_YET.test(norm, start, end)) continue;
    for (const { award, edition } of tiersAndAwardsIn(x, start, end)) {
      if (award === undefined || edition === undefined) continue;
      if (wins.some((w) => w.to === award && w.edition === edition && w.year !== undefined)) continue;
      for (const win of undated)
        if (win.to === award && win.edition === edition && !looksBack(x, win)) date(win, year);
    }
  }
}
