import { describe, expect, it } from "vitest";
import { validateClaims } from "../../schema/derive/validate.js";
import type { Claim } from "../../schema/index.js";

const text = "甲公司获中国质量奖。";
const stated = { evidence: { document: "a", start: 0, end: 3, text: "甲公司" }, rule: "test", confidence: 1 };
const firm = { fact: "entity", type: "Company", name: "甲公司", aliases: [], mentions: 1, ...stated };
const award = { ...firm, type: "Award", name: "中国质量奖" };
const won = {
  fact: "relation",
  type: "WON",
  from: { type: "Company", name: "甲公司" },
  to: { type: "Award", name: "中国质量奖" },
  year: 2015,
  tier: "WINNER",
  ...stated,
};
const issuesOf = (...claims: object[]) =>
  validateClaims(claims as Claim[], text).map((issue) => [issue.claim, issue.code, issue.path]);

describe("validateClaims", () => {
  it("finds nothing wrong with claims of the ontology", () => {
    expect(issuesOf(firm, award, won)).toEqual([]);
  });
  it("wants known types, and ends of the relation's types that the document names", () => {
    expect(issuesOf({ ...firm, type: "Firm" })).toEqual([[0, "unknown-type", "type"]]);
    expect(issuesOf(award, won)).toEqual([[1, "unknown-end", "from"]]);
    expect(issuesOf(firm, award, { ...won, from: won.to, to: won.from })).toEqual([
      [2, "wrong-end", "from"],
      [2, "wrong-end", "to"],
    ]);
    expect(issuesOf(firm, award, { ...won, type: "PART_OF" })).toEqual([[2, "unknown-type", "type"]]);
  });
  it("wants values of the properties' kinds and no others", () => {
    expect(issuesOf(firm, award, { ...won, year: 2015.5, tier: "BEST", colour: "red" })).toEqual([
      [2, "wrong-value", "year"],
      [2, "wrong-value", "tier"],
      [2, "unknown-property", "colour"],
    ]);
    const figure = {
      fact: "observation",
      subject: won.from,
      indicator: "商标",
      value: 5,
      unit: "件",
      status: "ACTUAL",
    };
    expect(issuesOf(firm, { ...figure, ...stated, value: Number.NaN, period: "last year" })).toEqual([
      [1, "wrong-value", "value"],
      [1, "wrong-value", "period"],
    ]);
  });
  it("wants evidence to be the document's own characters", () => {
    const elsewhere = { ...firm, evidence: { ...stated.evidence, start: 1, end: 4 } };
    expect(issuesOf(elsewhere)).toEqual([[0, "not-evident", "evidence.text"]]);
  });
});
