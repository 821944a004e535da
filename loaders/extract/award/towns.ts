import { allMatches } from "../../patterns/all-matches.js";
import { CharacterSet } from "../../patterns/character-set.js";
import { gated } from "../../patterns/gated.js";
import { firstMention } from "../spans.js";
import type { Extraction, Mention } from "../types.js";
import { isOfPlaces, type Win } from "./findings.js";

const ENDS = new CharacterSet("镇道乡村");
/** 某镇|2006年获评, 某街道|：2014年被命名为, 某村|是: a town or village, and what is told of it. */
const TOWN =
  /[\u4e00-\u9fa5](?<![之乡农全各城新集小古名重强市该本每两这那])(?:镇|街道|乡|村)(?=[（：—，\s]{0,3}(?:(?:19|20)\d\d年?|[获被于早是成也则又入跻素有享号“]|就(?![地近业])))/g;
/** Right behind a title: the town that it goes to. */
const TOWN_BEHIND = gated(
  /^[”）]?(?:[^，。；]{0,14}?(?:[：→—|｜\s]{1,4}|落户|花落|授予|颁给|挂[进到在上]了?)|的|（)[\u4e00-\u9fa5]{1,4}(?:镇|街道|乡|村)(?:[（，。；、\s）]|$)/,
);
const PLACES = ["City", "County", "Zone"] as const;
const PLACE_TYPES: readonly string[] = PLACES;
const STOPS = new CharacterSet("。；\n");
const FARTHEST = 60;

/** Without the titles of towns, which the place that the text is about has not won: 某镇2006年被命名为“某某名镇”. */
export const withoutTowns = (x: Extraction, wins: readonly Win[]): readonly Win[] =>
  wins.some((win) => isOfTown(x, win)) ? wins.filter((win) => !isOfTown(x, win)) : wins;

function isOfTown(x: Extraction, { from, to, start, end }: Win): boolean {
  if (!PLACE_TYPES.includes(from.type) || !isOfPlaces(to.name)) return false;
  const block = x.blockAt(start);
  if (block === undefined || block.kind === "table-row") return false;
  for (let i = firstMention(x.mentions, Math.max(block.start, start - 1)); i < x.mentions.length; i++) {
    const title = x.mentions[i]!;
    if (title.start >= Math.min(block.end, end + 1)) return false;
    if (title.entity === to) return hasTown(x, block.start, title.start, title.end, block.end);
  }
  return false;
}

/** Whether what looks like a town is part of a name: 中国梨乡, 江苏镇江. */
const holds = ({ start, end }: Mention, at: number): boolean => start <= at && end > at;

/** Whether a town stands before a title, and no place since, or the title is said to be a town's. */
function hasTown(x: Extraction, floor: number, start: number, end: number, to: number): boolean {
  const { norm } = x;
  let from = start;
  const lowest = Math.max(floor, start - FARTHEST);
  while (from > lowest && !STOPS.has(norm.charCodeAt(from - 1))) from--;
  if (ENDS.within(norm, from, start)) {
    const town = allMatches(TOWN, norm.slice(from, start)).at(-1);
    const at = town === undefined ? -1 : from + town.index;
    if (at >= 0 && !x.mentionsIn(from, start).some((one) => holds(one, at)))
      if (x.mentionsIn(at, start, PLACES).length === 0) return true;
  }
  return TOWN_BEHIND.test(norm, end, Math.min(to, end + 40));
}
