import { describe, expect, it } from "vitest";
import { WORDS } from "../../explorer/src/i18n/language.js";
import { MESSAGES } from "../../explorer/src/i18n/messages.js";
import { disagreements } from "../../explorer/src/panel/disagreements.js";
import { type HonourRow, sortRows, toCsv } from "../../explorer/src/views/honour-rows.js";

const row = (name: string, more: Partial<HonourRow> = {}): HonourRow => ({
  id: name + (more.year ?? ""),
  award: { __typename: "Award", id: "award:质量奖", name: "质量奖" },
  level: "NATIONAL",
  year: 2015,
  edition: null,
  tier: "WINNER",
  winner: { __typename: "Company", id: name, name },
  place: "",
  ...more,
});

describe("the honour roll", () => {
  it("puts what is absent last in both directions", () => {
    const rows = [row("甲", { year: null }), row("乙", { year: 2010 }), row("丙", { year: 2020 })];
    const order = (descending: boolean) => sortRows(rows, "year", descending).map(({ year }) => year);
    expect(order(true)).toEqual([2020, 2010, null]);
    expect(order(false)).toEqual([2010, 2020, null]);
  });

  it("orders tiers by rank", () => {
    const rows = [
      row("甲", { tier: "NOMINATION" }),
      row("乙", { tier: "WINNER" }),
      row("丙", { tier: "GRAND" }),
    ];
    expect(sortRows(rows, "tier", false).map(({ tier }) => tier)).toEqual(["GRAND", "WINNER", "NOMINATION"]);
  });

  it("is safe CSV for spreadsheets", () => {
    const csv = toCsv([row('=HYPERLINK("x")'), row("甲,乙")], WORDS.zh);
    expect(csv.startsWith("\uFEFF奖项,级别,年份,届次,等次,获奖者,类型,地区\r\n")).toBe(true);
    expect(csv).toContain(`"'=HYPERLINK(""x"")"`);
    expect(csv).toContain('"甲,乙"');
  });
});

describe("words", () => {
  it("are there in both languages with the same blanks", () => {
    const blanks = (text: string) => [...text.matchAll(/\{\w+\}/g)].map(([blank]) => blank).sort();
    for (const [key, [zh, en]] of Object.entries(MESSAGES)) {
      expect(zh, key).not.toBe("");
      expect(blanks(en), key).toEqual(blanks(zh));
    }
  });

  it("tell a fact as a sentence", () => {
    const fact = {
      relation: "WON",
      from: { name: "甲" },
      to: { name: "中国质量奖" },
      year: 2017,
      edition: 3,
      tier: "NOMINATION",
    };
    expect(WORDS.zh.sentence(fact)).toBe("甲获得中国质量奖（2017年，第3届，提名奖）");
    expect(WORDS.en.sentence(fact)).toBe("甲 won 中国质量奖 (2017, No. 3, nomination)");
    expect(WORDS.zh.sentence({ ...fact, relation: "MADE_UP" })).toContain("MADE_UP");
  });
});

describe("figures that disagree", () => {
  const figure = (value: number, more = {}) => ({
    indicator: "授权专利",
    value,
    unit: "件",
    period: "2019",
    status: "ACTUAL",
    ...more,
  });
  it("are those of one indicator, period and status with different values", () => {
    const [a, b] = [figure(100), figure(120)];
    expect(disagreements([a, b, figure(1, { status: "TARGET" }), figure(2, { period: "2020" })])).toEqual([
      [a, b],
    ]);
    expect(disagreements([a, figure(100), figure(150, { comparator: "GTE" })])).toEqual([]);
    expect(disagreements([figure(1, { period: null }), figure(2, { period: null })])).toEqual([]);
  });
});
