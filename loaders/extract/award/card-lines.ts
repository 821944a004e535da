import { gated } from "../../patterns/gated.js";
import type { Block } from "../../types.js";
import { indexWithin, mentionsType } from "../spans.js";
import type { DocEntity, Extraction } from "../types.js";
import { NOT_HELD, SOUGHT, winsIn } from "./cards.js";
import { kindOfLabel } from "./field-labels.js";
import { numberingLength } from "./fields.js";
import { fits, type Win, winOf } from "./findings.js";
import { fieldsOfLine, type LabelledField } from "./labelled-fields.js";
import { isLevel } from "./levels.js";
import { isHead } from "./list-entries.js";
import { datesOf } from "./noted.js";
import { tiersAndAwardsIn } from "./prizes.js";
import { winsOfFields } from "./records.js";
import { type Round, roundsTold } from "./round-lines.js";
import type { TierName } from "./tiers.js";
import { isPlaceUnit, unitsIn } from "./units.js";
import { worksWin } from "./works.js";

/** A sentence that tells more than a card's line. */
const TELLS = gated(/[^。]{12,80}，[^。]{4,80}。|[。！？][^。]{24,80}。/);
/** 某公司车间主任，2021年获某奖章，2022年获某奖。: a post, and then nothing but what was won. */
const HONOURS_OF_OFFICER = gated(
  /^[^，。；]{2,40}[，。；](?:(?:先后|曾|又|并|也|再)?(?:于|在)?(?:19|20)\d\d年[^，。；]{0,6}(?:获|被|荣|当选|入选|摘|捧|拿|夺)[^，。；]{3,40}[，。；]){1,6}$/,
);
/** 荣誉：, 主要荣誉, 获奖记录： on a line of its own. */
const HONOURS = gated(/^[^，。；]{0,6}(?:荣誉|奖项|获奖|殊荣|家底|战绩)[^，。；]{0,4}$/);
/** 正在申报：某奖, 曾入围　…: what a line says first of what it names. */
const LABEL = gated(/^[\u4e00-\u9fa5]{2,8}[：\s]/);
/** 《某某通用技术要求》, “一种某某方法”: what has won. */
const TITLED = gated(/[《“][^《》“”]{4,60}[》”]/);
/** What may stand right behind an award that is held: a mark, 获得者, 称号, 企业, 第三届. */
const ENDS_AWARD = gated(
  /^(?:$|[^\u4e00-\u9fa5]|[获得荣授受第和及与并]|正奖|首[届次批]|称号|殊荣|荣誉|桂冠|奖[项牌状杯]?(?:[^\u4e00-\u9fa5]|$)|提名|评定|蝉联|卓越|连续|组织|个人|企业|单位|团队|集体|班组|入[围选]|[一二三特]等|[金银铜]奖|[一二两三四五六七八九十]届)/,
);
/** 摘得|某奖桂冠 */
const WINS = gated(/[获荣得摘捧夺拿揽评]/);
const LONGEST_LINE = 160;
const LONGEST_LABEL = 8;
const LONGEST_PROSE = 30;
const LONGEST_ASIDE = 60;
const NONE: readonly Win[] = [];
const NO_ROUND: Round = { year: undefined, edition: undefined, tier: undefined };

/** An award told on a line of its own, whose rounds the next lines may give. */
interface Named {
  block: Block;
  award: DocEntity;
  tier: TierName | undefined;
  edition: number | undefined;
  /** The wins that it is if they do not. */
  wins: readonly Win[];
}

/** Reads the lines of one card, below the one that names its bearer. */
export class CardLines {
  readonly told = new Map<Block, readonly Win[]>();
  namesAward = false;
  /** Whether it says of an award that it is sought or was missed. */
  isDenied = false;
  /** Whether it names works that have won: the bearer's part in that is told elsewhere. */
  ofWorks = false;
  private named: Named | undefined;
  /** The round that stands above awards. */
  private round: Round | undefined;
  private readonly fields: LabelledField[] = [];
  private ofFields: Block | undefined;
  /** Whether the next line is of what has not been won. */
  private sought = false;
  /** A label whose value the next line has. */
  private label: LabelledField | undefined;
  private table: Block["table"];

  constructor(
    private readonly x: Extraction,
    readonly bearer: DocEntity,
  ) {}

  /** Whether a block is of the card; its wins are told by `told`. */
  take(block: Block): boolean {
    const { x } = this;
    const { kind, start, end } = block;
    if (end - start > LONGEST_LINE) return this.passes(block);
    if (kind === "table-row" && !this.isOwnTable(block)) return false;
    const from = this.leadEnd(start, end);
    const to = x.norm[end - 1] === "：" ? end - 1 : end;
    if (isLevel(x, { start: from, end: to }) || HONOURS.test(x.norm, from, to)) {
      // 荣誉 and 第三届某奖 on the next line: a level's or a record's label.
      if (isLevel(x, { start: from, end: to }) || !this.takesFields(block)) this.takesLabel(block);
      return true;
    }
    const { sought } = this;
    this.sought =
      end - from <= LONGEST_LABEL && SOUGHT.test(x.norm, from, end) && !mentionsType(x, from, end, "Award");
    // 正在申报 above what is sought.
    if (sought || this.sought) {
      this.flush();
      this.isDenied ||= sought;
      this.told.set(block, NONE);
      return true;
    }
    if (this.takesFields(block)) return true;
    if (mentionsType(x, from, end, "Award")) return this.takesAwards(block, from);
    const rounds = roundsTold(x.norm, { start: from, end });
    if (rounds !== undefined && rounds.length > 0) return this.takesRounds(block, rounds);
    if (kind === "table-row") {
      this.told.set(block, NONE);
      return true;
    }
    return this.passes(block);
  }

  close(): void {
    this.flush();
    if (this.ofFields === undefined) return;
    const wins = winsOfFields(this.x, this.fields, this.bearer);
    this.told.set(this.ofFields, wins);
    if (wins.length > 0) this.namesAward = true;
    this.ofFields = undefined;
  }

  /** Where a line begins behind its number and its level: （1）市级：某奖. */
  private leadEnd(start: number, end: number): number {
    const { x } = this;
    const from = start + numberingLength(x.norm, start, end);
    const colon = indexWithin(x.norm, "：", from, Math.min(end - 1, from + LONGEST_LABEL));
    return colon > 0 && isLevel(x, { start: from, end: colon + 1 }) ? colon + 1 : from;
  }

  private takesLabel(block: Block): void {
    this.flush();
    this.round = undefined;
    this.told.set(block, NONE);
  }

  /** What tells of something else: it goes on behind what is told of the bearer. */
  private passes(block: Block): boolean {
    const { x } = this;
    const { start, end } = block;
    this.flush();
    this.round = undefined;
    // 2023年营业收入：18亿元, taken for a heading, tells of it.
    if (isHead(block) && this.namesAward && indexWithin(x.norm, "：", start, end - 1) < 0) return false;
    if (mentionsType(x, start, end, "Award")) return false;
    if (this.namesAward && end - start > LONGEST_PROSE) return false;
    // 某公司焊工 below a person's name.
    if (end - start <= LONGEST_ASIDE) this.told.set(block, NONE);
    return true;
  }

  /** Whether a table's rows name nobody else who may have won. */
  private isOwnTable({ table }: Block): boolean {
    if (table === undefined || table === this.table) return table !== undefined;
    const others = unitsIn(this.x, table.start, table.end);
    if (others.some((unit) => unit.entity !== this.bearer && !isPlaceUnit(unit))) return false;
    this.table = table;
    return true;
  }

  /** 奖项：某奖, 年份 | 2019: a line of labels that records have. */
  private takesFields(block: Block): boolean {
    const { x, bearer } = this;
    const fields = fieldsOfLine(x, block);
    const [first] = fields;
    const kind = first === undefined ? undefined : kindOfLabel(first.label);
    const { label } = this;
    this.label = undefined;
    // 届次 and 第三届 on the next line.
    if (label !== undefined && kind === undefined) {
      label.start = block.start;
      label.end = block.end;
      this.told.set(block, NONE);
      this.isDenied ||= NOT_HELD.test(x.norm, block.start, block.end);
      if (label.kind !== "award" || !this.tellsMore(label)) return true;
      this.fields.pop();
      return this.takesAwards(block, block.start);
    }
    if (first === undefined) return false;
    // 现状：已被撤销称号 says how it is with the honour told above.
    if (kind === undefined) {
      if (this.ofFields === undefined || mentionsType(x, first.start, first.end, "Award")) return false;
      this.fields.push(first);
      this.told.set(block, NONE);
      return true;
    }
    if (kind === "work" || kind === "maker" || (kind === "winner" && bearer.type !== "Person")) return false;
    // 荣誉：某奖（2019年）；某奖（2021年）
    if (kind === "award" && fields.length === 1 && this.tellsMore(first))
      return this.takesAwards(block, first.start);
    this.flush();
    this.ofFields ??= block;
    if (kind !== "winner") for (const field of fields) this.fields.push(field);
    if (fields.length === 1 && first.start === first.end) this.label = first;
    this.told.set(block, NONE);
    return true;
  }

  /** Whether a field's value names awards of which it tells more than other fields may: several, several rounds, or that none is held. */
  private tellsMore({ start, end }: LabelledField): boolean {
    const { x } = this;
    if (!mentionsType(x, start, end, "Award")) return false;
    if (NOT_HELD.test(x.norm, start, end) || datesOf(x, start, end).length > 1) return true;
    return tiersAndAwardsIn(x, start, end).filter((p) => p.award !== undefined).length > 1;
  }

  private takesAwards(block: Block, from: number): boolean {
    const { x, bearer } = this;
    const { start, end } = block;
    this.flush();
    const label = LABEL.exec(x.norm, start, end)?.[0];
    if (
      (label !== undefined && SOUGHT.test(label)) ||
      (NOT_HELD.test(x.norm, from, end) && indexWithin(x.norm, "；", from, end - 1) < 0)
    ) {
      this.isDenied = true;
      if (!TELLS.test(x.norm, start, end)) this.told.set(block, NONE);
      return true;
    }
    if (
      TELLS.test(x.norm, start, end) &&
      !(bearer.type === "Person" && HONOURS_OF_OFFICER.test(x.norm, start, end))
    )
      return this.passes(block);
    const first = x.mentionsIn(from, end, ["Award"])[0]!;
    const units = unitsIn(x, bearer.type === "Person" ? first.start : from, end);
    // 荣誉：职工某某2020年获某奖: told of others, and by a sentence.
    if (units.some((unit) => unit.entity !== bearer && !isPlaceUnit(unit)))
      return label !== undefined || x.norm[end - 1] === "。";
    const named = tiersAndAwardsIn(x, from, end).filter((p) => p.award !== undefined);
    // 某奖|创奖心得, 某奖|晚会总冠名: of what has to do with it.
    if (
      x.norm[end - 1] !== "。" &&
      named.length > 0 &&
      named.every((p) => !ENDS_AWARD.test(x.norm, p.end, end) && !WINS.test(x.norm, from, p.start))
    ) {
      this.isDenied = true;
      this.told.set(block, NONE);
      return true;
    }
    const wins = this.winsOfParts(block, from) ?? winsIn(x, block, from, bearer);
    const [prize, more] = named;
    this.ofWorks ||= prize?.award !== undefined && worksWin(prize.award) && TITLED.test(x.norm, from, end);
    if (prize?.award !== undefined && more === undefined && wins.every(({ year }) => year === undefined)) {
      const [win] = wins;
      const told = {
        block,
        award: win?.to ?? prize.award,
        tier: win === undefined ? prize.tier : win.tier,
        edition: win?.edition,
        wins,
      };
      if (this.round !== undefined) {
        this.tell(block, this.winsOf(told, [this.round]));
        return true;
      }
      this.named = told;
      this.namesAward = true;
      this.told.set(block, NONE);
      return true;
    }
    this.tell(block, wins);
    return true;
  }

  /** 某奖（2015年）；第八届某奖　正奖 · 2019: the wins of parts that tell of one award and its rounds each, and nothing else. */
  private winsOfParts(block: Block, from: number): Win[] | undefined {
    const { x } = this;
    const wins: Win[] = [];
    for (let start = from; start < block.end; ) {
      const stop = indexWithin(x.norm, "；", start, block.end);
      const end = this.remarkAt(start, stop < 0 ? block.end : stop);
      const [prize, more] = tiersAndAwardsIn(x, start, end).filter((p) => p.award !== undefined);
      const named = x.mentionsIn(start, end, ["Award"]).find(({ entity }) => entity === prize?.award);
      if (prize?.award === undefined || more !== undefined || named === undefined) return undefined;
      const rounds = roundsTold(x.norm, { start, end: named.start }, { start: named.end, end });
      if (rounds === undefined) return undefined;
      for (const win of this.winsOf(
        { block, award: prize.award, tier: prize.tier, edition: undefined, wins },
        rounds,
      ))
        wins.push(win);
      start = stop < 0 ? block.end : stop + 1;
    }
    return wins;
  }

  /** 2017年　某奖|（该奖2018年后不再评选）: where the last bracket begins that tells no round, else the end. */
  private remarkAt(start: number, end: number): number {
    const { norm } = this.x;
    const open = norm[end - 1] === "）" ? norm.lastIndexOf("（", end - 2) : -1;
    return open > start && roundsTold(norm, { start: open, end }) === undefined ? open : end;
  }

  private takesRounds(block: Block, rounds: readonly Round[]): boolean {
    if (this.named === undefined) {
      this.flush();
      this.round = rounds.length === 1 ? rounds[0] : undefined;
      this.told.set(block, NONE);
      return true;
    }
    this.named.wins = NONE;
    this.tell(block, this.winsOf(this.named, rounds));
    return true;
  }

  private winsOf({ block, award, tier, edition }: Named, rounds: readonly Round[]): Win[] {
    const { bearer } = this;
    if (!fits(bearer, award)) return [];
    const all = rounds.length === 0 ? [NO_ROUND] : rounds;
    return all.map((round) =>
      winOf(bearer, award, round.tier ?? tier, round.year, round.edition ?? edition, block, "won/card", 0.85),
    );
  }

  private tell(block: Block, wins: readonly Win[]): void {
    this.namesAward = true;
    this.told.set(block, wins);
  }

  /** Tells the award that was named by itself, if no round followed. */
  private flush(): void {
    const { named } = this;
    this.named = undefined;
    if (named !== undefined && named.wins.length > 0) this.tell(named.block, named.wins);
  }
}
