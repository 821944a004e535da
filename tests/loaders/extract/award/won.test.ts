import { describe, expect, it } from "vitest";
import structures from "./structure.cases.json" with { type: "json" };
import { claimsOf, winsOf } from "./wins-of.js";
import cases from "./won.cases.json" with { type: "json" };
import negative from "./won.negative.cases.json" with { type: "json" };

describe("who won what", () => {
  it.each(cases)("reads: $text", async ({ text, wins }) => {
    expect(await winsOf(text)).toEqual(wins);
  });

  it.each(structures)("reads lists and tables: $text", async ({ text, wins }) => {
    expect(await winsOf(text)).toEqual([...wins].sort());
  });

  it.each(negative)("finds nobody in: $text", async ({ text }) => {
    expect(await winsOf(text)).toEqual([]);
  });

  it("folds a vaguer statement into one that gives year or edition", async () => {
    const text =
      "湖南岳岭泵业股份有限公司获得湖南省省长质量奖。2019年，湖南岳岭泵业股份有限公司获第六届湖南省省长质量奖。";
    expect(await winsOf(text)).toEqual(["湖南岳岭泵业股份有限公司 -> 湖南省省长质量奖 2019 #6 WINNER"]);
  });

  it("gives a list under an award's heading to those in the list, also in a register of a city's honours", async () => {
    const text =
      "# 衡阳质量荣誉名册\n## 国家级\n### 中国质量奖提名奖\n- 湖南岳岭泵业股份有限公司（2015年、2018年）";
    expect(await winsOf(text)).toEqual([
      "湖南岳岭泵业股份有限公司 -> 中国质量奖 2015 NOMINATION",
      "湖南岳岭泵业股份有限公司 -> 中国质量奖 2018 NOMINATION",
    ]);
  });

  it("keeps two years of one award apart", async () => {
    const text = "湖南岳岭泵业股份有限公司2015年、2019年两获湖南省省长质量奖。";
    expect(await winsOf(text)).toHaveLength(2);
  });

  it("reads a sentence that a page's columns tore apart", async () => {
    const text = [
      "# 质量兴市的衡阳答卷",
      "走进会场，掌声如潮，全市各县市区、各园区和三百多家企业的代表齐聚一堂。日前，第六届衡阳市市长质量奖颁奖大会举行，湖南岳岭泵业股份有限公司、衡阳雁峰电缆有限公司捧",
      "## 松木经开区：一条链的突围",
      "走进松木经开区，机器轰鸣，工人们正忙着赶制订单，物流车辆进进出出，一派繁忙景象。今年前三季度，园区规模以上工业总产值比上年同期增长",
      "得正奖，衡阳南岭变压器有限公司获提名奖。",
      "12.5%，增速居全市第一。",
    ].join("\n\n");
    expect(await winsOf(text)).toEqual([
      "湖南岳岭泵业股份有限公司 -> 衡阳市市长质量奖 2024 #6 WINNER",
      "衡阳南岭变压器有限公司 -> 衡阳市市长质量奖 2024 #6 NOMINATION",
      "衡阳雁峰电缆有限公司 -> 衡阳市市长质量奖 2024 #6 WINNER",
    ]);
  });

  it("gives evidence that names winner and award", async () => {
    const claims = await claimsOf("2021年，湖南岳岭泵业股份有限公司获第七届湖南省省长质量奖。");
    const won = claims.find((claim) => claim.fact === "relation" && claim.type === "WON");
    expect(won?.evidence.text).toBe("湖南岳岭泵业股份有限公司获第七届湖南省省长质量奖");
  });
});
