import { Trie } from "../lexicon/trie.js";
import { CharacterSet } from "../patterns/character-set.js";
import { sortFew } from "../sort-few.js";
import { firstFrom } from "./spans.js";
import type { Modality } from "./types.js";

interface Trigger {
  modality: "planned" | "denied";
  /** How far it reaches forward: to the end of its sentence, or of its clause. */
  reach: "sentence" | "clause";
  /** Also speaks of what stands before it in its clause, or in the clause before: 尚未公布, 失之交臂, 处于申报阶段. */
  back?: boolean;
}

const triggers = (words: string, trigger: Trigger): [string, Trigger][] =>
  words.split(" ").map((word) => [word, trigger]);

/** Words that say that something is wished, planned or missed rather than so. */
const TRIGGERS: readonly (readonly [string, Trigger])[] = [
  ...triggers(
    "最想 力争 争取 争创 争获 争夺 冲刺 冲击 瞄准 目标 对标 有望 计划 规划 拟 将 希望 要求 谋划 筹备 拟建 培育",
    {
      modality: "planned",
      reach: "sentence",
    },
  ),
  ...triggers("申报 申请 申创 备战 参评 角逐 推荐 候选 备选 筹建 正在创建 创建中", {
    modality: "planned",
    reach: "clause",
  }),
  ...triggers("申报阶段 申报中 公示阶段 尚待 有待 待批 候选名单 备选名单", {
    modality: "planned",
    reach: "clause",
    back: true,
  }),
  ...triggers("未能 未获 未曾 尚未 并未 没有 没能 未被 未入选 未通过 无缘 惜未 从未 未予 未果 未评", {
    modality: "denied",
    reach: "clause",
    back: true,
  }),
  ...triggers("落选 落榜 失之交臂 止步 入围终评 铩羽 遗憾 撤销 取消 摘牌 惜败 名落孙山 不予 空缺", {
    modality: "denied",
    reach: "clause",
    back: true,
  }),
];
/** Triggers within other words. */
const NOT_TRIGGERS = [
  "将军",
  "将士",
  "即将",
  "名将",
  "模拟",
  "虚拟",
  "拟合",
  "规划局",
  "规划和自然资源",
  "没有停",
  "新希望",
  "没有悬念",
  "止步于提名",
  "止步提名",
  "没有意外",
  "没能去",
  "没能到场",
  "没能出席",
  "未能到场",
  "未能出席",
  "目标任务完成",
];
/** Both, so that a text is gone through once; a word that is none has no trigger. */
const WORDS = Trie.of<Trigger | null>([
  ...TRIGGERS,
  ...NOT_TRIGGERS.map((word): [string, null] => [word, null]),
]).shared();

const SENTENCE_ENDS = new CharacterSet("。！？；\n");
const CLAUSE_ENDS = new CharacterSet("，,。！？；\n");

/** Which stretches of a text speak of plans and which deny, found once for the whole text. */
export class Modalities {
  private readonly spans: { start: number; end: number; modality: "planned" | "denied" }[] = [];
  private readonly reach: number[] = [];

  constructor(norm: string) {
    const found: { start: number; end: number; trigger: Trigger }[] = [];
    const excluded = new Set<number>();
    for (const word = WORDS.in(norm); word.next(); ) {
      const { start, end, value: trigger } = word;
      if (trigger !== null) found.push({ start, end, trigger });
      else for (let i = start; i < end; i++) excluded.add(i);
    }
    for (const { start, end, trigger } of found) {
      if (excluded.size > 0 && excluded.has(start)) continue;
      const from = trigger.back ? clauseStart(norm, start) : start;
      const to = untilAny(norm, end, trigger.reach === "sentence" ? SENTENCE_ENDS : CLAUSE_ENDS);
      this.spans.push({ start: from, end: to, modality: trigger.modality });
    }
    sortFew(this.spans, byStart);
    let furthest = 0;
    for (const span of this.spans) {
      furthest = Math.max(furthest, span.end);
      this.reach.push(furthest);
    }
  }

  /** How the text speaks at [start, end): denied where any denial covers its start, else planned, else fact. */
  at(start: number, end: number): Modality {
    let found: Modality = "fact";
    for (let i = firstFrom(this.spans, end) - 1; i >= 0 && this.reach[i]! > start; i--) {
      const span = this.spans[i]!;
      if (span.end <= start) continue;
      if (span.modality === "denied") return "denied";
      found = "planned";
    }
    return found;
  }
}

const byStart = (a: { start: number }, b: { start: number }): number => a.start - b.start;

function untilAny(text: string, from: number, ends: CharacterSet): number {
  let i = from;
  while (i < text.length && !ends.has(text.charCodeAt(i))) i++;
  return i;
}

function clauseStart(text: string, from: number): number {
  let i = from;
  while (i > 0 && !CLAUSE_ENDS.has(text.charCodeAt(i - 1))) i--;
  return i;
}
