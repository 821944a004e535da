import { describe, expect, it } from "vitest";
import { claimsOf } from "./wins-of.js";

const namesOf = async (text: string, type = "Award"): Promise<string[]> =>
  (await claimsOf(text)).flatMap((claim) =>
    claim.fact === "entity" && claim.type === type ? [claim.name] : [],
  );

describe("names of awards", () => {
  it.each([
    ["湖南岳岭泵业股份有限公司获第四届中国质量奖提名奖。", ["中国质量奖"]],
    ["湖南岳岭泵业股份有限公司获2019年度湖南省科学技术进步二等奖。", ["湖南省科学技术进步奖"]],
    ["湖南岳岭泵业股份有限公司获国家科技进步二等奖。", ["国家科学技术进步奖"]],
    ["湖南岳岭泵业股份有限公司获中国专利银奖。", ["中国专利奖"]],
    ["耒阳市被授予“中国竹纸之乡”称号。", ["中国竹纸之乡"]],
    ["衡阳高新区获评湖南省质量品牌示范园区。", ["湖南省质量品牌示范园区"]],
    ["衡阳市正争创全国质量强市示范城市。", ["全国质量强市示范城市"]],
    ["湖南岳岭泵业股份有限公司是省级专精特新小巨人企业。", ["湖南省专精特新小巨人企业"]],
    ["衡阳市市场监督管理局获全国市场监管系统先进集体称号。", ["全国市场监管系统先进集体"]],
    ["周明华获评“蒸湘工匠”。", ["蒸湘工匠"]],
    ["湖南岳岭泵业股份有限公司获厦门质量奖。", ["厦门市质量奖"]],
    ["六家单位捧走衡阳市市长质量奖。", ["衡阳市市长质量奖"]],
    ["耒阳市要抓紧启动衡阳市市长质量奖申报。", ["衡阳市市长质量奖"]],
    ["支持衡阳力争湖南省省长质量奖，培育蒸湘质量奖企业。", ["湖南省省长质量奖", "蒸湘质量奖"]],
    ["“中国竹纸之乡”这块匾，耒阳挂了十年。", ["中国竹纸之乡"]],
    ["耒阳市现有省级绿色工厂和湖南老字号。", ["湖南省绿色工厂", "湖南老字号"]],
    ["耒阳市正在建设“两山”示范区。", []],
    ["新一轮衡阳市市长质量奖开评，全年湖南省省长质量奖不少于1家。", ["衡阳市市长质量奖", "湖南省省长质量奖"]],
  ])("in %s are %j", async (text, names) => {
    expect(await namesOf(`衡阳市属湖南省。\n\n${text}`)).toEqual(names);
  });

  it.each([
    "公司对获奖员工发放奖金，颁奖仪式隆重。",
    "全市新增省级以上质量奖3个。",
    "各级政府质量奖获奖企业达百家。",
    "评出一等奖2名、优秀奖5名。",
    "衡阳高新区建设标准化示范区。",
    "公司是行业龙头企业，带动示范作用明显。",
    "衡阳获批国家级服务业标准化试点。",
  ])("are not in %s", async (text) => {
    expect(await namesOf(text)).toEqual([]);
  });

  it("are one for one award", async () => {
    expect(
      await namesOf("第十届衡阳市市长质量奖揭晓。\n\n此前，衡阳市共有9家企业获市长质量奖，3家获省长质量奖。"),
    ).toEqual(["衡阳市市长质量奖", "湖南省省长质量奖"]);
    expect(await namesOf("衡阳市人民政府质量奖揭晓，衡阳市政府质量奖由此迈上新台阶。")).toEqual([
      "衡阳市人民政府质量奖",
    ]);
    expect(await namesOf("衡阳市质量管理奖更名为衡阳市市长质量奖。")).toEqual(["衡阳市市长质量奖"]);
  });
});

describe("patents", () => {
  it("are titles beside 专利 or such as read like one", async () => {
    expect(
      await namesOf(
        "湖南岳岭泵业股份有限公司拥有“一种高压多级泵”“自吸泵及其制造方法”等发明专利，制定《泵站管理办法》。",
        "Patent",
      ),
    ).toEqual(["一种高压多级泵", "自吸泵及其制造方法"]);
  });

  it("are not what merely begins with 一种", async () => {
    expect(await namesOf("这是一种全新的质量文化，也是“一种精神”。", "Patent")).toEqual([]);
    expect(await namesOf("一种全方位的贴心服务", "Patent")).toEqual([]);
  });

  it("belong to whom the sentence names", async () => {
    const claims = await claimsOf(
      "湖南岳岭泵业股份有限公司（与衡阳雁峰电缆有限公司无关）的“一种高压多级泵”获中国专利银奖。",
    );
    const owns = claims.flatMap((c) => (c.fact === "relation" && c.type === "OWNS" ? [c] : []));
    expect(owns.map((c) => [c.from.name, c.to.name])).toEqual([
      ["湖南岳岭泵业股份有限公司", "一种高压多级泵"],
    ]);
  });
});
