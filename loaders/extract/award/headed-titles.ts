import { gated } from "../../patterns/gated.js";
import { candidate } from "../candidate.js";
import type { Candidate, NameDetector } from "../types.js";
import { tierOfLabel } from "./tier-labels.js";

type Source = Parameters<NameDetector["detect"]>[0];

const OPEN = "【".charCodeAt(0);
/** 【某某明星】, 【某某劳动模范】（2022年）: a line of its own above those who have it. */
const HEADED = gated(/^【([^【】，。；：？！\s]{4,20})】(?:（[^（）\n]{1,24}）)?$/);
const HONOUR = gated(
  /(?:[奖章状号匠星兵岗者手范]|模范|先锋|能手|标兵|人物|人才|大师|技师|卫士|先进(?:集体|个人|单位))$/,
);
const NO_HONOUR = gated(/[获评由为是了]|公司|获奖|记者|名单|编者|作者|来稿|入围|申报|候选|拟/);

/** Titles of any shape in 【】 above those who have them, where other lines of the same look name honours that are known. */
export function headedTitles({ norm, blocks }: Source, found: readonly Candidate[]): Candidate[] {
  const lines: { start: number; end: number }[] = [];
  for (const { start, end } of blocks) {
    if (norm.charCodeAt(start) !== OPEN || end - start > 50) continue;
    const title = HEADED.exec(norm, start, end)?.[1];
    if (title !== undefined) lines.push({ start: start + 1, end: start + 1 + title.length });
  }
  if (lines.length < 2) return [];
  const known = new Set<number>();
  for (const { start, end } of found)
    for (const line of lines) if (start >= line.start && end <= line.end) known.add(line.start);
  if (known.size === 0) return [];
  const more: Candidate[] = [];
  for (const { start, end } of lines) {
    if (known.has(start) || !HONOUR.test(norm, start, end) || NO_HONOUR.test(norm, start, end)) continue;
    if (tierOfLabel(norm.slice(start, end)) === undefined)
      more.push(candidate("Award", start, end, "award/headed", 0.85));
  }
  return more;
}
