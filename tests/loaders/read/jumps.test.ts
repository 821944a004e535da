import { describe, expect, it } from "vitest";
import { jumpOf } from "../../../loaders/lines/jumps.js";
import { canonicalText } from "../../../loaders/read/canonical.js";

const read = (...blocks: string[]): string[] => canonicalText(blocks.join("\n\n")).split("\n");

describe("a mark that an article goes on elsewhere", () => {
  it.each([
    ["（下转第6版）", true, "6"],
    ["下转06版", true, "6"],
    ["▶下转3版", true, "3"],
    ["〔下转第二版〕", true, "2"],
    ["【下转A12版·要闻】", true, "A12"],
    ["（转6版）", true, "6"],
    ["── 下转１２版 ──", true, "12"],
    ["（上接第3版）", false, "3"],
    ["（上接第1版《泵业之城》）", false, "1"],
    ["（紧接A03版）", false, "A3"],
    ["接第十一版", false, "11"],
    ["（上接⑥版）", false, "6"],
  ])("is %s", (line, onward, page) => {
    expect(jumpOf(line)).toMatchObject({ onward, page });
  });

  it.each([
    "第6版 要闻",
    "该书已转第二版发行。",
    "（接第3版印刷的通知）下发",
    "云帆公司转版升级",
    "接到第3版样稿",
  ])("is not %s", (line) => {
    expect(jumpOf(line)).toBeUndefined();
  });
});

const PUMPS = [
  "昨天，市政府公布第五届云帆市市长质量奖：云帆泵业有限公司获质量奖，提名奖花落云帆锚链有限公司、云帆县",
  "海风船厂有限公司。加上前四届，已有20家单位获奖。",
  "“评奖是照镜子。”云帆泵业总经理舒望说。",
];
const ZONE = [
  "云帆高新区的产值去年越过百亿元。可区里的一份报告也让人坐不住：批次合格率只有",
  "87.4%。今年，园区建起检测中心。",
];
const HEAD = "云帆商报 2022年12月9日 星期五";

describe("articles that go on on other pages", () => {
  it("are put together by the pages that their marks name", () => {
    const lines = read(
      `${HEAD} 第3版`,
      "云帆质量奖揭晓",
      "本报记者 舒望",
      `${PUMPS[0]}\n（下转第6版）`,
      "小园区的大账本",
      "本报记者 白岚",
      `${ZONE[0]}（下转第7版）`,
      `${HEAD} 第7版`,
      "（上接第3版）",
      ZONE[1]!,
      `${HEAD} 第6版`,
      `（上接第3版）${PUMPS[1]}`,
      PUMPS[2]!,
      "责任编辑 程远",
    );
    expect(lines.slice(1, -3)).toEqual([
      "云帆质量奖揭晓",
      "本报记者 舒望",
      PUMPS[0]! + PUMPS[1],
      PUMPS[2],
      "小园区的大账本",
      "本报记者 白岚",
      ZONE.join(""),
    ]);
  });

  it("are put together in narrow columns, whose last line the mark makes wider", () => {
    const column = (text: string) => text.replace(/.{18}/gu, "$&\n");
    const lines = read(
      `${HEAD} A3`,
      "云帆质量奖揭晓",
      `${column(`${"云帆泵业的车间灯火通明，订单排到了明年。".repeat(3)}${PUMPS[0]}`)}（下转A6版）`,
      `${HEAD} A6`,
      `（上接A3版）\n${column(PUMPS[1]! + PUMPS[2])}`,
    );
    expect(lines[2]).toContain(PUMPS[0]! + PUMPS[1]);
  });

  it("leave a sentence alone that another article's rest stands behind", () => {
    const aside = "……有关负责人最后说，将把质量信用纳入评价。";
    const lines = read(
      "云帆质量奖揭晓",
      "本报记者 舒望",
      `云帆县以造泵闻名。${PUMPS[0]}`,
      `（上接⑥版《仪表之乡》） ${aside}`,
      PUMPS[1]!,
    );
    expect(lines).toContain(`云帆县以造泵闻名。${PUMPS[0]}${PUMPS[1]}`);
    expect(lines).toContain(aside);
  });

  it("stay as they are where the other part is elsewhere", () => {
    const text = [
      `${HEAD} 第3版`,
      "云帆质量奖揭晓",
      PUMPS[0]!,
      "（下转第6版）",
      "（上接第1版《仪表之乡》）",
      PUMPS[1]!,
    ];
    expect(read(...text)).toEqual(text);
    const ended = [`${HEAD} 第3版`, PUMPS[2]!, "（下转第6版）", `${HEAD} 第8版`, "（上接第2版）", ZONE[1]!];
    expect(read(...ended)).toEqual(ended);
  });
});
