import { describe, expect, it } from "vitest";
import cases from "./prose.cases.json" with { type: "json" };
import negative from "./prose.negative.cases.json" with { type: "json" };
import { winsOf } from "./wins-of.js";

describe("who won what in running text", () => {
  it.each(cases)("reads: $text", async ({ text, wins }) => {
    expect(await winsOf(text)).toEqual(wins);
  });

  it.each(negative)("finds nobody in: $text", async ({ text }) => {
    expect(await winsOf(text)).toEqual([]);
  });

  it("lets the section's heading say whom its paragraphs are about", async () => {
    const text =
      "## 芜湖赭山阀门有限公司：一只阀门的长征\n\n三十年只做一件事。2015年首获芜湖市市长质量奖，2022年摘下安徽省质量奖。";
    expect(await winsOf(text)).toEqual([
      "芜湖赭山阀门有限公司 -> 安徽省质量奖 2022 WINNER",
      "芜湖赭山阀门有限公司 -> 芜湖市市长质量奖 2015 WINNER",
    ]);
  });

  it("keeps the firm that most of a section is about where another was named last", async () => {
    const text = [
      "芜湖赭山阀门有限公司主营闸阀。芜湖赭山阀门有限公司有员工800人。",
      "芜湖赭山阀门有限公司建有省级技术中心。芜湖镜湖物流有限公司为其送货。",
      "2015年获芜湖市市长质量奖，2022年获安徽省质量奖。",
    ].join("\n\n");
    expect(await winsOf(text)).toEqual([
      "芜湖赭山阀门有限公司 -> 安徽省质量奖 2022 WINNER",
      "芜湖赭山阀门有限公司 -> 芜湖市市长质量奖 2015 WINNER",
    ]);
  });
});
