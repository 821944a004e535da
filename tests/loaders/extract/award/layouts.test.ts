import { describe, expect, it } from "vitest";
import { winsOf } from "./wins-of.js";

/** Lists of winners in every combination of heading, list and date: what one combination teaches, all must read. */

const WINNERS = ["四川金岷酿酒集团有限公司", "宜宾翠屏精密轴承有限公司", "宜宾市第四人民医院"];
const NOMINEES = ["宜宾海丝新材料有限公司", "宜宾市南岸小学"];

/** The heading of a prize or of its nominations (`tier` is "" or 提名奖) for so many winners. */
const HEADINGS: Record<string, (tier: string, n: number) => string> = {
  "the award": (t) => `第五届宜宾市市长质量奖${t}`,
  "with a count": (t, n) => `第五届宜宾市市长质量奖${t}（${n}家）`,
  "a list of winners": (t) => `第五届宜宾市市长质量奖${t}获奖名单`,
  "winning organizations": (t, n) => `第五届宜宾市市长质量奖${t}获奖组织（${n}个）`,
  "those who have won it": (t) => `荣获第五届宜宾市市长质量奖${t}的单位：`,
  "granted to those below": (t) => `授予下列单位第五届宜宾市市长质量奖${t}`,
  "granted to so many": (t, n) => `授予以下${n}家单位第五届宜宾市市长质量奖${t}`,
  "decided to grant": (t) => `决定授予下列组织第五届“宜宾市市长质量奖${t}”称号：`,
  "its short name": (t) => `第五届市长质量奖${t}`,
};

const NUMBERED = (h: string, i: number): string => `${"一二"[i]}、${h}`;
const HEADED: Record<string, (heading: string, i: number) => string> = {
  "a plain line": (h) => h,
  "a numbered line": NUMBERED,
  "in brackets": (h) => `【${h}】`,
  "a Markdown heading": (h) => `## ${h}`,
  "in bold": (h) => `**${h}**`,
};

const CIRCLED = "①②③④";
const LISTED: Record<string, (entries: readonly string[]) => string> = {
  "line by line": (e) => e.join("\n\n"),
  numbered: (e) => e.map((x, i) => `${i + 1}. ${x}`).join("\n\n"),
  "numbered with stops": (e) =>
    e.map((x, i) => `${i + 1}.${x}${i + 1 < e.length ? "；" : "。"}`).join("\n\n"),
  "with bullets": (e) => e.map((x) => `- ${x}`).join("\n"),
  "with circled numbers": (e) => e.map((x, i) => `${CIRCLED[i]}${x}`).join("\n\n"),
  "circled in one line": (e) => `${e.map((x, i) => `${CIRCLED[i]}${x}`).join("；")}。`,
  "by enumeration commas": (e) => `${e.join("、")}。`,
  "by white space": (e) => e.join("　"),
  "by semicolons": (e) => `${e.join("；")}。`,
  "in a table": (e) => `| 序号 | 单位名称 |\n|---|---|\n${e.map((x, i) => `| ${i + 1} | ${x} |`).join("\n")}`,
};

const decision = (heading: (h: string, i: number) => string, head: string, list: string): string => {
  const part = (tier: string, names: readonly string[], i: number): string =>
    `${heading(HEADINGS[head]!(tier, names.length), i)}\n\n${LISTED[list]!(names)}`;
  return `# 宜宾市人民政府关于颁发第五届宜宾市市长质量奖的决定

各县（区）人民政府，市级各部门：

根据《宜宾市市长质量奖管理办法》，经评审、公示，市政府研究决定，对下列获奖组织予以通报表扬。

${part("", WINNERS, 0)}

${part("提名奖", NOMINEES, 1)}

宜宾市人民政府
2023年12月5日
`;
};

describe("decisions with lists of winners", () => {
  const expected = [
    ...WINNERS.map((w) => `${w} -> 宜宾市市长质量奖 2024 #5 WINNER`),
    ...NOMINEES.map((w) => `${w} -> 宜宾市市长质量奖 2024 #5 NOMINATION`),
  ].sort();
  for (const head of Object.keys(HEADINGS))
    for (const [look, heading] of Object.entries(HEADED))
      it(`reads lists of all kinds under a heading of ${head}, ${look}`, async () => {
        for (const list of Object.keys(LISTED)) {
          const wins = (await winsOf(decision(heading, head, list))).filter((w) => w.includes("市长质量奖"));
          expect([list, ...wins.map(withoutYear).sort()]).toEqual([list, ...expected]);
        }
      });
});

/** The year of the decision may be told or not; the edition is what the headings give. */
const withoutYear = (win: string): string => win.replace(/ 2023(?= #)/, "");

interface Round {
  firms: string[];
  year: number;
  edition: number;
}

const ROUNDS: Round[] = [
  { firms: ["浙江雁荡电气集团有限公司", "乐清市第二人民医院"], year: 2015, edition: 4 },
  { firms: ["平阳南麂海产有限公司"], year: 2017, edition: 5 },
  { firms: ["温州瓯江阀业股份有限公司", "瑞安市飞云汽配有限公司"], year: 2019, edition: 6 },
];

const nth = ({ edition }: Round): string => `第${"一二三四五六"[edition - 1]}届`;
const each =
  (entry: (firm: string, round: Round) => string) =>
  (round: Round): string[] =>
    round.firms.map((firm) => entry(firm, round));

/** How a roll's lines tell when: the lines of a round, and whether they give its year and edition. */
const DATED: Record<string, [lines: (round: Round) => string[], year: boolean, edition: boolean]> = {
  "甲（2015）": [each((f, r) => `${f}（${r.year}）`), true, false],
  "甲（2015年度）": [each((f, r) => `${f}（${r.year}年度）`), true, false],
  "甲（第四届）": [each((f, r) => `${f}（${nth(r)}）`), false, true],
  "甲（第四届，2015年）": [each((f, r) => `${f}（${nth(r)}，${r.year}年）`), true, true],
  "甲（2015，第四届）": [each((f, r) => `${f}（${r.year}，${nth(r)}）`), true, true],
  "甲、乙（2015）": [(r) => [`${r.firms.join("、")}（${r.year}）`], true, false],
  "甲、乙（2015年，第四届）": [(r) => [`${r.firms.join("、")}（${r.year}年，${nth(r)}）`], true, true],
  "2015年：甲、乙": [(r) => [`${r.year}年：${r.firms.join("、")}`], true, false],
  "第四届：甲、乙": [(r) => [`${nth(r)}：${r.firms.join("、")}`], false, true],
  "2015年（第四届）：甲、乙": [(r) => [`${r.year}年（${nth(r)}）：${r.firms.join("、")}`], true, true],
  "第四届（2015年）　甲　乙": [(r) => [`${nth(r)}（${r.year}年）　${r.firms.join("　")}`], true, true],
  "2015年甲": [each((f, r) => `${r.year}年${f}`), true, false],
  "甲　2015年": [each((f, r) => `${f}　${r.year}年`), true, false],
  "甲——2015年": [each((f, r) => `${f}——${r.year}年`), true, false],
};

const ROLLS: Record<string, (lines: readonly string[]) => string> = {
  "line by line": (l) => l.join("\n\n"),
  "with bullets": (l) => l.map((x) => `- ${x}`).join("\n"),
  numbered: (l) => l.map((x, i) => `${i + 1}. ${x}`).join("\n\n"),
  "by semicolons": (l) => `${l.join("；")}。`,
};

describe("rolls of winners by prize", () => {
  for (const [form, [lines, year, edition]] of Object.entries(DATED))
    it(`reads ${form} in lists of all kinds`, async () => {
      const expected = ROUNDS.flatMap((r) =>
        r.firms.map(
          (f) =>
            `${f} -> 温州市市长质量奖${year ? ` ${r.year}` : ""}${edition ? ` #${r.edition}` : ""} WINNER`,
        ),
      ).sort();
      for (const [look, heading] of Object.entries(HEADED))
        for (const [list, join] of Object.entries(ROLLS)) {
          const text = `# 温州市历年质量奖获奖名录

${heading("浙江省人民政府质量奖", 0)}

浙江雁荡电气集团有限公司（2016）

${heading("温州市市长质量奖", 1)}

${join(ROUNDS.flatMap(lines))}

（责任编辑：林晓）
`;
          const wins = (await winsOf(text)).filter((w) => w.includes("市长质量奖"));
          expect([look, list, ...wins.sort()]).toEqual([look, list, ...expected]);
        }
    });
});

interface Row {
  firm: string;
  award: string;
  edition: number;
  year: number;
  tier: "" | "提名奖";
  county: string;
}

const CITY = { award: "湘潭市市长质量奖", edition: 4, year: 2022 };
const ROWS: Row[] = [
  { ...CITY, firm: "湖南湘泵流体机械有限公司", tier: "", county: "雨湖区" },
  { ...CITY, firm: "湘潭电铸新材料股份有限公司", tier: "提名奖", county: "岳塘区" },
  { ...CITY, firm: "湘潭市第五人民医院", tier: "", county: "雨湖区" },
  {
    firm: "湘乡市东山皮革有限责任公司",
    award: "湖南省省长质量奖",
    edition: 6,
    year: 2021,
    tier: "提名奖",
    county: "湘乡市",
  },
];
const rowEdition = ({ edition }: Row): string => `第${"一二三四五六"[edition - 1]}届`;

/** Columns by their headers; `tells` is what a column says of a win, `groups` whether its cells may be blank below their like. */
const COLUMNS: Record<string, { cell: (row: Row, i: number) => string; tells?: string; groups?: boolean }> = {
  序号: { cell: (_, i) => String(i + 1) },
  获奖单位: { cell: (r) => r.firm },
  企业名称: { cell: (r) => r.firm },
  名称: { cell: (r) => r.firm },
  荣誉主体: { cell: (r) => r.firm },
  花落谁家: { cell: (r) => r.firm },
  "获奖单位（个人）": { cell: (r) => r.firm },
  所在县市区: { cell: (r) => r.county },
  奖项名称: { cell: (r) => r.award, groups: true },
  奖项: { cell: (r) => `${r.award}${r.tier}`, tells: "tier" },
  获奖情况: { cell: (r) => `${r.award}${r.tier}`, tells: "tier" },
  有何殊荣: { cell: (r) => `${r.year}年${r.award}${r.tier}`, tells: "tier year" },
  荣誉称号: { cell: (r) => `${rowEdition(r)}${r.award}${r.tier}`, tells: "tier edition" },
  所获奖项: { cell: (r) => `${r.year}年${r.award}${r.tier}`, tells: "tier year" },
  等次: { cell: (r) => (r.tier === "" ? "正奖" : r.tier), tells: "tier" },
  获奖年份: { cell: (r) => String(r.year), tells: "year", groups: true },
  授奖年度: { cell: (r) => `${r.year}年度`, tells: "year", groups: true },
  获奖时间: { cell: (r) => `${r.year}年11月`, tells: "year", groups: true },
  届次: { cell: rowEdition, tells: "edition", groups: true },
  颁奖单位: { cell: (r) => (r.award.startsWith("湖南") ? "湖南省人民政府" : "湘潭市人民政府") },
};

describe("tables of winners", () => {
  it.each([
    "序号 获奖单位 奖项名称 等次 获奖年份",
    "序号 奖项名称 获奖单位 等次",
    "获奖年份 奖项 企业名称 所在县市区",
    "荣誉称号 获奖单位 所在县市区",
    "企业名称 荣誉称号 获奖时间",
    "企业名称 奖项名称 届次 等次",
    "序号 企业名称 所获奖项",
    "奖项名称 获奖单位（个人） 等次 所在县市区",
    "奖项名称 届次 授奖年度 获奖单位",
    "序号 获奖年份 奖项 获奖单位 颁奖单位",
    "获奖单位 所在县市区 奖项名称 届次 等次",
    "序号 名称 所在县市区 获奖情况 获奖年份",
    "名称 有何殊荣 颁奖单位",
    "荣誉主体 所在县市区 获奖情况 获奖年份",
    "获奖年份 奖项 花落谁家 等次",
  ])("are read whose columns are %s", async (headers) => {
    const names = headers.split(" ");
    const tells = names.map((name) => COLUMNS[name]!.tells ?? "").join(" ");
    const expected = ROWS.map((r) =>
      [
        `${r.firm} -> ${r.award}`,
        tells.includes("year") ? ` ${r.year}` : "",
        tells.includes("edition") ? ` #${r.edition}` : "",
        tells.includes("tier") && r.tier !== "" ? " NOMINATION" : " WINNER",
      ].join(""),
    ).sort();
    const rows = ROWS.map((row, i) => names.map((name) => COLUMNS[name]!.cell(row, i)));
    const bearer = names.findIndex((name) => /^获奖单位|企业|^名称|主体|谁家/.test(name));
    /** Cells left of the winner's, blank where they say what the cell above does. */
    const blanks = rows.map((row, i) =>
      row.map((cell, j) =>
        i > 0 && j < bearer && COLUMNS[names[j]!]!.groups === true && rows[i - 1]![j] === cell ? "" : cell,
      ),
    );
    for (const cells of [rows, blanks]) {
      const lines = [names, names.map(() => "---"), ...cells].map((row) => `| ${row.join(" | ")} |`);
      expect(await winsOf(`# 湘潭市质量奖项一览\n\n${lines.join("\n")}\n`)).toEqual(expected);
    }
  });
});

describe("tables with a column for each prize", () => {
  const header = "| 区域 | 单位 | 区长质量奖 | 市长质量管理奖 | 中国质量奖 |\n|---|---|---|---|---|";
  const lead = "江津区区长质量奖和重庆市市长质量管理奖由政府设立，中国质量奖是国家级奖项。";
  const page = (mark: (year: number) => string, legend: string): string =>
    `# 江津区质量奖一览\n\n${lead}\n\n${header}
| 几江街道 | 江津几江陶瓷有限公司 | 2011年 | 2014年、2017年 | ${mark(2018)} |
| 白沙镇 | 江津白沙酒业有限公司 | ${mark(2013)} | — | / |\n\n${legend}\n`;
  it.each([
    ["2018年（提）", (y: number) => `${y}年（提）`, "括号内“提”表示提名奖。"],
    ["2018年（提名）", (y: number) => `${y}年（提名）`, ""],
    ["2018年，提名奖", (y: number) => `${y}年，提名奖`, ""],
    ["提名奖（2018年）", (y: number) => `提名奖（${y}年）`, ""],
    ["2018★", (y: number) => `${y}★`, "注：带★的为提名奖。"],
    ["2018△", (y: number) => `${y}△`, "△表示提名奖"],
  ])("are read with %s for a nomination", async (_, mark, legend) => {
    const wins = await winsOf(page(mark, legend));
    expect(wins).toEqual([
      "江津几江陶瓷有限公司 -> 中国质量奖 2018 NOMINATION",
      "江津几江陶瓷有限公司 -> 江津区区长质量奖 2011 WINNER",
      "江津几江陶瓷有限公司 -> 重庆市市长质量管理奖 2014 WINNER",
      "江津几江陶瓷有限公司 -> 重庆市市长质量管理奖 2017 WINNER",
      "江津白沙酒业有限公司 -> 江津区区长质量奖 2013 NOMINATION",
    ]);
  });
});

describe("tables of firms and persons", () => {
  const rows = (header: string, ...lines: string[]): string =>
    `# 质量培育库\n\n${header}\n${header.replace(/[^|]+/g, "---")}\n${lines.join("\n")}\n`;
  it("read a bare name as a person's where the prize goes to one", async () => {
    const text = rows(
      "| 名称 | 获奖情况 | 获奖年份 | 备注 |",
      "| 江津几江陶瓷有限公司 | 江津区区长质量奖 | 2017 | |",
      "| 冉启明 | 江津区区长质量奖（个人） | 2023 | 江津几江陶瓷有限公司釉料技师 |",
    );
    expect(await winsOf(text)).toEqual([
      "冉启明 -> 江津区区长质量奖 2023 WINNER",
      "江津几江陶瓷有限公司 -> 江津区区长质量奖 2017 WINNER",
    ]);
  });

  it("read firms that only their cells make names", async () => {
    const text = rows(
      "| 获奖者 | 奖项 | 年份 |",
      "| 塞外氢能科技（江津）有限公司 | 江津区区长质量奖 | 2017 |",
      "| 江津天岗石材加工厂 | 江津区区长质量奖提名奖 | 2019 |",
    );
    expect(await winsOf(text)).toEqual([
      "塞外氢能科技（江津）有限公司 -> 江津区区长质量奖 2017 WINNER",
      "江津天岗石材加工厂 -> 江津区区长质量奖 2019 NOMINATION",
    ]);
  });

  it.each([
    ["| 企业 | 奖项 | 状态 |", "| 江津几江陶瓷有限公司 | 江津区区长质量奖 | 申报中 |"],
    ["| 企业 | 目标奖项 | 计划年份 |", "| 江津几江陶瓷有限公司 | 江津区区长质量奖 | 2025 |"],
  ])("leave out what is only sought: %s", async (header, line) => {
    expect(await winsOf(rows(header, line))).toEqual([]);
  });

  it("leave out who is only proposed", async () => {
    const table = rows("| 单位 | 推荐奖项 |", "| 江津几江陶瓷有限公司 | 重庆市市长质量管理奖 |");
    const title = "第八届重庆市市长质量管理奖拟推荐名单公示";
    expect(await winsOf(table.replace("质量培育库", title))).toEqual([]);
  });
});
