import { describe, expect, it } from "vitest";
import { winsOf } from "./wins-of.js";

/** Lists of lines whose items are set apart in any way: what one sign or bracket teaches, all must read. */

const FIRMS = [
  "宜宾海丝新材料有限公司",
  "宜宾市第四人民医院",
  "宜宾翠屏精密轴承有限公司",
  "高县川红茶业有限公司",
];
const PRIZES = [
  ["宜宾市市长质量奖", "WINNER"],
  ["四川省省长质量奖提名奖", "NOMINATION"],
  ["全国质量标杆", "WINNER"],
  ["四川省科学技术进步奖二等奖", "SECOND"],
] as const;
const ROWS = FIRMS.map((firm, i) => ({
  W: firm,
  A: PRIZES[i]![0],
  Y: `${2013 + 2 * i}年`,
  year: 2013 + 2 * i,
  award: PRIZES[i]![0].replace(/提名奖$|二等奖$/, ""),
  tier: PRIZES[i]![1],
}));
type Row = (typeof ROWS)[number];
type Item = "W" | "A" | "Y";
const items = (order: string, row: Row): string[] => [...order].map((item) => row[item as Item]);

/** What the lists stand below, by the items of their lines, and what their lines say. */
const CONTEXTS: readonly [orders: readonly string[], head: string, win: (row: Row) => string][] = [
  [
    ["YAW", "YWA", "AWY", "AYW", "WAY", "WYA"],
    "",
    ({ W, award, year, tier }) => `${W} -> ${award} ${year} ${tier}`,
  ],
  [["YW", "WY"], "## 宜宾市市长质量奖\n\n", ({ W, year }) => `${W} -> 宜宾市市长质量奖 ${year} WINNER`],
  [["AW", "WA"], "## 2019年\n\n", ({ W, award, tier }) => `${W} -> ${award} 2019 ${tier}`],
  [["YA", "AY"], `## ${FIRMS[0]}\n\n`, ({ award, year, tier }) => `${FIRMS[0]} -> ${award} ${year} ${tier}`],
];

/** The forms of which lists are not read as they should be. */
async function misread(line: (order: string, row: Row, i: number) => string): Promise<string[]> {
  const wrong: string[] = [];
  for (const [orders, head, win] of CONTEXTS)
    for (const order of orders) {
      const text = `# 宜宾质量荣誉录\n\n${head}${ROWS.map((row, i) => line(order, row, i)).join("\n")}`;
      const found = await winsOf(text);
      const expected = ROWS.map(win).sort();
      if (JSON.stringify(found) !== JSON.stringify(expected)) wrong.push(order);
    }
  return wrong;
}

describe("lines of items", () => {
  it.each([
    ..." |　　|\t|/| / |／|｜| ｜ |‖|¦|——|—| - |～| · |：|，|→| → |⟶|➜|⇒| > |»|▶|▸|……|＝| + |…………".split("|"),
    "|",
    " | ",
  ])("that the sign %j parts", async (sign) => {
    expect(await misread((order, row) => items(order, row).join(sign))).toEqual([]);
  });

  it.each("[]|【】|〔〕|〖〗|［］|｛｝|{}|〈〉".split("|"))(
    "of which %s sets the first apart",
    async (brackets) => {
      const [open, close] = brackets;
      expect(
        await misread((order, row) => {
          const [first, ...rest] = items(order, row);
          return [`${open}${first}${close}`, ...rest].join(" ");
        }),
      ).toEqual([]);
    },
  );

  it.each("[]|【】|〔〕|〖〗|［］|｛｝|{}|〈〉".split("|"))(
    "of which %s sets the award apart",
    async (brackets) => {
      const [open, close] = brackets;
      expect(
        await misread((order, row) =>
          items(order, row)
            .map((item) => (item === row.A ? `${open}${item}${close}` : item))
            .join(" "),
        ),
      ).toEqual([]);
    },
  );

  it.each(
    "· |•|● |◆|◇|■|□|▲|△|▶|►|★|☆|◎|○|※|✓|√|✔|☑|➤|➢|▪|✦|❖|- |* |+ |%. |%、|(%)|%）|〔%〕|[%]|0% |№% |A. |（一）|Ⅰ. |🏆|🏅 |壹、|第%条 ".split(
      "|",
    ),
  )("behind the sign or number %j", async (sign) => {
    const numbered = (i: number): string =>
      sign
        .replace("%", `${i + 1}`)
        .replace("A", "ABCD"[i]!)
        .replace("一", "一二三四"[i]!)
        .replace("Ⅰ", "ⅠⅡⅢⅣ"[i]!)
        .replace("壹", "壹贰叁肆"[i]!);
    expect(await misread((order, row, i) => `${numbered(i)}${items(order, row).join("　")}`)).toEqual([]);
  });

  it("of firms with their awards in brackets, each its own", async () => {
    const text = `# 宜宾质量荣誉录\n\n## 2019年\n\n${ROWS.map(({ W, A }) => `${W}（${A}）`).join("\n")}`;
    expect(await winsOf(text)).toEqual(
      ROWS.map(({ W, award, tier }) => `${W} -> ${award} 2019 ${tier}`).sort(),
    );
  });

  it("but no years that a sign joins, nor signs within names", async () => {
    expect(
      await winsOf("# 宜宾市市长质量奖评选办法\n\n2013-2015年\n2015～2017年\n宜宾海丝新材料有限公司-研发部"),
    ).toEqual([]);
  });
});
