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

  // Surnames that are words or that no list has, compound ones, and names of all peoples.
  const RARE = [
    "字秋兰",
    "折建国",
    "种玉华",
    "那春花",
    "佴小凤",
    "赫连志明",
    "阿苏木果",
    "乌云其其格",
    "呼格吉勒图",
  ];
  describe.each(RARE)("such as %s", (name) => {
    it.each([
      `四川长沱玻璃有限公司总经理${name}说，公司去年营业收入5亿元。`,
      `四川长沱玻璃有限公司质检部首席检验员${name}在车间里坐了27年，2019年获四川省五一劳动奖章。`,
      `四川长沱玻璃有限公司焊工${name}2022年被评为四川省劳动模范。`,
      `会议由市质量协会会长${name}主持。`,
      `增补四川长沱玻璃有限公司副总经理${name}为协会副会长。`,
      `拉坯车间的${name}则在2020年被授予全国劳动模范。`,
      `第五届临江市市长质量奖（个人）：${name}（四川长沱玻璃有限公司高级技师）。`,
      `四川长沱玻璃有限公司装配工${name}师傅干了三十年。`,
    ])("in %s", async (text) => {
      expect(await personsIn(text)).toEqual([name]);
    });
    it("in a row of a table that says who holds a post", async () => {
      expect(
        await personsIn(`| 项目 | 内容 |\n|---|---|\n| 董事长 | ${name} |\n| 员工人数 | 320人 |`),
      ).toEqual([name]);
    });
    it("in an interview", async () => {
      const text = `【对话】${name}：把一块玻璃做到极致\n\n问：公司从哪里起步？\n${name}：从一口窑。\n\n问：现在呢？\n${name}（笑）：还是一口窑。`;
      expect(await personsIn(text)).toEqual([name]);
    });
  });

  it.each([
    ["●1月　临江市市场监督管理局挂牌，苗春晖任局长。", "苗春晖"],
    ["●1月　临江市市场监督管理局挂牌，苗晖任局长。", "苗晖"],
    ["海岭市标准化研究院揭牌，院长为苗春晖。", "苗春晖"],
    ["中心主任是苗春晖；副主任另有其人。", "苗春晖"],
    ["联系人：市市场监督管理局质量发展科　苗诒海，电话：0898-88650000。", "苗诒海"],
  ])("in %s", async (text, name) => {
    expect(await personsIn(text)).toEqual([name]);
  });

  it.each([
    "总经理为全面质量管理第一责任人，书记是党建工作责任人，秘书长任期三年。",
    "首席技师津贴每月2000元，高级工程师职称12人，局长接待日改为每月15日。",
    "公司培养首席质量官36名，董事长质量讲堂、班组长竞赛连续举办。",
    "| 董事长 | 空缺 |\n|---|---|\n| 工程师 | 高级工程师 |\n| 负责人 | 联系电话 |",
    "问：公司今年目标是什么？\n公司答：营业收入10亿元。\n问：明年呢？\n公司答：再增一成。",
    "联系人：质量发展科　王先生，电话：0898-88650000。",
  ])("are not in %s", async (text) => {
    expect(await personsIn(text)).toEqual([]);
  });

  it.each([
    ["和田玉川果业有限公司育种专家热依汗·玉素甫选育出新品种。", ["热依汗·玉素甫"]],
    ["细纱工热依拉·吐尔逊与阿卜力孜·阿不都热合曼是师徒。", ["热依拉·吐尔逊", "阿卜力孜·阿不都热合曼"]],
    ["会长吐尔逊·艾力提出三条建议。", ["吐尔逊·艾力"]],
    ["“雅安·藏茶”和“西藏·拉萨”两个展区人头攒动。", []],
  ])("in transcription, of two parts, in %s", async (text, names) => {
    expect(await personsIn(text)).toEqual(names);
  });
});
