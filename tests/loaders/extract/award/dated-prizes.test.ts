import { describe, expect, it } from "vitest";
import { winsOf } from "./wins-of.js";

/** Several prizes with their dates in one cell or bracket: two of one firm, one and two of another. */

const [FIRST, SECOND] = ["綦江渝齿泵业股份有限公司", "江津几江陶瓷有限公司"];
const [NATIONAL, CITY, COUNTY] = ["中国质量奖", "重庆市市长质量管理奖", "江津区区长质量奖"];

/** How a prize is told, of which the tier is "" or 提名奖. */
const FORMS: Record<string, (award: string, tier: string, year: number) => string> = {
  "甲奖（2018年）": (a, t, y) => `${a}${t}（${y}年）`,
  "甲奖（2018）": (a, t, y) => `${a}${t}（${y}）`,
  甲奖2018: (a, t, y) => `${a}${t}${y}`,
  "甲奖，2018年": (a, t, y) => `${a}${t}，${y}年`,
  "2018年甲奖": (a, t, y) => `${y}年${a}${t}`,
  "甲奖（2018年提名奖）": (a, t, y) => `${a}（${y}年${t}）`,
};
const SEPARATORS: Record<string, string> = {
  "；": "；",
  "、": "、",
  "，": "，",
  "/": " / ",
  "a line break": "<br>",
};

const WINS = [
  `${FIRST} -> ${NATIONAL} 2018 NOMINATION`,
  `${FIRST} -> ${CITY} 2017 WINNER`,
  `${SECOND} -> ${COUNTY} 2015 WINNER`,
  `${SECOND} -> ${CITY} 2021 NOMINATION`,
].sort();

describe("several prizes in a cell", () => {
  for (const [form, prize] of Object.entries(FORMS))
    for (const [name, mark] of Object.entries(SEPARATORS)) {
      if (form.includes("，") && mark !== "；") continue;
      it(`reads ${form}, parted by ${name}`, async () => {
        const first = [prize(NATIONAL, "提名奖", 2018), prize(CITY, "", 2017)].join(mark);
        const second = [prize(COUNTY, "", 2015), prize(CITY, "提名奖", 2021)].join(mark);
        const rows = [
          "| 企业 | 主要荣誉 |",
          "|---|---|",
          `| ${FIRST} | ${first} |`,
          `| ${SECOND} | ${second} |`,
        ];
        expect(await winsOf(`# 质量名片\n\n${rows.join("\n")}\n`)).toEqual(WINS);
      });
    }

  it("leaves out what has yet to be won", async () => {
    const cell = `${CITY}（2017年）；正在申报${NATIONAL}`;
    expect(await winsOf(`# 质量名片\n\n| 企业 | 主要荣誉 |\n|---|---|\n| ${FIRST} | ${cell} |\n`)).toEqual([
      `${FIRST} -> ${CITY} 2017 WINNER`,
    ]);
  });
});

describe("several prizes in a bracket behind a name", () => {
  it.each([
    [
      `${NATIONAL}提名奖，2018年、2021年；${CITY}，2017年`,
      [`${NATIONAL} 2018 NOMINATION`, `${NATIONAL} 2021 NOMINATION`, `${CITY} 2017 WINNER`],
    ],
    [`2018年${NATIONAL}提名奖，2017年${CITY}`, [`${NATIONAL} 2018 NOMINATION`, `${CITY} 2017 WINNER`]],
    [
      `${NATIONAL}提名奖，2018年；${CITY}，第六届，2017年；${COUNTY}，2012年、2014年、2016年、2019年`,
      [
        `${NATIONAL} 2018 NOMINATION`,
        `${CITY} 2017 #6 WINNER`,
        ...[2012, 2014, 2016, 2019].map((year) => `${COUNTY} ${year} WINNER`),
      ],
    ],
  ])("reads %s", async (bracket, told) => {
    const wins = await winsOf(`# 风采录\n\n**${FIRST}**（${bracket}）\n\n公司主营齿轮泵。\n`);
    expect(wins).toEqual(told.map((win) => `${FIRST} -> ${win}`).sort());
  });
});

/** How a line leads from the firm to its prizes. */
const LINES: Record<string, (firm: string, prizes: string, i: number) => string> = {
  "with a colon": (f, p) => `${f}：${p}`,
  "with a blank": (f, p) => `${f}　${p}`,
  "with a dash": (f, p) => `${f}——${p}`,
  numbered: (f, p, i) => `${i + 1}. ${f}：${p}`,
  "with bullets": (f, p) => `- **${f}**：${p}`,
  "below a line of the name": (f, p) => `${f}\n\n主要荣誉：${p}`,
};

describe("several prizes in a line", () => {
  for (const form of ["甲奖（2018年）", "甲奖（2018）", "甲奖（2018年提名奖）"])
    for (const [look, line] of Object.entries(LINES))
      it.each(["；", "、"])(`reads ${form} ${look}, parted by %s`, async (mark) => {
        const prize = FORMS[form]!;
        const first = [prize(NATIONAL, "提名奖", 2018), prize(CITY, "", 2017)].join(mark);
        const second = [prize(COUNTY, "", 2015), prize(CITY, "提名奖", 2021)].join(mark);
        const text = `# 质量名片\n\n${line(FIRST, first, 0)}\n\n${line(SECOND, second, 1)}\n`;
        expect(await winsOf(text)).toEqual(WINS);
      });
});

describe("decisions that count the winners before a prize's short name", () => {
  it.each(["组织", "企业", "单位"])("reads 等2家%s区长质量奖", async (kind) => {
    const text = `# 江津区人民政府关于公布第三届江津区区长质量奖评定结果的通知

现将第三届江津区区长质量奖（以下简称“区长质量奖”）评定结果通知如下：

一、授予${FIRST}、${SECOND}等2家${kind}区长质量奖。

二、授予以下1家${kind}区长质量奖提名奖：

江津区几江小学；
`;
    const wins = (await winsOf(text)).map((win) => win.replace(" 2024", ""));
    expect(wins).toEqual(
      [
        `${FIRST} -> ${COUNTY} #3 WINNER`,
        `${SECOND} -> ${COUNTY} #3 WINNER`,
        `江津区几江小学 -> ${COUNTY} #3 NOMINATION`,
      ].sort(),
    );
  });
});

describe("honours in the profiles of a list", () => {
  const page = (first: string, second: string): string => `# 拟推荐组织的公示

（一）${FIRST}
所在地：綦江区
主要荣誉：${first}
质量基础：参与制定国家标准14项

（二）${SECOND}（原江津县陶瓷厂）
所在地：江津区
主要荣誉：${second}
质量基础：承担全国日用陶瓷标准化技术委员会秘书处
`;

  it("go to whom the profile is of", async () => {
    const wins = await winsOf(
      page(
        `2018年获${NATIONAL}提名奖；2017年获${CITY}`,
        `2015年获${COUNTY}；2021年被市政府授予${CITY}提名奖`,
      ),
    );
    expect(wins).toEqual(WINS);
  });

  it("go to the work that a bracket names as well", async () => {
    const wins = await winsOf(
      page(`2022年获重庆市专利奖一等奖（专利名称：一种低噪齿轮泵）`, `2015年获${COUNTY}`),
    );
    expect(wins).toEqual(
      [
        `${FIRST} -> 重庆市专利奖 2022 FIRST`,
        "一种低噪齿轮泵 -> 重庆市专利奖 2022 FIRST",
        `${SECOND} -> ${COUNTY} 2015 WINNER`,
      ].sort(),
    );
  });

  it("leave out what is only sought", async () => {
    const wins = await winsOf(page(`正在申报${NATIONAL}`, `2015年获${COUNTY}`));
    expect(wins).toEqual([`${SECOND} -> ${COUNTY} 2015 WINNER`]);
  });
});

describe("titles of places in brackets", () => {
  it("are read where nothing but a year stands beside them", async () => {
    const text =
      "# 区域荣誉\n\n另列：淄博市（中国陶瓷名城，2010年；国家质量强市示范城市，2019年），沂源县（2014年国家农业标准化示范县）。\n";
    expect(await winsOf(text)).toEqual([
      "沂源县 -> 国家农业标准化示范县 2014 WINNER",
      "淄博市 -> 中国陶瓷名城 2010 WINNER",
      "淄博市 -> 国家质量强市示范城市 2019 WINNER",
    ]);
  });

  it.each(["拟申报国家农业标准化示范县", "国家农业标准化示范县创建中，2014年启动"])(
    "not %s",
    async (note) => {
      expect(await winsOf(`# 区域荣誉\n\n沂源县（${note}）发展果业。\n`)).toEqual([]);
    },
  );
});

describe("tables of tiers below a heading of a level", () => {
  it("are of the award of that level for what their columns name", async () => {
    const text = `# 江津2项专利获奖

12月，区知识产权局通报近两年获奖专利：第二十四届中国专利奖、2023年度重庆市专利奖评选中，全区共有2项专利获奖。

## 省级

| 等次 | 专利 | 专利权人 |
|---|---|---|
| 一等奖 | 一种陶瓷釉料及其制备方法 | ${SECOND} |
| 三等奖 | 一种低噪齿轮泵 | ${FIRST} |
`;
    expect(await winsOf(text)).toEqual(
      [
        `一种陶瓷釉料及其制备方法 -> 重庆市专利奖 2023 FIRST`,
        `${SECOND} -> 重庆市专利奖 2023 FIRST`,
        `一种低噪齿轮泵 -> 重庆市专利奖 2023 THIRD`,
        `${FIRST} -> 重庆市专利奖 2023 THIRD`,
      ].sort(),
    );
  });
});
