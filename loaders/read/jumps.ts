import { type Jump, jumpBefore, jumpBehind, pageName } from "../lines/jumps.js";
import { endsClause } from "../lines/line-end.js";
import { lookOf } from "../lines/looks.js";
import { Fragment } from "./fragments.js";
import { continuation } from "./junctions.js";

/** A mark among the blocks: where it stands, and on which page. */
interface Placed extends Jump {
  readonly at: number;
  readonly on: string | undefined;
}

/** Above so many marks a text is no page of a paper. */
const MOST = 60;
/** What speaks for two marks that name each other's pages, or a headline, and against such as name others. */
const NAMED = 6;

/**
 * Puts what stands behind （上接第3版） behind its （下转第6版）, as one paragraph where the page's end broke that in mid-sentence.
 * Marks that have no counterpart stay where they are.
 */
export function followJumps(fragments: readonly Fragment[]): readonly Fragment[] {
  const blocks = fragments.flatMap(parted);
  const marks = marksOf(blocks);
  const pairs = marks.length > MOST ? [] : paired(blocks, marks);
  const onward = marks.filter((mark) => mark.onward).length;
  // What comes from a page that is not there goes on with nothing here.
  for (const { at, onward: isOnward } of onward === pairs.length ? marks : [])
    if (!isOnward && blocks[at + 1]?.kind === "prose" && !pairs.some(([, from]) => from.at === at))
      blocks[at]!.heads();
  if (pairs.length === 0) return blocks;
  const ends = new Map(pairs.map(([onward, from]) => [onward.at, sectionEnd(blocks, from.at)]));
  const begins = new Map(pairs.map(([onward, from]) => [onward.at, from.at]));
  const moved = new Set<number>();
  for (const [onward, from] of begins) for (let i = from; i < ends.get(onward)!; i++) moved.add(i);
  const out: Fragment[] = [];
  const put = (from: number, to: number, within: boolean): void => {
    for (let i = from; i < to; i++) {
      const begin = begins.get(i);
      if (begin === undefined) {
        if (within || !moved.has(i)) out.push(blocks[i]!);
        continue;
      }
      const last = out.at(-1);
      let first = begin + 1;
      const next = blocks[first];
      if (last !== undefined && next !== undefined && goesOn(last, next)) {
        out[out.length - 1] = last.joinedTo(next);
        first++;
      }
      begins.delete(i);
      put(first, ends.get(i)!, true);
    }
  };
  put(0, blocks.length, false);
  return out;
}

/** Whether a mark's paragraph breaks off and the other part begins with its rest; a headline above a mark has its article there. */
const goesOn = (last: Fragment, next: Fragment): boolean =>
  isText(last) &&
  isText(next) &&
  !endsClause(last.text) &&
  (last.kind !== "heading" || continuation(last.text, next.text, () => 0) >= 1);
const isText = ({ marked, kind }: Fragment): boolean =>
  !marked && (kind === "prose" || kind === "heading" || kind === "other");

/** 瑞安市（下转第6版）: the paragraph and the mark. */
function parted(fragment: Fragment): Fragment[] {
  const { text } = fragment;
  if (!text.includes("版")) return [fragment];
  const before = jumpBefore(text);
  const behind = before === undefined ? jumpBehind(text) : undefined;
  const start = before === undefined ? behind?.start : before.end;
  if (start === undefined || start === 0 || start === text.length) return [fragment];
  const { run, marked, column, indented } = fragment;
  const part = (text: string, broken: boolean) => new Fragment(text.trim(), run, marked, broken, indented);
  return [
    part(text.slice(0, start), column && before === undefined),
    part(text.slice(start), column && before !== undefined),
  ];
}

function marksOf(blocks: readonly Fragment[]): Placed[] {
  const marks: Placed[] = [];
  let on: string | undefined;
  for (const [at, { text }] of blocks.entries()) {
    if (!text.includes("版") && lookOf(text) !== "boilerplate") continue;
    const jump = jumpBefore(text) ?? jumpBehind(text);
    if (jump !== undefined && (jump.onward ? jump.start === 0 : jump.end === text.length))
      marks.push({ ...jump, at, on });
    else if (isPageHeader(text)) on = PAGE_HEADER.exec(text)?.slice(1).find(Boolean) ?? on;
  }
  return marks.map((mark) => (mark.on === undefined ? mark : { ...mark, on: pageName(mark.on) }));
}

/** 第3版, A04, 06版 in a page's head. */
const PAGE_HEADER =
  /第?\s?([A-Z]?(?:[\d０-９]{1,3}|[一二三四五六七八九十]{1,3}))\s?版|(?:^|[\s·])([A-Z]\d{1,2})(?=\s|$)/;
const isPageHeader = (text: string): boolean => lookOf(text) === "boilerplate" && PAGE_HEADER.test(text);

/** Marks that belong together, the surest first. */
function paired(blocks: readonly Fragment[], marks: readonly Placed[]): [Placed, Placed][] {
  const likely: { onward: Placed; from: Placed; score: number }[] = [];
  for (const onward of marks)
    for (const from of marks)
      if (onward.onward && !from.onward && onward.at < from.at)
        likely.push({ onward, from, score: likeness(blocks, onward, from) });
  likely.sort((a, b) => b.score - a.score);
  const pairs: [Placed, Placed][] = [];
  const taken = new Set<number>();
  for (const { onward, from, score } of likely) {
    if (score < 0 || taken.has(onward.at) || taken.has(from.at)) continue;
    taken.add(onward.at).add(from.at);
    pairs.push([onward, from]);
  }
  return pairs;
}

/** How well two marks go together: by the pages they name, and by the sentence that one breaks and the other goes on with. */
function likeness(blocks: readonly Fragment[], onward: Placed, from: Placed): number {
  let score = pages(onward.page, from.on) + pages(from.page, onward.on);
  if (from.title !== "") {
    const above = blocks.slice(Math.max(0, onward.at - REACH), onward.at);
    score += above.some(({ text }) => text.includes(from.title)) ? NAMED : -NAMED;
  }
  const last = blocks[onward.at - 1]?.text ?? "";
  const next = blocks[from.at + 1]?.text ?? "";
  if (endsClause(last)) return score;
  return score + continuation(last, next, () => 0);
}
const REACH = 20;

const pages = (named: string, on: string | undefined): number =>
  on === undefined || !/\d/.test(named)
    ? 0
    : named.replace(/\D/g, "") === on.replace(/\D/g, "")
      ? NAMED
      : -NAMED;

/** Where the part behind a mark ends: at the next such mark, page or article; credits at its end are the page's. */
function sectionEnd(blocks: readonly Fragment[], from: number): number {
  let end = from + 1;
  while (end < blocks.length) {
    const { text, kind } = blocks[end]!;
    if (isPageHeader(text) || jumpBefore(text) !== undefined) break;
    if (kind === "heading" && isSigned(blocks, end)) break;
    end++;
  }
  while (end > from + 1 && TRAILING.has(blocks[end - 1]!.kind)) end--;
  return end;
}
const TRAILING: ReadonlySet<string> = new Set(["byline", "boilerplate"]);

/** Whether a byline stands below a heading of a line or two. */
function isSigned(blocks: readonly Fragment[], heading: number): boolean {
  for (let i = heading + 1; i <= heading + 2; i++) {
    if (blocks[i]?.kind === "byline") return true;
    if (blocks[i]?.kind !== "heading") return false;
  }
  return false;
}
