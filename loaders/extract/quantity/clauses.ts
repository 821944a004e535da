import { CharacterKinds } from "../../patterns/character-set.js";
import { indexWithin } from "../spans.js";

/** A stretch between commas, semicolons and colons. */
export interface Clause {
  start: number;
  end: number;
  /** The mark that ends it, "" at the end. */
  mark: string;
  /** What its characters leave open: the bits of `Hint`. */
  hints: number;
}

/** What may stand in a clause that has one of some characters; most have none, and need not be searched for it. */
export enum Hint {
  /** 《按照…规划》 */
  title = 2,
  /** 这家企业, 该项目, 此项目 */
  pointing = 4,
  /** 产业链, 产业集群 */
  chain = 8,
  /** 我局, 全市市场监管系统 */
  body = 16,
  /** 检验中心, 分委会 */
  shortened = 32,
  /** 家具产业, GDP */
  trade = 64,
  /** “…” */
  quoted = 128,
}

const OPEN = "（“《";
const CLOSE = "）”》";
const MARK_OF: ReadonlyMap<number, string> = new Map(
  ["，", "；", "：", "。", "！", "？"].map((mark) => [mark.charCodeAt(0), mark]),
);
const [OPEN_BRACKET, OPEN_QUOTE] = Array.from(OPEN, (mark) => mark.charCodeAt(0));
/** How long brackets, quotation marks and titles may hold and still not be divided: a longer quotation is speech. */
const LONGEST = [80, 24, 60];
const DIVIDING = 1;
const KINDS = new CharacterKinds([
  `，；：。！？${OPEN}`,
  "《",
  "这该此",
  "链群",
  "局统",
  "心室台院所站地园盟会组目",
  "业群链济G",
  "“",
]);

/** The clauses of a sentence; marks within brackets, short quotations and titles do not divide. */
export function clausesOf(norm: string, start: number, end: number): Clause[] {
  const clauses: Clause[] = [];
  let from = start;
  let hints = 0;
  for (let i = start; i < end; i++) {
    const unit = norm.charCodeAt(i);
    const kinds = KINDS.of(unit);
    if (kinds === 0) continue;
    hints |= kinds;
    if ((kinds & DIVIDING) === 0) continue;
    const mark = MARK_OF.get(unit);
    if (mark === undefined) {
      const opens = unit === OPEN_BRACKET ? 0 : unit === OPEN_QUOTE ? 1 : 2;
      const close = indexWithin(norm, CLOSE[opens]!, i, Math.min(end, i + LONGEST[opens]!));
      for (; i < close; i++) hints |= KINDS.of(norm.charCodeAt(i));
    } else {
      clauses.push({ start: from, end: i, mark, hints });
      from = i + 1;
      hints = 0;
    }
  }
  if (from < end) clauses.push({ start: from, end, mark: "", hints });
  return clauses;
}
