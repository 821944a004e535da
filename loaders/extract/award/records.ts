import { gated } from "../../patterns/gated.js";
import type { Block } from "../../types.js";
import { mentionsType } from "../spans.js";
import type { DocEntity, Extraction } from "../types.js";
import { TIER_IN } from "./cell-pieces.js";
import { datedPrizes } from "./dated-prizes.js";
import { type FieldKind, kindOfLabel, tells } from "./field-labels.js";
import { numberingLength } from "./fields.js";
import { fits, type Win, winOf } from "./findings.js";
import { type Heading, ofAward, withHeading } from "./heading.js";
import { joined, PERSONS } from "./item.js";
import { fieldsOfLine, fieldsOfTable, type LabelledField } from "./labelled-fields.js";
import { datesOf, type When } from "./noted.js";
import { organizationsIn } from "./organizations.js";
import { bareNames } from "./people.js";
import { tiersAndAwardsIn } from "./prizes.js";
import { awardOfTitle, isAttachedList } from "./structure.js";
import { tierOfLabel } from "./tier-labels.js";
import { type TierName, tierOfCell } from "./tiers.js";
import { isPlaceUnit, unitsIn } from "./units.js";
import { workOf, worksWin } from "./works.js";

/** Records of honours, their fields labelled: 单位：甲公司 / 荣誉名称：某奖 / 授予年度：2018. */
export interface Records {
  wins: Win[];
  /** How many blocks they take. */
  length: number;
  /** What the records name no award for stand below. */
  heading: Heading | undefined;
}

/** What says that the honour is not held. */
const NOT_HELD = gated(
  /未获|未能|未申报|未通过|尚未|撤销|取消|申报中|正在申报|参评未|公示|候选|^拟|培育|落选|空缺|退出/,
);
const NAMES = gated(/姓名$|^人物$/);
const OF_WORK = gated(/项目/);
const ORGANIZED = gated(/单位|企业|组织|公司|机构/);
const GIVES = gated(/(?:政府|[局委厅部会])$/);
const OF_PERSONS = gated(/[者人主]$|姓名|对象|个人|归属/);
const SAME = gated(/^(?:同上|同前|〃)/);
const NO_BLANKS = /\s/g;

/** Blocks asked for one after the other whether records begin with them. */
export class RecordLines {
  /** Up to which block lines with labels are known to be no records, so that none is read twice. */
  private barren = 0;

  constructor(private readonly x: Extraction) {}

  /** The records that begin with the i-th block, below a heading or one whom they are of; undefined where none does. */
  at(i: number, open: Heading | undefined): Records | undefined {
    if (i < this.barren) return undefined;
    const run = runAt(this.x, i, open?.award !== undefined && worksWin(open.award));
    const records = run.length === 0 ? undefined : recordsOf(this.x, i, run, open);
    if (records === undefined) this.barren = run.end;
    return records;
  }
}

/** Lines with labelled fields, one after the other. */
interface Run {
  fields: readonly LabelledField[];
  /** How many blocks up to the last with a label that records have. */
  length: number;
  /** The block behind the last line. */
  end: number;
}

function runAt(
  x: Extraction,
  i: number,
  /** Whether lines without a label may be the titles of works, above whose they are. */
  ofWorks: boolean,
): Run {
  const { blocks } = x;
  const fields: LabelledField[] = [];
  let length = 0;
  let j = i;
  for (; j < blocks.length; j++) {
    const block = blocks[j]!;
    if ((j > i && nameOn(x, block) > 0) || isAttachedList(x, block)) break;
    let found = fieldsOfLine(x, block);
    if (found.length === 0 && j > i && j + 1 < blocks.length && fieldsOfLine(x, blocks[j + 1]!).length > 0)
      found = fieldsOfLine(x, block, true);
    if (found.length === 0 && ofWorks && j + 1 < blocks.length) found = titleAbove(x, block, blocks[j + 1]!);
    if (found.length === 0) break;
    const last = found.at(-1)!;
    // 获奖单位 on a line of its own: the next one has the value.
    const below = blocks[j + 1];
    if (found.length === 1 && last.start === last.end && below !== undefined && below.cells === undefined) {
      if (fieldsOfLine(x, below).length === 0) {
        last.start = below.start;
        last.end = below.end;
        j++;
      }
    }
    for (const field of found) fields.push(field);
    // Labels of no record belong to it only among others.
    if (found.some(({ label }) => kindOfLabel(label) !== undefined)) length = j + 1 - i;
  }
  return { fields, length, end: j };
}

/** 某某技术 above 完成单位：甲公司　等级：一等奖: as with a label of its own. */
function titleAbove(x: Extraction, { start, end, kind }: Block, below: Block): LabelledField[] {
  if (end - start > LONGEST_LEAD || kind === "heading" || kind === "title") return [];
  const [first, ...more] = fieldsOfLine(x, below);
  const tells = first?.kind === "maker" && more.some((field) => field.kind === "tier");
  const from = start + numberingLength(x.norm, start, end);
  return tells ? [{ label: "成果", kind: "work", start: from, end }] : [];
}

function recordsOf(
  x: Extraction,
  i: number,
  { fields, length }: Run,
  open: Heading | undefined,
): Records | undefined {
  const { blocks } = x;
  if (fields.some((field) => tells(field.kind) && isSentence(x, field))) return undefined;
  const holder = holderOf(x, blocks[i - 1]);
  const names = fields.some(({ kind, start, end }) => mayName(kind) && mentionsType(x, start, end, "Award"));
  const heading = names ? open : leadAbove(x, holder === undefined ? i : i - 1, open);
  const award = heading?.award ?? (names ? undefined : awardOfTitle(x));
  if (
    !tellTwice(fields) &&
    !(holder !== undefined && (names || award !== undefined) && fields.some((f) => tells(f.kind)))
  )
    return undefined;
  const reader = new Reader(x, heading?.award === award ? heading : ofAward(award, {}, blocks[i]!), holder);
  const wins = reader.read(fields);
  return wins.length === 0 && !reader.isDenied ? undefined : { wins, length, heading };
}

/** 荣誉　某某堂还拿过某奖，那是2017年。: a sentence that says of whom it tells. */
const isSentence = ({ norm }: Extraction, { start, end }: LabelledField): boolean =>
  SAYS_WHO.test(norm, start, end);
const SAYS_WHO = gated(
  /^\s?[\u4e00-\u9fa5]{2,20}?(?:还|也|又|曾|就|已|先后|则)[^，。；获]{0,12}(?:获|[拿得捧摘夺][得到过回下了])/,
);

/** What fields tell of their holder that stand below its name. */
export const winsOfFields = (x: Extraction, fields: readonly LabelledField[], holder: DocEntity): Win[] =>
  new Reader(x, undefined, holder).read(fields);

/** The records of a table whose first column are labels; undefined where they are none. */
export function recordsOfTable(
  x: Extraction,
  rows: readonly Block[],
  heading: Heading | undefined,
  before: Block | undefined,
): Win[] | undefined {
  const records = fieldsOfTable(rows);
  if (records.length === 0) return undefined;
  const holder = holderOf(x, before);
  const wins = records.flatMap((fields) => new Reader(x, heading, holder).read(fields));
  return wins.length === 0 ? undefined : wins;
}

/** The heading of records that name no award: the one above, or else what the line before them names. */
export function leadAbove(x: Extraction, i: number, heading: Heading | undefined): Heading | undefined {
  if (heading?.award !== undefined) return heading;
  const before = x.blocks[i - 1];
  if (before === undefined || before.end - before.start > LONGEST_LEAD) return heading;
  const [prize, more] = tiersAndAwardsIn(x, before.start, before.end);
  if (prize?.award === undefined || more !== undefined || NOT_HELD.test(x.norm, before.start, before.end))
    return heading;
  return ofAward(prize.award, {}, before);
}
const LONGEST_LEAD = 80;

/** 董事长：某某（2016年获某称号）: whether a line among those of a record tells a win that is none of the record's. */
export const tellsMore = (x: Extraction, block: Block): boolean =>
  block.cells === undefined &&
  mentionsType(x, block.start, block.end, "Award") &&
  fieldsOfLine(x, block).every(({ label }) => kindOfLabel(label) === undefined);

/** 记录一, 【二】, 档案 03: what only parts records. */
const IS_NUMBER = gated(
  /^[【〔（([]?(?:第|记录|档案|卡片|案例|得主|样本|条目|名片|[Nn][Oo]\.)?\s?[一二三四五六七八九十\d]{1,3}(?:号|条|例|张)?[】〕）)\]]?$/,
);
export const isRecordNumber = ({ norm }: Extraction, { start, end }: Block): boolean =>
  end - start <= 10 && IS_NUMBER.test(norm, start, end);

/** 奖项：某奖, 奖次：某市市长质量奖（提名）: the fields that may name an award; 备注：某奖得主 is another matter. */
const mayName = (kind: FieldKind): boolean => kind === "award" || kind === "either" || kind === "tier";

/** Whether fields say two things of a win. */
function tellTwice(fields: readonly LabelledField[]): boolean {
  const [first] = fields;
  if (first === undefined) return false;
  const one = fields.find(({ kind }) => tells(kind))?.kind;
  return fields.some(({ kind }) => tells(kind) && kind !== one);
}

/** The one whom the line right above records names, and nothing else: 1.甲公司. */
function holderOf(x: Extraction, above: Block | undefined): DocEntity | undefined {
  if (above === undefined || above.kind === "table-row" || above.end - above.start > 44) return undefined;
  // （二）服务业：甲公司；
  if (fieldsOfLine(x, above).length > 0) return undefined;
  const [unit, more] = unitsIn(x, above.start, above.end);
  if (unit === undefined || unit.start > above.start + 1) return personOn(x, above);
  if (more !== undefined || isPlaceUnit(unit) || unit.generic) return undefined;
  return (unit.end - unit.start) * 2 > above.end - above.start ? unit.entity : undefined;
}

/** 金某某　｜　某区: the person whose bare name begins the line above records. */
function personOn(x: Extraction, block: Block): DocEntity | undefined {
  const length = nameOn(x, block);
  return length === 0 ? undefined : personsAt(x, block.start, block.start + length, false)?.[0];
}

/** How long the bare name is with which such a line begins; 0 for other lines. */
function nameOn(x: Extraction, { start, end }: Block): number {
  const length = NAME_AND_PLACE.exec(x.norm, start, end)?.[1]?.length ?? 0;
  return length > 0 &&
    x.mentionsIn(start, start + length).length === 0 &&
    bareNames(x.norm, start, start + length, false) !== undefined
    ? length
    : 0;
}
const NAME_AND_PLACE = gated(/^([\u4e00-\u9fa5]{2,4})\s?[｜|·/]\s?[\u4e00-\u9fa5]{2,12}$/);

/** Reads the fields of records one after the other. */
class Reader {
  private readonly wins: Win[] = [];
  /** Whether one of the records says that its honour is not held. */
  isDenied = false;

  constructor(
    private readonly x: Extraction,
    private readonly heading: Heading | undefined,
    private readonly holder: DocEntity | undefined,
  ) {}

  /** A label that comes again begins the next record; what stood before its first field goes for that too. */
  read(fields: readonly LabelledField[]): Win[] {
    let record: LabelledField[] = [];
    const last = new Map<string, LabelledField>();
    for (const given of fields) {
      // 授奖时间：同上
      const field = SAME.test(this.x.norm, given.start, given.end) ? (last.get(given.label) ?? given) : given;
      last.set(field.label, field);
      const again = record.findIndex(({ label }) => label === field.label);
      if (again >= 0) {
        this.close(record);
        record = record.slice(0, again);
      }
      record.push(field);
    }
    this.close(record);
    return this.wins;
  }

  private close(record: readonly LabelledField[]): void {
    const { x } = this;
    const winners: LabelledField[] = [];
    const awards: LabelledField[] = [];
    let tier: TierName | undefined;
    let when: When[] = [];
    for (const field of record) {
      const { kind, label, start, end } = field;
      const names = mayName(kind) && mentionsType(x, start, end, "Award");
      if (
        kind !== "winner" &&
        !names &&
        NOT_HELD.test(x.norm, start, end) &&
        !this.isOfOthers(field, record)
      ) {
        this.isDenied = true;
        return;
      }
      if (names) awards.push(field);
      else if (
        kind === "winner" ||
        (kind === "either" && !(GIVES.test(x.norm, start, end) && label !== "名称"))
      )
        winners.push(field);
      else if (kind === "tier" || kind === "award") tier ??= this.tierOf(field);
      else if (kind === "date") {
        when = joined([...when, ...datesOf(x, start, end)]);
        const word = TIER_IN.exec(x.norm.slice(start, end))?.[0];
        if (word !== undefined) tier ??= tierOfLabel(word);
      }
    }
    const prizes = this.prizesOf(awards);
    const bearers = this.worksOf(record, prizes) ?? this.bearersOf(winners, awards);
    if (bearers.length === 0) return;
    const span = {
      start: Math.min(...record.map((f) => f.start)),
      end: Math.max(...record.map((f) => f.end)),
    };
    for (const { award, tier: own, when: dates } of prizes) {
      // Several prizes have their own dates beside them.
      const apart = prizes.length > 1 && dates.some(({ year }) => year !== undefined);
      const told = when.length > 0 && !apart ? when : dates;
      const conferred = withEdition(told.length > 0 ? told : [NEVER], dates);
      const whens = conferred.map((one) => withHeading(one, award, this.heading));
      for (const from of bearers)
        if (fits(from, award))
          for (const { year, edition } of whens)
            this.wins.push(winOf(from, award, tier ?? own, year, edition, span, "won/record", 0.9));
    }
  }

  /** 落选项目：丙公司的“某装置”: what stands below the last record tells of somebody else. */
  private isOfOthers({ kind, label, start, end }: LabelledField, record: readonly LabelledField[]): boolean {
    if (kind !== "aside" || kindOfLabel(label) !== undefined) return false;
    const named = unitsIn(this.x, start, end);
    const own = record.filter((field) => field.kind === "winner" || field.kind === "either");
    return (
      named.length > 0 &&
      named.every(
        ({ generic, entity }) =>
          !generic &&
          !own.some((field) => entity.mentions.some((m) => m.start >= field.start && m.end <= field.end)),
      )
    );
  }

  /** 项目：某某技术 / 完成单位：甲公司 / 等级：一等奖: the work and whose it is, under a prize for works. */
  private worksOf(
    record: readonly LabelledField[],
    prizes: readonly { award: DocEntity }[],
  ): DocEntity[] | undefined {
    const [prize] = prizes;
    const titled = record.find(
      ({ kind, label }) => kind === "work" || (kind === "either" && OF_WORK.test(label)),
    );
    if (titled === undefined || prize === undefined || !worksWin(prize.award)) return undefined;
    const work = workOf(this.x, titled);
    if (work === undefined) return undefined;
    const makers = record.filter(({ kind }) => kind === "maker" || kind === "winner");
    return [
      work.entity(prize.award),
      ...work.makers,
      ...makers.flatMap((field) => this.namedIn(field, false)),
    ];
  }

  private tierOf({ start, end }: LabelledField): TierName | undefined {
    const text = this.x.norm.slice(start, end).trim();
    return tierOfCell(text) ?? tierOfLabel(text);
  }

  /** The prizes that a record's fields name, or else that of the heading. */
  private prizesOf(
    awards: readonly LabelledField[],
  ): { award: DocEntity; tier: TierName | undefined; when: When[] }[] {
    const { x, heading } = this;
    if (awards.length === 0) {
      if (heading?.award === undefined) return [];
      const { award, tier, years, edition } = heading;
      const year = years.length === 1 ? years[0] : undefined;
      return [{ award, tier, when: year === undefined && edition === undefined ? [] : [{ year, edition }] }];
    }
    return awards.flatMap(({ start, end }) => {
      const prizes = tiersAndAwardsIn(x, start, end).filter((p) => p.award !== undefined);
      return datedPrizes(x, prizes, start, end);
    });
  }

  private bearersOf(winners: readonly LabelledField[], awards: readonly LabelledField[]): DocEntity[] {
    if (winners.length === 0) return this.holder === undefined ? [] : [this.holder];
    const ofPersons = awards.some(({ start, end }) => PERSONS.test(this.x.norm.slice(start, end)));
    // 姓名：某某 / 单位：某公司: whose he is.
    const named = winners.filter(({ label }) => NAMES.test(label));
    if (named.length > 0) return named.flatMap((field) => this.namedIn(field, true));
    const found = winners.map((field) => this.namedIn(field, ofPersons));
    const persons = found.filter((names) => names.some(({ type }) => type === "Person"));
    if (persons.length > 0 && persons.length < found.length)
      return found.flatMap((names, i) => (ORGANIZED.test(winners[i]!.label) ? [] : names));
    return found.flat();
  }

  private namedIn({ label, start, end }: LabelledField, ofPersons: boolean): DocEntity[] {
    const { x } = this;
    const units = unitsIn(x, start, end).map((u) => u.entity);
    if (units.length > 0) return units;
    const persons = ofPersons || OF_PERSONS.test(label) ? personsAt(x, start, end, ofPersons) : undefined;
    if (persons !== undefined) return persons;
    return (organizationsIn(x, { start, end }) ?? []).map((o) => o.entity);
  }
}

/** The persons that a value is the names of; undefined where it is anything else. */
export const personsAt = (
  x: Extraction,
  from: number,
  to: number,
  /** Whether they are persons by what stands above, whatever their surnames. */
  ofPersons = true,
): DocEntity[] | undefined =>
  bareNames(x.norm, from, to, ofPersons)?.map(({ start, end }) =>
    x.entity("Person", x.norm.slice(start, end).replace(NO_BLANKS, ""), {
      start,
      end,
      rule: "won/listed-person",
    }),
  );

const NEVER: When = { year: undefined, edition: undefined };

/** 第三届某奖 with the year in a field of its own: of that edition. */
const withEdition = (told: readonly When[], own: readonly When[]): readonly When[] =>
  told.length === 1 && told[0]!.edition === undefined && own.length === 1
    ? [{ year: told[0]!.year ?? own[0]!.year, edition: own[0]!.edition }]
    : told;
