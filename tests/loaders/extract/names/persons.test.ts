import { describe, expect, it } from "vitest";
import { claimsOf } from "../award/wins-of.js";

const personsIn = async (text: string): Promise<string[]> =>
  (await claimsOf(text)).flatMap((claim) =>
    claim.fact === "entity" && claim.type === "Person" ? [claim.name] : [],
  );

const CALLED = [
  "钳工",
  "班长",
  "首席质量官",
  "质量部部长",
  "主任医师",
  "船长",
  "种粮大户",
  "全国劳模",
  "一线工人",
];
const GOES_ON = [
  "荣获全国五一劳动奖章。",
  "，2021年获全国五一劳动奖章。",
  "曾获四川省五一劳动奖章。",
  "登上领奖台。",
  "头上戴着全国技术能手的光环。",
  "（左二）上台领奖。",
  "等3人获评四川工匠。",
];

describe("names of persons", () => {
  for (const called of CALLED)
    it.each(GOES_ON)(`behind ${called}, and before %s`, async (rest) => {
      expect(await personsIn(`四川长沱玻璃有限公司${called}覃秋兰${rest}`)).toEqual(["覃秋兰"]);
    });

  it.each(["，也是全国劳动模范。", "曾获四川省五一劳动奖章。", "2020年被评为四川省劳动模范。"])(
    "behind 公司的, and before %s",
    async (rest) => {
      expect(await personsIn(`四川长沱玻璃有限公司的覃秋兰${rest}`)).toEqual(["覃秋兰"]);
    },
  );

  it.each([
    "四川长沱玻璃有限公司的高度重视，让质量工作落了地。",
    "四川长沱玻璃有限公司的金奖产品，是全国名牌。",
    "一线工人高度认可，村民高兴得合不拢嘴。",
    "劳动模范代表登上领奖台。",
  ])("are not in %s", async (text) => {
    expect(await personsIn(text)).toEqual([]);
  });
});
