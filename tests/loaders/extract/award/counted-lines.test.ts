import { describe, expect, it } from "vitest";
import { winsOf } from "./wins-of.js";

/** Lines of one firm's honours, each with its number, its date and, in brackets, who else has it: what one form teaches, all must read. */

const LINES: readonly (readonly [year: number, month: string, prize: string, behind: string])[] = [
  [2023, "11", "宜宾市市长质量奖", "（宜宾海丝铸造有限公司，第八届）"],
  [2022, "12", "四川省质量奖提名奖", ""],
  [2021, "04", "四川省五一劳动奖章", "（焊工顾长宁）"],
  [2020, "10", "四川工匠", "（顾长宁）"],
  [2016, "05", "宜宾市科学技术进步奖三等奖", "（副总工程师成一凡）"],
  [2015, "04", "全国工人先锋号", "（焊接二班）"],
  [2014, "03", "翠屏区区长质量奖", "（第二届）"],
  [2009, "04", "四川省文明单位", ""],
];
const FIRM = "宜宾翠屏船用配套有限公司";
const WINS = [
  "宜宾海丝铸造有限公司 -> 宜宾市市长质量奖 2023 #8 WINNER",
  `${FIRM} -> 四川省质量奖 2022 NOMINATION`,
  "顾长宁 -> 四川省五一劳动奖章 2021 WINNER",
  "顾长宁 -> 四川工匠 2020 WINNER",
  "成一凡 -> 宜宾市科学技术进步奖 2016 THIRD",
  `${FIRM} -> 全国工人先锋号 2015 WINNER`,
  `${FIRM} -> 翠屏区区长质量奖 2014 #2 WINNER`,
  `${FIRM} -> 四川省文明单位 2009 WINNER`,
].sort();

const NUMBERS = "〔%〕|[%] |［%］|【%】|<%> |〈%〉|No.% |№%　|%. |（%）|H-0%　|2.% |0%　".split("|");
const DATES: Record<string, (year: number, month: string) => string> = {
  "2023.11": (year, month) => `${year}.${month}　`,
  "2023-11": (year, month) => `${year}-${month}　`,
  "2023年11月": (year, month) => `${year}年${Number(month)}月　`,
};

const page = (lines: readonly string[]): string =>
  `# ${FIRM}概况\n\n1 基本情况\n\n1.1 ${FIRM}建于1979年。\n\n2 荣誉登记（新者在前）\n\n${lines.join("\n\n")}\n\n3 未登记事项\n\n3.1 2020年申报四川省质量奖，止步资料评审。\n\n4 平台：四川省船用装备工程技术研究中心；国家博士后科研工作站。\n`;

describe("honours one to a line, with the number of each", () => {
  it.each(Object.entries(DATES))("whatever the number looks like: %s", async (_, date) => {
    const missed: string[] = [];
    for (const number of NUMBERS)
      for (const gap of ["", "　"]) {
        const lines = LINES.map(
          ([year, month, prize, behind], i) =>
            `${number.replace("%", `${LINES.length - i}`)}${date(year, month)}${prize}${behind === "" ? "" : gap}${behind}`,
        );
        const found = await winsOf(page(lines));
        if (found.join() !== WINS.join()) missed.push(lines[0]!);
      }
    expect(missed).toEqual([]);
  });

  it("are no honours where the number alone is one", async () => {
    expect(await winsOf(page(["〔2〕申报四川省质量奖", "〔1〕争创宜宾市市长质量奖"]))).toEqual([]);
  });

  it("in the rows of a table", async () => {
    const rows = LINES.map(([year, month, prize, behind]) => `| ${year}.${month} | ${prize}${behind} |`);
    expect(await winsOf(page([`| 时间 | 荣誉 |\n|---|---|\n${rows.join("\n")}`]))).toEqual(WINS);
  });

  it("leave to the firm what a bracket says but of whom or with whom it was", async () => {
    const lines = [
      "2023年　四川省科学技术进步奖一等奖（“曲轴锻造技术”，与四川江科大学联合申报）",
      "2021年　中国质量协会质量技术奖一等奖（中国质量协会）",
      "2019年　四川省质量奖（第三届）",
    ];
    expect((await winsOf(page(lines))).filter((win) => win.startsWith(FIRM))).toEqual([
      `${FIRM} -> 中国质量协会质量技术奖 2021 FIRST`,
      `${FIRM} -> 四川省科学技术进步奖 2023 FIRST`,
      `${FIRM} -> 四川省质量奖 2019 #3 WINNER`,
    ]);
  });
});

describe("who stands before the prize of a dated line", () => {
  it("is the person, trade or no trade, or the part of the firm", async () => {
    const lines = [
      "2013　集团　全国轻工业先进集体",
      "2018　集团技术中心　全国工人先锋号",
      "2019　施釉工高凤芝　全国五一劳动奖章",
      "2020　首席焊工　高凤英　四川省劳动模范",
      "2021　集团　中国质量奖提名奖（第四届）",
    ];
    expect(
      await winsOf(
        `# 宜宾翠屏陶瓷集团有限公司\n\n宜宾翠屏陶瓷集团有限公司创立于1952年。\n\n## 集团荣誉时间轴\n\n${lines.join("\n\n")}\n`,
      ),
    ).toEqual(
      [
        "宜宾翠屏陶瓷集团有限公司 -> 全国轻工业先进集体 2013 WINNER",
        "集团技术中心 -> 全国工人先锋号 2018 WINNER",
        "高凤芝 -> 全国五一劳动奖章 2019 WINNER",
        "高凤英 -> 四川省劳动模范 2020 WINNER",
        "宜宾翠屏陶瓷集团有限公司 -> 中国质量奖 2021 #4 NOMINATION",
      ].sort(),
    );
  });
});
