import { describe, expect, test } from "vitest";
import { observed } from "./observed.js";

describe("whose profile the figures are part of", () => {
  const title = "随州市质量品牌企业风采";

  test("of the firm on the line above, wherever it is sited", () => {
    const text =
      "湖北曾都泵业股份有限公司（随州市市长质量奖，2020年）\n总部位于曾都区，主营水泵，2023年营业收入8亿元。\n\n湖北厉山铸造有限公司\n坐落于随县的厉山工业园，市场占有率约20%。";
    expect(observed(text, { title })).toEqual([
      "湖北曾都泵业股份有限公司 | 营业收入 = 800000000元 2023",
      "湖北厉山铸造有限公司 | 市场占有率 = ~20%",
    ]);
  });

  test("through the labelled lines below a numbered name", () => {
    const text =
      "01　国家专用汽车质量检验检测中心（湖北）\n承建单位：随州市产品质量检验所\n地点：曾都区\n能力：检测参数680项，设备原值5200万元\n02　湖北省香菇产业计量测试中心\n地点：随县\n能力：建立计量标准43项";
    expect(observed(text, { title: "随州市检测平台名片" })).toEqual([
      "国家专用汽车质量检验检测中心（湖北） | 检测参数 = 680项",
      "国家专用汽车质量检验检测中心（湖北） | 设备原值 = 52000000元",
      "湖北省香菇产业计量测试中心 | 建立计量标准 = 43项",
    ]);
  });

  test("not below the last of a roll, nor past a heading", () => {
    const roll =
      "获奖企业\n湖北曾都泵业股份有限公司\n湖北厉山铸造有限公司\n\n此次共收到申报材料42份。\n\n## 下一步\n有效注册商标3.2万件。";
    for (const line of observed(roll, { title: "随州市第三届市长质量奖名单" }))
      expect(line.startsWith("随州市")).toBe(true);
  });

  test("of the project that is named before a full stop", () => {
    expect(
      observed(
        "随州市集中开工一批项目。\n①曾都高端泵阀智能工厂项目。建设单位：湖北曾都泵业股份有限公司。总投资28亿元，建筑面积11万平方米。\n②厉山铸件二期项目。建设单位：湖北厉山铸造有限公司。总投资6亿元。",
      ).filter((line) => line.includes("投资")),
    ).toEqual([
      "曾都高端泵阀智能工厂项目 | 总投资 = 2800000000元",
      "厉山铸件二期项目 | 总投资 = 600000000元",
    ]);
  });

  test("captions: what a picture's text says", () => {
    expect(observed("▲图1 湖北曾都泵业股份有限公司的装配车间。2022年，公司实现营业收入8.7亿元。")).toEqual([
      "湖北曾都泵业股份有限公司 | 营业收入 = 870000000元 2022",
    ]);
  });
});

describe("what a text is about", () => {
  test("the firm whose brand its title quotes", () => {
    expect(
      observed(
        "襄阳市的湖北鹿鸣乳业股份有限公司展厅里摆着一只铁罐。\n全市有老字号3个。\n如今，2023年销售收入2.7亿元，带动奶农460户。",
        { title: "走近老字号“鹿鸣”" },
      ),
    ).toEqual([
      "襄阳市 | 老字号 = 3个",
      "湖北鹿鸣乳业股份有限公司 | 销售收入 = 270000000元 2023",
      "湖北鹿鸣乳业股份有限公司 | 带动奶农 = 460户 2023",
    ]);
  });

  test("the district that it names over and over, not the zone there", () => {
    const text =
      "曾都区人民政府设立曾都区区长质量奖。\n2021年　曾都区区长质量奖：湖北曾都泵业股份有限公司\n2022年　曾都区区长质量奖：湖北厉山铸造有限公司\n该中心位于曾都经济开发区。\n截至2023年底，全区有市长质量奖企业5家。";
    expect(observed(text, { title: "曾都区质量荣誉墙" })).toEqual(["曾都区 | 市长质量奖企业 = 5家 2023"]);
  });
});
