import { describe, expect, it } from "vitest";
import { factsOf } from "../facts-of.js";

const platforms = (text: string): string[] => factsOf(text, ["Platform"]).map((fact) => fact.slice(9));
const hosts = (text: string): string[] => factsOf(text, ["HOSTS"]).map((fact) => fact.slice(6));

describe("platforms", () => {
  it.each([
    ["企业建有广东省智能锁具重点实验室。", "广东省智能锁具重点实验室"],
    ["公司获批建设深海养殖装备国家重点实验室。", "深海养殖装备国家重点实验室"],
    ["国家灯具质量检验检测中心（中山）去年揭牌。", "国家灯具质量检验检测中心（中山）"],
    ["国家技术标准创新基地（淋浴房）通过验收。", "国家技术标准创新基地（淋浴房）"],
    ["先进成形与连接计量测试平台投入使用。", "先进成形与连接计量测试平台"],
    [
      "国家豆制品及坚果、炒货产品质量检验检测中心（广东）落户。",
      "国家豆制品及坚果、炒货产品质量检验检测中心（广东）",
    ],
    ["与大学合作成立了岭南灯饰产业研究院。", "岭南灯饰产业研究院"],
    ["广东省能源效能计量评估中心奠基。", "广东省能源效能计量评估中心"],
    ["参观了东区街道质量基础设施“一站式”服务中心。", "东区街道质量基础设施“一站式”服务中心"],
    ["协会与大学共建的中山市灯饰标准验证点上线。", "中山市灯饰标准验证点"],
    ["公司承担的广东省电力器件产业技术研究院通过验收。", "广东省电力器件产业技术研究院"],
    ["广东—东盟检验检测合作中心在会上揭牌。", "广东—东盟检验检测合作中心"],
  ])("finds the name in %s", (text, name) => {
    expect(platforms(text)).toEqual([name]);
  });

  it.each([
    "全市建成国家级重点实验室、工程技术研究中心和企业技术中心61个。",
    "拥有省级、国家级重点实验室多个。",
    "国家级质检中心达到5个。",
    "中山市检验检测中心出具报告2万份。",
    "中山市政务服务中心迁入新址。",
    "中山市某某检测中心有限公司成立。",
    "广东省中山标准化研究中心举办培训。",
    "建成省级质量基础设施“一站式”服务站点9个。",
    "中山市省级工程中心和实验室数量居前。",
    "中山市国家企业技术中心增加至四家。",
    "照明行业国家级企业技术中心达3家。",
    "中山市获批省级工程中心（实验室）5家，拥有省级工程实验室（研究中心）29家。",
  ])("takes no class, office or firm for a platform: %s", (text) => {
    expect(platforms(text)).toEqual([]);
  });

  it("finds the last of a list that its number sums up", () => {
    expect(platforms("基地建有国家水表质检中心、国家车灯质检中心2个国家级质检中心。")).toEqual([
      "国家水表质检中心",
      "国家车灯质检中心",
    ]);
  });

  it("makes one of a name with and without rank and place", () => {
    const text = "国家灯具产品质量检验检测中心（广东）落户中山。灯具产品质量检验检测中心去年出具报告1万份。";
    expect(platforms(text)).toEqual(["国家灯具产品质量检验检测中心（广东）"]);
  });
});

describe("who hosts a platform", () => {
  const firm = "中山横栏照明股份有限公司";
  const lab = "广东省光电照明重点实验室";
  it.each([
    [`${firm}建有${lab}。`, [firm]],
    [`${firm}获批建设${lab}。`, [firm]],
    [`${firm}承建的${lab}通过验收。`, [firm]],
    [`${firm}正在筹建的${lab}，明年投用。`, [firm]],
    [`${lab}由${firm}建设运营。`, [firm]],
    [`${lab}由${firm}（前身是横栏灯具厂）运营。`, [firm]],
    [`${lab}揭牌，运营方是${firm}。`, [firm]],
    [`由${firm}牵头、五邑大学参与共建的${lab}揭牌。`, ["五邑大学", firm]],
    [`${firm}与五邑大学共建${lab}。`, [firm, "五邑大学"]],
    [`依托${firm}，${lab}去年投用。`, []],
    [`${firm}是广东省的老牌企业，与五邑大学联合组建了${lab}。`, [firm, "五邑大学"]],
    [`五邑大学的${lab}入驻园区。`, ["五邑大学"]],
    [`${lab}：${firm}承建，位于横栏镇`, [firm]],
  ])("reads %s", (text, expected) => {
    expect(hosts(text)).toEqual(expected.map((host) => `${host} -> ${lab}`));
  });

  it("carries the subject on to the next clause and sentence", () => {
    const text = `${firm}去年扩产。公司建有${lab}，并与五邑大学共建照明器件联合实验室。`;
    expect(hosts(text)).toEqual([
      `${firm} -> ${lab}`,
      `${firm} -> 照明器件联合实验室`,
      "五邑大学 -> 照明器件联合实验室",
    ]);
  });

  it("gives every platform of a list to its host", () => {
    const text = `${firm}建有${lab}、广东省照明工程技术研究中心和中山市智能灯具公共服务平台。`;
    expect(hosts(text)).toHaveLength(3);
  });

  it("follows 该中心 to the sentence before", () => {
    const text =
      "国家灯具质量检验检测中心（中山）灯火通明。中心由中山市产品质量研究院建设运营，覆盖参数300项。";
    expect(hosts(text)).toEqual(["中山市产品质量研究院 -> 国家灯具质量检验检测中心（中山）"]);
  });

  it.each([
    `${firm}正在申报${lab}。`,
    `${firm}争取建设${lab}。`,
    `${firm}承建的${lab}目前处于申报阶段，尚未获批。`,
    `${firm}申请筹建的${lab}，等待总局批复。`,
    `到2027年，${firm}建成${lab}。`,
    `下一步，${firm}将建设${lab}。`,
    `${firm}申报建设${lab}，遗憾未获批准。`,
  ])("gives no host where it is planned or missed: %s", (text) => {
    expect(platforms(text)).toEqual([lab]);
    expect(hosts(text)).toEqual([]);
  });

  it("gives no host in a section of goals", () => {
    const text = `# 工作总结\n\n## 二、下一步工作计划\n\n${firm}建设${lab}。\n`;
    expect(hosts(text)).toEqual([]);
  });

  it("tells the former and the latter apart", () => {
    const text = `${firm}、中山古镇灯饰有限公司是邻居。前者拥有${lab}，后者和五邑大学建立了灯饰联合实验室。`;
    expect(hosts(text)).toEqual([
      `${firm} -> ${lab}`,
      "中山古镇灯饰有限公司 -> 灯饰联合实验室",
      "五邑大学 -> 灯饰联合实验室",
    ]);
  });

  it("deals platforms out to those named in turn", () => {
    const text = `新建${lab}、广东省照明工程技术研究中心，分别由${firm}和中山古镇灯饰有限公司承建。`;
    expect(hosts(text)).toEqual([`${firm} -> ${lab}`, "中山古镇灯饰有限公司 -> 广东省照明工程技术研究中心"]);
  });

  it.each([
    `${lab}（${firm}牵头）投入使用。`,
    `${lab}\n建设单位：${firm}\n`,
    `- ${lab}——${firm}\n`,
    `${lab}去年揭牌，${firm}为共建单位。`,
    `${firm}是${lab}的依托单位。`,
    `${lab}落户${firm}。`,
  ])("reads %s", (text) => {
    expect(hosts(text)).toEqual([`${firm} -> ${lab}`]);
  });

  it("gives a firm the bare list of its profile, not what is applied for", () => {
    const text = `# 走进${firm}\n\n${firm}创立于1998年。\n\n## 技术平台\n\n- ${lab}（2009年认定）\n- 国家灯具产业计量测试中心（申报中）\n`;
    expect(hosts(text)).toEqual([`${firm} -> ${lab}`]);
  });

  it("gives no place what a body begins with its name built", () => {
    expect(hosts(`中山市灯管所筹建的${lab}投用。`)).toEqual([]);
  });

  it("reads a row of a table", () => {
    expect(hosts(`平台名称\t依托单位\n${lab}\t${firm}\n`)).toEqual([`${firm} -> ${lab}`]);
  });
});

describe("hosts, told otherwise", () => {
  const cast = "晋城海岳铸造有限公司";
  const school = "太原理工大学";
  const center = "国家铸件产业计量测试中心";
  it.each([
    [`晋城经济技术开发区围绕铸造产业，依托${cast}建成${center}。`, ["晋城经济技术开发区", cast]],
    [`${cast}去年扩产；由它和${school}共同搭建的${center}已开放。`, [cast, school]],
    [`${cast}去年扩产。厂区里的${center}，是它同${school}一道建起来的。`, [cast, school]],
    [`3月18日，${cast}与${school}签约，共建${center}，首批投入1500万元。`, [cast, school]],
    [`2022年，${cast}与${school}、中北大学三家合作，组建起${center}。`, [cast, school, "中北大学"]],
    [`${school}是老校，${cast}在它隔壁。两家去年合办了${center}。`, [school, cast]],
    [`${center}开在园内，承建者是${cast}，检测参数1350个。`, [cast]],
    [`${center}：${cast}牵头，${school}参与。`, [cast, school]],
    [`# 实施计划\n\n## 三、任务\n\n${cast}承建的${center}已于2022年通过验收，今年扩项。\n`, [cast]],
    [`${center}落在${cast}。`, [cast]],
  ])("reads %s", (text, named) => {
    expect(hosts(text).toSorted()).toEqual(named.map((host) => `${host} -> ${center}`).toSorted());
  });

  it("takes whoever approves one for no host", () => {
    expect(hosts(`国家标准化管理委员会同意依托${cast}筹建“国家铸件产业计量测试中心”。`)).toEqual([
      `${cast} -> 国家铸件产业计量测试中心`,
    ]);
    expect(hosts(`${cast}建的山西省煤机检测公共服务平台开门。`)).toEqual([
      `${cast} -> 山西省煤机检测公共服务平台`,
    ]);
  });

  it("reads the owner right before a quoted name", () => {
    const text = `获批的分别是${cast}“山西省铸件工程研究中心”和${school}的“山西省计量工程实验室”。`;
    expect(hosts(text)).toEqual([`${cast} -> 山西省铸件工程研究中心`, `${school} -> 山西省计量工程实验室`]);
  });

  it("knows whose we are by the speaker's post", () => {
    const text = `晋城市产品质量监督检验所所长史明尧接受采访。\n问：动作不小？\n史明尧答：我们承建的${center}，设在城区；今年开张的“质量码头”一站式服务平台，由我们所运营。\n`;
    expect(hosts(text)).toEqual([
      `晋城市产品质量监督检验所 -> ${center}`,
      "晋城市产品质量监督检验所 -> “质量码头”一站式服务平台",
    ]);
  });

  it("reads research bodies that two found together, and stations by who runs them", () => {
    expect(hosts(`${cast}与${school}签订协议，共建中国计量大学晋城数字化研究院。`)).toEqual([
      `${cast} -> 中国计量大学晋城数字化研究院`,
      `${school} -> 中国计量大学晋城数字化研究院`,
    ]);
    expect(hosts("在高平市打造的太行质量驿站由晋城市质量技术协会负责运营。")).toEqual([
      "晋城市质量技术协会 -> 太行质量驿站",
    ]);
  });

  it.each([
    `${center}的牌子，${cast}也在争，尚无结果。`,
    `${cast}想建的${center}还在等批复。`,
    `名称\t承担单位\t年份\n${center}\t${cast}\t（申请中）\n`,
  ])("gives no host in %s", (text) => {
    expect(hosts(text)).toEqual([]);
  });
});
