import { existsSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { pathToFileURL } from "node:url";
import { describe, expect, it } from "vitest";
import { type Fact, rates, type Score, score } from "../../../loaders/eval/score.js";
import { packageRoot } from "../../../src/core/paths.js";

const entity = (type: string, name: string, more: Partial<Fact> = {}): Fact => ({
  fact: "entity",
  type,
  name,
  ...more,
});
const won = (from: string, to: string, more: Partial<Fact> = {}): Fact => ({
  fact: "relation",
  type: "WON",
  from: { type: "Company", name: from },
  to: { type: "Award", name: to },
  ...more,
});
const figure = (indicator: string, value: number, more: Partial<Fact> = {}): Fact => ({
  fact: "observation",
  subject: { type: "City", name: "临川市" },
  indicator,
  value,
  unit: "件",
  ...more,
});

/** Small documents of our own, with what the contract's scorer says of them. */
const CASES: { name: string; gold: Fact[]; found: Fact[]; groups: Score["groups"] }[] = [
  {
    name: "compares names without white space, quotation marks, brackets' style and case",
    gold: [entity("Company", "x", { name: undefined, names: ["云帆（临川）ABC有限公司"] })],
    found: [entity("Company", "云帆(临川) abc 有限公司")],
    groups: {
      "entity:Company": { tp: 1, fp: 0, fn: 0 },
      entities: { tp: 1, fp: 0, fn: 0 },
      core: { tp: 1, fp: 0, fn: 0 },
    },
  },
  {
    name: "counts a second entity for the same gold one as wrong",
    gold: [entity("Award", "x", { name: undefined, names: ["临川市市长质量奖", "市长质量奖"] })],
    found: [entity("Award", "市长质量奖"), entity("Award", "临川市市长质量奖")],
    groups: {
      "entity:Award": { tp: 1, fp: 1, fn: 0 },
      entities: { tp: 1, fp: 1, fn: 0 },
      core: { tp: 1, fp: 1, fn: 0 },
    },
  },
  {
    name: "an entity's own name counts before its aliases",
    gold: [entity("Company", "甲泵业有限公司"), entity("Company", "乙泵业有限公司")],
    found: [entity("Company", "乙泵业有限公司", { aliases: ["甲泵业有限公司"] })],
    groups: {
      "entity:Company": { tp: 1, fp: 0, fn: 1 },
      entities: { tp: 1, fp: 0, fn: 1 },
      core: { tp: 1, fp: 0, fn: 1 },
    },
  },
  {
    name: "optional facts cost nothing, missed or found",
    gold: [
      entity("City", "临川市", { optional: true }),
      entity("Person", "舒望", { optional: true }),
      won("甲公司", "乙奖", { optional: true }),
    ],
    found: [entity("City", "临川市"), won("甲公司", "乙奖"), won("甲公司", "乙奖")],
    groups: {},
  },
  {
    name: "like titles of initiatives are one",
    gold: [entity("Initiative", "临川市质量强市建设三年行动方案（2024—2026年）")],
    found: [entity("Initiative", "临川市质量强市三年行动方案（2024—2026年）")],
    groups: {
      "entity:Initiative": { tp: 1, fp: 0, fn: 0 },
      entities: { tp: 1, fp: 0, fn: 0 },
      extended: { tp: 1, fp: 0, fn: 0 },
    },
  },
  {
    name: "a relation needs every property that the gold gives; no tier is WINNER",
    gold: [
      won("甲公司", "乙奖", { year: 2019, tier: "WINNER" }),
      won("甲公司", "乙奖", { year: 2021, tier: "NOMINATION" }),
    ],
    found: [won("甲公司", "乙奖", { year: 2019 }), won("甲公司", "乙奖", { year: 2021, tier: "WINNER" })],
    groups: {
      "relation:WON": { tp: 1, fp: 1, fn: 1 },
      relations: { tp: 1, fp: 1, fn: 1 },
      core: { tp: 1, fp: 1, fn: 1 },
      won: { tp: 1, fp: 1, fn: 1 },
    },
  },
  {
    name: "ends of relations go by any name of their entity",
    gold: [
      entity("Company", "x", { name: undefined, names: ["云帆泵业有限公司", "云帆泵业"], optional: true }),
      won("云帆泵业", "乙奖"),
    ],
    found: [entity("Company", "云帆泵业有限公司", { aliases: ["云帆"] }), won("云帆", "乙奖")],
    groups: {
      "relation:WON": { tp: 1, fp: 0, fn: 0 },
      relations: { tp: 1, fp: 0, fn: 0 },
      core: { tp: 1, fp: 0, fn: 0 },
      won: { tp: 1, fp: 0, fn: 0 },
    },
  },
  {
    name: "observations need value, unit, status and period, and a like indicator",
    gold: [
      figure("有效注册商标", 23112, { period: "2019" }),
      figure("驰名商标", 41),
      figure("地理标志", 5, { indicators: ["地理标志商标"], status: "TARGET" }),
    ],
    found: [
      figure("有效注册商标总量", 23112, { period: "2019", status: "ACTUAL" }),
      figure("高企", 41),
      figure("地理标志商标", 5),
    ],
    groups: { observations: { tp: 1, fp: 2, fn: 2 } },
  },
  {
    name: "happenings are not scored",
    gold: [entity("Event", "质量月启动仪式")],
    found: [
      entity("Event", "另一场会"),
      {
        fact: "relation",
        type: "TOOK_PART_IN",
        from: { type: "City", name: "a" },
        to: { type: "Event", name: "b" },
      },
    ],
    groups: {},
  },
];

describe("score", () => {
  for (const { name, gold, found, groups } of CASES)
    it(name, () => {
      expect(score(gold, found).groups).toEqual(groups);
    });

  it("lists misses and extras", () => {
    const { misses, extras } = score(
      [entity("Company", "甲公司"), figure("驰名商标", 41, { status: "ACTUAL" })],
      [won("甲公司", "乙奖", { year: 2020 })],
    );
    expect(misses).toEqual(["- entity Company 甲公司", "- observation 临川市 | 驰名商标 = 41件  ACTUAL"]);
    expect(extras).toEqual(["+ relation WON 甲公司 -> 乙奖 year=2020"]);
  });

  it("gives precision, recall and F1", () => {
    expect(rates({ tp: 3, fp: 1, fn: 2 })).toEqual({
      precision: 0.75,
      recall: 0.6,
      f1: (2 * 0.75 * 0.6) / 1.35,
    });
    expect(rates({ tp: 0, fp: 0, fn: 0 })).toEqual({ precision: 1, recall: 1, f1: 1 });
    expect(rates({ tp: 0, fp: 2, fn: 2 }).f1).toBe(0);
  });
});

const facts = join(packageRoot, "../shared/facts/score.mjs");
describe.skipIf(!existsSync(facts))(
  "score and the contract's own scorer (skipped without ../shared/facts)",
  () => {
    const load = async (): Promise<(gold: unknown[], found: unknown[]) => Score> =>
      (await import(pathToFileURL(facts).href)).score;

    it("agree on the small documents", async () => {
      const theirs = await load();
      for (const { gold, found } of CASES) expect(score(gold, found)).toEqual(theirs(gold, found));
    });

    const gold = join(packageRoot, "../shared/corpus/gold/a3-ningbo-honours.jsonl");
    it.skipIf(!existsSync(gold))("agree on gold files with facts left out, twisted and doubled", async () => {
      const theirs = await load();
      const gold = join(packageRoot, "../shared/corpus/gold/a3-ningbo-honours.jsonl");
      if (!existsSync(gold)) return;
      const all: Fact[] = readFileSync(gold, "utf8")
        .trim()
        .split("\n")
        .map((line) => JSON.parse(line));
      const found = all.flatMap((fact, i): Fact[] => {
        const named = { ...fact, name: fact.name ?? fact.names?.[0] };
        if (i % 5 === 0) return [];
        if (i % 7 === 0) return [named, named];
        if (i % 11 === 0) return [{ ...named, year: 1999, value: 7 }];
        return [named];
      });
      const ours = score(all, found);
      expect(ours).toEqual(theirs(all, found));
      expect(ours.groups.core?.tp).toBeGreaterThan(10);
      expect(ours.groups.core?.fp).toBeGreaterThan(0);
      expect(ours.groups.core?.fn).toBeGreaterThan(0);
    });
  },
);
