import { SURNAMES } from "../../lexicon/surnames.js";
import type { Block } from "../../types.js";
import type { DocEntity, Extraction } from "../types.js";
import { fits, type Win } from "./findings.js";
import { takenBack } from "./guards.js";
import { type Heading, prizesOf } from "./structure.js";
import { type TierName, tierAt, tierOfCell } from "./tiers.js";
import { isAchievement, POST, type Unit, unitsIn } from "./units.js";
import { editionsIn, yearsIn } from "./when.js";

const NUMBERING =
  /^\s*(?:[（(][一二三四五六七八九十\d]{1,3}[）)]|\d{1,3}\s?[.、．)）]|[①-⑳]|[一二三四五六七八九十]{1,3}、|[-•·●◆■★☆])?\s*/;
const LABEL = /^([^：，。；]{1,30})：\s*/;
const DATE_LABEL = /^(?:[首第][一二三四五六七八九十\d]*[届批]|(?:19|20)\d\d年?度?|[（）、\s])+$/;
const LEFT =
  /^(?:[\s、；，。和与及暨—\-·/|“”]|等?[\d一二三四五六七八九十]+[家个名项]?(?:企业|组织|单位|个人)?|以及|男|女|(?:19|20)\d\d年?度?|[首第][一二三四五六七八九十\d]*[届批])*$/;
const VERBS = /申报|入围|未获|止步|落选|建有|承担|位于|成立|前身|创建|为|是|拟|未/;

export interface RollLine {
  wins: Win[];
  /** Owners of patents that the line names. */
  owns: { owner: DocEntity; patent: DocEntity; start: number; end: number }[];
  /** An award at the line's end that heads what follows. */
  next: Heading | undefined;
}

/** A date of winning. */
export interface When {
  year: number | undefined;
  edition: number | undefined;
}

/** What a line of a roll of honours says under its heading; undefined where it is no such line. */
export function rollLine(x: Extraction, block: Block, heading: Heading | undefined): RollLine | undefined {
  const { norm } = x;
  let from = block.start + NUMBERING.exec(norm.slice(block.start, block.end))![0].length;
  let to = block.end;
  if (norm[to - 1] === "。") to--;
  if (to - from > 400 || to <= from) return undefined;
  const inner = norm.indexOf("。", from);
  if (inner >= 0 && inner < to) return undefined;
  let award = heading?.award;
  let tier = heading?.tier;
  let own: When[] = [];

  const trailing = trailingHeading(x, from, to, block);
  if (trailing !== undefined) to = trailing.at;

  const label = LABEL.exec(norm.slice(from, to));
  if (label !== null) {
    const end = from + label[1]!.length;
    const prize =
      /奖|号|业|手|范/.test(label[1]!) || x.mentionsIn(from, end, ["Award"]).length > 0
        ? prizesOf(x, from, end)[0]
        : undefined;
    if (prize !== undefined) {
      if (prize.kind === "award") {
        award = prize.award;
        tier = prize.tier;
        own = datesOf(x, from, end);
      } else tier = prize.tier;
    } else if (DATE_LABEL.test(label[1]!)) own = datesOf(x, from, end);
    else if (tierAt(norm, from) !== undefined) tier = tierAt(norm, from)!.tier;
    else if (heading === undefined || label[1]!.length > 14) return undefined;
    from += label[0].length;
  }
  if (award === undefined) return undefined;
  // 2019年　某公司: a date before the name without a colon.
  const dated = /^(?:(?:19|20)\d\d年?度?|[首第][一二三四五六七八九十\d]*[届批]|[（）])+[\s，]+/.exec(
    norm.slice(from, to),
  );
  if (dated !== null) {
    own = datesOf(x, from, from + dated[0].length);
    from += dated[0].length;
  }
  const parts = partsOf(x, from, to, award);
  if (parts === undefined) return undefined;
  // The authority that signs below the list.
  const [only] = parts;
  if (
    label === null &&
    parts.length === 1 &&
    only!.note === undefined &&
    only!.winners.every((w) => w.type === "GovernmentBody")
  )
    return undefined;

  const line: RollLine = { wins: [], owns: [], next: trailing?.heading };
  const fallback: When[] =
    own.length > 0
      ? own.map((d) => ({
          year: d.year,
          edition:
            d.edition ?? (d.year === undefined || heading?.years.length ? undefined : heading?.edition),
        }))
      : (heading?.years.length ?? 0) > 0 && heading?.award === award
        ? heading!.years.map((year) => ({ year, edition: heading!.edition }))
        : [{ year: undefined, edition: heading?.award === award ? heading!.edition : undefined }];
  for (const part of parts) {
    const noted = part.note === undefined ? [] : datesOf(x, part.note.start, part.note.end);
    const when =
      noted.length > 0
        ? noted.map((d) => ({
            year: d.year,
            edition: d.edition ?? (heading?.award === award ? heading?.edition : undefined),
          }))
        : fallback;
    const partTier =
      (part.note && tierOfCell(norm.slice(part.note.start, part.note.end).replace(/.*[，、]/, ""))) ?? tier;
    for (const winner of part.winners) {
      if (!fits(winner, award)) continue;
      for (const { year, edition } of when)
        line.wins.push({
          from: winner,
          to: award,
          tier: partTier,
          year,
          edition,
          start: block.start,
          end: block.end,
          rule: "won/roll",
          confidence: 0.9,
        });
    }
    if (part.patent !== undefined)
      for (const owner of part.owners)
        line.owns.push({ owner, patent: part.patent, start: block.start, end: block.end });
  }
  return line.wins.length === 0 ? undefined : line;
}

interface Part {
  winners: DocEntity[];
  patent?: DocEntity | undefined;
  owners: DocEntity[];
  note: { start: number; end: number } | undefined;
}

/** The winners of a line: units with their brackets, a title —— its makers, or a title（its makers，year）. */
function partsOf(x: Extraction, from: number, to: number, award: DocEntity): Part[] | undefined {
  const { norm } = x;
  const text = norm.slice(from, to);
  const units = unitsIn(x, from, to);
  const dash = /^([^—：。]{4,60})(?:——|—|：)(?=.)/.exec(text);
  if (
    dash !== null &&
    !/\d年|日$/.test(dash[1]!) &&
    LEFT.test(between(norm, from + dash[0].length, to, units)) &&
    units.length > 0 &&
    units[0]!.start >= from + dash[0].length
  ) {
    const title = titleOf(x, from, from + dash[1]!.length, award);
    const makers = units.filter((u) => !isAchievement(u)).map((u) => u.entity);
    return title === undefined
      ? undefined
      : [
          {
            winners: [title, ...makers],
            patent: title.type === "Patent" ? title : undefined,
            owners: makers,
            note: undefined,
          },
        ];
  }
  const bracket = /^([^（）。]{5,60})（([^（）]{4,80})）$/.exec(text);
  const outside = units.filter((u) => u.start < from + (bracket?.[1]?.length ?? 0));
  if (bracket !== null && outside.every(isAchievement)) {
    const start = from + bracket[1]!.length + 1;
    const makers = x.mentionsIn(start, to - 1, ["Company", "Institution", "Person"]).map((m) => m.entity);
    const title = makers.length > 0 ? titleOf(x, from, start - 1, award) : undefined;
    if (title !== undefined)
      return [
        {
          winners: [title, ...makers],
          patent: title.type === "Patent" ? title : undefined,
          owners: makers,
          note: { start, end: to },
        },
      ];
  }
  if (units.length === 0) {
    const person = personOf(x, from, to);
    const last = /（([^（）]*[年届批][^（）]*)）$/.exec(text);
    const note = last === null ? undefined : { start: to - last[1]!.length - 1, end: to - 1 };
    return person === undefined ? undefined : [{ winners: [person], owners: [], note }];
  }
  return restOf(norm, from, to, units) ? units.map((unit) => partOf(norm, unit, to)) : undefined;
}

/** 周某某（某公司总工程师）, 周某某　某车间主任: a person whom only the line itself makes one. */
export function personOf(x: Extraction, from: number, to: number): DocEntity | undefined {
  const match = /^\s*([\u4e00-\u9fa5]{2,4})(?:（([^）]*)）|[\s，]+(\S.*)|\s*)$/.exec(x.norm.slice(from, to));
  if (match === null || !SURNAMES.has(match[1]![0]!)) return undefined;
  const about = match[2] ?? match[3] ?? "";
  if (match[1]!.length > 3 || !(POST.test(about) || /公司|集团|大学|研究院|医院|学校/.test(about)))
    return undefined;
  const start = from + x.norm.slice(from, to).indexOf(match[1]!);
  const end = start + match[1]!.length;
  return x.entity("Person", match[1]!, { start, end, rule: "won/person" });
}

function partOf(norm: string, unit: Unit, to: number): Part {
  let start = unit.end - unit.note.length - 1;
  let end = unit.end - 1;
  if (unit.note === "" || !/[年届批奖]/.test(unit.note)) {
    // 某某，某公司董事长（2020年）: the bracket stands at the line's end.
    const last = /（([^（）]*)）$/.exec(norm.slice(unit.end, to));
    if (
      last !== null &&
      /[年届批奖]/.test(last[1]!) &&
      !/[、；]/.test(norm.slice(unit.end, to - last[0].length).replace(/（[^（）]*）/g, ""))
    ) {
      start = to - last[1]!.length - 1;
      end = to - 1;
    } else {
      // 某公司 2022年: a date without brackets.
      const bare = /^[\s，]*((?:(?:19|20)\d\d年?度?|[首第][一二三四五六七八九十\d]*[届批]|[、，\s])+)$/.exec(
        norm.slice(unit.end, to),
      );
      const note = bare === null ? undefined : { start: to - bare[1]!.length, end: to };
      return { winners: [unit.entity], owners: [], note };
    }
  }
  return /前身|成立|简称|下称|原/.test(norm.slice(start, end))
    ? { winners: [unit.entity], owners: [], note: undefined }
    : { winners: [unit.entity], owners: [], note: { start, end } };
}

/** The text of [from, to) without units and brackets. */
function between(norm: string, from: number, to: number, units: readonly Unit[]): string {
  let rest = "";
  let at = from;
  for (const unit of units) {
    if (unit.end <= from) continue;
    rest += norm.slice(at, Math.max(at, unit.start));
    at = Math.max(at, unit.end);
  }
  return (rest + norm.slice(at, to)).replace(/（[^（）]*）/g, "");
}

/** Whether nothing but separators, brackets and posts is left of the line without its units. */
function restOf(norm: string, from: number, to: number, units: readonly Unit[]): boolean {
  let rest = "";
  let at = from;
  for (const unit of units) {
    rest += norm.slice(at, Math.max(at, unit.start));
    at = Math.max(at, unit.end);
  }
  const tail = norm.slice(at, to).replace(/（[^（）]*）/g, "");
  const before = rest.replace(/（[^（）]*）/g, "");
  if (LEFT.test(before) && LEFT.test(tail)) return true;
  // 某某　某公司党委书记、总工程师; 某公司　首席技师　某某.
  const left = before + tail;
  return (
    units.length === 1 &&
    units[0]!.entity.type === "Person" &&
    left.length <= 40 &&
    !/[。；：的了]|有(?!限)/.test(left) &&
    !VERBS.test(left) &&
    !takenBack(left)
  );
}

function titleOf(x: Extraction, from: number, to: number, award: DocEntity): DocEntity | undefined {
  const marks = /^[\s“《]*/.exec(x.norm.slice(from, to))![0].length;
  const start = from + marks;
  const end = to - /[\s”》]*$/.exec(x.norm.slice(start, to))![0].length;
  const name = x.text.slice(start, end);
  if (name.length < 5 || /[，。；]/.test(name)) return undefined;
  const type = /专利/.test(award.name) ? "Patent" : "Initiative";
  return (
    x.mentionsIn(start, end, [type])[0]?.entity ??
    x.entity(type, name, { start, end, rule: "won/achievement" })
  );
}

/** 第二届、2016年; 2013年、2018年; 2015年: what a bracket or label says of when, paired where it gives both. */
export function datesOf(x: Extraction, from: number, to: number): When[] {
  const editions = editionsIn(x.norm, from, to);
  let years: { year: number }[] = yearsIn(x.norm, from, to, x.year);
  const bare = [...x.norm.slice(from, to).matchAll(/(?<!\d)((?:19|20)\d\d)(?!\d)(?!年?(?:设立|成立|前))/g)];
  if (bare.length > years.length) years = bare.map((m) => ({ year: Number(m[1]) }));
  if (years.length === 0) return editions.map(({ edition }) => ({ year: undefined, edition }));
  return years.map(({ year }, i) => ({
    year,
    edition:
      editions.length === years.length
        ? editions[i]!.edition
        : editions.length === 1 && years.length === 1
          ? editions[0]!.edition
          : undefined,
  }));
}

/** A roll line that a reader joined with the heading after it: 某公司（2015年） 某省省长质量奖. */
function trailingHeading(
  x: Extraction,
  from: number,
  to: number,
  block: Block,
): { at: number; heading: Heading } | undefined {
  if (x.mentionsIn(from, to, ["Award"]).length === 0) return undefined;
  const last = prizesOf(x, from, to).at(-1);
  if (last?.kind !== "award" || last.end !== to || !/\s$/.test(x.norm.slice(from, last.start)))
    return undefined;
  return {
    at: last.start,
    heading: {
      award: last.award,
      tier: last.tier as TierName | undefined,
      edition: last.edition,
      years: last.years,
      block,
    },
  };
}
