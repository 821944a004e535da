import { describe, expect, it } from "vitest";
import { factsOf } from "../facts-of.js";

const TYPES = ["StandardsBody", "PARTICIPATES_IN"];
const bodies = (text: string): string[] => factsOf(text, ["StandardsBody"]);
const roles = (text: string): string[] => factsOf(text, ["PARTICIPATES_IN"]);

describe("standards bodies", () => {
  it.each([
    ["全国钟表标准化技术委员会（SAC/TC160）在会上换届。", ["全国钟表标准化技术委员会"]],
    [
      "全国缝制机械标准化技术委员会刺绣机分技术委员会（SAC/TC152/SC2）在会上换届。",
      ["全国缝制机械标准化技术委员会刺绣机分技术委员会"],
    ],
    [
      "全国包装标准化技术委员会（SAC/TC49）的纸盒工作组在会上成立。",
      ["全国包装标准化技术委员会", "全国包装标准化技术委员会纸盒工作组"],
    ],
    ["与全国生物柴油技术委员会签署协议。", ["全国生物柴油技术委员会"]],
    ["会议由ISO/TC 8/SC 12和IEC TC 18联合召开。", ["ISO/TC 8/SC 12", "IEC TC 18"]],
    ["IEC/SC 23E在会上换届。", ["IEC/SC 23E"]],
    ["会上成立了ISO/TC 114/WG 14工作组。", ["ISO/TC 114/WG 14"]],
    ["全国包装标准化技术委员会（TC49）WG5工作组在会上成立。", ["全国包装标准化技术委员会WG5工作组"]],
    [
      "全国玩具标准化技术委员会（SAC/TC253）去年在汕头设立了积木工作组。",
      ["全国玩具标准化技术委员会", "全国玩具标准化技术委员会积木工作组"],
    ],
  ])("finds %s", (text, names) => {
    expect(bodies(text)).toEqual(names.map((name) => `StandardsBody ${name}`));
  });

  it.each([
    "全市承担全国专业标准化技术委员会、分技术委员会、工作组秘书处21个。",
    "会议成立质量强市工作领导小组，下设三个工作组。",
    "公司设有技术委员会和安全生产委员会。",
    "各类标准化技术委员会达到9个。",
  ])("does not take classes and offices for bodies: %s", (text) => {
    expect(bodies(text)).toEqual([]);
  });

  it("keeps the code as an alias and knows it again", () => {
    const text = "全国钟表标准化技术委员会（SAC/TC160）换届。临漳精时钟表有限公司是SAC/TC160的委员单位。";
    expect(factsOf(text, TYPES)).toEqual([
      "StandardsBody 全国钟表标准化技术委员会",
      "PARTICIPATES_IN 临漳精时钟表有限公司 -> 全国钟表标准化技术委员会 MEMBER",
    ]);
  });
});

describe("roles in standards bodies", () => {
  const firm = "台州海缝机械股份有限公司";
  const body = "全国缝制机械标准化技术委员会";
  it.each([
    [`${body}秘书处设在${firm}。`, "SECRETARIAT"],
    [`${body}秘书处由${firm}承担。`, "SECRETARIAT"],
    [`${body}获批成立，秘书处落户台州，由${firm}承担。`, "SECRETARIAT"],
    [`${firm}承担${body}秘书处工作。`, "SECRETARIAT"],
    [`${firm}作为秘书处承担单位，主持${body}的日常工作。`, "SECRETARIAT"],
    [`${firm}是${body}的国内技术对口单位。`, "MIRROR"],
    [`${firm}牵头着${body}的工作。`, "LEAD"],
    [`${firm}是${body}的组长单位。`, "LEAD"],
    [`作为${body}国内唯一牵头单位，${firm}累计制定标准9项。`, "LEAD"],
    [`${firm}是${body}委员单位。`, "MEMBER"],
    [`${firm}加入了${body}。`, "MEMBER"],
    [`${firm}以委员身份参加${body}。`, "MEMBER"],
  ])("reads %s", (text, role) => {
    expect(roles(text)).toContain(`PARTICIPATES_IN ${firm} -> ${body} ${role}`);
  });

  it("tells the roles of several clauses apart", () => {
    const text = `${firm}与江南大学共建实验室，并承担${body}秘书处，还是ISO/TC 148的国内技术对口单位。`;
    expect(roles(text)).toEqual([
      `PARTICIPATES_IN ${firm} -> ${body} SECRETARIAT`,
      `PARTICIPATES_IN ${firm} -> ISO/TC 148 MIRROR`,
    ]);
  });

  it("gives all bodies of a list to the firm named in the next sentence", () => {
    const text = `墙上挂着全国刀剪标准化技术委员会、全国锁具标准化技术委员会的牌子。这些委员会的秘书处均设在${firm}。`;
    expect(roles(text)).toEqual([
      `PARTICIPATES_IN ${firm} -> 全国刀剪标准化技术委员会 SECRETARIAT`,
      `PARTICIPATES_IN ${firm} -> 全国锁具标准化技术委员会 SECRETARIAT`,
    ]);
  });

  it.each([
    `${firm}正在申请筹建${body}秘书处。`,
    `市里鼓励${firm}竞争${body}召集人席位。`,
    `${firm}争取承担${body}秘书处。`,
    `${firm}总工程师黄平山出任${body}副主任委员。`,
    `${firm}累计牵头制定国际标准4项。`,
  ])("gives no role where it is wished for or another's: %s", (text) => {
    expect(roles(text)).toEqual([]);
  });

  it("tells bodies with a role each apart, and names the subcommittee in full", () => {
    const text = `${firm}是全国钟表标准化技术委员会（SAC/TC160）副主任委员单位、手表分技术委员会秘书处单位。`;
    expect(roles(text)).toEqual([
      `PARTICIPATES_IN ${firm} -> 全国钟表标准化技术委员会 MEMBER`,
      `PARTICIPATES_IN ${firm} -> 全国钟表标准化技术委员会手表分技术委员会 SECRETARIAT`,
    ]);
  });

  it("takes the seat of a body for that of its secretariat", () => {
    expect(roles(`${body}就设在${firm}。`)).toEqual([`PARTICIPATES_IN ${firm} -> ${body} SECRETARIAT`]);
  });

  it("follows the subject past the partner of another clause", () => {
    const text = `${firm}（前身是海门缝纫机厂）与江南大学合作，派出2名专家进入ISO/TC 148工作。`;
    expect(roles(text)).toEqual([`PARTICIPATES_IN ${firm} -> ISO/TC 148 MEMBER`]);
  });

  it("reads a row of a table", () => {
    const text = `标准化组织\t承担单位\t角色\n${body}\t${firm}\t秘书处\n`;
    expect(roles(text)).toEqual([`PARTICIPATES_IN ${firm} -> ${body} SECRETARIAT`]);
  });
});

describe("roles, told otherwise", () => {
  const firm = "高平海岳仪器有限公司";
  const body = "全国量仪标准化技术委员会";
  it.each([
    [`${body}（SAC/TC 132）的副主任委员单位，是注册在阳城县的${firm}。`, `${firm} -> ${body} MEMBER`],
    [`${body}（SAC/TC 132）　委员单位　${firm}\n`, `${firm} -> ${body} MEMBER`],
    [`${body}的国内对口单位——${firm}，就在隔壁。`, `${firm} -> ${body} MIRROR`],
    [`${firm}当选${body}委员。`, `${firm} -> ${body} MEMBER`],
    [`挂靠在${firm}的${body}今年换届。`, `${firm} -> ${body} SECRETARIAT`],
    [`${firm}申请建立并承担秘书处工作的${body}揭牌。`, `${firm} -> ${body} SECRETARIAT`],
    [`${body}落地，作为其秘书处单位的${firm}举行了仪式。`, `${firm} -> ${body} SECRETARIAT`],
  ])("reads %s", (text, fact) => {
    expect(factsOf(text, ["PARTICIPATES_IN"])).toEqual([`PARTICIPATES_IN ${fact}`]);
  });

  it.each([
    `${firm}副总裁、${body}委员兼副秘书长申卫平到会。`,
    `国家标准化管理委员会批准了${body}的换届方案，向委员颁发证书。`,
  ])("takes neither a person's part nor an approval for one: %s", (text) => {
    expect(factsOf(text, ["PARTICIPATES_IN"])).toEqual([]);
  });

  it("leaves out seats that are but sought", () => {
    expect(factsOf(`${firm}：${body}的秘书处正在争取，尚未批复。`, ["PARTICIPATES_IN"])).toEqual([]);
  });
});

describe("the seat of a secretariat behind a mark", () => {
  it.each([
    "全国钟表标准化技术委员会秘书处：襄阳隆中钟表有限公司。",
    "全国钟表标准化技术委员会秘书处，去年8月花落襄阳隆中钟表有限公司。",
    "全国钟表标准化技术委员会（SAC/TC160）的秘书处，就设在襄阳隆中钟表有限公司。",
    "全国钟表标准化技术委员会秘书处就在襄阳隆中钟表有限公司。",
  ])("reads %s", (text) => {
    expect(roles(text)).toEqual([
      "PARTICIPATES_IN 襄阳隆中钟表有限公司 -> 全国钟表标准化技术委员会 SECRETARIAT",
    ]);
  });
});
