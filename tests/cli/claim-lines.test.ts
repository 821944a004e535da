import { describe, expect, it } from "vitest";
import type { Claim, Evidence } from "../../schema/index.js";
import { linesOf } from "../../src/cli/claim-lines.js";

const evidence = (start: number, text: string, document = "a.md"): Evidence => ({
  document,
  start,
  end: start + text.length,
  text,
});
const why = { rule: "test/rule", confidence: 0.9 };
const city = { type: "City", name: "云门市", adcode: "990100" } as const;
/** A firm and a zone of one name; quotes, backslashes, tabs, line breaks and half of a character. */
const CLAIMS: readonly Claim[] = [
  {
    fact: "entity",
    type: "Company",
    name: '甲"乙"公司',
    aliases: ["甲\\乙", "甲\t乙"],
    mentions: 2,
    region: "990100",
    aliasReasons: [{ name: "甲\\乙", rule: "definition", start: 3, end: 6 }],
    evidence: evidence(0, '甲"乙"公司'),
    ...why,
  },
  {
    fact: "entity",
    type: "Zone",
    name: "云门高新区",
    aliases: [],
    mentions: 1,
    evidence: evidence(9, "云门高新区"),
    ...why,
  },
  {
    fact: "relation",
    type: "WON",
    from: { type: "Company", name: "同名" },
    to: { type: "Award", name: "质量奖", adcode: undefined },
    year: 2021,
    edition: 3,
    tier: undefined,
    title: "“能手”",
    evidence: evidence(30, "两行\n一句"),
    ...why,
  },
  {
    fact: "relation",
    type: "LOCATED_IN",
    from: { type: "Zone", name: "同名" },
    to: city,
    evidence: evidence(30, "两行\n一句"),
    ...why,
  },
  {
    fact: "relation",
    type: "LOCATED_IN",
    from: { type: "Company", name: "同名", adcode: "990102" },
    to: city,
    evidence: evidence(9, "两行一句", "b.md"),
    ...why,
  },
  {
    fact: "observation",
    subject: city,
    indicator: "产值",
    value: 1.5e21,
    unit: "",
    period: "2021",
    comparator: ">=",
    status: "ACTUAL",
    evidence: evidence(20, "半\ud840个"),
    ...why,
  },
];

const withoutReasons = (claim: Claim): object =>
  Object.fromEntries(
    Object.entries(claim).filter(([key]) => !["rule", "confidence", "aliasReasons"].includes(key)),
  );

describe("lines of claims", () => {
  it("are what JSON.stringify writes, without reasons unless they are asked for", () => {
    const lines = (explain: boolean): string => [...linesOf(CLAIMS, explain)].join("");
    expect(lines(true)).toBe(CLAIMS.map((claim) => `${JSON.stringify(claim)}\n`).join(""));
    expect(
      lines(false)
        .trimEnd()
        .split("\n")
        .map((line) => JSON.parse(line)),
    ).toEqual(CLAIMS.map((claim) => JSON.parse(JSON.stringify(withoutReasons(claim)))));
    const plain = CLAIMS.filter(({ fact }) => fact !== "entity");
    expect([...linesOf(plain, false)].join("")).toBe(
      plain.map((claim) => `${JSON.stringify(withoutReasons(claim))}\n`).join(""),
    );
  });

  it("come some at a time", () => {
    const many = Array.from({ length: 2500 }, () => CLAIMS[3]!);
    expect([...linesOf(many, false)].map((lines) => lines.split("\n").length - 1)).toEqual([1000, 1000, 500]);
  });
});
