import { CharacterSet } from "../../patterns/character-set.js";
import { gated } from "../../patterns/gated.js";
import type { Block } from "../../types.js";
import { indexWithin, mentionsType } from "../spans.js";
import type { DocEntity, Extraction } from "../types.js";
import { datedLines } from "./dated-lines.js";
import { type Entry, entryOf, type Role, type RoledField } from "./entry.js";
import { isOfPlaces } from "./findings.js";
import type { Heading } from "./heading.js";
import { honourBefore } from "./introduced.js";
import { explainsSigns } from "./legend.js";
import { beginsTiers } from "./run-in.js";
import { OF_ABOVE } from "./structure.js";
import { isPlaceUnit } from "./units.js";

/** Nobody won that year; the list goes on. */
export const VACANT = gated(
  /^[^，。；]{0,16}(?:空缺|从缺|轮空)）?$|^[^，。；]{0,16}[：｜|]\s?(?:暂无|暂缺|空白)[^，。；公]{0,10}$/,
);
export const isHead = ({ kind }: Block): boolean => kind === "heading" || kind === "title";

/** How long a line may be that is but a place: （一）某某自治县（12家）：. */
const LONGEST_PLACE = 24;
/** How long a sentence may be that is all that stands between a table and what is above: 某省第五届某奖于2022年12月评出。 */
const LONGEST_ABOVE_TABLE = 60;
const HEADS_THOSE = gated(/(?:：|（?共?[\d一二三四五六七八九十]{1,3}[家个名项]）?：?)$/);

const DASH = new CharacterSet("—－");
const DIGITS = new CharacterSet("0123456789");

export function hasRole(fields: readonly RoledField[], kind: Role["kind"]): boolean {
  for (const field of fields) if (field.kind === kind) return true;
  return false;
}

/** The blocks as entries, read when asked for. */
export class Entries {
  /** Null where there is none; blocks are asked for in order, the next one early. */
  private readonly read: (Entry | null | undefined)[];

  constructor(private readonly x: Extraction) {
    this.read = new Array<Entry | null | undefined>(x.blocks.length).fill(undefined);
  }

  at(i: number): Entry | undefined {
    if (i >= this.read.length) return undefined;
    let entry = this.read[i];
    if (entry === undefined) {
      const { kind, start, end } = this.x.blocks[i]!;
      entry =
        kind === "table-row" || end - start > 420
          ? null
          : (entryOf(this.x, start, end) ??
            behindLead(this.x, start, end) ??
            (kind === "list-item" ? honourBefore(this.x, start, end) : undefined) ??
            null);
      this.read[i] = entry;
    }
    return entry ?? undefined;
  }

  /**
   * Whether a list begins below a line that may lead to it: one that ends in a colon is followed by winners or a table, a sentence by
   * lines that say what these have won (获奖组织：…, 提名奖：…).
   */
  listsBelow(i: number, heading: Heading | undefined): boolean {
    const { norm, blocks } = this.x;
    const { kind, start, end } = blocks[i]!;
    const mark = norm[end - 1];
    if (mark !== "：" && (mark !== "。" || kind !== "paragraph")) return false;
    if (heading?.award === undefined && !mentionsType(this.x, start, end, "Award")) return false;
    let below = blocks[i + 1];
    if (below === undefined) return false;
    // 注：★为正奖。 between it and a table
    if (blocks[i + 2]?.kind === "table-row" && explainsSigns(this.x, below)) below = blocks[i + 2]!;
    if (below.kind === "table-row") return mark === "：" || end - start <= LONGEST_ABOVE_TABLE;
    const fields = this.at(i + 1)?.fields ?? [];
    const [first, second] = fields;
    if (first === undefined) return beginsTiers(this.x, below);
    const { kind: role } = first;
    const labelled = second?.sep === ":" && (role === "label" || role === "tier");
    if (mark === "。") return labelled;
    return (
      labelled ||
      role === "winners" ||
      (role === "tier" && fields.length === 1) ||
      isHead(below) ||
      hasRole(fields, "winners")
    );
  }

  /** Whether the next two lines tell of years, 2013年：甲、乙, or the next is a date above a list: 第四届（2019年） and 正奖：甲. */
  yearsBelow(i: number): boolean {
    return (this.tellsOfYear(i + 1) && this.tellsOfYear(i + 2)) || this.headsRound(i + 1);
  }

  private headsRound(i: number): boolean {
    const block = this.x.blocks[i];
    if (block === undefined || block.kind === "table-row" || block.end - block.start > LONGEST_PLACE)
      return false;
    const fields = this.at(i)?.fields ?? [];
    if (fields.length === 0 || fields.some(({ kind }) => kind !== "date")) return false;
    const [first, second] = this.at(i + 1)?.fields ?? [];
    return (
      first?.kind === "winners" ||
      (second?.sep === ":" && (first?.kind === "tier" || first?.kind === "label"))
    );
  }

  private tellsOfYear(i: number): boolean {
    const block = this.x.blocks[i];
    if (block === undefined || block.kind === "table-row" || !DIGITS.has(this.x.norm.charCodeAt(block.start)))
      return false;
    const fields = this.at(i)?.fields ?? [];
    return fields[0]?.role.kind === "date" && fields[1]?.sep === ":" && fields[1].role.kind === "winners";
  }

  /** Whether a line is but a place, above those there that a list names. */
  headsPlace(i: number): boolean {
    const block = this.x.blocks[i]!;
    const fields = this.at(i)?.fields;
    if (fields?.length !== 1 || block.end - block.start > LONGEST_PLACE) return false;
    const { role } = fields[0]!;
    if (role.kind !== "winners" || role.units.length !== 1 || !isPlaceUnit(role.units[0]!)) return false;
    const below = this.x.blocks[i + 1];
    if (below === undefined || below.kind === "paragraph" || isHead(below)) return false;
    if (!isHead(block) && !HEADS_THOSE.test(this.x.norm, block.start, block.end)) return false;
    return this.at(i + 1)?.units.some((unit) => !isPlaceUnit(unit)) === true;
  }

  /** 2022年：某奖 above 2024年：子公司获评…, 2024年　某县：某试点: each line of a chronicle tells its own. */
  isOfChronicle(i: number): boolean {
    return (
      datedLines(this.x).has(this.x.blocks[i]!) ||
      (isHonour(this.at(i)) && (isHonour(this.at(i + 1)) || (i > 0 && isHonour(this.at(i - 1))))) ||
      (isDatedAward(this.at(i)) && this.at(i + 1)?.fields[0]?.kind === "date")
    );
  }

  /** Whether an award's line is followed by those who won it: lines of winners without an award of their own. */
  headsList(i: number): boolean {
    const block = this.x.blocks[i]!;
    const below = this.x.blocks[i + 1];
    if (below === undefined) return false;
    if (this.isOfChronicle(i)) return false;
    // 一、某奖 over 【2017年】 and 甲公司
    if (isHead(block) && isHead(below) && this.headsRound(i + 1)) return true;
    const { norm } = this.x;
    // 【某奖】 over 优秀贡献奖1项：国家标准《某某》
    if (norm[block.start] === "【" && norm[block.end - 1] === "】" && norm[below.start] !== "【") return true;
    // 【某奖】 over 一等奖空缺 and 二等奖　甲, over 该奖2013年设立，得主如下——
    if (
      VACANT.test(this.x.norm, below.start, below.end) ||
      OF_ABOVE.test(this.x.norm, below.start, Math.min(below.end, below.start + 60))
    )
      return true;
    const next = below.kind === "table-row" ? undefined : this.at(i + 1);
    if (next === undefined) return below.parent === block;
    const { fields } = next;
    const first = fields[0]?.kind;
    // A tier alone on the line below is one of the award's.
    if (fields.length === 1 && first === "tier") return true;
    // 2021年　某奖 below 2019年　某奖: each line has its own.
    if (hasRole(fields, "award")) return false;
    if (isHead(below)) return below.parent === block;
    const labelled = fields[1]?.sep === ":" && first !== "text";
    return labelled || (hasRole(fields, "winners") && first !== "text") || below.parent === block;
  }
}

/** How long the sentence may be that only leads up to an entry. */
const LONGEST_LEAD = 16;

/** （一）强在食品。|甲公司，某奖，第六届；乙公司，某奖，第七届。: the list behind a short sentence that names nobody. */
function behindLead(x: Extraction, start: number, end: number): Entry | undefined {
  const stop = indexWithin(x.norm, "。", start, Math.min(end - 1, start + LONGEST_LEAD));
  if (stop < 0 || !mentionsType(x, stop, end, "Award") || x.mentionsIn(start, stop).length > 0)
    return undefined;
  const entry = entryOf(x, stop + 1, end);
  return entry?.fields[0]?.kind === "winners" &&
    hasRole(entry.fields, "award") &&
    entry.fields.some(({ sep }) => sep === ";") &&
    entry.fields.every(({ kind }) => kind !== "text")
    ? entry
    : undefined;
}

/** Whether a field names titles that places alone have, or no award. */
const isOfPlacesAlone = ({ role }: RoledField): boolean =>
  role.kind !== "award" || role.prizes.every(({ award }) => isOfPlaces(award!.name));
/** Whether a field names who won; 专利：一种某某方法 behind an award is what its owner won with. */
const namesWinner = ({ role }: RoledField): boolean =>
  role.kind === "winners" && role.units.some(({ entity: { type } }) => type !== "Patent");

/** 2022年：某奖, and nothing else; 2009年—2012年（时称某奖） is of all those years. */
function isDatedAward(entry: Entry | undefined): boolean {
  if (entry?.fields.length !== 2 || entry.fields[0]!.kind !== "date") return false;
  const { role, sep } = entry.fields[1]!;
  return role.kind === "award" && !(sep === "-" && role.when.length > 0);
}

/** 某奖　2019年, and nothing else. */
const isHonour = (entry: Entry | undefined): boolean =>
  entry !== undefined &&
  entry.fields.length > 1 &&
  entry.fields.every(({ kind }, i) => (i === 0 ? kind === "award" : kind === "date"));

/** An award with its date, and nobody who has it. */
const isHonourOfOne = (entry: Entry | undefined): boolean =>
  entry !== undefined &&
  hasRole(entry.fields, "award") &&
  entry.fields.every(
    ({ kind, role }) => kind === "date" || (role.kind === "award" && role.prizes.length === 1),
  ) &&
  entry.fields.some(({ kind, role }) => kind === "date" || (role.kind === "award" && role.when.length > 0));

/** Organizations on lines of their own, each above the lines of its honours. */
export class Bearers {
  /** Whose honours the lines below are. */
  current: DocEntity | undefined = undefined;

  constructor(
    private readonly x: Extraction,
    private readonly entries: Entries,
  ) {}

  /** Whether a line names one organization and the next an award: under no award's heading, or after another such. */
  startsAt(i: number, heading: Heading | undefined): boolean {
    const block = this.x.blocks[i]!;
    // A heading is followed by the lines of a ledger: 甲园区 over ——某某示范园区，2018年.
    const below = this.x.blocks[i + 1];
    if (isHead(block) && (below === undefined || !DASH.has(this.x.norm.charCodeAt(below.start))))
      return false;
    if (heading !== undefined && this.current === undefined && !this.honoursBelow(i)) return false;
    const fields = this.entries.at(i)?.fields;
    if (fields === undefined || (fields.length !== 1 && (fields.length !== 2 || fields[1]!.kind !== "post")))
      return false;
    const { role } = fields[0]!;
    // 某某　某公司班长
    if (role.kind !== "winners" || role.units.length !== 1) return false;
    const [unit] = role.units;
    const next = this.entries.at(i + 1)?.fields ?? [];
    if (!hasRole(next, "award") || next.some(namesWinner)) return false;
    const { type } = unit!.entity;
    // Whoever has a ledger's lines below; else organizations, zones and persons.
    if (
      type !== "Company" &&
      type !== "Institution" &&
      type !== "Zone" &&
      type !== "Person" &&
      !next.every(isOfPlacesAlone) &&
      !DASH.has(this.x.norm.charCodeAt(below!.start))
    )
      return false;
    this.current = unit!.entity;
    return true;
  }

  /** Whether the two lines below are honours with their dates, whatever list stands above. */
  private honoursBelow(i: number): boolean {
    return isHonourOfOne(this.entries.at(i + 1)) && isHonourOfOne(this.entries.at(i + 2));
  }
}
