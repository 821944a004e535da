import { describe, expect, it } from "vitest";
import { factsOf } from "../facts-of.js";

const partners = (text: string): string[] => factsOf(text, ["PARTNERS_WITH"]).map((fact) => fact.slice(14));

describe("partners", () => {
  const firm = "大连辽船舵机有限公司";
  it.each([
    [`${firm}与大连海事大学签约，共建舵机实验室。`, `${firm} -> 大连海事大学`],
    [`${firm}和大连海事大学共同研发舵机。`, `${firm} -> 大连海事大学`],
    [`${firm}携手大连海事大学，合资建设船舶电控项目。`, `${firm} -> 大连海事大学`],
    [`${firm}去年扩产；联合大连海事大学申报的船舶舵机重点实验室在评审。`, `${firm} -> 大连海事大学`],
    [`由${firm}牵头、大连海事大学参与共建的舵机中试平台揭牌。`, `${firm} -> 大连海事大学`],
  ])("reads %s", (text, expected) => {
    expect(partners(text)).toEqual([expected]);
  });

  it.each([
    `${firm}与大连海事大学同获提名奖。`,
    `${firm}与大连辽般机械有限公司名称相近，并无股权关系。`,
    `${firm}和大连海事大学分别承担两项任务。`,
    `${firm}与大连海事大学相邻。`,
  ])("finds none in %s", (text) => {
    expect(partners(text)).toEqual([]);
  });
});

describe("partners, told otherwise", () => {
  const facts = (text: string): string[] => factsOf(text, ["PARTNERS_WITH"]);
  it.each([
    "高平海岳铸造有限公司又同太原理工大学合办了铸件联合实验室。",
    "国家铸件产业计量测试中心：高平海岳铸造有限公司、太原理工大学共建，2023年通过验收。",
    "高平海岳铸造有限公司供砂，太原理工大学出人，双方签有五年协议。",
    "高平海岳铸造有限公司和太原理工大学从2016年起合办学徒班。",
  ])("reads %s", (text) => {
    expect(facts(text)).toEqual(["PARTNERS_WITH 高平海岳铸造有限公司 -> 太原理工大学"]);
  });
});
