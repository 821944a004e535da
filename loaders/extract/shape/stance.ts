import { Trie } from "../../lexicon/trie.js";
import { CharacterSet } from "../../patterns/character-set.js";
import { gated } from "../../patterns/gated.js";
import { type GatedAll, gatedAll } from "../../patterns/gated-all.js";
import type { Block, Sentence } from "../../types.js";
import type { Extraction } from "../types.js";
import { clauseOf } from "./clauses.js";
import { ACTORS } from "./types.js";

/** Words before a name, in its clause, that make what is said of it a wish or a plan. */
const WISH = gatedAll(
  /申报|申请|申建|申创|争取|争创|争获|力争|力求|谋划|拟(?!合|态|人)|计划(?!单列)|有望|推动|冲刺|冲击|瞄准|提交|鼓励|支持|确保|筹划|谋求|希望|目标|未来|下一步|将(?:召开|举行|举办|于|在|建设|建成|新建|打造|组建|设立|成立|承建|获|落户|建|实施|启动|开展|申|争|推|力)|到20\d\d年|竞争|竞逐|备战|参评/gu,
);
/** The same, reaching over commas to the end of the sentence. */
const WISH_FAR = gatedAll(
  /力争|争取|争创|到20\d\d年|下一步|推动|有望|拟(?!合|态|人)|鼓励|支持|将(?:积极|努力|继续|加快|全力|重点|大力|进一步)/gu,
);
/** Words after a name that say that it did not come about, or not yet. */
const MISSED = gated(
  /申报阶段|（(?:正在)?(?:申报|筹备|申请|拟建|规划|待批)|尚未|未获|未能|没能|未通过|未予|没(?:有)?(?:获批|通过|进)|遗憾|落选|等待[^，。]{0,6}批|待[^，。]{0,4}批|仍在|还在(?:争取|申|论证|筹)|正在(?:申|争)|(?:筹建|立项)?申请(?:书|材料)?|争取立项|结果(?:尚未|未|尚待)|有待|尚待|失之交臂|撤销/u,
);
/** What settles the matter in spite of an earlier wish. */
const DONE = gated(/获批|已(?:建成|获|通过)|通过验收|成功|建成投用/u);
const PLAN_HEADING = gated(/目标|计划|任务|下一步|下步|打算|展望|部署|安排|举措|保障措施/u);
const RESULT_HEADING = gated(
  /情况|工作总结|回顾|成效|总结|主要(?:工作|成绩|做法)|成绩|亮点|进展|现状|基础|盘点/u,
);
const PAST_YEAR = /(20\d\d)年/u;

/** Whether the text says at [start, end) that something is so, rather than wished for or missed. */
export function isFact(x: Extraction, sentence: Sentence, start: number, end: number): boolean {
  const clause = clauseOf(x.norm, start, sentence);
  const before = x.norm.slice(clause.start, start);
  const wish = lastIndex(before, WISH);
  if (wish >= 0 && !DONE.test(before.slice(wish))) return false;
  const far = x.norm.slice(sentence.start, clause.start);
  const farWish = lastIndex(far, WISH_FAR);
  if (farWish >= 0 && !DONE.test(far.slice(farWish) + before)) return false;
  return !MISSED.test(x.norm, end, untilNextActor(x, end, sentence.end));
}

/** Up to where the sentence goes on to speak of another: the next actor that begins a clause. */
function untilNextActor(x: Extraction, start: number, end: number): number {
  const next = x
    .mentionsIn(start, end, ACTORS)
    .find((mention) => /[，；、]/u.test(x.norm[mention.start - 1] ?? ""));
  return next?.start ?? end;
}

/** Whether a heading above, or the paragraph so far, speaks of plans: 三、2024年工作目标和重点任务; 下一步，… */
export function isPlanSection(x: Extraction, block: Block, at: number): boolean {
  return (
    plansFromHere(x.norm, Math.max(block.start, at - PARAGRAPH_REACH), at) || isUnderPlans(x, block.parent)
  );
}

/** Whether [start, at) says that it speaks of plans from there: at its beginning, or where a sentence or speech begins. */
function plansFromHere(norm: string, start: number, at: number): boolean {
  for (const found = PLANS.in(norm, start, at); found.next(); ) {
    const word = found.start;
    if (
      word === start ||
      SENTENCE_BEGINS.has(norm.charCodeAt(word - 1)) ||
      SPEECH_BEGINS.test(norm.slice(Math.max(start, word - 3), word))
    )
      return true;
  }
  return false;
}

function isUnderPlans(x: Extraction, above: Block | null): boolean {
  for (let heading = above; heading !== null; heading = heading.parent) {
    const text = x.norm.slice(heading.start, heading.end);
    if (RESULT_HEADING.test(text)) return false;
    // 二、2023年工作计划 in a document of that year; 一、2022年主要工作 in one of the next.
    if (PLAN_HEADING.test(text) && !(x.year !== undefined && Number(PAST_YEAR.exec(text)?.[1]) < x.year))
      return true;
  }
  return false;
}

const PARAGRAPH_REACH = 400;
const PLANS = Trie.ofWords("下一步 下一阶段 接下来 今后 展望未来 面向未来".split(" ")).shared();
const SENTENCE_BEGINS = new CharacterSet("。！？；“");
const SPEECH_BEGINS = /(?:表示|介绍)，$/u;

function lastIndex(text: string, pattern: GatedAll): number {
  let at = -1;
  for (const match of pattern.matches(text)) at = match.index;
  return at;
}
