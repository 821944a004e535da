import { CharacterSet } from "../../patterns/character-set.js";
import { gated } from "../../patterns/gated.js";
import type { Block } from "../../types.js";
import { firstFrom, firstMention, indexWithin, mentionsType } from "../spans.js";
import type { DocEntity, Extraction } from "../types.js";
import { editionAnswered } from "./answered.js";
import { type Entry, entryIn, entryOf } from "./entry.js";
import { numberingLength } from "./fields.js";
import { winOf } from "./findings.js";
import { type Heading, ofAward } from "./heading.js";
import { joined, tierOfNote } from "./item.js";
import { datesOf } from "./noted.js";
import { bareNames } from "./people.js";
import { tiersAndAwardsIn } from "./prizes.js";
import { type RollLine, rollLine } from "./roll.js";
import { type Announced, awardOfTitle, isOfCandidates, leadOf } from "./structure.js";
import { isPlaceUnit, unitsIn } from "./units.js";
import { editionsIn, yearsIn } from "./when.js";

export interface RunIn extends RollLine {
  start: number;
  end: number;
}

const MARKS = new CharacterSet("；");

/**
 * The lists that stand within the sentences of a paragraph: 第八届某奖揭晓：正奖，甲、乙；提名奖，丙. What a line of a list may be
 * is one here, if nothing else stands in it.
 */
export function runInLists(
  x: Extraction,
  block: Block,
  announced: Announced,
  heading: Heading | undefined,
): RunIn[] {
  const { norm } = x;
  const found: RunIn[] = [];
  if (ROUND_NOTE.test(norm, block.start, block.end)) roundsNoted(x, block, heading, found);
  if (found.length > 0) return found;
  if (
    OF_TIER.test(norm, block.start, block.end) ||
    OF_ROUND.test(norm, block.start, block.end) ||
    OF_AWARDS_TIER.test(norm, block.start, block.end)
  )
    partByPart(x, block, announced, heading, found);
  if (found.length > 0) return found;
  if (!MARKS.within(norm, block.start, block.end) || !mentionsType(x, block.start, block.end, "Award"))
    return found;
  for (let start = block.start; start < block.end; ) {
    let end = indexWithin(norm, "。", start, block.end);
    if (end < 0) end = block.end;
    const list = runInList(x, block, start, end, announced);
    if (list !== undefined) found.push(list);
    start = end + 1;
  }
  return found;
}

/** （2018年，第四届）, （第五届提名奖，2021年） */
const ROUND =
  "(?:(?:19|20)\\d\\d年，?第[一二三四五六七八九十\\d]{1,3}届[\\u4e00-\\u9fa5]{0,5}|第[一二三四五六七八九十\\d]{1,3}届[\\u4e00-\\u9fa5]{0,5}，(?:19|20)\\d\\d年)";
const ROUND_NOTE = gated(new RegExp(`（${ROUND}）`));
const IS_ROUND = gated(new RegExp(`^${ROUND}$`));
const NOT_HAD = gated(/撤销|取消资格|未获|落选/);

/** 下列组织继续使用标识：甲公司（2018年，第四届）、乙厂（2021年，第五届提名奖）: each with its round of the award that the title names. */
function roundsNoted(x: Extraction, block: Block, heading: Heading | undefined, found: RunIn[]): void {
  const { norm } = x;
  const award = heading?.award ?? awardOfTitle(x);
  if (award === undefined) return;
  for (let start = block.start; start < block.end; ) {
    let end = indexWithin(norm, "。", start, block.end);
    if (end < 0) end = block.end;
    const named = mentionsType(x, start, end, "Award") ? [] : unitsIn(x, start, end);
    const units = named.filter(({ note }) => IS_ROUND.test(note));
    if (
      units.length > 0 &&
      !isOfCandidates(norm, start, units[0]!.start) &&
      !NOT_HAD.test(norm, start, end)
    ) {
      const piece = pieceOf(block, start, end);
      const wins = units.flatMap(({ entity, note, end: to }) =>
        joined(datesOf(x, to - note.length - 1, to - 1)).map(({ year, edition }) =>
          winOf(entity, award, tierOfNote(note), year, edition, piece, "won/roll", 0.85),
        ),
      );
      found.push({ wins, owns: [], open: [], clauses: false, start, end });
    }
    start = end + 1;
  }
}

/** With what a list of one tier or kind of winner begins: 提名奖（3家）：, 个人奖2名：, 获奖组织：. */
const TIER_OF_LIST =
  "\\s{0,2}(?:(?:个人|组织)?(?:[特一二三]等奖|[金银铜]奖|正奖|提名奖|优秀奖|优胜奖|鼓励奖|创新奖)|[个组][人织](?:质量)?奖|获奖(?:组织|企业|单位|个人))(?:（[^（）]{1,10}）|共?[\\d一二三四五六七八九十]{1,3}[项个名家])?：";
const OF_TIER = gated(new RegExp(`(?:^|。|^（?[一二三四五六七八九十\\d]{1,2}[）、.])${TIER_OF_LIST}`));
/** The same behind the award whose tier it is: 省专利奖　|一等奖1项：. */
const OF_AWARDS_TIER = gated(new RegExp(`奖[”】]?[：\\s]${TIER_OF_LIST}`));
/** （一）某奖|3项, 某奖|共评出3项: behind an award, where nothing but a count follows. */
const COUNT_ALONE = gated(
  /^[”】]?[：，]?(?:我[市省区县]|全[市省区县])?(?:获奖|评出|[共有计获]){0,2}\s?[\d一二三四五六七八九十]{1,3}[项个名家]$/,
);
const PARTS_FROM_AWARD = gated(/^[”】]?[：\s]{1,3}/);
/** With what a list of rounds begins: 2019年度：, 第三届（2020年）：. */
const OF_ROUND = gated(
  /(?:^|。)\s{0,2}(?:(?:19|20)\d\d年度?|[首第][一二三四五六七八九十\d]{0,3}届)(?:（[^（）]{3,10}）)?：/,
);
const LEADS_LIST: ReadonlySet<string> = new Set(["tier", "label"]);

/** Whether an entry is a list of rounds with their winners and nothing else: 2019年度：甲；2021年度：乙、丙. */
function listsRounds({ fields }: Entry): boolean {
  return (
    fields[0]?.kind === "date" &&
    fields[1]?.sep === ":" &&
    fields.every(({ kind }) => kind === "date" || kind === "winners" || kind === "tier" || kind === "label")
  );
}

/** Whether a paragraph begins with the list of one tier, and goes on with more than that. */
export const beginsTiers = ({ norm }: Extraction, { start, end }: Block): boolean =>
  OF_TIER.test(norm, start, Math.min(end, start + 24));

const TELLS_RESULT = gated(/评出|评选|揭晓|公布|结果|名单|获奖|产生|颁发|授予|表彰/);

/**
 * 某专利奖共评出5项。金奖：某方法（甲公司）。优秀奖：某装置（乙公司）。: a sentence for each tier, after the one that names the award; 近三届情况如下。
 * 2019年度：甲；2021年度：乙、丙。 for each round.
 */
function partByPart(
  x: Extraction,
  block: Block,
  announced: Announced,
  heading: Heading | undefined,
  found: RunIn[],
): void {
  const { norm } = x;
  let told = heading?.award === undefined ? undefined : heading;
  for (let start = block.start; start < block.end; ) {
    let end = indexWithin(norm, "。", start, block.end);
    if (end < 0) end = block.end;
    const led = ledByAward(x, start, end);
    if (led !== undefined) {
      told = ofAward(led.award, announced.of(led.award, start) ?? {}, block);
      start = led.end;
    }
    const rounds = OF_ROUND.test(norm, start, Math.min(end, start + 26));
    if (rounds || OF_TIER.test(norm, start, end)) {
      const entry = told === undefined ? undefined : entryOf(x, start, end);
      const line =
        entry !== undefined && (rounds ? listsRounds(entry) : LEADS_LIST.has(entry.fields[0]?.kind ?? ""))
          ? rollLine(x, pieceOf(block, start, end), entry, told)
          : undefined;
      if (line !== undefined && line.wins.length > 0)
        found.push({ wins: line.wins, owns: line.owns, open: line.open, clauses: false, start, end });
    } else if (end - start < LONGEST && mentionsType(x, start, end, "Award")) {
      if (isOfCandidates(norm, start, end)) return;
      const named = tiersAndAwardsIn(x, start, end).filter((p) => p.kind === "award");
      const [prize] = named;
      const tells =
        TELLS_RESULT.test(norm, start, end) ||
        (OF_ROUND.test(norm, end, block.end) && unitsIn(x, start, end).every(isPlaceUnit));
      if (prize?.award !== undefined && named.length === 1 && tells) {
        const { award, edition, years } = prize;
        const own = edition !== undefined || years.length > 0 ? prize : announced.of(award, start);
        // 某奖评完了，是第十二届。
        const rounds = own?.edition === undefined ? editionsIn(norm, start, end) : [];
        told = ofAward(
          award,
          {
            edition: own?.edition ?? (rounds.length === 1 ? rounds[0]!.edition : undefined),
            years: own?.years,
          },
          block,
        );
      }
    } else if (told?.award !== undefined && told.edition === undefined) {
      // 今年的某奖出来了吗？ 出来了，第十二届。
      const edition = editionAnswered(x, { start, end });
      if (edition !== undefined) told = ofAward(told.award, { edition, years: yearAsked(x, block) }, block);
    }
    start = end + 1;
  }
}

/** The award with which a sentence begins that counts its winners, or goes on with those of one tier; and where the rest begins. */
function ledByAward(
  x: Extraction,
  start: number,
  end: number,
): { award: DocEntity; end: number } | undefined {
  const { mentions, norm } = x;
  const at = start + numberingLength(norm, start, end);
  const first = mentions[firstMention(mentions, at)];
  if (first?.type !== "Award" || first.start - at > 1 || first.end > end) return undefined;
  if (COUNT_ALONE.test(norm, first.end, end)) return { award: first.entity, end };
  const parts = PARTS_FROM_AWARD.exec(norm, first.end, Math.min(end, first.end + 4));
  const from = first.end + (parts?.[0].length ?? 0);
  return parts !== null && OF_TIER.test(norm, from, end) ? { award: first.entity, end: from } : undefined;
}

/** The one year of the question above an answer. */
function yearAsked(x: Extraction, { start }: Block): number[] {
  const asked = x.blocks[firstFrom(x.blocks, start) - 1];
  if (asked === undefined || x.norm[asked.end - 1] !== "？") return [];
  const years = yearsIn(x.norm, asked.start, asked.end, x.year);
  return years.length === 1 ? [years[0]!.year] : [];
}

function runInList(
  x: Extraction,
  block: Block,
  start: number,
  end: number,
  announced: Announced,
): RunIn | undefined {
  const { norm } = x;
  if (!MARKS.within(norm, start, end)) return undefined;
  const colon = indexWithin(norm, "：", start, end);
  if (colon < 0 || end - colon > LONGEST || !mentionsType(x, start, end, "Award")) return undefined;
  if (isOfCandidates(norm, start, colon)) return undefined;
  const lead = leadOf(x, pieceOf(block, start, colon + 1), announced);
  if (lead === "ends") return undefined;
  const entry = entryIn(x, colon + 1, end);
  if (entry === undefined || !isList(x, entry)) return undefined;
  const line = rollLine(x, pieceOf(block, start, end), entry, lead);
  return line === undefined || line.wins.length < 2
    ? undefined
    : { wins: line.wins, owns: line.owns, open: line.open, clauses: false, start, end };
}

const LONGEST = 400;

/** What a bare name stands behind: 个人奖，某某. */
const PERSON = gated(/个人/);

/** Whether every part of an entry begins with an award, tier, date or label, and goes on with winners and nothing else. */
function isList(x: Extraction, { fields }: Entry): boolean {
  let parts = 0;
  let led = false;
  let named = true;
  for (let i = 0; i < fields.length; i++) {
    const { role, sep } = fields[i]!;
    if (i === 0 || sep === ";") {
      if (!named) return false;
      parts++;
      led = false;
      named = false;
    }
    const person =
      role.kind === "text" && i > 0 && PERSON.test(x.norm, fields[i - 1]!.start, fields[i - 1]!.end);
    if (role.kind === "text" && !(person && bareNames(x.norm, role.start, role.end) !== undefined))
      return false;
    if (role.kind === "winners" || role.kind === "text") {
      if (!led) return false;
      named = true;
    } else
      led ||= role.kind === "award" || role.kind === "tier" || role.kind === "date" || role.kind === "label";
  }
  return parts >= 2 && named;
}

const pieceOf = (
  { kind, level, parent, cells, isHeader, table }: Block,
  start: number,
  end: number,
): Block => ({
  kind,
  start,
  end,
  level,
  parent,
  cells,
  isHeader,
  table,
});
