import { gated } from "../../patterns/gated.js";
import { indexWithin } from "../spans.js";
import type { Status } from "./goals.js";
import type { Paragraph } from "./paragraph.js";
import type { Part } from "./part.js";
import type { Time } from "./times.js";

const INVESTED = gated(/(?:总投资|投资)额?(?:约|达|超)?$/);
/** 目前的62%: what is, beside what is to be. */
const STANDING = gated(/(?:目前|现在|当前|现有|原来|原先|上年|去年|今年|20\d\d年)的$/);
const REQUIRED = gated(/^(?:不少于|不低于|不超过|不高于|不多于|不小于|不大于)/);
const AIMED = gated(/力争|目标|计划|打算/);
const ITEM = gated(/^[二三四五六七八九][是要]/);
const KEPT = gated(/连续|始终|一直|稳定|保持|均/);

/**
 * Whether a figure is a goal. Nearest first: its own clause, what its sentence says, the time it is for, the paragraph's
 * first words, the paragraph before a list, the headings above; else it is so.
 */
export function statusOf(p: Paragraph, part: Part): Status {
  const { x } = p;
  const at = part.figure.start;
  if (part.starting || STANDING.test(x.norm, part.from, at)) return "ACTUAL";
  const said = p.cueBefore(at);
  if (INVESTED.test(part.before) && said !== "TARGET") return "ACTUAL";
  const time = p.timeBefore(at);
  if (time !== undefined && time.start >= p.sentence) {
    if (time.asOf) return AIMED.test(x.norm, time.end, at) ? "TARGET" : "ACTUAL";
    // 发展基础：“十三五”末…, of a text without a date.
    const undated = p.year === undefined && said === undefined;
    if (time.until && undated && p.topics.headings.status(p.block, false) === "ACTUAL") return "ACTUAL";
    if (time.until) {
      if (p.isOver(time)) return said === "TARGET" && time.year === p.year ? "TARGET" : "ACTUAL";
      return said !== "TARGET" && isCounted(p, time, part) ? "ACTUAL" : "TARGET";
    }
    if (said !== undefined) return said;
    if (time.plain && p.year === undefined && endsPlan(p, at, time.period)) return "TARGET";
    if (time.plain && p.year === undefined && isPlanned(p, time, at)) return "TARGET";
    if (time.plain && time.year !== undefined && p.year !== undefined && time.year > p.year) return "TARGET";
    if (time.plain && time.year !== undefined && x.year !== undefined) {
      const whole = time.period?.length === 4;
      return time.year === x.year && whole && early(x.document.date) ? "TARGET" : "ACTUAL";
    }
    if (time.now || (time.plain && p.isOver(time))) return "ACTUAL";
  }
  if (said !== undefined) return said;
  // What is asked for, unless it has been kept.
  if (REQUIRED.test(x.norm, part.figure.start, part.figure.end) && !KEPT.test(part.before)) return "TARGET";
  if (p.isSoon) return "TARGET";
  return (
    p.statusOfLead ??
    p.lead?.status ??
    p.topics.headings.status(p.block, false) ??
    statusOfEarlier(p, time) ??
    p.topics.headings.status(p.block, true) ??
    "ACTUAL"
  );
}

/** 到2023年底，全市有…: what is counted at the end of a time, in a text that does not say when it was written. */
function isCounted(p: Paragraph, time: Time, { figure }: Part): boolean {
  const at = figure.start;
  if (p.year !== undefined && (time.year ?? p.year) >= p.year) return false;
  const { norm } = p.x;
  if (!ENDED.test(norm, time.start, time.end + 2) || GOAL_VERB.test(norm, time.end, at)) return false;
  // 80%以上 is rather asked for.
  const stop = indexWithin(norm, "。", at, Math.min(norm.length, figure.end + 40));
  if (COMPARED.test(norm, time.end, stop < 0 ? figure.end : stop)) return true;
  return (
    (p.isTold(time) && figure.comparator !== ">=") || COUNTS.test(norm, time.end, Math.min(at, time.end + 24))
  );
}
const ENDED = gated(/年年?[底末]|月/);

/** …印发了《某市质量提升三年行动方案》。几个数：2025年，合格率达到96%: what a plan named in the sentence before comes to. */
const isPlanned = ({ x: { norm }, block }: Paragraph, time: Time, at: number): boolean =>
  (PLANNED.test(norm, Math.max(block.start, time.start - 60), time.start) ||
    CALLED_FOR.test(norm, Math.max(block.start, time.start - 60), time.start)) &&
  AIMS.test(norm, time.end, Math.min(norm.length, at + 16));
/** 各地要围绕三大产业培育标杆，2025年…达到60家 */
const CALLED_FOR = gated(/[要须](?:围绕|聚焦|以|坚持|紧扣|对照)[^。]{0,40}，$/);
const PLANNED = gated(/(?:方案|规划|计划|纲要)(?:（[^（）]{1,20}）)?》。[^。《》]{0,24}[，：]$/);
const AIMS = gated(/达到|突破|新增|超过|以上/);
const GOAL_VERB = gated(/力争|确保|要|将|突破|(?<![当今]年|[上同去]年)新增|提[高升]到|不低于|不少于/);
/** 到2021年底，…达21个，总量居全省第三，比上年多2个: a result. */
const COMPARED = gated(/同比|[比较](?:上年|去年|20\d\d年)/);
const COUNTS = gated(
  /^(?:[^，。；]{0,12}，)?[^，。；]{0,16}?(?:累计(?!达)|共有?(?!享|建|同|性)|已(?!成为)|先后|拥有|现有|获(?!得感|批)|有(?![望效关色机限]))/,
);

/** 《某某计划（2024—2028年）》…：2028年营业收入…: the year in which the plan named before ends. */
function endsPlan(p: Paragraph, at: number, period: string | undefined): boolean {
  const plan = PLAN.exec(p.x.norm, Math.max(p.sentence, at - 120), at);
  return plan !== null && plan[1] === period;
}
const PLAN = gated(/(?:计划|规划|方案|纲要|意见)（20\d\d年?[—–~～至-]{1,2}(20\d\d)年?）》/);

/** What the time of an earlier sentence says: it goes on. */
function statusOfEarlier(p: Paragraph, time: Time | undefined): Status | undefined {
  if (time === undefined || time.period === undefined) return undefined;
  if (time.until) return p.isOver(time) ? "ACTUAL" : "TARGET";
  if (time.year !== undefined && p.year !== undefined && time.year > p.year) return "TARGET";
  return time.asOf || (time.year ?? Infinity) < (p.year ?? 0) ? "ACTUAL" : undefined;
}

/** The time that a figure is of: what its sentence, paragraph, list or headings give. */
export function periodOf(p: Paragraph, part: Part, status: Status): string | undefined {
  const { norm } = p.x;
  const at = part.figure.start;
  const noted = NOTED.exec(norm, part.figure.end, Math.min(norm.length, part.figure.end + 12))?.[1];
  if (noted !== undefined) return noted;
  const time = p.timeBefore(at);
  const goal = status === "TARGET";
  // 2018年…。全年…: of the year that the text is of, whatever years were told before.
  if ((time === undefined || time.now || time.start < p.sentence) && OF_YEAR.test(norm, p.sentence, at)) {
    const year = p.lead?.period ?? (goal ? undefined : p.sectionYear);
    if (year !== undefined) return year;
    // 全年…要达到: of the year in which the text is written.
    if (goal && p.year !== undefined) return String(p.year);
  }
  // 五、2024年打算：…。二是…: what the heading gives, not what an item before says.
  if (goal && time !== undefined && time.start < p.sentence && ITEM.test(norm, p.sentence, p.sentence + 2)) {
    const year = p.topics.headings.year(p.block, false);
    if (year !== undefined && year !== null) return year;
  }
  // What is now has not the time of the goal beside it.
  const fits =
    time !== undefined &&
    (time.start >= p.sentence
      ? goal || !time.until || p.year === undefined || p.isOver(time)
      : ((time.until && !p.isOver(time)) || AIMED.test(norm, time.end, time.end + 3)) === goal);
  if (fits) return time.now ? undefined : time.period;
  const lead = goal || p.lead?.status !== "TARGET" ? p.lead?.period : undefined;
  const given = lead ?? p.earlier?.period;
  if (given !== undefined) return given;
  const { headings } = p.topics;
  const year = headings.year(p.block, false);
  if (year !== undefined) return year ?? undefined;
  const section = goal || time?.now === true ? undefined : p.sectionYear;
  // The year of a title is none by which something is to be.
  return section ?? (goal ? undefined : (headings.year(p.block, true) ?? undefined));
}

/** 36.8亿元（2023年）, 7260人（2022年末） */
const NOTED = gated(/^（(?:截至)?((?:19|20)\d\d)年[底末]?[，）]/);
const OF_YEAR = gated(/(?<![去今明前上本每近两三]年?|\d)(?:全年|年[底末终内]|是年|这一?年)/);

/** Before the last quarter a whole year cannot have been counted. */
function early(date: string | null): boolean {
  const month = Number(date?.slice(5, 7));
  return month >= 1 && month <= 9;
}
