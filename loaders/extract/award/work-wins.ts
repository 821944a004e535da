import { gated } from "../../patterns/gated.js";
import type { Block } from "../../types.js";
import { firstMention, indexWithin, lastIndexWithin } from "../spans.js";
import type { DocEntity, Extraction } from "../types.js";
import { type Win, winOf } from "./findings.js";
import { isTitle, makesWork } from "./works.js";

const OF_PATENTS = gated(/专利(?:金奖|银奖|优秀奖|奖)$/);
const OF_PROJECTS = gated(/(?:科学技术|科技|技术发明)(?:进步|成果)?奖$/);
/** How far behind its title a work's prize may be told. */
const NEAR = 120;
/** Before the owner of the patent that is told of: 专利权人为|某公司. */
const OWNER = gated(/(?:专利权人?|权利人|专利)(?:[为是：归属系]|属于|归属于){0,2}$/);
/** What titles of projects end in. */
const PROJECT = gated(/[\u4e00-\u9fa5]{2}(?:技术|工艺|装备|装置|系统|方法|应用|产业化|研究|研发|开发)$/);

interface Told {
  work: DocEntity;
  start: number;
}

/**
 * “某装置”2020年获得授权，专利权人为某公司，2023年又获某专利奖: the patent or project told of before has won, where the wins of the
 * prize name none.
 */
export function withWorks(x: Extraction, wins: readonly Win[]): readonly Win[] {
  let all: Win[] | undefined;
  let read: Set<number> | undefined;
  for (const win of wins) {
    const { from, to } = win;
    const ofPatents = OF_PATENTS.test(to.name);
    if (isWork(from) || !(ofPatents || OF_PROJECTS.test(to.name))) continue;
    const block = x.blockAt(win.start);
    if (block === undefined) continue;
    const part = win.start === block.start && win.end === block.end ? partOf(x, block, to) : undefined;
    if (part !== undefined && !read?.has(part.start)) {
      read ??= new Set();
      read.add(part.start);
      const work = workOfLine(x, part, wins, win);
      if (work !== undefined) {
        all ??= [...wins];
        all.push(winOf(work, to, win.tier, win.year, win.edition, block, "won/work-line", 0.8));
        continue;
      }
    }
    if (block.kind === "table-row") continue;
    const told = ofPatents ? patentBefore(x, block.start, win) : projectBefore(x, wins, win);
    if (told === undefined || wins.some((w) => w.to === to && w.from === told.work)) continue;
    all ??= [...wins];
    const span = { start: Math.min(told.start, win.start), end: win.end };
    all.push(winOf(told.work, to, win.tier, win.year, win.edition, span, "won/work-told", 0.75));
  }
  return all ?? wins;
}

interface LinePart {
  start: number;
  end: number;
  /** Whether it is all of the line. */
  isWhole: boolean;
}

/** 甲奖金奖（专利“某装置”）|；|乙奖二等奖（项目“某技术”）: what of a line tells of the prize, where it names it once. */
function partOf(x: Extraction, { start, end }: Block, to: DocEntity): LinePart {
  const whole = { start, end, isWhole: true };
  if (indexWithin(x.norm, "；", start, end) < 0) return whole;
  const [named, more] = x.mentionsIn(start, end, AWARD).filter(({ entity }) => entity === to);
  if (named === undefined || more !== undefined) return whole;
  const stop = indexWithin(x.norm, "；", named.end, end);
  const from = Math.max(start, lastIndexWithin(x.norm, "；", start, named.start) + 1);
  return { start: from, end: stop < 0 ? end : stop, isWhole: false };
}
const AWARD = ["Award"] as const;

/** What parts the titles of a line from its prizes, years and firms. */
const PARTS = /[，；。：（）“”《》［］【】[\]\s|｜—]{1,20}/;
const LONGEST_LINE = 160;

/**
 * 某专利奖银奖［2021］：一种某装置, 某科学技术奖二等奖（“某技术及应用”）: the one title of a line that tells of one prize, which all
 * whom the line names have won in one year.
 */
function workOfLine(
  x: Extraction,
  { start, end, isWhole }: LinePart,
  wins: readonly Win[],
  { to, tier, year }: Win,
): DocEntity | undefined {
  if (end - start > LONGEST_LINE) return undefined;
  for (const w of wins)
    if (
      w.start < end &&
      w.end > start &&
      (isWhole || w.to === to) &&
      (w.to !== to || w.tier !== tier || w.year !== year || isWork(w.from))
    )
      return undefined;
  let title: { at: number; end: number } | undefined;
  let at = start;
  for (const part of x.norm.slice(start, end).split(PARTS)) {
    at = x.norm.indexOf(part, at);
    if (
      (isTitle(part) || isMarked(x.norm, at, at + part.length)) &&
      x.mentionsIn(at, at + part.length, ["Award", "Company", "Institution"]).length === 0
    ) {
      if (title !== undefined) return undefined;
      title = { at, end: at + part.length };
    }
    at += part.length;
  }
  return title === undefined ? undefined : makesWork(x, to, title.at, title.end);
}

/** （项目“|某某评价|”）, ：“|某某新品种|”: words between marks behind what leads to them, whatever they end in. */
const isMarked = (norm: string, start: number, end: number): boolean =>
  end - start >= 5 && MARKED_TITLE.test(norm, start - 3, end + 1);
const MARKED_TITLE = gated(/^(?:专利|项目|成果|课题|技术|.[：，（｜|—\s])[“《][^“”《》]{5,60}[”》]$/);

const isWork = ({ type }: DocEntity): boolean => type === "Patent" || type === "Initiative";

/** The patent of which the block tells right before a prize, with nobody but its owner named since. */
function patentBefore(x: Extraction, from: number, { end, to }: Win): Told | undefined {
  const { mentions, norm } = x;
  for (let i = firstMention(mentions, end) - 1; i >= 0; i--) {
    const { type, entity, start, generic } = mentions[i]!;
    if (start < from || end - start > NEAR) return undefined;
    if (type === "Patent") return { work: entity, start };
    if (type === "Award" && entity !== to) return undefined;
    const isOther = type === "Company" || type === "Institution" || type === "Person";
    if (isOther && !generic && !OWNER.test(norm, Math.max(0, start - 8), start)) return undefined;
  }
  return undefined;
}

/** 某公司参与的“某某关键技术”，与某大学一起，|摘得…: the project in quotation marks before a prize in its sentence. */
function projectBefore(x: Extraction, wins: readonly Win[], { start, end, to }: Win): Told | undefined {
  const sentence = x.sentenceAt(start);
  if (sentence === undefined || end > sentence.end) return undefined;
  if (wins.some((w) => w.to === to && isWork(w.from) && w.start >= sentence.start && w.end <= sentence.end))
    return undefined;
  const close = lastIndexWithin(x.norm, "”", sentence.start, end);
  const open = close < 0 ? -1 : lastIndexWithin(x.norm, "“", sentence.start, close);
  if (open < 0 || close - open < 6 || close - open > 60 || end - close > NEAR) return undefined;
  if (!PROJECT.test(x.norm, open + 1, close)) return undefined;
  for (const { start: at, end: until, entity } of x.mentionsIn(open, end, ["Award"]))
    if (until <= close || (entity !== to && at > close)) return undefined;
  const known = x.mentionsIn(open, close, ["Patent", "Initiative"])[0]?.entity;
  const title = { start: open + 1, end: close, rule: "won/achievement" };
  return { work: known ?? x.entity("Initiative", x.text.slice(open + 1, close), title), start: open };
}
