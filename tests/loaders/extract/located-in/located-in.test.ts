import { describe, expect, it } from "vitest";
import { factsOf } from "../facts-of.js";

const located = (text: string): string[] => factsOf(text, ["LOCATED_IN"]).map((fact) => fact.slice(11));

describe("located in, by the name", () => {
  it.each([
    ["柳州龙城桥箱有限公司获奖。", ["柳州龙城桥箱有限公司 -> 柳州市"]],
    ["柳州市第二职业技术学校获奖。", ["柳州市第二职业技术学校 -> 柳州市"]],
    ["福建德化白玉瓷业有限公司获奖。", ["福建德化白玉瓷业有限公司 -> 德化县"]],
    ["广西桥箱有限公司、南方轴承（柳州）有限公司获奖。", []],
  ])("%s", (text, facts) => {
    expect(located(text)).toEqual(facts);
  });

  it("places no firm by a district whose everyday name it shares", () => {
    expect(located("河南郑州召开大会。河南惠济生物科技有限公司参会。")).toEqual([]);
  });
});

describe("located in, as stated", () => {
  it.each([
    ["龙城桥箱有限公司坐落于柳江区。", ["龙城桥箱有限公司 -> 柳江区"]],
    ["落户柳东新区的龙城桥箱有限公司投产。", ["龙城桥箱有限公司 -> 柳东新区"]],
    [
      "龙城桥箱有限公司（柳州市）、漓江光学有限公司（桂林市）获奖。",
      ["龙城桥箱有限公司 -> 柳州市", "漓江光学有限公司 -> 桂林市"],
    ],
    [
      "两家企业均来自桂林市，即漓江光学有限公司、象鼻山食品有限公司。",
      ["漓江光学有限公司 -> 桂林市", "象鼻山食品有限公司 -> 桂林市"],
    ],
    ["漓江光学有限公司，注册地在桂林市，今年落选。", ["漓江光学有限公司 -> 桂林市"]],
    ["十几公里外的叠彩区，漓江光学有限公司扛起两个秘书处。", ["漓江光学有限公司 -> 叠彩区"]],
  ])("%s", (text, facts) => {
    expect(located(text)).toEqual(expect.arrayContaining(facts));
  });

  it.each([
    "龙城桥箱有限公司拟落户桂林市。",
    "漓江光学有限公司力争在柳州市建设基地。",
    "漓江光学有限公司的产品在柳州市畅销。",
  ])("places nothing by plans and sales: %s", (text) => {
    expect(located(text)).toEqual([]);
  });

  it("reads a table's column of places", () => {
    const text = "柳州市获奖名单\n奖项\t获奖组织\t所在地\n市长质量奖\t龙城桥箱有限公司\t柳江区\n";
    expect(located(text)).toEqual(["龙城桥箱有限公司 -> 柳江区"]);
  });
});
