import { describe, expect, it } from "vitest";
import { conflictingRuns } from "../../src/check/runs.js";
import { checkTotals } from "../../src/check/totals.js";
import type { Finding } from "../../src/check/types.js";
import { conflictingValues } from "../../src/check/values.js";
import { figure } from "./figures.js";

const kinds = (findings: readonly Finding[]) => findings.map((finding) => finding.kind);

describe("conflictingValues", () => {
  it("finds two values for one indicator in one period", () => {
    const findings = conflictingValues([
      figure("商标", 5, { period: "2019" }),
      figure("商标", 6, { period: "2019", document: "b" }),
      figure("商标", 7, { period: "2018" }),
    ]);
    expect(kinds(findings)).toEqual(["contradiction"]);
    expect(findings[0]?.evidence.map((e) => e.document)).toEqual(["a", "b"]);
  });
  it("takes bounds and 约 for what they say", () => {
    const period = "2019";
    const pair = (comparator: string, value: number) =>
      conflictingValues([
        figure("商标", 100, { period }),
        figure("商标", value, { period, comparator, document: "b" }),
      ]);
    expect(pair(">=", 90)).toEqual([]);
    expect(kinds(pair(">=", 110))).toEqual(["contradiction"]);
    expect(pair("<=", 110)).toEqual([]);
    expect(pair("~", 95)).toEqual([]);
    expect(kinds(pair("~", 50))).toEqual(["contradiction"]);
  });
  it("keeps goals, units and subjects apart", () => {
    const period = "2019";
    expect(
      conflictingValues([
        figure("商标", 5, { period }),
        figure("商标", 6, { period, status: "TARGET" }),
        figure("商标", 6, { period, unit: "件" }),
        figure("商标", 6, { period, subject: "city:常州市" }),
      ]),
    ).toEqual([]);
  });
  it("calls undated figures of one month probable, and says nothing of others", () => {
    const pair = (date: string | null) =>
      conflictingValues([figure("商标", 5), figure("商标", 6, { document: "b", date })]);
    expect(kinds(pair("2020-05"))).toEqual(["probable"]);
    expect(pair("2021-01")).toEqual([]);
    expect(pair(null)).toEqual([]);
  });
});

describe("checkTotals", () => {
  const total = (value: number) => figure("保有甲奖及提名奖", value);
  it("finds a total borne out by its parts", () => {
    const findings = checkTotals([figure("甲奖", 2), figure("提名奖", 8), total(10)]);
    expect(kinds(findings)).toEqual(["corroboration"]);
    expect(findings[0]?.reason).toContain("甲奖 2项 + 提名奖 8项 = 10项");
    expect(findings[0]?.evidence).toHaveLength(3);
  });
  it("knows a part by its full name where the total shortens it", () => {
    const named = [figure("甲奖", 2), figure("甲奖提名奖", 8), figure("乙奖", 50), figure("乙奖提名奖", 17)];
    const findings = checkTotals([...named, total(10)]);
    expect(findings.map(({ reason }) => reason)).toEqual([
      expect.stringContaining("甲奖 2项 + 甲奖提名奖 8项 = 10项"),
    ]);
    expect(kinds(checkTotals([...named, total(11)]))).toEqual(["contradiction"]);
  });
  it("finds a total that its parts do not reach", () => {
    expect(kinds(checkTotals([figure("甲奖", 2), figure("提名奖", 7), total(10)]))).toEqual([
      "contradiction",
    ]);
  });
  it("does not take figures from elsewhere for parts that fall short", () => {
    const apart = [figure("甲奖", 2), figure("提名奖", 7), figure("保有甲奖及提名奖", 10, { document: "b" })];
    expect(checkTotals(apart)).toEqual([]);
  });
  it("chooses the part that fits where a name has several, and else says nothing", () => {
    const parts = [figure("甲奖", 2), figure("提名奖", 17), figure("提名奖", 8)];
    expect(kinds(checkTotals([...parts, total(10)]))).toEqual(["corroboration"]);
    expect(checkTotals([...parts, total(11)])).toEqual([]);
  });
});

describe("conflictingRuns", () => {
  const run = (document: string, subject: string, values: readonly number[], gap = 10) => {
    const names = ["国际标准", "国家标准", "行业标准", "团体标准"];
    return values.map((value, i) => {
      const start = 1000 + i * gap;
      return figure(`${document === "a" ? "制修订" : ""}${names[i]}`, value, {
        document,
        subject,
        start,
        end: start + 5,
      });
    });
  };
  const related = (a: string, b: string) =>
    a !== b && [a, b].includes("zone:z") && [a, b].includes("city:株洲市");
  it("finds the one figure in which two documents' runs differ, also of a place and its part", () => {
    const figures = [...run("a", "city:株洲市", [48, 51, 34, 48]), ...run("b", "zone:z", [48, 51, 34, 38])];
    const findings = conflictingRuns(figures, related);
    expect(kinds(findings)).toEqual(["probable"]);
    expect(findings[0]?.reason).toMatch(/制修订团体标准 48项 and 团体标准 38项$/);
  });
  it("says nothing of runs that agree, differ twice, or are of places that have nothing to do with each other", () => {
    const a = run("a", "city:株洲市", [48, 51, 34, 48]);
    expect(conflictingRuns([...a, ...run("b", "zone:z", [48, 51, 34, 48])], related)).toEqual([]);
    expect(conflictingRuns([...a, ...run("b", "zone:z", [48, 51, 35, 38])], related)).toEqual([]);
    expect(conflictingRuns([...a, ...run("b", "city:常州市", [48, 51, 34, 38])], related)).toEqual([]);
  });
  it("takes figures that stand far apart for no run", () => {
    const figures = [...run("a", "zone:z", [48, 51, 34, 48]), ...run("b", "zone:z", [48, 51, 34, 38], 500)];
    expect(conflictingRuns(figures, related)).toEqual([]);
  });
});
