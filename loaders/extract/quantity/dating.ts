import { gated } from "../../patterns/gated.js";
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
    if (time.until)
      return !p.isOver(time) || (said === "TARGET" && time.year === p.year) ? "TARGET" : "ACTUAL";
    if (said !== undefined) return said;
    if (time.plain && p.year === undefined && endsPlan(p, at, time.period)) return "TARGET";
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
