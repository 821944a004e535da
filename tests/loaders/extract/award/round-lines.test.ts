import { describe, expect, it } from "vitest";
import { roundsTold } from "../../../../loaders/extract/award/round-lines.js";

const told = (text: string): string | undefined =>
  roundsTold(text, { start: 0, end: text.length })
    ?.map(({ edition, year, tier }) => `${edition ?? "-"} ${year ?? "-"} ${tier ?? "-"}`)
    .join("; ");

describe("lines that tell nothing but rounds", () => {
  it.each([
    ["第三届（2018年） 提名奖", "3 2018 NOMINATION"],
    ["第五届 · 2022 · 正奖", "5 2022 WINNER"],
    ["2017年提名奖；2021年正奖", "- 2017 NOMINATION; - 2021 WINNER"],
    ["2013、2016", "- 2013 -; - 2016 -"],
    ["首届，质量奖", "1 - WINNER"],
    ["提名奖｜第十届/2021年", "10 2021 NOMINATION"],
  ])("%s", (text, rounds) => {
    expect(told(text)).toBe(rounds);
  });

  it.each(["2018年投产", "第三届某某大会", "提名甲公司", "营业收入2018万元"])("not: %s", (text) => {
    expect(told(text)).toBeUndefined();
  });
});
