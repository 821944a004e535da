import { SURNAMES } from "../lexicon/surnames.js";
import { hasFields } from "../lines/fields.js";
import { mayHead, numberingDepth } from "../lines/headings.js";
import { endsClause, lastBeforeClosers } from "../lines/line-end.js";
import { lookOf } from "../lines/looks.js";
import { isDatedEntry } from "../lines/rolls.js";
import { CharacterSet } from "../patterns/character-set.js";
import { gated } from "../patterns/gated.js";
import { joinParts } from "./characters.js";
import { beginsSentence } from "./junctions.js";

type Kind = "heading" | "byline" | "caption" | "boilerplate" | "prose" | "other" | "boxed";

/** A block of a text before columns are put in order. */
export class Fragment {
  private known: Kind | undefined = undefined;

  /**
   * `run`: which run of lines it comes from, which blank lines part; `marked`: whether markup says what it is; `column`:
   * whether its run is a column of broken lines; `full`: whether its last line fills that column; `boxed`: whether it stood in a drawn box, which belongs to no column.
   */
  constructor(
    readonly text: string,
    readonly run: number,
    readonly marked: boolean,
    readonly column: boolean,
    readonly indented: boolean,
    readonly boxed = false,
    readonly full = false,
  ) {}

  /** What the block is, told by its look when it is asked for: of most blocks nobody asks. */
  get kind(): Kind {
    this.known ??= kindOf(this);
    return this.known;
  }

  /** Whether it is an item of a list. */
  get isItem(): boolean {
    return this.marked && !this.boxed && this.text.startsWith("- ");
  }

  /** Says that it is the headline of what stands below a byline. */
  heads(): void {
    this.known = "heading";
  }

  /** Says that the list below goes on with it, so that it belongs where it stands. */
  leads(): void {
    this.known = "other";
  }

  /** The block with what goes on with it behind it; still the kind that it began as. */
  joinedTo(tail: Fragment): Fragment {
    return this.of(joinParts(this.text, tail.text));
  }

  /** A block of its kind with another text. */
  of(text: string): Fragment {
    const other = new Fragment(
      text,
      this.run,
      this.marked,
      this.column,
      this.indented,
      this.boxed,
      this.full,
    );
    other.known = this.kind;
    return other;
  }
}

/** Brackets and quotation marks that may close a block. */
const CLOSING = new CharacterSet("）)】》”");

/** Whether a block ends as complete ones do; in a column of broken lines a bracket or quotation may end anywhere. */
function isClosed(fragment: Fragment): boolean {
  const { text, column } = fragment;
  if (endsClause(text)) return !goesOnBehind(fragment);
  return !column && (CLOSING.ends(text) || text[lastBeforeClosers(text)] === "—");
}

/**
 * Whether more of its paragraph follows what ends in ； or ：, as a last line that fills its column or whole sentences before ；
 * show, or behind a sentence in quotation marks that are not closed yet.
 */
export function goesOnBehind({ text, full }: Fragment): boolean {
  const last = text.at(-1)!;
  if (last === "：") return full;
  if (last === "；") return full || text.includes("。");
  return opensQuotation(text.slice(-LONGEST_QUOTED));
}
const LONGEST_QUOTED = 60;
const opensQuotation = (text: string): boolean => text.lastIndexOf("“") > text.lastIndexOf("”");

/** 张立 王远: who has written what stands below a headline. */
const NAMES = gated(/^[\u4e00-\u9fa5]{2,3}(?:\s{1,4}[\u4e00-\u9fa5]{2,3}){1,3}$/);
/** □ 张立, □ 张 立 通讯员 王远: the same behind a mark. */
const MARKED_NAMES = gated(
  /^[□○]\s{0,4}([\u4e00-\u9fa5])(?:\s{0,4}[\u4e00-\u9fa5]){1,3}(?:\s[\u4e00-\u9fa5\s]{2,16})?$/,
);
/** 96.4% 制造业产品质量合格率, 首席质量官 1200名: a figure set apart in a box. */
const FIGURE = gated(
  /^(?:\d[\d.,]{0,12}(?:[%％‰]|[万亿余多]{0,2}[\u4e00-\u9fa5]{1,3})|\d{2,4}\.\d{1,3}) [^\d，。]{2,24}$|^[^\d，。]{2,24} \d[\d.,]{0,12}(?:[%％‰]|[万亿余多]{0,2}[\u4e00-\u9fa5]{1,3})(?:（[^（）]{1,30}）)?$/,
);
/** 11: a page's number. */
const PAGE_NUMBER = gated(/^\d{1,3}$/);
/** 甲有限公司（某区）: an entry of a list in a box. */
export const ENTRY = gated(
  /^[^，。；：、“”]{2,24}(?:公司|[大中小]学|学院|医院|研究[院所]|合作社|集团|中心|个人）)(?:（[^（）]{1,12}）)?$/,
);
/** ２０１６年　第二届某奖提名奖: a line of a chronicle. */
const DATED_PRIZE = gated(/^(?:19|20|１９|２０)[\d０-９]{2}年[^，。；：]{4,28}奖$/);
export const isDatedPrize = (text: string): boolean => DATED_PRIZE.test(text);
export const LEAST_PROSE = 15;
const LONGEST_LABEL = 12;
/** Says of a block what it is; only what matters to the order of columns is told apart. */
function kindOf({ text, marked, column, boxed }: Fragment): Kind {
  if (boxed) return "boxed";
  if (marked) return text.startsWith("#") ? "heading" : "other";
  const look = lookOf(text);
  if (look === "caption" || look === "byline" || look === "boilerplate") return look;
  if (look === "short" && SURNAMES.has(MARKED_NAMES.exec(text)?.[1] ?? "")) return "byline";
  if (look === "short" && PAGE_NUMBER.test(text)) return "boilerplate";
  if (look === "short" && FIGURE.test(text)) return "other";
  if (!column && (hasFields(text) || NAMES.test(text) || isDatedPrize(text) || isDatedEntry(text)))
    return "other";
  // 相 关 链 接, above what a box between the columns tells.
  if (column && text.length <= LONGEST_LABEL && !/[。；，,、：]/.test(text)) return "heading";
  if (look === "prose" || column) return "prose";
  const heading = mayHead(text, numberingDepth(text)) && !beginsSentence(text) && !isTooLong(text);
  return heading ? "heading" : text.length >= LEAST_PROSE && /[。；，,]|、$/.test(text) ? "prose" : "other";
}

/** No headline is as long that has commas. */
const isTooLong = (text: string): boolean => text.length > LONGEST_HEADLINE && text.includes("，");
const LONGEST_HEADLINE = 36;

/** Whether a block breaks off in mid-sentence. */
export const isOpen = (fragment: Fragment): boolean =>
  fragment.text.length >= 2 && !isClosed(fragment) && fragment.kind === "prose";
