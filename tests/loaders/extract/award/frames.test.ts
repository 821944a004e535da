import { describe, expect, it } from "vitest";
import { winsOf } from "./wins-of.js";

/** Lines that stand alone above winners, however they are set apart: what one frame teaches, all must read. */

const FRAMES = [
  ..."%|（%）|一、%|%度|【%】|〖%〗|［%］|# %|%：|%———|——%".split("|"),
  ..."────── % ──────|━━━ % ━━━|═══ % ═══|—— % ——|--- % ---|=== % ===|～～%～～|__ % __|……%……|+++ % +++".split(
    "|",
  ),
  ..."★ % ★|※ % ※|☆%☆|◇%◇|■%■|≡ % ≡|· · · % · · ·|◆ %|▶ %|● %|◎ %|▍%|▌%|❖ %|✦ %|➤ %|→ %|» %".split("|"),
];
const BODIES: Record<string, (names: readonly string[]) => string> = {
  "a sentence": (n) => `${n.join("、")}获宜宾市市长质量奖。`,
  "a sentence behind a sign": (n) => `▲ ${n.join("、")}获宜宾市市长质量奖。`,
  "a labelled line": (n) => `宜宾市市长质量奖：${n.join("、")}`,
  "a labelled item": (n) => `· 宜宾市市长质量奖：${n.join("、")}`,
};
const ROUNDS: readonly (readonly [year: number, names: readonly string[]])[] = [
  [2018, ["宜宾海丝新材料有限公司", "宜宾市第四人民医院"]],
  [2021, ["宜宾翠屏精密轴承有限公司", "宜宾市南岸小学"]],
];

describe("a year that stands alone", () => {
  const wins = ROUNDS.flatMap(([year, names]) =>
    names.map((name) => `${name} -> 宜宾市市长质量奖 ${year} WINNER`),
  ).sort();

  it.each(Object.entries(BODIES))("is that of the winners below it, in any frame: %s", async (_, body) => {
    const missed: string[] = [];
    for (const unit of ["年", ""])
      for (const frame of FRAMES.filter((one) => unit !== "" || !one.includes("度")))
        for (const gap of ["\n", "\n\n"]) {
          const head = (year: number): string => frame.replace("%", `${year}${unit}`);
          const parts = ROUNDS.map(([year, names]) => `${head(year)}${gap}${body(names)}`);
          const found = await winsOf(`宜宾质量备忘\n\n${parts.join("\n\n")}\n`);
          if (found.join() !== wins.join()) missed.push(head(0));
        }
    expect(missed).toEqual([]);
  });
});

const HEADS =
  "% · 京城归来|%·再进一步|%年：冠军|%——出圈|%年，再进一步|%｜冠军|◆ % 出圈|【%·出圈】|出圈 · %".split("|");

describe("a year in a heading of a few words", () => {
  const part = (year: number, text: string): [number, string] => [year, text];
  const told = [
    part(1997, "国有独资的公司挂牌。"),
    part(2005, "企业名声渐响，获四川省质量奖。"),
    part(2013, "宜宾市市长质量奖揭晓，海丝新材名列榜首。"),
    part(2021, "申报第四届中国质量奖，未获奖。"),
  ];

  it.each(HEADS)("is that of what is told below it: %s", async (head) => {
    const parts = told.map(([year, text]) => `${head.replace("%", `${year}`)}\n\n${text}`);
    const found = await winsOf(
      `六十五年\n\n宜宾海丝新材料有限公司（以下简称“海丝新材”）建厂65年。\n\n${parts.join("\n\n")}\n`,
    );
    expect(found).toEqual([
      "宜宾海丝新材料有限公司 -> 四川省质量奖 2005 WINNER",
      "宜宾海丝新材料有限公司 -> 宜宾市市长质量奖 2013 WINNER",
    ]);
  });
});

describe("a tier's heading in the words of a newspaper", () => {
  const HEADS =
    "提名奖花落谁家|谁拿了提名奖|提名奖得主|提名奖名单|这些单位获提名奖|提名奖一览|提名奖：2个名额|提名奖都有谁|再看提名奖|提名奖（2席）|提名奖 · 2家|2家组织获提名奖";
  const TITLES = [
    "第五届中国质量奖出炉：四川1家企业夺魁",
    "第五届中国质量奖揭晓",
    "四川捧回第五届中国质量奖",
  ];
  const LISTS = ["1. 甲\n2. 乙（翠屏区）", "甲、乙", "- 甲\n- 乙"];

  it.each(HEADS.split("|"))("is of the award that the title or lead tells of: %s", async (head) => {
    for (const title of TITLES)
      for (const lead of ["", "四川方面——\n\n", "（排名不分先后）\n\n"])
        for (const list of LISTS) {
          const below = list.replace("甲", "宜宾海丝新材料有限公司").replace("乙", "宜宾市第四人民医院");
          const found = await winsOf(
            `# ${title}\n\n日前，市场监管总局公布获奖名单，提名奖共79家组织。\n\n### 走出来的“国奖”\n\n宜宾翠屏精密轴承有限公司坐落于翠屏区，靠的是“三全”质量管理模式，获得第五届中国质量奖。\n\n### ${head}\n\n${lead}${below}\n\n### 数字\n\n四川累计获中国质量奖提名奖24个。\n`,
          );
          const nominees = found.filter((win) => win.endsWith("#5 NOMINATION"));
          expect(nominees.map((win) => win.split(" ")[0])).toEqual([
            "宜宾市第四人民医院",
            "宜宾海丝新材料有限公司",
          ]);
          expect(found).toHaveLength(3);
        }
  });
});
