import { describe, expect, it } from "vitest";
import { factsOf } from "../facts-of.js";
import { observed } from "../quantity/observed.js";

const FEATURE = `齿轮转起来的声音

傍晚六点，洛阳高新技术产业开发区，洛齿传动的磨齿车间还亮着灯。

洛齿传动，全称河南洛齿传动股份有限公司，1965年建厂。旗下有两家子公司：洛阳洛齿铸造有限公司管毛坯，焦作洛齿轴承有限公司管配套。洛齿传动2019年拿到河南省省长质量奖。

焦作洛齿轴承有限公司去年也拿到焦作市市长质量奖提名奖。洛齿传动的老对手是洛阳中齿机械有限公司。
`;

describe("a feature about one firm", () => {
  it("is whose figures a paragraph tells that names no other", () => {
    expect(
      observed(`${FEATURE}\n这几年，公司主持制定国家标准18项，拥有有效发明专利142件。`).filter((o) =>
        /标准|专利/.test(o),
      ),
    ).toEqual([
      "河南洛齿传动股份有限公司 | 主持制定国家标准 = 18项",
      "河南洛齿传动股份有限公司 | 有效发明专利 = 142件",
    ]);
  });

  it("is who has signs on the wall and a committee's secretariat", () => {
    const text = `${FEATURE}\n门口挂着两块牌子：一块是河南省齿轮传动工程技术研究中心，同西安交通大学共建；一块是河南省精密磨齿重点实验室。全国齿轮标准化技术委员会（SAC/TC52）齿轮工作组的秘书处，由公司承担。`;
    expect(factsOf(text, ["HOSTS"])).toEqual(
      expect.arrayContaining([
        "HOSTS 河南洛齿传动股份有限公司 -> 河南省齿轮传动工程技术研究中心",
        "HOSTS 西安交通大学 -> 河南省齿轮传动工程技术研究中心",
        "HOSTS 河南洛齿传动股份有限公司 -> 河南省精密磨齿重点实验室",
      ]),
    );
    expect(factsOf(text, ["PARTICIPATES_IN"])[0]).toMatch(
      /^PARTICIPATES_IN 河南洛齿传动股份有限公司 -> .* SECRETARIAT$/,
    );
  });

  it("is where its scene is, whatever the time of day", () => {
    expect(factsOf(FEATURE, ["LOCATED_IN"])).toContain(
      "LOCATED_IN 河南洛齿传动股份有限公司 -> 洛阳高新技术产业开发区",
    );
  });

  it("is not what a text is about that speaks of its place", () => {
    const text = `${FEATURE}\n全市拥有有效发明专利1420件。`;
    expect(observed(text, { title: "洛阳市质量工作" })).toContain("洛阳市 | 有效发明专利 = 1420件");
  });

  it("issues its own plan; the place spoken of last does not", () => {
    const text = `${FEATURE}\n最忙的工地在洛阳高新技术产业开发区。桌上是刚刚印发的《洛齿传动质量攀登计划（2024—2027年）》。`;
    expect(factsOf(text, ["ISSUED"])).toEqual([]);
  });
});

describe("where names begin", () => {
  it.each([
    [
      "同一天揭牌的还有河南省轴承技术创新中心，由洛阳中齿机械有限公司牵头。",
      "Platform",
      "河南省轴承技术创新中心",
    ],
    ["洛阳中齿机械有限公司现址伊川经济开发区，1985年建厂。", "Zone", "伊川经济开发区"],
    ["全市累计有省长质量奖（含原河南省省长质量奖）6个。", "Award", "河南省省长质量奖"],
  ])("%s", (text, type, name) => {
    expect(factsOf(text, [type])).toContain(`${type} ${name}`);
    for (const fact of factsOf(text, [type])) expect(fact).not.toMatch(/ (?:还有|现址|含原)/);
  });

  it("is no award after 获: 获奖组织要当好标杆", () => {
    expect(factsOf("获奖组织要当好标杆。洛阳市市长质量奖每两年评一次。", ["Award"])).toEqual([
      "Award 洛阳市市长质量奖",
    ]);
  });

  it("is no body after 已由", () => {
    expect(factsOf("《洛阳高新区质量提升方案》已由管委会印发。", ["GovernmentBody"])).not.toContain(
      "GovernmentBody 已由管委会",
    );
  });
});
