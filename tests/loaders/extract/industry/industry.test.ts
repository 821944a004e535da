import { describe, expect, it } from "vitest";
import { factsOf } from "../facts-of.js";

const focus = (text: string): string[] => factsOf(text, ["FOCUSES_ON"]).map((fact) => fact.slice(11));
const lines = (text: string): string[] => factsOf(text, ["OPERATES_IN"]).map((fact) => fact.slice(12));

describe("industries of a place", () => {
  const of = (text: string): string[] => focus(text).map((fact) => fact.replace(/^襄阳市 -> /u, ""));
  it.each([
    ["襄阳市聚焦汽车、纺织服装、农产品加工三大产业。", ["汽车", "纺织服装", "农产品加工"]],
    ["襄阳市围绕航空航天、轨道装备和光伏等重点产业链攻关。", ["航空航天", "轨道装备", "光伏"]],
    ["襄阳市形成以化纤为主导的格局。", ["化纤"]],
    ["襄阳市主导产业为磷化工、装备制造。", ["磷化工", "装备制造"]],
    ["襄阳市前瞻布局氢能、量子信息。", ["氢能", "量子信息"]],
    [
      "襄阳市大数据与软件、食品与饮料、智能制造与装备三大主导产业壮大。",
      ["大数据与软件", "食品与饮料", "智能制造与装备"],
    ],
    ["襄阳市做大做强氢能、储能等新兴产业。", ["氢能", "储能"]],
    ["襄阳市汽车产业产值达到3000亿元。", ["汽车"]],
    ["襄阳市加快发展创意设计、商务中介等各类新型的生产性服务业。", ["创意设计", "商务中介", "生产性服务业"]],
    ["襄阳市着力打造千亿级食品产业集群。", ["食品"]],
  ])("reads %s", (text, industries) => {
    expect(of(text)).toEqual(industries);
  });

  it("gives them to whom the sentence speaks of", () => {
    expect(focus("樊城区则以智能装备为主攻方向。与襄阳市相邻的枣阳市主攻汽车零部件和食品。")).toEqual([
      "樊城区 -> 智能装备",
      "枣阳市 -> 汽车零部件",
      "枣阳市 -> 食品",
    ]);
  });

  it("reads a row of a table, a seat and a maker's county", () => {
    expect(focus("县区\t主导产业\n枣阳市\t汽车零部件、食品\n")).toEqual([
      "枣阳市 -> 汽车零部件",
      "枣阳市 -> 食品",
    ]);
    expect(focus("工业机器人放在樊城区，企业30家。")).toEqual(["樊城区 -> 工业机器人"]);
    expect(focus("谷城县汽车零部件制造业始于上世纪。")).toEqual(["谷城县 -> 汽车零部件"]);
  });

  it.each([
    "襄阳市聚焦高质量发展的难题，坚持质量第一、效益优先。",
    "襄阳市高新技术产业投资增长21%。",
    "襄阳市优势产业、重点产业稳中向好。",
    "襄阳市产业工人队伍壮大，产业结构优化。",
    "襄阳市获批全国香菇产业知名品牌创建示范区。",
    "襄阳市抓好产业链、供应链安全。",
  ])("finds none in %s", (text) => {
    expect(focus(text)).toEqual([]);
  });
});

describe("lines of business", () => {
  const firm = "襄阳汉隆轴瓦股份有限公司";
  it.each([
    [`${firm}主营滑动轴承。`, ["滑动轴承"]],
    [`${firm}专业从事轴瓦、衬套和止推片的研发、生产与销售。`, ["轴瓦", "衬套", "止推片"]],
    [`${firm}深耕汽车轴瓦领域三十年。`, ["汽车轴瓦"]],
    [`${firm}专注于风电轴承。`, ["风电轴承"]],
    [`${firm}的主业是发动机轴瓦，员工800人。`, ["发动机轴瓦"]],
    [`${firm}名气不大，做的却是电源管理芯片，远销海外。`, ["电源管理芯片"]],
    [`${firm}的风电轴承出货量全国第一。`, ["风电轴承"]],
    [`滑动轴承产业链以${firm}为龙头。`, ["滑动轴承"]],
    [`滑动轴承产业链上，${firm}去年扩产。`, ["滑动轴承"]],
    [`${firm}是滑动轴承产业链“链主”，带动企业30家。`, ["滑动轴承"]],
    [`${firm}是国内领先的滑动轴承制造商。`, ["滑动轴承"]],
  ])("reads %s", (text, industries) => {
    expect(lines(text)).toEqual(industries.map((industry) => `${firm} -> ${industry}`));
  });

  it("deals lines out to the one and the other", () => {
    const two = "襄阳汉隆轴瓦有限公司、襄阳楚星化纤有限公司同是老厂";
    expect(lines(`${two}，一家做轴瓦，一家做化纤。`)).toEqual([
      "襄阳汉隆轴瓦有限公司 -> 轴瓦",
      "襄阳楚星化纤有限公司 -> 化纤",
    ]);
    expect(lines(`${two}，均为不同行业的企业。`)).toEqual([]);
  });

  it.each([
    [`${firm}以滑动轴承、合金材料见长。`, ["滑动轴承", "合金材料"]],
    [`轴承企业${firm}去年扩产。`, ["轴承"]],
    [`${firm}专门给客车造轴瓦，年产百万片。`, ["轴瓦"]],
    [`${firm}生产滑动轴承，远销海外。`, ["滑动轴承"]],
  ])("reads %s", (text, industries) => {
    expect(lines(text)).toEqual(industries.map((industry) => `${firm} -> ${industry}`));
  });

  it("shares lines out where each has its own", () => {
    expect(lines("襄阳汉隆轴瓦有限公司、襄阳楚星化纤有限公司分别从事轴瓦和化纤。")).toEqual([
      "襄阳汉隆轴瓦有限公司 -> 轴瓦",
      "襄阳楚星化纤有限公司 -> 化纤",
    ]);
  });

  it.each([
    `${firm}从事质量工作的人员有30人。`,
    "焊工李连山从事焊接工作20年。",
    `${firm}聚焦高质量发展，实施品牌战略。`,
    "全市从事标准化工作的有800人。",
    `${firm}是一家高新技术企业。`,
  ])("finds none in %s", (text) => {
    expect(lines(text)).toEqual([]);
  });
});
