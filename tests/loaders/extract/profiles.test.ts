import { expect, it } from "vitest";
import { factsOf } from "./facts-of.js";

it("a subject left out is whom the line above names", () => {
  const text =
    "# 随州市质量品牌企业风采\n湖北曾都泵业股份有限公司\n总部位于曾都区，主营水泵。建有湖北省水泵工程技术研究中心，是全国泵标准化技术委员会（SAC/TC211）委员单位。\n\n湖北厉山铸造有限公司\n所在地：随县\n质量基础：与武汉纺织大学共建联合实验室。";
  expect(factsOf(text, ["HOSTS", "PARTICIPATES_IN", "LOCATED_IN", "PARTNERS_WITH"])).toEqual(
    expect.arrayContaining([
      "LOCATED_IN 湖北曾都泵业股份有限公司 -> 曾都区",
      "HOSTS 湖北曾都泵业股份有限公司 -> 湖北省水泵工程技术研究中心",
      "PARTICIPATES_IN 湖北曾都泵业股份有限公司 -> 全国泵标准化技术委员会 MEMBER",
      "LOCATED_IN 湖北厉山铸造有限公司 -> 随县",
      "PARTNERS_WITH 湖北厉山铸造有限公司 -> 武汉纺织大学",
    ]),
  );
});

it("a subject left out is whom the paragraph is labelled with, whoever else it names", () => {
  const facts = factsOf(
    "湖北曾都泵业股份有限公司（下称“曾都泵业”）：1956年由厉山农具厂等4家作坊合并成立。建有湖北省水泵工程技术研究中心。",
    ["HOSTS"],
  );
  expect(facts).toEqual(["HOSTS 湖北曾都泵业股份有限公司 -> 湖北省水泵工程技术研究中心"]);
});

it("nobody of a roll is told of below it", () => {
  const facts = factsOf(
    "# 随州市第三届市长质量奖名单\n湖北曾都泵业股份有限公司\n湖北厉山铸造有限公司\n\n此次共有42家企业申报，均位于随县。",
    ["LOCATED_IN"],
  );
  expect(facts).not.toContain("LOCATED_IN 湖北厉山铸造有限公司 -> 随县");
});

it("who builds the project that an item names first", () => {
  const facts = factsOf(
    "随州市集中开工一批项目，湖北厉山铸造有限公司领衔。\n①曾都高端泵阀智能工厂项目。建设单位：湖北曾都泵业股份有限公司。总投资28亿元。",
    ["UNDERTAKES"],
  );
  expect(facts).toEqual(["UNDERTAKES 湖北曾都泵业股份有限公司 -> 曾都高端泵阀智能工厂项目"]);
});
