import type { Block } from "../../types.js";
import { type Status, statusOfHeadings, statusOfLead } from "./goals.js";
import type { Paragraph } from "./paragraph.js";
import type { Part } from "./part.js";
import type { Time } from "./times.js";

const INVESTED = /(?:总投资|投资)额?(?:约|达|超)?$/;
/** 目前的62%: what is, beside what is to be. */
const STANDING = /(?:目前|现在|当前|现有|原来|原先|上年|去年|今年|20\d\d年)的$/;
const REQUIRED = /^(?:不少于|不低于|不超过|不高于|不多于|不小于|不大于)/;
const SOON = /下一步|下步|今后|接下来/;

/**
 * Whether a figure is a goal. Nearest first: its own clause, what its sentence says, the time it is for, the paragraph's
 * first words, the paragraph before a list, the headings above; else it is so.
 */
export function statusOf(p: Paragraph, part: Part): Status {
  const { x } = p;
  const at = part.figure.start;
  if (part.starting || STANDING.test(p.text(part.from, at))) return "ACTUAL";
  const textOf = (block: Block): string => x.norm.slice(block.start, block.end);
  const said = p.cueBefore(at);
  if (INVESTED.test(part.before) && said !== "TARGET") return "ACTUAL";
  const time = p.timeBefore(at);
  if (time !== undefined && time.start >= p.sentence) {
    if (time.asOf) return /力争|目标|计划/.test(p.text(time.end, at)) ? "TARGET" : "ACTUAL";
    if (time.until)
      return !p.isOver(time) || (said === "TARGET" && time.year === p.year) ? "TARGET" : "ACTUAL";
    if (said !== undefined) return said;
    if (time.plain && time.year !== undefined && p.year !== undefined && time.year > p.year) return "TARGET";
    if (time.plain && time.year !== undefined && x.year !== undefined) {
      const whole = /^\d{4}$/.test(time.period ?? "");
      return time.year === x.year && whole && early(x.document.date) ? "TARGET" : "ACTUAL";
    }
    if (time.now) return "ACTUAL";
  }
  if (said !== undefined) return said;
  // What is asked for, unless it has been kept.
  if (
    REQUIRED.test(p.text(part.figure.start, part.figure.end)) &&
    !/连续|始终|一直|稳定|保持|均/.test(part.before)
  )
    return "TARGET";
  if (SOON.test(p.text(Math.max(p.block.start, p.sentence - 400), p.sentence))) return "TARGET";
  return (
    statusOfLead(p.text(p.block.start, Math.min(p.block.end, p.block.start + 24))) ??
    p.lead?.status ??
    statusOfHeadings(p.block, textOf, false) ??
    statusOfEarlier(p, time) ??
    statusOfHeadings(p.block, textOf, true) ??
    "ACTUAL"
  );
}

/** What the time of an earlier sentence says: it goes on. */
function statusOfEarlier(p: Paragraph, time: Time | undefined): Status | undefined {
  if (time === undefined || time.period === undefined) return undefined;
  if (time.until) return p.isOver(time) ? "ACTUAL" : "TARGET";
  if (time.year !== undefined && p.year !== undefined && time.year > p.year) return "TARGET";
  return time.asOf || (time.year ?? Infinity) < (p.year ?? 0) ? "ACTUAL" : undefined;
}

/** The time that a figure is of: what its sentence, paragraph, list or headings give. */
export function periodOf(p: Paragraph, part: Part, status: Status): string | undefined {
  const time = p.timeBefore(part.figure.start);
  const goal = status === "TARGET";
  // What is now has not the time of the goal beside it.
  const fits =
    time !== undefined &&
    (time.start >= p.sentence
      ? goal || !time.until || p.isOver(time)
      : (time.until && !p.isOver(time)) === goal);
  if (fits) return time.now ? undefined : time.period;
  const lead = goal || p.lead?.status !== "TARGET" ? p.lead?.period : undefined;
  return lead ?? p.earlier?.period ?? yearOfHeadings(p, status);
}

function yearOfHeadings(p: Paragraph, status: Status): string | undefined {
  for (let heading = p.block.parent; heading !== null; heading = heading.parent) {
    const years = new Set(p.text(heading.start, heading.end).match(/20\d{2}/g));
    if (years.size === 1 && (heading.kind !== "title" || status === "ACTUAL")) return [...years][0];
    if (years.size > 1) return undefined;
  }
  return undefined;
}

/** Before the last quarter a whole year cannot have been counted. */
function early(date: string | null): boolean {
  const month = Number(date?.slice(5, 7));
  return month >= 1 && month <= 9;
}
