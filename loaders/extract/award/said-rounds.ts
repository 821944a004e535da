import { gatedAll } from "../../patterns/gated-all.js";
import { mentionsType } from "../spans.js";
import type { DocEntity, Extraction } from "../types.js";
import type { Win } from "./findings.js";
import { editionsIn, yearsIn } from "./when.js";

/** 第五届是2023年评的, 第三届在2021年; 2022年为第六届; 今年评出第六届|某奖: a round and its year. */
const SAID = gatedAll(
  /[首第][一二三四五六七八九十\d]{0,3}届(?:那次|评选)?(?:则|就|也)?(?:是|为|在|于|评于|颁于)(?:在|于)?(?:(?:19|20)\d\d年|[去今前]年)(?:\d{1,2}月)?(?:评选|评出|评|颁出|颁发|颁|揭晓|公布|举办|办|产生)?(?:出来)?[的了]?[哦呢啦]?(?=[，。；、！（）]|$)|(?<=^|[，。；、：（])(?:19|20)\d\d年(?:的|那次)?(?:则|就|也)?(?:是|为|系|属|评的是|办的是)[首第][一二三四五六七八九十\d]{0,3}届(?=[，。；、）]|$)|(?:(?:19|20)\d\d年|[去今前]年)(?:\d{1,2}月)?(?:已|刚|正式|共|又)?(?:评出|评选出|颁出|颁发|颁授|揭晓|公布)了?[首第][一二三四五六七八九十\d]{0,3}届(?=[\u4e00-\u9fa5“]{2})/g,
);

/**
 * Gives the wins of a round its year, and those of a year its round, where the text says by itself which round was when: in a note
 * below a table, in a sentence behind those that tell of the winners.
 */
export function heedRounds(x: Extraction, wins: readonly Win[]): void {
  if (wins.length === 0) return;
  for (const { index, 0: said } of SAID.matches(x.norm)) {
    const end = index + said.length;
    const edition = editionsIn(x.norm, index, end)[0]?.edition;
    const year = yearsIn(x.norm, index, end, x.year)[0]?.year;
    if (edition === undefined || year === undefined) continue;
    const award = awardBehind(x, end, wins) ?? awardOf(x, index, edition, year, wins);
    if (award === undefined) continue;
    for (const win of wins) {
      if (win.to !== award) continue;
      if (win.edition === edition) win.year ??= year;
      else if (win.year === year) win.edition ??= edition;
    }
  }
}

/** The award whose name follows, where somebody has won it. */
function awardBehind(x: Extraction, at: number, wins: readonly Win[]): DocEntity | undefined {
  const next = x.mentionsIn(at, at + 2, ["Award"])[0]?.entity;
  return next !== undefined && wins.some(({ to }) => to === next) ? next : undefined;
}

/** The award that the sentence names before, else the one of which the block, or else the document, tells that round or year. */
function awardOf(
  x: Extraction,
  at: number,
  edition: number,
  year: number,
  wins: readonly Win[],
): DocEntity | undefined {
  const sentence = x.sentenceAt(at);
  if (sentence !== undefined && mentionsType(x, sentence.start, at, "Award"))
    return x.mentionsIn(sentence.start, at, ["Award"]).at(-1)?.entity;
  const ofRound = wins.filter((w) => w.edition === edition || (w.edition === undefined && w.year === year));
  const block = x.blockAt(at);
  const near = block === undefined ? [] : ofRound.filter((w) => w.start >= block.start && w.start < at);
  const awards = new Set((near.length > 0 ? near : ofRound).map(({ to }) => to));
  return awards.size === 1 ? [...awards][0] : undefined;
}
