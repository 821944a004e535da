import { describe, expect, it } from "vitest";
import { winsOf } from "./wins-of.js";

/** Lines of a roll, whose fields stand in any order and are parted by anything. */

interface Line {
  award: string;
  edition: number;
  year: number;
  winner: string;
  place: string;
  tier: "" | "提名奖";
}

const LINES: Line[] = [
  ["浙江省人民政府质量奖", 4, 2018, "衢州云栖特种纸有限公司", "柯城区", ""],
  ["浙江省人民政府质量奖", 5, 2020, "浙江开阳氟材料股份有限公司", "衢江区", "提名奖"],
  ["衢州市市长质量奖", 6, 2019, "浙江江郎门业有限公司", "江山市", ""],
  ["衢州市市长质量奖", 6, 2019, "衢州市第二中心血站", "柯城区", "提名奖"],
  ["衢州市市长质量奖", 7, 2021, "衢州云栖特种纸有限公司", "柯城区", ""],
  ["衢州市市长质量奖", 7, 2021, "衢州信安阀门有限公司", "衢江区", ""],
  ["衢州市市长质量奖", 8, 2023, "江山市碗窑水泥厂", "江山市", "提名奖"],
  ["中国质量奖", 4, 2021, "浙江开阳氟材料股份有限公司", "衢江区", "提名奖"],
].map(
  ([award, edition, year, winner, place, tier]) => ({ award, edition, year, winner, place, tier }) as Line,
);

const edition = (l: Line): string => `第${"零一二三四五六七八九十"[l.edition]}届`;
const tierOf = (l: Line): string => (l.tier === "" ? "正奖" : l.tier);

const told = LINES.map(
  ({ award, edition: n, year, winner, tier }) =>
    `${winner} -> ${award} ${year} #${n} ${tier === "" ? "WINNER" : "NOMINATION"}`,
).sort();

const roll = (lines: readonly string[]): string => `衢州市质量荣誉汇编（2010—2023年）\n\n${lines.join("\n")}`;

/** The lines of each award under its name. */
const under = (head: (award: string) => string, line: (l: Line, i: number) => string): string =>
  roll(
    [...new Set(LINES.map((l) => l.award))].map(
      (award) =>
        `${head(award)}\n\n${LINES.filter((l) => l.award === award)
          .map(line)
          .join("\n")}\n`,
    ),
  );

const DIVIDERS = ["　", "　　", " ", " / ", "——", " · ", "｜", " | "];

const ORDERS: Record<string, (l: Line) => string[]> = {
  "award, winner, date": (l) => [l.award + l.tier, l.winner, `${edition(l)}，${l.year}年`],
  "date, award, winner": (l) => [`${l.year}年`, edition(l) + l.award + l.tier, l.winner],
  "winner, award, dates": (l) => [l.winner, l.award + l.tier, `${l.year}年`, edition(l)],
  "winner, place, award, dates, tier": (l) => [
    l.winner,
    l.place,
    l.award,
    `${l.year}年`,
    edition(l),
    tierOf(l),
  ],
  "year, winner, award, tier": (l) => [`${l.year}`, l.winner, edition(l) + l.award, tierOf(l)],
};

describe("lines of a roll", () => {
  for (const [order, fields] of Object.entries(ORDERS))
    it.each(DIVIDERS)(`reads ${order} between “%s”`, async (divider) => {
      expect(await winsOf(roll(LINES.map((l) => fields(l).join(divider))))).toEqual(told);
    });

  it.each(DIVIDERS)("reads dates, tier, winner and place between “%s” under an award", async (divider) => {
    const line = (l: Line): string => [edition(l), `${l.year}年`, tierOf(l), l.winner, l.place].join(divider);
    expect(await winsOf(under((award) => award, line))).toEqual(told);
  });

  it.each(["（）", "［］", "[]", "〔〕", "【】"])("reads what %s behind a name notes", async (marks) => {
    const noted = (...notes: string[]): string => marks[0] + notes.filter(Boolean).join("，") + marks[1];
    const line = (l: Line): string => `${l.award}：${l.winner}${noted(edition(l), `${l.year}年`, l.tier)}`;
    expect(await winsOf(roll(LINES.map(line)))).toEqual(told);
    const remark = "前身为1958年建厂的国营农具厂";
    const remarked = (l: Line): string =>
      `${l.award}：${l.winner}${noted(edition(l), `${l.year}年`, l.tier, remark.replace("农具", l.winner.slice(2, 6)))}`;
    expect(await winsOf(roll(LINES.map(remarked)))).toEqual(told);
    const item = (l: Line): string => `- ${l.winner}${noted(`${l.year}年${edition(l)}${l.tier}`, l.place)}`;
    expect(await winsOf(under((award) => `## ${award}`, item))).toEqual(told);
  });

  it.each(["　", "　　"])(
    "goes on with the award above where a line begins with its date, after “%s”",
    async (blank) => {
      const line = (l: Line, i: number): string =>
        `${i === 0 ? l.award : blank.repeat(6)}${blank}${edition(l)}（${l.year}年）${blank}${l.winner}${l.tier && `（${l.tier}）`}`;
      const awards = [...new Set(LINES.map((l) => l.award))];
      const lines = awards.flatMap((award) => LINES.filter((l) => l.award === award).map(line));
      expect(await winsOf(roll(lines))).toEqual(told);
    },
  );

  it("takes the date before several winners for all of them, and no further than the next award", async () => {
    expect(
      await winsOf(
        roll([
          "衢州市市长质量奖　第六届（2019年）　浙江江郎门业有限公司；衢州市第二中心血站（提名奖）",
          "浙江省绿色工厂　衢州信安阀门有限公司；江山市碗窑水泥厂　2022年",
        ]),
      ),
    ).toEqual([
      "江山市碗窑水泥厂 -> 浙江省绿色工厂 2022 WINNER",
      "浙江江郎门业有限公司 -> 衢州市市长质量奖 2019 #6 WINNER",
      "衢州信安阀门有限公司 -> 浙江省绿色工厂 WINNER",
      "衢州市第二中心血站 -> 衢州市市长质量奖 2019 #6 NOMINATION",
    ]);
  });

  it.each(["［］", "[]", "〔〕", "（）"])("reads a date with its tier in %s before a name", async (marks) => {
    const lines = ["2019年提名奖", "第七届提名奖", "2023年"].map(
      (note, i) => `${marks[0]}${note}${marks[1]}${LINES[i]!.winner}`,
    );
    expect(await winsOf(roll(["衢州市市长质量奖\n", ...lines]))).toEqual([
      "浙江开阳氟材料股份有限公司 -> 衢州市市长质量奖 #7 NOMINATION",
      "浙江江郎门业有限公司 -> 衢州市市长质量奖 2023 WINNER",
      "衢州云栖特种纸有限公司 -> 衢州市市长质量奖 2019 NOMINATION",
    ]);
  });

  it("leaves the numbers of documents and footnotes as they are", async () => {
    expect(
      await winsOf(
        "# 通知\n\n据衢市监发〔2021〕7号，衢州信安阀门有限公司[1]获衢州市市长质量奖［详见附件］。",
      ),
    ).toEqual(["衢州信安阀门有限公司 -> 衢州市市长质量奖 WINNER"]);
  });

  const PERSONS = [
    ["衢州市市长质量奖", "第七届", "2021年", "郑怀瑾", "衢州信安阀门有限公司总工程师", "#7 "],
    ["全国五一劳动奖章", "", "2022年", "毛晓棠", "浙江江郎门业有限公司车间主任", ""],
    ["浙江工匠", "", "2020年", "叶季同", "衢州云栖特种纸有限公司高级技师", ""],
  ] as const;
  const honoured = PERSONS.map(
    ([award, , year, name, , round]) => `${name} -> ${award} ${year.slice(0, 4)} ${round}WINNER`,
  ).sort();

  it.each(["　", "　　", "，", "——", " | "])(
    "reads whose officer a person is between “%s”",
    async (divider) => {
      const lines = (line: (p: (typeof PERSONS)[number]) => string[]): string =>
        roll(["人物\n", ...PERSONS.map((p) => line(p).join(divider))]);
      for (const text of [
        lines(([award, round, year, name, post]) => [award, name, post, round + year]),
        lines(([award, round, year, name, post]) => [name, post, round + award, year]),
        lines(([award, round, year, name, post]) => [year, round + award, post, name]),
        lines(([award, round, year, name, post]) => [`${name}（${post}）`, `${round}${award}（${year}）`]),
        lines(([award, round, year, name, post]) => [award, `${name}（${post}，${round}${year}）`]),
      ])
        expect(await winsOf(text)).toEqual(honoured);
    },
  );

  it("takes a person's employer for no winner", async () => {
    expect(
      await winsOf(roll(["衢州市市长质量奖（个人）　郑怀瑾　衢州信安阀门有限公司　第七届，2021年"])),
    ).toEqual(["郑怀瑾 -> 衢州市市长质量奖 2021 #7 WINNER"]);
  });
});
