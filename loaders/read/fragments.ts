import { mayHead, numberingDepth } from "../lines/headings.js";
import { endsClause, lastBeforeClosers } from "../lines/line-end.js";
import { lookOf } from "../lines/looks.js";
import { CharacterSet } from "../patterns/character-set.js";
import { gapBetween, joinParts } from "./characters.js";

type Kind = "heading" | "byline" | "caption" | "boilerplate" | "prose" | "other";

/** A block of a text before columns are put in order. */
export class Fragment {
  private known: Kind | undefined = undefined;

  /**
   * `run`: which run of lines it comes from, which blank lines part; `marked`: whether markup says what it is; `column`:
   * whether its run is a column of broken lines.
   */
  constructor(
    readonly text: string,
    readonly run: number,
    readonly marked: boolean,
    readonly column: boolean,
    readonly indented: boolean,
  ) {}

  /** What the block is, told by its look when it is asked for: of most blocks nobody asks. */
  get kind(): Kind {
    this.known ??= kindOf(this);
    return this.known;
  }

  /** The block with what goes on with it behind it; still the kind that it began as. */
  joinedTo(tail: Fragment): Fragment {
    return this.of(joinParts(this.text, tail.text));
  }

  /** A block of its kind with another text. */
  of(text: string): Fragment {
    const other = new Fragment(text, this.run, this.marked, this.column, this.indented);
    other.known = this.kind;
    return other;
  }
}

/** Brackets and quotation marks that may close a block. */
const CLOSING = new CharacterSet("）)】》”");

/** Whether a block ends as complete ones do; in a column of broken lines a bracket or quotation may end anywhere. */
function isClosed(text: string, column: boolean): boolean {
  if (endsClause(text)) return true;
  return !column && (CLOSING.ends(text) || text[lastBeforeClosers(text)] === "—");
}

/** What a sentence can hardly end in. */
const INCOMPLETE =
  /(?:[的和与及或在为被将由第达于对把向着得是至从以让使给、，,约近超后]|不断|先后|分别|进一步|以及|包括|通过|围绕|承担|位于|来自|达到|实现|其中)$/;
/** How paragraphs begin, and sentences hardly go on. */
const FRESH =
  /^(?:[“‘《【（(—▲△·•]|\d{4}年|\d{1,2}月\d{1,2}日|一是|二是|三是|首先|其次|据|根据|按照|依据|截至|截止|目前|眼下|如今|近年来|近日|日前|昨日|昨天|此外|同时|另外|下一步|今年|去年|今后|未来|当天|当日|为此|为了|不过|然而|但是|记者|本报|第[一二三四五六七八九十]|[一二三四五六七八九十]、|注[:：])/;
/** What no paragraph begins with. */
const NEVER_FRESH = /^(?:[的了着和与及等而则也、，。；：！？）】”》%％]|以上|左右|以下|之一|其次)/;
const LEAST_PROSE = 15;
/** How far away, in characters, other text may be that shows two characters to belong together. */
const NEIGHBOURHOOD = 20_000;

/** What tells whether a text goes on stands within so many characters of its end. */
const LONGEST_END = 100;

/** Says of a block what it is; only what matters to the order of columns is told apart. */
function kindOf({ text, marked, column }: Fragment): Kind {
  if (marked) return text.startsWith("#") ? "heading" : "other";
  const look = lookOf(text);
  if (look === "caption" || look === "byline" || look === "boilerplate") return look;
  if (look === "prose" || column) return "prose";
  const heading = mayHead(text, numberingDepth(text));
  return heading ? "heading" : text.length >= LEAST_PROSE && /[。；，,]/.test(text) ? "prose" : "other";
}

/** Whether a block breaks off in mid-sentence. */
export const isOpen = (fragment: Fragment): boolean =>
  fragment.text.length >= 2 && !isClosed(fragment.text, fragment.column) && fragment.kind === "prose";

/** How likely `after` goes on with the sentence in which `before` breaks off: above 0 there is some evidence. */
export function continuation(before: string, after: Fragment, isPair: (pair: string) => boolean): number {
  const { text } = after;
  const end = before.slice(-LONGEST_END);
  if (/[，、；：,]$/.test(end) && MARK.test(text)) return -5;
  let score = 0;
  if (/[第约近达超至为了到于]$/.test(end) && /^\d/.test(text)) score += 2;
  if (/\d$/.test(end) && /^[\d万亿%％余多家件个项名人元年月日吨米平公]/.test(text)) score += 3;
  if (INCOMPLETE.test(end)) score += 1;
  if (NEVER_FRESH.test(text)) score += 2;
  if (after.indented) return score - 4;
  if (FRESH.test(text)) return score - 4;
  const pair = end.slice(-1) + text.slice(0, 1);
  if (/^\p{Script=Han}{2}$/u.test(pair) && isPair(pair)) score += 3;
  return score;
}
const MARK = /^[，、。；：！？,]/;

/** How likely a block begins a paragraph. */
export function freshness({ text, indented }: Fragment): number {
  if (NEVER_FRESH.test(text)) return -3;
  return (FRESH.test(text) ? 2 : 0) + (indented ? 3 : 0);
}

/** Whether two characters follow each other twice or more in the fragments around one. */
export function isPairNear(fragments: readonly Fragment[], index: number, pair: string): boolean {
  let seen = 0;
  let size = 0;
  for (let distance = 0; size < NEIGHBOURHOOD && distance < fragments.length; distance++)
    for (const at of distance === 0 ? [index] : [index - distance, index + distance]) {
      const text = fragments[at]?.text ?? "";
      size += text.length;
      for (let found = text.indexOf(pair); found >= 0; found = text.indexOf(pair, found + 1))
        if (++seen >= 2) return true;
    }
  return false;
}

/** How many captions and the like may stand between the halves of a broken paragraph. */
const REACH = 3;

/**
 * Joins paragraphs that a column's or page's end broke in mid-sentence: the next block goes on with the sentence, and
 * at most pictures' captions stand between; those follow the whole paragraph. Without evidence nothing is joined.
 */
export function joinFragments(fragments: readonly Fragment[]): Fragment[] {
  const joined: Fragment[] = [];
  const used = new Set<Fragment>();
  for (let i = 0; i < fragments.length; i++) {
    const fragment = fragments[i]!;
    if (used.size > 0 && used.has(fragment)) continue;
    if (fragment.text.length < LEAST_PROSE || !isOpen(fragment)) {
      joined.push(fragment);
      continue;
    }
    const parts = [fragment.text];
    // Only the last part with the end of those before it: the whole would be looked at again with each.
    let last = fragment;
    // What is joined may break off again.
    for (let at = i; isOpen(last); ) {
      at = nextProse(fragments, at);
      const tail = fragments[at];
      if (tail === undefined || continuation(last.text, tail, (pair) => isPairNear(fragments, i, pair)) <= 0)
        break;
      used.add(tail);
      const before = last.text.slice(-LONGEST_END);
      parts.push(gapBetween(before, tail.text), tail.text);
      last = fragment.of(joinParts(before, tail.text));
    }
    joined.push(last === fragment ? fragment : fragment.of(parts.join("")));
  }
  return joined;
}

function nextProse(fragments: readonly Fragment[], from: number): number {
  for (let i = from + 1; i < fragments.length && i <= from + REACH; i++) {
    const { kind } = fragments[i]!;
    if (kind === "prose") return i;
    if (kind === "heading" || kind === "other") return -1;
  }
  return -1;
}
