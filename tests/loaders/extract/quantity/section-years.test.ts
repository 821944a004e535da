import { describe, expect, test } from "vitest";
import { observed } from "./observed.js";

describe("the year of the part of a document", () => {
  test("a label at the head of a paragraph", () => {
    expect(observed("【2021】 5月，襄阳市有效注册商标3.2万件。")).toEqual([
      "襄阳市 | 有效注册商标 = 32000件 2021",
    ]);
    expect(observed("2021：襄阳市有效注册商标3.2万件。")).toEqual(["襄阳市 | 有效注册商标 = 32000件 2021"]);
    expect(observed("2021家企业落户襄阳市，有效注册商标3.2万件。").join()).not.toContain("件 2021");
  });

  test("a year alone above the lines of a chronicle", () => {
    const text =
      "2021年\n3月　襄阳市隆中椅业有限公司建厂。\n\n2022年\n4月　襄阳市召开大会。\n是年，全市有效注册商标3.2万件。\n\n2023年\n截至年末，全市有效注册商标3.9万件。";
    expect(observed(text, { title: "襄阳市质量工作大事记（2021—2023）" })).toEqual([
      "襄阳市 | 有效注册商标 = 32000件 2022",
      "襄阳市 | 有效注册商标 = 39000件 2023",
    ]);
  });

  test("the one of which an annual summary tells", () => {
    const title = "襄阳市2022年质量工作总结";
    const told = "2018年，襄阳市隆中椅业有限公司建厂。全年抽查产品120批次。";
    expect(observed(told, { title })).toEqual([expect.stringContaining("120批次 2022")]);
    expect(observed("襄阳市有效注册商标3.2万件。明年目标：有效注册商标达到4万件。", { title })).toEqual([
      "襄阳市 | 有效注册商标 = 32000件 2022",
      "襄阳市 | 有效注册商标 = 40000件 2023 TARGET",
    ]);
    expect(observed("襄阳市有效注册商标3.2万件。", { title: "襄阳市2022—2023年质量工作总结" })).toEqual([
      "襄阳市 | 有效注册商标 = 32000件",
    ]);
  });

  test("the half year or quarter that a report's title gives", () => {
    const title = "襄阳市2024年上半年质量强市工作情况通报";
    expect(observed("襄阳市新增培育企业6家。", { title })).toEqual([
      "襄阳市 | 新增培育企业 = 6家 2024-01/2024-06",
    ]);
    expect(observed("襄阳市新增培育企业6家。", { title: "襄阳市2024年上半年招聘6人" })).toEqual([
      "襄阳市 | 新增培育企业 = 6家 2024",
    ]);
  });

  test("that of the text for what is to be by the end of the year", () => {
    expect(observed("襄阳市要确保全年合格率达到94%以上。", { date: "2024-07-12" })).toEqual([
      "襄阳市 | 合格率 = >=94% 2024 TARGET",
    ]);
    expect(observed("襄阳市要确保合格率达到94%以上。", { date: "2024-07-12" })).toEqual([
      "襄阳市 | 合格率 = >=94% TARGET",
    ]);
  });

  test("what a heading gives for the items of a plan, past a later year", () => {
    expect(
      observed("一是到2025年，襄阳市产值达到240亿元。二是有效注册商标达到3.2万件。", {
        title: "襄阳市打算",
      })[1],
    ).toContain("32000件 2025");
    expect(
      observed("## 五、2024年打算\n一是到2025年，襄阳市产值达到240亿元。二是有效注册商标达到3.2万件。")[1],
    ).toBe("襄阳市 | 有效注册商标 = 32000件 2024 TARGET");
  });

  test("the end of a past plan in what a plan starts from", () => {
    expect(
      observed(
        "## 二、发展基础\n“十三五”末，全市有效注册商标3.2万件。\n## 三、主要目标\n到2025年，全市有效注册商标达到5万件。",
        { title: "襄阳市质量强市“十四五”规划" },
      ),
    ).toEqual(["襄阳市 | 有效注册商标 = 32000件 2020", "襄阳市 | 有效注册商标 = 50000件 2025 TARGET"]);
  });

  test("no goal goes on past a semicolon to what the sentence began with", () => {
    expect(
      observed("襄阳市开工项目35个，当年计划完成投资96亿元；其中制造业项目22个。").map((line) =>
        line.includes("TARGET"),
      ),
    ).toEqual([false, true, false]);
  });

  test("a note behind the figure", () => {
    expect(observed("襄阳市2020年有企业90家（2023年末），有效注册商标3.2万件。")[0]).toContain("90家 2023");
  });
});

describe("a list whose lines have no marks", () => {
  test("takes time and place of the line that opens it", () => {
    const text =
      "襄阳是座老工业城市，制造业门类齐全。\n截至2024年6月，全市：\n省政府质量奖组织 6家（另有提名奖3家）\n市政府质量奖组织 29家\n有效发明专利 1284件\n襄阳市的明天会更好。目前有企业9家。";
    const found = observed(text, { title: "襄阳市质量成就展" });
    expect(found).toContain("襄阳市 | 省政府质量奖组织 = 6家 2024-06");
    expect(found).toContain("襄阳市 | 市政府质量奖组织 = 29家 2024-06");
    expect(found).toContain("襄阳市 | 有效发明专利 = 1284件 2024-06");
    expect(found.at(-1)).not.toContain("2024-06");
  });

  test("also where the line that opens it looks like a heading", () => {
    expect(
      observed("襄阳市的数字\n\n截至2023年10月底：\n- 襄阳市有效注册商标 18.6万件\n- 地理标志 8个"),
    ).toEqual([
      "襄阳市 | 有效注册商标 = 186000件 2023-10",
      expect.stringContaining("地理标志 = 8个 2023-10"),
    ]);
  });
});
