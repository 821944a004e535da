import { CharacterSet } from "../../patterns/character-set.js";
import { gated } from "../../patterns/gated.js";
import type { Block } from "../../types.js";
import type { DocEntity, Extraction } from "../types.js";
import { type DatedPrize, datedPrizes } from "./dated-prizes.js";
import { fits, type Win, winOf } from "./findings.js";
import { joined, PERSONS } from "./item.js";
import { datesOf, type When } from "./noted.js";
import { organizationsIn } from "./organizations.js";
import { bareNames } from "./people.js";
import { tiersAndAwardsIn } from "./prizes.js";
import { tierOfLabel } from "./tier-labels.js";
import { type TierName, tierOfCell } from "./tiers.js";
import { unitsIn } from "./units.js";

/** A record of one honour, each of its lines a label and a value: 单位：甲公司 / 荣誉名称：某奖 / 授予年度：2018. */
export interface Records {
  wins: Win[];
  /** How many blocks they take. */
  length: number;
}

type Label = "winner" | "award" | "tier" | "date" | "aside";

interface Line {
  label: Label;
  /** What the label says. */
  text: string;
  /** Where the value stands. */
  start: number;
  end: number;
}

/** 单位：, 【获奖单位】, 获奖时间: . */
const LABELLED =
  /^\s{0,4}(?:【([\u4e00-\u9fa5]{2,8})】：?|([\u4e00-\u9fa5]{2,8}|[\u4e00-\u9fa5] {1,2}[\u4e00-\u9fa5])[：:])\s{0,4}(?=\S)/;
const LABELS: readonly (readonly [Label, ReturnType<typeof gated>])[] = [
  [
    "aside",
    gated(
      /^(?:推荐|授予|颁发|颁奖|认定|评定|发证|批准|申报|主办|所在|工作|命名|发布|公布)(?:单位|机关|部门|机构|企业)|所属/,
    ),
  ],
  [
    "winner",
    gated(
      /^(?:获奖|获评|获得|受奖|获授|受表彰|被表彰|荣誉|持有|牌匾)?(?:单位|企业|组织|公司|机构|集体|个人|人员|主体|对象|学校|医院)(?:名称|全称)?$|^(?:获奖|获得|持有|受奖|获评|得奖|获授|领奖|受表彰)[者人](?:姓名)?$|^姓名$|^人物$|^得主$/,
    ),
  ],
  ["tier", gated(/^(?:获奖|奖项|奖励|评定)?(?:等级|等次|奖级|档次|奖别|奖次)$/)],
  [
    "date",
    gated(
      /^(?:授予|获奖|获评|认定|颁发|评定|获得|获授|授奖|得奖|受奖|表彰|入选|授牌|批准|公布|评选|命名|发证|颁奖)?(?:年度|年份|时间|日期|届次|批次|届别)$/,
    ),
  ],
  [
    "award",
    gated(
      /^(?:所获|获得|获奖|授予|获评|主要|个人|曾获|历年){0,2}(?:荣誉|奖项|称号|荣誉称号|奖励|奖牌|奖名|名称)(?:名称)?$/,
    ),
  ],
];
const NAMES = gated(/姓名$|^人物$/);
const DATED = gated(/(?:19|20)\d\d/);
/** What says that the honour is not held. */
const NOT_HELD = gated(/未获|未申报|未通过|撤销|取消|申报中|公示|候选|拟|培育|落选|空缺|退出/);
const NAME = gated(/^名称$/);
const SAME = gated(/^(?:同上|同前)/);
const BEGINS = new CharacterSet("：:】");
const NO_BLANKS = /\s/g;
/** How many lines from a person's name the lines may stand that tell of that one. */
const NEAR = 2;
/** A label has no more characters, with what stands around it. */
const LONGEST_LABEL = 14;
const LONGEST_LINE = 90;

/** The records that begin with the i-th block; undefined where none does, or where they tell nothing of when or in which tier. */
export function recordsAt(x: Extraction, i: number): Records | undefined {
  const { blocks } = x;
  const lines: Line[] = [];
  let dated = false;
  let awards = 0;
  let winners = 0;
  for (let j = i; j < blocks.length; j++) {
    const line = lineOf(x, blocks[j]!);
    if (line === undefined) break;
    if (line.label === "award") awards++;
    if (line.label === "date" || line.label === "tier") dated = true;
    if (line.label === "winner") winners++;
    // 姓名：某某 above 荣誉：某某工匠（2019年）: the honours of a card with their own dates.
    if (line.label === "award" && winners > 0 && DATED.test(x.norm, line.start, line.end)) dated = true;
    lines.push(line);
  }
  // 姓名：某某 above 单位：某公司: whose employee that is.
  for (let k = 0; k < lines.length; k++) {
    const line = lines[k]!;
    const near = lines.slice(Math.max(0, k - NEAR), k + NEAR + 1);
    if (line.label === "winner" && !NAMES.test(line.text) && near.some(({ text }) => NAMES.test(text)))
      line.label = "aside";
  }
  if (lines.length < 3 || awards === 0 || !dated) return undefined;
  const reader = new Reader(x);
  const wins = reader.read(lines);
  return wins.length === 0 && !reader.isDenied ? undefined : { wins, length: lines.length };
}

function lineOf(x: Extraction, { kind, start, end }: Block): Line | undefined {
  if (kind === "table-row" || kind === "byline" || kind === "boilerplate" || end - start > LONGEST_LINE)
    return undefined;
  const until = Math.min(end, start + LONGEST_LABEL);
  if (!BEGINS.within(x.norm, start, until)) return undefined;
  const match = LABELLED.exec(x.norm.slice(start, end));
  if (match === null) return undefined;
  const text = (match[1] ?? match[2]!).replace(NO_BLANKS, "");
  const label = LABELS.find(([, pattern]) => pattern.test(text))?.[0] ?? "aside";
  return { label, text, start: start + match[0].length, end };
}

/** Reads the lines of records one after the other. */
class Reader {
  private readonly wins: Win[] = [];
  private winner: Line | undefined = undefined;
  private award: Line | undefined = undefined;
  /** Which of both a record begins with. */
  private head: Label | undefined = undefined;
  private tier: TierName | undefined = undefined;
  private when: When[] = [];
  private held = true;
  /** Whether one of the records says that its honour is not held. */
  isDenied = false;

  constructor(private readonly x: Extraction) {}

  read(lines: readonly Line[]): Win[] {
    for (const line of lines) this.take(line);
    this.close();
    return this.wins;
  }

  private take(line: Line): void {
    const { x } = this;
    const { label, start, end } = line;
    if (NOT_HELD.test(x.norm, start, end) && label !== "winner") {
      this.held = false;
      this.isDenied = true;
    }
    switch (label) {
      case "award":
        // 名称：某合作社
        if (this.namesAward(line)) this.begin(label, line);
        else if (NAME.test(line.text) && this.namesOrganization(line)) this.begin("winner", line);
        return;
      case "winner":
        this.begin(label, line);
        return;
      case "tier":
        // 奖次：某市市长质量奖（提名）
        if (this.namesAward(line)) {
          this.begin("award", line);
          return;
        }
        this.tier = tierOfCell(x.norm.slice(start, end).trim()) ?? tierOfLabel(x.norm.slice(start, end));
        return;
      case "date":
        // 授奖时间：同上
        this.when = SAME.test(x.norm, start, end)
          ? this.last
          : joined([...this.when, ...datesOf(x, start, end)]);
        return;
      default:
    }
  }

  /** The dates of the record before. */
  private last: When[] = [];

  private begin(label: "winner" | "award", line: Line): void {
    if (this[label] !== undefined) this.close(label);
    this.head ??= label;
    this[label] = line;
  }

  private namesOrganization({ start, end }: Line): boolean {
    return organizationsIn(this.x, { start, end }) !== undefined;
  }

  private namesAward({ start, end }: Line): boolean {
    return tiersAndAwardsIn(this.x, start, end).some((p) => p.award !== undefined);
  }

  /** A record ends; the head of the next one begins it anew, else what heads this one goes on. */
  private close(next?: Label): void {
    const { winner, award } = this;
    if (winner !== undefined && award !== undefined && this.held) this.confer(winner, award);
    this.tier = undefined;
    if (this.when.length > 0) this.last = this.when;
    this.when = [];
    this.held = true;
    if (next === undefined || next !== this.head) return;
    this.winner = undefined;
    this.award = undefined;
  }

  private confer(winner: Line, award: Line): void {
    const prizes = tiersAndAwardsIn(this.x, award.start, award.end).filter((p) => p.award !== undefined);
    for (const prize of datedPrizes(this.x, prizes, award.start, award.end))
      for (const from of this.bearersOf(winner, prize.award))
        if (fits(from, prize.award)) this.push(from, prize, winner, award);
  }

  private push(from: DocEntity, prize: DatedPrize, winner: Line, award: Line): void {
    const told = this.when.length > 0 ? this.when : prize.when;
    const span = { start: Math.min(winner.start, award.start), end: Math.max(winner.end, award.end) };
    for (const { year, edition } of told) {
      const round = edition ?? prize.prize.edition;
      this.wins.push(winOf(from, prize.award, this.tier ?? prize.tier, year, round, span, "won/record", 0.9));
    }
  }

  private bearersOf({ start, end, text }: Line, award: DocEntity): DocEntity[] {
    const { x } = this;
    const units = unitsIn(x, start, end).map((u) => u.entity);
    if (units.length > 0) return units;
    const persons = PERSONS.test(award.name) || NAMES.test(text) ? personsAt(x, start, end) : undefined;
    if (persons !== undefined) return persons;
    return (organizationsIn(x, { start, end }) ?? []).map((o) => o.entity);
  }
}

/** The persons that a value is the names of; undefined where it is anything else. */
export const personsAt = (x: Extraction, from: number, to: number): DocEntity[] | undefined =>
  bareNames(x.norm, from, to, true)?.map(({ start, end }) =>
    x.entity("Person", x.norm.slice(start, end).replace(NO_BLANKS, ""), {
      start,
      end,
      rule: "won/listed-person",
    }),
  );
