import { gatedAll } from "../../patterns/gated-all.js";
import { firstFrom, mentionsType } from "../spans.js";
import type { DocEntity, Extraction } from "../types.js";
import type { Win } from "./findings.js";
import { editionsIn, yearsIn } from "./when.js";

/** 第五届是2023年评的, 第三届在2021年; 2022年为第六届; 今年评出第六届|某奖: a round and its year. */
const SAID = gatedAll(
  /[首第][一二三四五六七八九十\d]{0,3}届(?:那次|评选)?(?:则|就|也)?(?:是|为|在|于|评于|颁于)(?:在|于)?(?:(?:19|20)\d\d年|[去今前]年)(?:\d{1,2}月)?(?:评选|评出|评|颁出|颁发|颁|揭晓|公布|举办|办|产生)?(?:出来)?[的了]?[哦呢啦]?(?=[，。；、！（）]|$)|(?<=^|[，。；、：（])(?:19|20)\d\d年(?:的|那次)?(?:则|就|也)?(?:是|为|系|属|评的是|办的是)[首第][一二三四五六七八九十\d]{0,3}届(?=[，。；、）]|$)|(?:(?:19|20)\d\d年|[去今前]年)(?:\d{1,2}月)?(?:已|刚|正式|共|又)?(?:评出|评选出|颁出|颁发|颁授|揭晓|公布)了?[首第][一二三四五六七八九十\d]{0,3}届(?=[\u4e00-\u9fa5“]{2})/g,
);

/** 以上均为2023年度奖项: the year of all that the block has told before. */
const ALL_OF = gatedAll(
  /(?:以上|上述)[^，。；]{0,8}?(?:均|都|皆|全部)?(?:为|是|系|属于?)((?:19|20)\d\d)年度(?:的?(?:奖项|获奖|评选|评审|结果|奖励))/g,
);

/** How far before what is said the wins may be told that are meant. */
const NEAR = 2_000;

/**
 * Gives the wins of a round its year, and those of a year its round, where the text says by itself which round was when: in a note
 * below a table, in a sentence behind those that tell of the winners.
 */
export function heedRounds(x: Extraction, wins: readonly Win[]): void {
  if (wins.length === 0) return;
  for (const { index, 1: year } of ALL_OF.matches(x.norm)) {
    const block = x.blockAt(index);
    for (const win of wins)
      if (block !== undefined && win.start >= block.start && win.end <= index) win.year ??= Number(year);
  }
  const said = SAID.matches(x.norm);
  if (said.length === 0) return;
  const rounds = new Rounds(x, wins);
  for (const { index, 0: text } of said) {
    const end = index + text.length;
    const edition = editionsIn(x.norm, index, end)[0]?.edition;
    const year = yearsIn(x.norm, index, end, x.year)[0]?.year;
    if (edition === undefined || year === undefined) continue;
    const award = rounds.awardBehind(end) ?? rounds.awardOf(index, edition, year);
    if (award !== undefined) rounds.heed(award, edition, year);
  }
}

/** The wins of one award that want a year, by their round, and those that want a round, by their year. */
interface Wanting {
  byEdition: Map<number, Win[]>;
  byYear: Map<number, Win[]>;
}

/** The wins of a document by what is said of their rounds. */
class Rounds {
  private readonly wanting = new Map<DocEntity, Wanting>();
  private readonly inOrder: readonly Win[];
  /** The only award of which a win has that round or year, by both. */
  private readonly only = new Map<string, DocEntity | undefined>();

  constructor(
    private readonly x: Extraction,
    wins: readonly Win[],
  ) {
    this.inOrder = [...wins].sort((a, b) => a.start - b.start);
    for (const win of wins) {
      const { byEdition, byYear } = at(this.wanting, win.to, () => ({
        byEdition: new Map(),
        byYear: new Map(),
      }));
      if (win.edition !== undefined) at(byEdition, win.edition, () => []).push(win);
      else if (win.year !== undefined) at(byYear, win.year, () => []).push(win);
    }
  }

  /** The award whose name follows, where somebody has won it. */
  awardBehind(end: number): DocEntity | undefined {
    const next = this.x.mentionsIn(end, end + 2, ["Award"])[0]?.entity;
    return next !== undefined && this.wanting.has(next) ? next : undefined;
  }

  /** The award that the sentence names before, else the one of which the block, or else the document, tells that round or year. */
  awardOf(start: number, edition: number, year: number): DocEntity | undefined {
    const { x, inOrder } = this;
    const sentence = x.sentenceAt(start);
    if (sentence !== undefined && mentionsType(x, sentence.start, start, "Award"))
      return x.mentionsIn(sentence.start, start, ["Award"]).at(-1)?.entity;
    const near = new Set<DocEntity>();
    const from = Math.max(x.blockAt(start)?.start ?? start, start - NEAR);
    for (let i = firstFrom(inOrder, from); i < inOrder.length && inOrder[i]!.start < start; i++) {
      const win = inOrder[i]!;
      if (win.edition === edition || (win.edition === undefined && win.year === year)) near.add(win.to);
    }
    if (near.size > 0) return onlyOne(near);
    return at(this.only, `${edition} ${year}`, () => {
      const all = new Set<DocEntity>();
      for (const [award, { byEdition, byYear }] of this.wanting)
        if (byEdition.has(edition) || byYear.has(year)) all.add(award);
      return onlyOne(all);
    });
  }

  /** Gives the wins of the award what is said. */
  heed(award: DocEntity, edition: number, year: number): void {
    const wins = this.wanting.get(award);
    for (const win of wins?.byEdition.get(edition) ?? []) win.year ??= year;
    for (const win of wins?.byYear.get(year) ?? []) win.edition ??= edition;
    // What has been said once need not be looked at again.
    wins?.byEdition.delete(edition);
    wins?.byYear.delete(year);
  }
}

const onlyOne = (awards: ReadonlySet<DocEntity>): DocEntity | undefined =>
  awards.size === 1 ? [...awards][0] : undefined;

/** What a map has for a key, made where it has nothing. */
function at<K, V>(map: Map<K, V>, key: K, make: () => V): V {
  let value = map.get(key);
  if (value === undefined && !map.has(key)) {
    value = make();
    map.set(key, value);
  }
  return value as V;
}
