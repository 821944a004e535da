import { groupBy } from "../../group-by.js";
import { gated } from "../../patterns/gated.js";
import type { Sentence } from "../../types.js";
import { oncePer } from "../once.js";
import { firstFrom } from "../spans.js";
import type { DocEntity, Extraction } from "../types.js";
import { longestNamed, type Win } from "./findings.js";
import { tiersAndAwardsIn } from "./prizes.js";
import { hasTiers } from "./tiers.js";
import { THAT_YEAR } from "./told-times.js";
import { editionsIn, yearsIn } from "./when.js";

/** A round of an award as a title, heading or sentence tells it, and not as that in which somebody has won. */
interface ToldRound {
  start: number;
  year: number | undefined;
  edition: number | undefined;
}

/** What is to come, or was before: 申报第十届某奖, 上一届. */
const NOT_NOW = gated(
  /申报|推荐|候选|征集|报名|启动|争创|力争|冲刺|备战|正在|筹备|下一?届|将[于在对按举开推]|拟(?!表彰|奖励|授)|曾(?=[经于在获被两多先\d])|此前|早在|历[届年次]|往[届年]|上一?届|前[一几两]届|累计|截至|(?<!今年)以来|得过|设立(?!以来)|创设|细则|奖励金额|(?:调整|修订)了?/,
);
/** 第九届某奖揭晓: said of the round, whoever else the sentence names. */
const ANNOUNCES = gated(
  /揭晓|公布|颁[出发奖授]|评出|出炉|表彰|授奖|产生|印发|揭榜|结果|名单|公告|通报|决定|落幕|结束|收官|授[牌予]/,
);
/** 某奖每两年评选一次，今年是|第九届 */
const THIS_IS = gated(
  /(?:今年|本次|这次|此次|本届|这一届|此届|这一次)[^，。；]{0,6}?(?:是|为|系|评的是)(?:该奖(?:项|设立以来)?的?)?$|^”?(?:如今|现在|目前)?(?:已经?)?(?:评到|评至|办到|走到|来到|迎来|进入)了?$/,
);
/** How far behind an award's name 今年是第九届 may stand. */
const FAR = 40;
/** 某奖|第九届获奖名单, 某奖|（第九届）: right behind the name. */
const BEHIND = gated(
  /^”?[（(· ]{0,2}(?:(?:19|20)\d\d年度?的?(?=[）)首第获评]))?(?:[首第][一二三四五六七八九十\d]{0,3}届)?(?:[（(](?:19|20)\d\d年度?[）)])?/,
);
/** 2023年，|市里组织了第九届某奖评审 */
const OPENS_WITH_YEAR = gated(/^((?:19|20)\d\d)年(?:\d{1,2}月(?:\d{1,2}日)?)?[，,]/);
/** 关于第九届某奖授奖的决定: a paper that confers. */
const CONFERS = gated(/关于.{4,60}(?:决定|通报|公告|通知|命令)$/);
/** Among how many mentions at the head of a text papers are looked for. */
const HEAD = 200;

/** 得主, 拥有 of LOOKS_BACK tell of this time as well: 为新一批某奖得主授牌：甲、乙. */
const OF_OTHERS = gated(
  /曾(?=[经于在获被两多先\d])|此前(?![^，。；]{0,4}(?:消息|报道|传|有人|网))|之前|早在|历[届年次]|先后|往[届年]|上届|[上前]一届|已有|累计|截至|过去|[次翌]年|近年|以来|迄今|至今|得过|[两三四五六七八九十几多数\d]次/,
);

const isUntimed = ({ year, edition }: Win): boolean => year === undefined && edition === undefined;

/**
 * Gives the wins that are told with no round that of their award which a title, heading or sentence above them announces, the nearest
 * one: 2023年度某奖（第九届）评定工作已结束 above 甲获某奖. What is said of earlier or later rounds, or of one winner's, is none.
 */
export function withAnnouncedRounds(x: Extraction, wins: readonly Win[]): void {
  // 昨天，甲捧回某奖: of the year of the text, whose round is told above; 甲获第四届某奖: of the year that it is told with above.
  const wanting = wins.filter(
    ({ year, edition, to }) =>
      (edition === undefined ? year === undefined || year === x.year : year === undefined) &&
      hasTiers(to.name),
  );
  if (wanting.length === 0) return;
  const known = new Map<DocEntity, Announced>();
  const told = groupBy(
    wins.filter((win) => !isUntimed(win)),
    ({ start }) => x.sentenceAt(start),
  );
  for (const win of wanting) {
    const sentence = x.sentenceAt(win.start);
    if (sentence === undefined || isOfOtherTime(x, sentence, win)) continue;
    const rounds = known.get(win.to) ?? roundsOf(x, win.to, told);
    known.set(win.to, rounds);
    if (win.edition !== undefined) {
      win.year = rounds.years.get(win.edition);
      continue;
    }
    const round = rounds.inOrder[firstFrom(rounds.inOrder, win.end) - 1];
    if (round === undefined || (win.year !== undefined && win.year !== (round.year ?? win.year))) continue;
    win.year ??= round.year;
    win.edition = round.edition;
  }
}

const isOfOtherTime = ({ norm }: Extraction, { start }: Sentence, win: Win): boolean =>
  OF_OTHERS.test(norm, start, Math.max(start, win.end)) || THAT_YEAR.test(norm, start, win.end);

/** The rounds of an award that are announced, each with its year and edition wherever they are told. */
interface Announced {
  inOrder: readonly ToldRound[];
  /** By editions. */
  years: ReadonlyMap<number | undefined, number | undefined>;
}

function roundsOf(
  x: Extraction,
  award: DocEntity,
  told: ReadonlyMap<Sentence | undefined, readonly Win[]>,
): Announced {
  const found: ToldRound[] = roundsOfPapers(x).filter((paper) => paper.award === award);
  let read: Sentence | undefined;
  for (const { start: at } of award.mentions) {
    const sentence = x.sentenceAt(at);
    if (sentence === undefined || sentence === read) continue;
    read = sentence;
    const { start, end } = sentence;
    if (NOT_NOW.test(x.norm, start, end)) continue;
    for (const prize of tiersAndAwardsIn(x, start, end)) {
      if (prize.award !== award || prize.years.length > 1 || prize.editions.length > 1) continue;
      const round = completed(x, sentence, prize.end, {
        start: prize.start,
        year: prize.years[0],
        edition: prize.edition,
      });
      if (round === undefined || (round.year !== undefined && round.year > (x.year ?? round.year))) continue;
      const won = ANNOUNCES.test(x.norm, start, end) ? undefined : told.get(sentence);
      if (won?.some((win) => win.to === award && isOfRound(win, round)) !== true) found.push(round);
    }
  }
  found.sort((a, b) => a.start - b.start);
  const both = found.filter(({ edition, year }) => edition !== undefined && year !== undefined);
  const years = new Map(both.map(({ edition, year }) => [edition, year]));
  const editions = new Map(both.map(({ edition, year }) => [year, edition]));
  for (const round of found) {
    if (round.edition !== undefined) round.year ??= years.get(round.edition);
    else round.edition = editions.get(round.year);
  }
  return { inOrder: found, years };
}

const isOfRound = (win: Win, { year, edition }: ToldRound): boolean =>
  edition === undefined ? win.year === year : win.edition === edition;

/** 《关于第九届某奖授奖的决定》近日印发: the rounds that the names of papers at the head of a text tell, in its order. */
export const roundsOfPapers = oncePer((x): readonly (ToldRound & { award: DocEntity })[] => {
  const found: (ToldRound & { award: DocEntity })[] = [];
  for (const { type, start, end } of x.mentions.slice(0, HEAD)) {
    if (type !== "Initiative" || !CONFERS.test(x.norm, start, end)) continue;
    const edition = editionsIn(x.norm, start, end)[0]?.edition;
    const year = yearsIn(x.norm, start, end, x.year)[0]?.year;
    const award =
      edition === undefined && year === undefined
        ? undefined
        : longestNamed(
            x.entities.filter(({ type, name }) => type === "Award" && hasTiers(name)),
            x.norm.slice(start, end),
          );
    if (award !== undefined) found.push({ award, start, year, edition });
  }
  return found;
});

/** A round with what is told of it right behind the award's name, of this time, or with the year of its sentence. */
function completed(
  x: Extraction,
  sentence: Sentence,
  behind: number,
  round: ToldRound,
): ToldRound | undefined {
  const { start, end } = sentence;
  const { norm, year: now } = x;
  const to = behind + (BEHIND.exec(norm, behind, end)?.[0].length ?? 0);
  let year = round.year ?? yearsIn(norm, behind, to, now)[0]?.year;
  let edition = round.edition ?? editionsIn(norm, behind, to)[0]?.edition;
  if (year === undefined && edition === undefined)
    edition = editionsIn(norm, behind, Math.min(end, behind + FAR)).find((told) =>
      THIS_IS.test(norm, Math.max(behind, told.start - 16), told.start),
    )?.edition;
  const untold = year === undefined && edition === undefined;
  if (untold && !ANNOUNCES.test(norm, start, end) && !AT_IT.test(norm, start, end)) return undefined;
  const opens = year === undefined ? OPENS_WITH_YEAR.exec(norm, start, end) : null;
  if (opens !== null) year = Number(opens[1]);
  else if (untold) year = yearBehind(x, behind, end) ?? yearOfMeeting(x, sentence, round.start);
  if (year === undefined && edition === undefined) return undefined;
  return { start: round.start, year, edition };
}

/** 某奖|去年评选结果公布 */
function yearBehind({ norm, year }: Extraction, behind: number, end: number): number | undefined {
  const told = RESULT_OF_YEAR.exec(norm, behind, end);
  return told === null ? undefined : yearsIn(norm, behind, behind + told[0].length, year)[0]?.year;
}
const RESULT_OF_YEAR = gated(/^”?(?:[今去]年|(?:19|20)\d\d年)度?的?(?=评选|评审|获奖|结果|名单)/);

/** 某区2023年质量大会举行。会上为新一批某奖得主授牌: the year of the meeting at which an award is conferred. */
function yearOfMeeting(x: Extraction, { start, block }: Sentence, at: number): number | undefined {
  const here = MEETING.exec(x.norm, start, at);
  if (here !== null) return Number(here[1]);
  const before =
    start > block.start && AT_IT.test(x.norm, start, at + 1) ? x.sentenceAt(start - 1) : undefined;
  const told = before === undefined ? null : MEETING.exec(x.norm, before.start, before.end);
  return told === null ? undefined : Number(told[1]);
}
const MEETING = gated(/((?:19|20)\d\d)年[^，。；\d]{0,16}(?:大会|会议|典礼|仪式|表彰会|活动|发布会)/);
const AT_IT = gated(/^(?:会上|大会|会议|仪式|典礼|现场|活动|当天|颁奖)/);
