import { CharacterSet } from "../../patterns/character-set.js";
import { gated } from "../../patterns/gated.js";
import type { Block, Cell } from "../../types.js";
import { firstFrom, mentionsType } from "../spans.js";
import type { DocEntity, Extraction } from "../types.js";
import { bearerCards } from "./bearer-cards.js";
import { labelledCards } from "./cards.js";
import { columnsOfTable } from "./columns.js";
import { commendedIn, deputiesIn, keptIn } from "./commended.js";
import { type Entry, toldEntry } from "./entry.js";
import type { Win } from "./findings.js";
import { footnoted } from "./footnoted.js";
import { isBelow } from "./frames.js";
import { type Column, Headers } from "./headers.js";
import { type Heading, nearest, ofAward, remarkAt } from "./heading.js";
import {
  areDated,
  bearerAbove,
  datesHonours,
  givesAll,
  honoursTold,
  jointWins,
  profiledBy,
  subjectOf,
  tellsHonours,
  winsOfSubject,
} from "./honours.js";
import { ledHonours } from "./led-honours.js";
import { ledgersOf } from "./ledger.js";
import { explainsSigns, isLegend, isUnchecked } from "./legend.js";
import { isLevel } from "./levels.js";
import { Bearers, Entries, hasRole, isHead, VACANT } from "./list-entries.js";
import { heedNote, heedTiers, undatedYear } from "./list-notes.js";
import { ownWins } from "./own-blocks.js";
import { tiersAndAwardsIn } from "./prizes.js";
import { isRecordNumber, leadAbove, RecordLines, recordsOfTable, tellsMore } from "./records.js";
import { type Carried, carriedBy, type RollLine, rollLine } from "./roll.js";
import { beginsTiers, runInLists } from "./run-in.js";
import { signedLines } from "./sign-legend.js";
import { countsPrizes } from "./speakers.js";
import {
  Announced,
  askedOf,
  headingOf,
  isAttachedList,
  isOfCandidates,
  isOfPast,
  leadOf,
  OF_THOSE_BELOW,
  onlyNominated,
  PAST_ROUNDS,
  theOnlyYear,
  topicOf,
} from "./structure.js";
import { rowFacts } from "./table.js";
import {
  awardOfTable,
  captionYear,
  goesOnBelow,
  isOfOthers,
  isOfWinners,
  ofEditionBefore,
  ofRows,
  yearOfMonth,
} from "./table-award.js";
import { Results } from "./tier-leads.js";
import { NO_CELLS, toldCells } from "./told-cells.js";
import { NOT_YET } from "./told-times.js";
import { unitsIn } from "./units.js";

export interface ListFacts {
  wins: Win[];
  owns: RollLine["owns"];
  /** Blocks that lists have settled: no prose. */
  settled: Set<Block>;
  /** Stretches of prose whose winners lists within them have told. */
  told: { start: number; end: number }[];
  /** Years that headings give for their awards. */
  headed: Map<DocEntity, readonly number[]>;
  /** The cells of rows that are prose. */
  cells: Map<Block, readonly Cell[]>;
}

/** What tables, lists under headings and lines of honours say. */
export function readLists(x: Extraction): ListFacts {
  const facts: ListFacts = {
    wins: [],
    owns: [],
    settled: new Set(),
    told: [],
    headed: new Map(),
    cells: new Map(),
  };
  const announced = new Announced(x);
  const entries = new Entries(x);
  const headers = new Headers();
  const bearers = new Bearers(x, entries);
  const recordLines = new RecordLines(x);
  const results = new Results(x, entries);
  const ledgers = ledgersOf(x, entries);
  const ofUndated = undatedYear(x);
  const footnotes = footnoted(x);
  const summed = summedUp(x);
  const proposal = proposalTitle(x);
  let heading: Heading | undefined;
  /** The first of the headings that were open when one ended them. */
  let over: Heading | undefined;
  let used = false;
  let carried: Carried | undefined;
  /** How many wins were told before the list that is being read. */
  let begun = 0;
  let headerRow: [Block, Block | undefined] | undefined;
  let table: Block["table"];
  let columns: readonly Column[] | undefined;
  let told: Heading | undefined;
  /** What stood above the last table, for what stands behind it. */
  let overTable: Heading | undefined;
  let year: number | undefined;
  /** The last block that said of what stands below that it is no list of winners. */
  let ended = -1;
  /** The last heading above awards that are only sought. */
  let sought: Block | undefined;
  /** The last heading above those who have not won. */
  let missed: Block | undefined;
  /** What the last records stand below, and where others of the same may begin. */
  let ofRecords: { heading: Heading | undefined; until: number } | undefined;
  const { blocks } = x;
  const shown = bearerCards(x);
  const cards = labelledCards(x);
  const led = ledHonours(x);
  for (let i = 0; i < blocks.length; i++) {
    const block = blocks[i]!;
    if (table !== undefined && block.start >= table.end) {
      // 二、提名奖 between the rows of a table heads nothing behind it.
      if (heading !== undefined && heading.block.start > table.start && heading.block.end <= table.end)
        heading = overTable;
      table = undefined;
    }
    if (summed !== undefined) heading ??= summed.get(block);
    const ofCard = proposal === undefined ? shown.told.get(block) : undefined;
    if (ofCard !== undefined || shown.heads.has(block)) {
      append(facts.wins, ofCard ?? []);
      if (ofCard !== undefined) facts.settled.add(block);
      heading = undefined;
      continue;
    }
    const records =
      proposal === undefined && !(isHead(block) && led.has(blocks[i + 1]!))
        ? recordLines.at(
            i,
            heading?.award === undefined && ofRecords?.until === i ? ofRecords.heading : heading,
          )
        : undefined;
    if (records !== undefined) {
      // 甲公司 and its fields, 乙公司 and its fields, below what names the award of all.
      ofRecords = { heading: records.heading, until: i + records.length + 1 };
      append(facts.wins, records.wins);
      for (const of of blocks.slice(i, i + records.length)) if (!tellsMore(x, of)) facts.settled.add(of);
      i += records.length - 1;
      continue;
    }
    const card = cards.get(block);
    if (card !== undefined) {
      append(facts.wins, card);
      facts.settled.add(block);
      continue;
    }
    if (block.kind === "table-row") {
      if (block.table !== table) {
        overTable = heading;
        // A cell that stands alone in its row is a heading between them.
        let end = i + 1;
        while (end < blocks.length && blocks[end]!.start < block.table!.end) end++;
        const rows = blocks.slice(i, end);
        const beside = proposal === undefined ? recordsOfTable(x, rows, heading, blocks[i - 1]) : undefined;
        if (beside !== undefined) {
          append(facts.wins, beside);
          i = end - 1;
          continue;
        }
        columns = columnsOfTable(x, rows, headers, isOfWinners(x, blocks[i - 1], heading));
        // 推荐名单公示: who is listed has not won, but for what a column of honours tells.
        if (
          columns?.includes("winner") === true &&
          !columns.includes("award") &&
          isOfOthers(x, blocks[i - 1], heading?.award)
        )
          columns = undefined;
        if (heading?.award === undefined && PROPOSES.test(proposal ?? "") && !tellsPast(block))
          columns = undefined;
        headerRow =
          block.isHeader || namesAwards(x, block) ? [block, secondHeader(blocks[i + 1])] : undefined;
        const above = blocks[i - 1];
        told = toldBefore(x, above !== undefined && explainsSigns(x, above) ? blocks[i - 2] : above);
        year = captionYear(x, blocks[i - 1]);
        if (told === undefined && heading?.award === undefined && block.isHeader)
          told = awardOfTable(x, block, headers, blocks[i - 1], announced);
        else if (told === undefined && heading !== undefined)
          told = ofEditionBefore(x, heading, blocks[i - 1]);
        told = ofRows(told ?? heading, rows, columns);
      }
      table = block.table;
      const inProse = columns === undefined ? NO_CELLS : toldCells(x, block, columns);
      if (inProse.length > 0) {
        facts.cells.set(block, inProse);
        continue;
      }
      const row =
        block === headerRow?.[0] || columns === undefined
          ? undefined
          : rowFacts(
              x,
              block,
              isWithin(block.table, heading) ? heading : (told ?? heading),
              headerRow,
              headers,
              columns,
              year ?? yearOfMonth(x, block, headers),
            );
      if (row === undefined) continue;
      append(facts.wins, row.wins);
      append(facts.owns, row.owns);
      continue;
    }
    const { kind } = block;
    if (goesOnBelow(x, block)) continue;
    if (kind === "byline" || kind === "boilerplate" || VACANT.test(x.norm, block.start, block.end)) continue;
    const marked = footnotes.get(block) ?? signedLines(x).get(block);
    if (marked !== undefined || isUnchecked(x, block)) {
      append(facts.wins, marked ?? []);
      facts.settled.add(block);
      continue;
    }
    const parts = isRecordNumber(x, block);
    if (parts || isLegend(x, block) || heedTiers(x, block, facts.wins, begun)) {
      if (parts) heading = leadAbove(x, i, heading);
      facts.settled.add(block);
      continue;
    }
    const own = ownWins(x, block);
    if (own !== undefined) {
      append(facts.wins, own.wins);
      if (own.told === undefined) facts.settled.add(block);
      else facts.told.push(own.told);
      continue;
    }
    const entry =
      (belowAward(x, block, heading) ? toldEntry(x, block.start, block.end) : undefined) ?? entries.at(i);
    const bearer = ledgers.get(i);
    if (bearer !== undefined) {
      const round = nearest(heading, "date");
      heading = round?.award === undefined ? round : undefined;
      bearers.current = bearer.entity;
      carried = undefined;
      const isToldOf =
        !bearer.heads && proposal === undefined && !(sought !== undefined && isBelow(block, sought));
      const honours = isToldOf ? rollLine(x, block, entry!, heading) : undefined;
      if (honours !== undefined) {
        append(facts.wins, honours.wins);
        append(facts.wins, winsOfSubject(bearer.entity, honours.open, block));
        append(facts.owns, honours.owns);
      }
      facts.settled.add(block);
      continue;
    }
    if (isHead(block) && ledgers.has(i - 1)) bearers.current = undefined;
    // 某区（2家） above those there who have the award.
    if (heading?.award !== undefined && entries.headsPlace(i)) {
      facts.settled.add(block);
      continue;
    }
    if (ofUndated !== undefined) carried = undefined;
    const ledTo = led.get(block);
    if (ledTo !== undefined) heading = undefined;
    const line =
      entry === undefined ||
      countsPrizes(x, block) ||
      (kind === "title" && !isListed(entry, heading)) ||
      (ledTo === undefined && isHead(block) && headsText(x, entries, i) && !namesPersons(entry, heading))
        ? undefined
        : rollLine(x, block, entry, heading, carried);
    if (bearers.startsAt(i, heading)) {
      facts.settled.add(block);
      heading = undefined;
      continue;
    }
    const honours = honoursTold(x, block, bearers.current);
    if (honours !== undefined) {
      append(facts.wins, honours.wins);
      append(facts.owns, honours.owns);
      facts.settled.add(block);
      continue;
    }
    // 未获奖但进入终评 above 甲公司（2020年，某奖）
    if (missed !== undefined && isBelow(block, missed) && entry !== undefined && entry.units.length > 0) {
      facts.settled.add(block);
      continue;
    }
    // 三、正在争创的荣誉 above 某奖：甲公司
    if (sought !== undefined && isBelow(block, sought) && entry !== undefined && labelsAward(entry)) {
      facts.settled.add(block);
      continue;
    }
    if (line !== undefined && line.wins.length > 0) {
      carried = carriedBy(entry!, carried);
      append(facts.wins, line.wins);
      append(facts.owns, line.owns);
      if (!line.clauses) facts.settled.add(block);
      used = true;
      if (line.open.length === 0) continue;
    }
    // 培育方向：某奖提名奖, 正在申报的：某奖: not yet.
    if (entry !== undefined && isSought(x, entry)) {
      facts.settled.add(block);
      continue;
    }
    if (
      line !== undefined &&
      line.open.length > 0 &&
      !(proposal !== undefined && isHead(block)) &&
      (bearers.current !== undefined ||
        ledTo !== undefined ||
        labelsHonours(entry) ||
        !entries.headsList(i) ||
        (areDated(line.open) && bearerAbove(x, block, line.open) !== undefined))
    ) {
      const ofHonours = labelsHonours(entry) || tellsHonours(x, block) || datesHonours(x, block, line.open);
      const subject =
        bearers.current ??
        ledTo ??
        (labelsHonours(entry) ? profiledBy(x, block) : undefined) ??
        bearerAbove(x, block, line.open) ??
        (ofHonours ? subjectOf(x, block) : undefined);
      if (subject !== undefined) {
        const wins = [...winsOfSubject(subject, line.open, block), ...jointWins(x, line.open, block)];
        // 全国五一劳动奖章 below a firm's honours: the title of the next list, as no firm has it.
        if (wins.length > 0) {
          append(facts.wins, wins);
          if (entry!.end >= block.end - 1 && !line.clauses && givesAll(x, block, line.open))
            facts.settled.add(block);
          continue;
        }
      }
    }
    if ((line !== undefined && line.wins.length > 0) || ledTo !== undefined) continue;
    // 申报名单公示如下。 above 组织奖3家：甲。提名奖…: those have not won.
    if (i > 0 && ended === i - 1 && beginsTiers(x, block)) {
      facts.settled.add(block);
      continue;
    }
    for (const list of runInLists(x, block, announced, heading)) {
      append(facts.wins, list.wins);
      append(facts.owns, list.owns);
      facts.told.push(list);
    }
    const commended = commendedIn(x, block) ?? keptIn(x, block) ?? deputiesIn(x, block);
    if (commended !== undefined) {
      append(facts.wins, commended.wins);
      facts.told.push(commended);
    }
    heedNote(x, block, facts.wins, begun);
    // 授予单位：某某省人民政府: who confers the award told above has not won it.
    if (isAside(entry) && !mentionsType(x, block.start, block.end, "Award")) facts.settled.add(block);
    carried = undefined;
    bearers.current = undefined;
    // 二、获奖组织 behind 一、进入现场评审的组织: of the title's award.
    const open =
      (table !== undefined && told !== undefined && !isWithin(table, heading) ? told : heading) ??
      (isHead(block) && OF_WINNERS.test(x.norm, block.start, block.end) ? over : undefined);
    let made =
      !entries.isOfChronicle(i) && mayHead(x, block, entry)
        ? headingOf(x, withoutRemark(x, block), open, announced, entry)
        : undefined;
    if (made === undefined || made === "ends") {
      const above = heading ?? (kind === "paragraph" ? askedOf(x, blocks[i - 1]) : undefined);
      if (entries.listsBelow(i, above)) made = leadOf(x, block, announced, above) ?? made;
    }
    results.hears(block);
    if (made === undefined || made === "ends" || !isHead(block)) made = results.leadTo(i, heading) ?? made;
    // × 某奖去年报了，没中: heads no list of those who have it.
    if (made !== undefined && kind !== "title" && MISSED.test(x.norm, block.start, block.end)) made = "ends";
    if (made === "ends") {
      ended = i;
      if (isHead(block) && SEEKS.test(x.norm, block.start, block.end)) sought = block;
      if (isHead(block) && NOT_WON.test(x.norm, block.start, block.end)) missed = block;
    }
    if (made === undefined && kind === "paragraph") made = onlyNominated(x, block, heading);
    if (made === undefined && kind === "paragraph" && entries.yearsBelow(i))
      made = topicOf(x, block, block.end);
    // 推荐名单公示: under its headings nobody has won yet, unless they tell of an earlier year.
    if (
      proposal !== undefined &&
      made !== undefined &&
      made !== "ends" &&
      !PAST_ROUNDS.test(x.norm, block.start, block.end) &&
      made.years.every((y) => proposal.includes(`${y}`))
    )
      made = "ends";
    if (made === "ends") {
      over = outermost(heading) ?? over;
      heading = undefined;
    } else if (made !== undefined) {
      heading = made;
      if (made.award !== undefined) facts.headed.set(made.award, made.years);
    }
    // A list is over where prose begins.
    else if (kind === "paragraph" && isProse(x, block)) {
      if (used) {
        over = outermost(heading) ?? over;
        heading = undefined;
      }
      begun = facts.wins.length;
    }
    if (made !== undefined) used = false;
    if (kind === "title") {
      begun = facts.wins.length;
      if (made === undefined || made === "ends") over ??= toldByTitle(x, block);
    }
  }
  if (ofUndated !== undefined) for (const win of facts.wins) win.year ??= ofUndated;
  return facts;
}

/** Whether a heading of an award stands between the rows of a row's table: 第四届某省政府质量奖 above those of that round. */
const isWithin = (table: Block["table"], heading: Heading | undefined): boolean =>
  heading?.award !== undefined && table !== undefined && heading.block.start > table.start;

const secondHeader = (block: Block | undefined): Block | undefined =>
  block?.isHeader === true ? block : undefined;

/** 【2016年】（本年起某奖改称某某奖）: a date, whatever it remarks. */
function withoutRemark({ norm }: Extraction, block: Block): Block {
  const end = isHead(block) ? remarkAt(norm, block.start, block.end) : block.end;
  return end === block.end ? block : { ...block, end };
}

/** 获奖组织, 提名奖（2家）: a heading of winners, whatever stands above. */
const OF_WINNERS = gated(/获奖|提名奖|正奖|[特一二三]等奖|[金银铜]奖/);

/** The title's heading of those that are open. */
function outermost(heading: Heading | undefined): Heading | undefined {
  let one = heading;
  while (one?.over !== undefined) one = one.over;
  return one?.award !== undefined && one.block.kind === "title" ? one : undefined;
}

/** 重庆捧回第五届某奖: the round that a title tells of, for 提名奖花落谁家 below. */
function toldByTitle(x: Extraction, block: Block): Heading | undefined {
  const [prize, more] = tiersAndAwardsIn(x, block.start, block.end).filter((p) => p.award !== undefined);
  if (prize?.edition === undefined || more !== undefined || NOT_YET.test(x.norm, block.start, block.end))
    return undefined;
  return ofAward(prize.award, { edition: prize.edition, years: prize.years }, block);
}

const PROPOSES = gated(/推荐|候选|申报|参评|拟(?:奖(?!励)|授|表彰|表扬|获|评|命名|认定)/);
const PAST = gated(/荣誉|所获|获得|获奖情况|已获|曾获/);
const tellsPast = ({ isHeader, cells = [] }: Block): boolean =>
  isHeader === true && cells.some(({ text }) => PAST.test(text));

const MISSED = gated(/[没未](?:有?评上|中(?=[，。]|$)|拿到|能[如入获评摘问])|落选|名落孙山|失之交臂/);
const OF_LIST = gated(/名单|对象|公示/);

/** The title of a list of those who may yet win. */
function proposalTitle({ blocks, norm }: Extraction): string | undefined {
  const title = blocks.slice(0, 3).find(isHead) ?? blocks[0];
  if (title === undefined || title.end - title.start > 80) return undefined;
  return OF_LIST.test(norm, title.start, title.end) && isOfCandidates(norm, title.start, title.end)
    ? norm.slice(title.start, title.end)
    : undefined;
}

/** …。第七届某奖获奖名单见下表：: the last sentence before a table says of which award its winners are. */
function toldBefore(x: Extraction, above: Block | undefined): Heading | undefined {
  if (above?.kind !== "paragraph") return undefined;
  const block = { ...above, end: remarkAt(x.norm, above.start, above.end) };
  const start = Math.max(block.start, x.norm.lastIndexOf("。", block.end - 2) + 1);
  if (
    !SHOWS.test(x.norm, Math.max(start, block.end - 16), block.end) &&
    !IS_BELOW.test(x.norm, start, Math.min(start + 6, block.end))
  )
    return undefined;
  if (block.end - start > 80 || !WINNERS.test(x.norm, start, block.end)) return undefined;
  const prizes = tiersAndAwardsIn(x, start, block.end);
  const [prize] = prizes;
  if (prize?.award === undefined || prizes.length > 1) return undefined;
  const sameYear = prize.years.length === 0 && SAME_YEAR.test(x.norm, start, prize.start);
  const before = sameYear ? YEAR_BEFORE.exec(x.norm, block.start, start) : null;
  const own = prize.years.length > 0 ? prize.years : theOnlyYear(x, start, prize.start, block.end);
  const years = before === null ? own : [Number(before[1])];
  return ofAward(prize.award, { ...prize, years }, block);
}

const SHOWS = gated(
  /(?:[见如]下表|[见如]下|[见如]表[\d一二三四五]?|列表如下|下表(?:所示|所列)?)(?:所[示列])?[：。]?$/,
);
/** 下表为某奖近四届获奖名单。 */
const IS_BELOW = gated(/^下[表列]?(?:为|是|列出|系)/);
const WINNERS = gated(
  /^(?!.{0,80}(?:拟|申报|公示|候选|推荐|参评|条件|流程|得分|数量|分布))(?=.{0,80}(?:获奖|名单|评出|结果|揭晓|得主|获得者))/,
);
const SAME_YEAR = gated(/^(?:同年|当年)/);
/** The last year told. */
const YEAR_BEFORE = gated(/(20\d\d)年(?!.{0,300}20\d\d年)/);

function append<T>(list: T[], added: readonly T[]): void {
  for (const one of added) list.push(one);
}

const SUMS_UP =
  /^(?:[备]?注：|说明：)?(?:以上|上述|上表|上列|上表所列)[^，。；]{0,10}?(?:为|是|系|即)[^。]{0,40}(?:名单|情况|结果|一览|名录|获奖(?:项目|组织|企业|单位|个人|者))|^（[^（）]{4,40}）$/;

/** 以上四家，前两家授予某奖，后两家授予提名奖 */
const APPORTIONS =
  /^(?:[备]?注：|说明：)?(?:以上|上述|上列|上表)[^。]{0,16}?(?:前|首|第)[一二三四五六七八九十两\d、家个名位号至-]{1,12}[^，。；]{0,4}(?:授予|获|为|是|系)/;
const SUMMING = new CharacterSet("以上（注备说");

/**
 * 以上为第八届某奖获奖名单, （2022年某奖）: what stands below a list or table without a heading says what the list is of, told
 * for each of its blocks.
 */
function summedUp(x: Extraction): ReadonlyMap<Block, Heading> | undefined {
  let told: Map<Block, Heading> | undefined;
  for (let i = 0; i < x.blocks.length; i++) {
    const block = x.blocks[i]!;
    if (block.kind === "table-row" || !SUMMING.has(x.norm.charCodeAt(block.start))) continue;
    const said = x.norm.slice(block.start, Math.min(block.end, block.start + 80));
    const parts = APPORTIONS.test(said);
    if (!parts && !SUMS_UP.test(said)) continue;
    const [prize] = tiersAndAwardsIn(x, block.start, block.end);
    if (prize?.award === undefined) continue;
    const heading = ofAward(prize.award, parts ? { ...prize, tier: undefined } : prize, block);
    told ??= new Map();
    for (let above = i - 1; above >= 0 && listed(x, x.blocks[above]!); above--)
      told.set(x.blocks[above]!, heading);
  }
  return told;
}

/** Whether a block is part of a list: a row, an entry, or a heading that names no award. */
function listed(x: Extraction, block: Block): boolean {
  if (block.kind === "table-row") return true;
  if (block.end - block.start > 60 || STOPS.within(x.norm, block.start, block.end)) return false;
  return !mentionsType(x, block.start, block.end, "Award");
}

/** 荣誉：某奖（2021）、某奖（2019）. */
function labelsHonours(entry: Entry | undefined): boolean {
  const role = entry?.fields[0]?.role;
  return role?.kind === "label" && role.of === "honours";
}

function isAside(entry: Entry | undefined): boolean {
  if (entry === undefined || entry.fields.length !== 2) return false;
  const [first, second] = entry.fields;
  return (
    first!.role.kind === "label" &&
    first!.role.of === "aside" &&
    second!.sep === ":" &&
    second!.role.kind === "winners"
  );
}

/** 二、正在争创的荣誉, （三）培育申报中的奖项 */
const SEEKS = gated(
  /(?:争创|申报|创建|培育|冲刺|储备|备战)(?:中的?|的|阶段)?[^，。；获已]{0,6}(?:荣誉|奖项|称号|项目|目标|对象|组织|企业|单位|名单)?(?:（[^（）]{0,20}）)?[：:]?$/,
);

/** 未获奖但进入终评的, 二、落选组织 */
const NOT_WON = gated(
  /^(?:[一二三四五六七八九十]{1,3}、|（[一二三四五六七八九十]{1,2}）)?(?:最终)?(?:未获奖|未获评|未能获奖|落选|未入选)/,
);

/** 某奖：甲公司 */
const labelsAward = ({ fields }: Entry): boolean => fields[0]?.kind === "award" && fields[1]?.sep === ":";

/** Whether an entry's label says that the award behind it is yet to be won. */
function isSought({ norm }: Extraction, { fields }: Entry): boolean {
  const first = fields.length > 1 ? fields[0] : undefined;
  return (
    first?.kind === "text" &&
    fields[1]!.kind === "award" &&
    (fields[1]!.sep === ":" || fields[1]!.sep === ";") &&
    SOUGHT.test(norm, first.start, first.end)
  );
}

const SOUGHT = gated(
  /^[^，。；]{0,6}(?:申报|培育|争创|冲刺|冲击|备战|候选|储备|拟报|在评|参评|目标)[^，。；]{0,6}$/,
);

const ANNOUNCES = /(?:公布|通报|公告|名单|结果|表彰)[^，。；]{0,4}(?:如下)?：$/;
const STOPS = new CharacterSet("。；");
const NO_LABEL = new CharacterSet("奖，。");
const COMMA = new CharacterSet("，");

/** Whether a block may be a heading: one by its look, or a line with nothing but an award, tier or date. */
function mayHead(x: Extraction, block: Block, entry: Entry | undefined): boolean {
  if (isHead(block) || isOfPast(x, block) || isAttachedList(x, block)) return true;
  // 第三届某奖获奖组织公示期满无异议，现予公布：, 授予以下组织“某奖”（第三届）
  if (
    block.end - block.start <= 60 &&
    (x.norm[block.end - 1] === "："
      ? ANNOUNCES.test(x.norm.slice(block.start, block.end))
      : OF_THOSE_BELOW.test(x.norm, block.start, block.end)) &&
    mentionsType(x, block.start, block.end, "Award")
  )
    return true;
  const fields = entry?.fields ?? [];
  if (fields.length === 1 && fields[0]!.kind === "text")
    return block.end - block.start <= 24 && !NO_LABEL.within(x.norm, block.start, block.end);
  const [first, second] = fields;
  // 市级：某市市长质量奖
  const led = first?.kind === "text" && second?.kind === "award" && isLevel(x, first) ? 1 : 0;
  return (
    fields.length > led && !fields.some(({ kind }, i) => i >= led && (kind === "text" || kind === "winners"))
  );
}

/** Whether a line below a list's title, taken for more of it, is the first that the list names: 某某有限公司（某县）. */
function isListed({ fields }: Entry, heading: Heading | undefined): boolean {
  if (heading?.award === undefined || fields.length !== 1) return false;
  const { role } = fields[0]!;
  return (
    role.kind === "winners" &&
    role.units.every(({ entity: { type } }) => type === "Company" || type === "Institution")
  );
}

/** Whether a line names persons or several winners below an award's heading: 某某（某公司班长） ／ 某某（某医院主任）, no heading. */
function namesPersons({ fields }: Entry, heading: Heading | undefined): boolean {
  if (heading?.award === undefined) return false;
  let winners = 0;
  for (const { role } of fields) {
    if (role.kind !== "winners") continue;
    winners += role.units.length;
    if (role.units.some(({ entity }) => entity.type === "Person")) return true;
  }
  return winners > 1;
}

/** Whether prose stands right below a heading: then it is no entry of a list. */
function headsText(x: Extraction, entries: Entries, i: number): boolean {
  const next = x.blocks[i + 1];
  if (next?.kind !== "paragraph" || !isProse(x, next)) return false;
  // 甲公司——2019年，某奖；2021年，某奖: a long entry.
  const fields = entries.at(i + 1)?.fields ?? [];
  // 某奖——甲公司，2012年；乙公司，2015年: nor is one that gives each winner's year.
  if (fields[0]?.kind === "award" && hasRole(fields, "winners") && !hasRole(fields, "text")) return false;
  return !hasRole(fields, "award") || fields[0]!.kind !== "winners";
}

/** Whether a line of text stands right below a heading that gives an award. */
const belowAward = ({ blocks }: Extraction, { kind, start }: Block, heading: Heading | undefined): boolean =>
  (kind === "paragraph" || kind === "roll-line") &&
  heading?.award !== undefined &&
  isHead(heading.block) &&
  heading.block.kind !== "title" &&
  blocks[firstFrom(blocks, start) - 1]?.start === heading.block.start;

const isProse = (x: Extraction, block: Block): boolean =>
  block.end - block.start > 40 &&
  COMMA.within(x.norm, block.start, block.end - 1) &&
  STOPS.within(x.norm, block.start, block.end);

/** Whether a table's first row names awards and nobody: each of its columns lists the winners of one. */
function namesAwards(x: Extraction, row: Block): boolean {
  return (
    mentionsType(x, row.start, row.end, "Award") &&
    unitsIn(x, row.start, row.end).length === 0 &&
    !/(?:19|20)\d\d/.test(x.norm.slice(row.start, row.end))
  );
}
