import { describe, expect, it } from "vitest";
import { winsOf } from "./wins-of.js";

const WINNERS = ["赤壁砖茶股份有限公司", "赤壁市人民医院", "赤壁陆水阀门有限公司"] as const;
const won = (winners: readonly string[]): string[] =>
  winners.map((winner) => `${winner} -> 咸宁市市长质量奖 2024 #6 WINNER`).sort();
const [first, second, third] = WINNERS;

/** Words that say without naming the prize again that somebody has it. */
const VERBS =
  "问鼎 登榜 上榜 折桂 夺魁 捧杯 摘冠 入列 榜上有名 荣登榜单 荣列榜单 脱颖而出 胜出 金榜题名 名列其中 跻身其中 当选 获此殊荣 斩获殊荣 摘得桂冠 笑到最后 获奖".split(
    " ",
  );
/** What a result is told by. */
const RESULTS =
  "揭晓 产生 亦在年内产生 新鲜出炉 名单公布 评选结果公布 尘埃落定 榜单发布 结果出炉 正式公布 评审结束".split(
    " ",
  );
/** What leads from it to the winners. */
const LEADS = ["，获奖者为", "，获奖的是", "，得主为", "，分别是", "，获奖组织为", "，花落", "——"];

describe("words that say who has won", () => {
  it.each(VERBS)("reads who won by: %s", async (verb) => {
    const text = `本报讯 昨日，第六届咸宁市市长质量奖揭晓，${first}、${second}${verb}。`;
    expect(await winsOf(text)).toEqual(won([first, second]));
  });

  it.each(RESULTS.flatMap((result) => LEADS.map((lead) => [result, lead] as const)))(
    "reads the winners behind: %s%s",
    async (result, lead) => {
      const text = `本报讯 昨日，第六届咸宁市市长质量奖${result}${lead}${first}、${second}和${third}。`;
      expect(await winsOf(text)).toEqual(won(WINNERS));
    },
  );

  it.each(["正式启动", "评审结束后将公示", "申报截止"])("finds nobody behind: %s", async (result) => {
    const text = `本报讯 昨日，第六届咸宁市市长质量奖${result}，申报者为${first}、${second}和${third}。`;
    expect(await winsOf(text)).toEqual([]);
  });
});
