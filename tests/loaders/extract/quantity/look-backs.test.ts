import { describe, expect, test } from "vitest";
import { timesIn } from "../../../../loaders/extract/quantity/times.js";
import { observed } from "./observed.js";

const title = "襄阳市质量工作纪实";

describe("the end of a year", () => {
  test.each([
    ["截至2023年12月31日", "2023"],
    ["截至2023年12月底", "2023"],
    ["截至2023年12月末", "2023"],
    ["截至2023年12月", "2023-12"],
    ["截至2023年11月30日", "2023-11"],
  ])("%s", (text, period) => {
    expect(timesIn(text, 0, text.length, undefined)[0]?.period).toBe(period);
  });

  test("现有 after it goes on in it", () => {
    expect(observed("2023年末，襄阳市现有首席质量官300名。", { title })).toEqual([
      "襄阳市 | 首席质量官 = 300名 2023",
    ]);
    expect(observed("2019年，襄阳市启动评选。现有首席质量官300名。", { title })).toEqual([
      "襄阳市 | 首席质量官 = 300名",
    ]);
  });
});

describe("到2023年底 in a text that does not say when it was written", () => {
  test.each([
    "到2023年年底，全市有首席质量官300名。",
    "到2023年底，全市累计有首席质量官300名。",
    "到2023年底，全市首席质量官300名，比上年多12名。",
    "2023年，襄阳市质检院通过验收。到2023年底，全市首席质量官300名。",
    "到今年4月末，襄阳有首席质量官300名。",
  ])("looks back: %s", (text) => {
    expect(observed(text, { title }).join()).not.toContain("TARGET");
  });

  test.each([
    "到2027年，全市首席质量官达到300名。",
    "到2027年底，全市力争有首席质量官300名。",
    "到2027年底，全市首席质量官突破300名。",
  ])("looks ahead: %s", (text) => {
    expect(observed(text, { title }).join()).toContain("TARGET");
  });
});

test("到2024年6月底 looks back in a text that counts others in that year", () => {
  const text = "截至2024年6月，襄阳市有商标300件。\n\n到2024年6月底，全市主导制定国际标准64项。";
  expect(observed(text, { title }).join()).not.toContain("TARGET");
});

describe("what is called for", () => {
  test.each([
    "各地要围绕三大产业培育质量标杆，2025年全市质量奖企业达到60家。",
    "2024年，全市地区生产总值要增长9%以上。",
  ])("is a goal: %s", (text) => {
    expect(observed(text, { title }).join()).toContain("TARGET");
  });
});

describe("the year of a title", () => {
  test("in Han numerals", () => {
    expect(observed("# 二〇二二年度工作报告\n\n襄阳市全年查验产品2135批次。")).toEqual([
      "襄阳市 | 查验产品 = 2135批次 2022",
    ]);
  });

  test("of a yearbook is that before it", () => {
    expect(observed("# 襄阳年鉴（2023）\n\n襄阳市全年新增国家标准28项。")).toEqual([
      "襄阳市 | 新增国家标准 = 28项 2022",
    ]);
  });

  test("of a yearbook is that before it where its own is one of plans", () => {
    const text = "# 襄阳年鉴（2023）\n\n襄阳市全年新增国家标准28项，力争2023年新增30项。";
    expect(observed(text)).toContain("襄阳市 | 新增国家标准 = 28项 2022");
  });
});
