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

describe("lines of business, told otherwise", () => {
  const cast = "晋城海岳铸造股份有限公司";
  const pump = "高平神农流体有限公司";
  it.each([
    [
      `${cast}总部设在阳城县，厂区坐落在晋城经济技术开发区（下称“晋城经开区”），主营铸铁管、管件和井盖，销往40国。`,
      ["铸铁管", "管件", "井盖"],
    ],
    [`${cast}是2003年由阳城县铸管厂改制来的，主要做铸铁管，去年出口额300万美元。`, ["铸铁管"]],
    [`${cast}2017年落户晋城经济技术开发区，生产铸铁管，2023年营业收入73.5亿元。`, ["铸铁管"]],
    [`主打冷冻冷藏设备的${cast}，2019年获奖。`, ["冷冻冷藏设备"]],
    [`作为新能源微型车的行业老大，${cast}2023年销量41万辆。`, ["新能源微型车"]],
    [`${cast}落户晋城经济技术开发区，给整车厂配汽车座椅，去年交付58万套。`, ["汽车座椅"]],
    [`${cast}是城区的老牌外贸企业，主营手工地毯，出口额2180万美元。`, ["手工地毯"]],
    [`${cast}主要提供工业软件服务。`, ["工业软件"]],
    [`${cast}，经营办公家具，今年申报时出局。`, ["办公家具"]],
    [`${cast}转做软体沙发，一半销往东南亚。`, ["软体沙发"]],
    [`铸铁管：${cast}（以下简称海岳铸造）是龙头，建有3条线。`, ["铸铁管"]],
    [`${cast}则是防爆开关领域的龙头企业。`, ["防爆开关"]],
    [`滑雪板生产企业${cast}获奖。`, ["滑雪板"]],
    [`${cast}前身为高平县制药厂，现为国内兽用疫苗行业的领军企业。`, ["兽用疫苗"]],
    [`这家做煤矿机械的企业叫${cast}，已有三十年。`, ["煤矿机械"]],
    [`${cast}属于装备制造行业，主导产品为减速机。`, ["减速机", "装备制造"]],
  ])("reads %s", (text, industries) => {
    expect(lines(text)).toEqual(industries.map((industry) => `${cast} -> ${industry}`));
  });

  it("tells the former from the latter and modifiers of two firms apart", () => {
    const facts = [`${cast} -> 电池包`, `${pump} -> 座舱内饰`];
    expect(lines(`配套的${cast}、${pump}就在隔壁，前者供电池包，后者供座舱内饰。`)).toEqual(facts);
    expect(lines(`专做电池包的${cast}和生产座舱内饰的${pump}同时上榜。`)).toEqual(facts);
  });

  it("reads columns of lines of business and of trades", () => {
    const facts = [`${cast} -> 铸铁管`, `${pump} -> 化工泵`];
    expect(lines(`企业\t等次\t主营业务\n${cast}\t正奖\t铸铁管\n${pump}\t提名奖\t化工泵\n`)).toEqual(facts);
    expect(lines(`企业名称\t所属行业\t奖项\n${cast}\t铸铁管\t质量奖\n${pump}\t化工泵\t质量奖\n`)).toEqual(
      facts,
    );
    expect(lines(`企业名称\t行业\n${cast}\t制造业\n`)).toEqual([]);
  });

  it.each([
    `${cast}从事质量工作的员工有30人，公司生产效率提高15%，生产车间实现无人化，生产的产品全部合格。`,
    `${cast}专注质量提升，深耕精益管理，聚焦用户需求，做到零缺陷。`,
    `与${cast}相邻的高平经济技术开发区主攻泵阀。`,
    `${cast}凭一项铸铁管企业标准入选。`,
  ])("finds none in %s", (text) => {
    expect(lines(text)).toEqual([]);
  });
});

describe("industries of places, told otherwise", () => {
  it.each([
    ["相邻的高平市侧重丝绸服装，走的是另一条路。", ["高平市 -> 丝绸服装"]],
    [
      "按全市布局，阳城县壮大铝基新材料，高平市主打板材家居，泽州县重在铸造。",
      ["阳城县 -> 铝基新材料", "高平市 -> 板材家居", "泽州县 -> 铸造"],
    ],
    ["高平市把花卉当作头号产业来抓，阳城县将陶瓷列为首位产业。", ["高平市 -> 花卉", "阳城县 -> 陶瓷"]],
    ["磷化工重镇阳城县2022年扩产；丝绸大县高平市去年获奖。", ["阳城县 -> 磷化工", "高平市 -> 丝绸"]],
    [
      "晋城经济技术开发区开园。新型显示、磁性材料、核医疗构成“一主两特”格局，另外超前谋划低空装备。",
      ["新型显示", "磁性材料", "核医疗", "低空装备"].map((name) => `晋城经济技术开发区 -> ${name}`),
    ],
    [
      "晋城市的汽车、机械、丝麻被列为全市优先扶持的三大产业。",
      ["汽车", "机械", "丝麻"].map((n) => `晋城市 -> ${n}`),
    ],
    [
      "人们谈产业，绕不过两样：高平市的家具，阳城县和泽州县的稀土。",
      ["高平市 -> 家具", "阳城县 -> 稀土", "泽州县 -> 稀土"],
    ],
    [
      "高端陶瓷放在阳城县、沁水县；钢铁集中在高平市和泽州县。",
      ["阳城县 -> 高端陶瓷", "沁水县 -> 高端陶瓷", "高平市 -> 钢铁", "泽州县 -> 钢铁"],
    ],
    ["阳城县以电子信息为首位产业；高平市靠丝绸吃饭。", ["阳城县 -> 电子信息", "高平市 -> 丝绸"]],
    [
      "阳城县的支柱是陶瓷。高平市的当家产业是丝绸和生猪。",
      ["阳城县 -> 陶瓷", "高平市 -> 丝绸", "高平市 -> 生猪"],
    ],
    ["晋城市围绕“钢铁、光电、纺织”三条产业链强链。", ["钢铁", "光电", "纺织"].map((n) => `晋城市 -> ${n}`)],
    [
      "园区\t主攻方向\n晋城经济技术开发区\t光机电、新能源\n",
      ["晋城经济技术开发区 -> 光机电", "晋城经济技术开发区 -> 新能源"],
    ],
  ])("reads %s", (text, facts) => {
    expect(focus(text).toSorted()).toEqual(facts.toSorted());
  });

  it("takes what differs in praise or place alone for one industry", () => {
    const text =
      "晋城市围绕精品钢铁、现代家具两大产业。高平市的钢铁产业产值100亿元，高平家具产业产值80亿元。";
    expect(factsOf(text, ["Industry"])).toEqual(["Industry 精品钢铁", "Industry 现代家具"]);
  });

  it.each([
    "晋城市聚焦企业需求、民生关切，聚焦标准、计量、检测三大领域补短板，锚定质量强市目标。",
    "晋城市瞄准高质量发展，做强质量品牌，突出质量管理，侧重过程控制。",
    "阳城县壮大集体经济，突出问题导向。人口大县高平市去年获奖。",
    "晋城人谈产业，各有各的话。",
  ])("finds none in %s", (text) => {
    expect(focus(text)).toEqual([]);
  });
});
