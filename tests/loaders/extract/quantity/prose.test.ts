import { describe, expect, test } from "vitest";
import { observed } from "./observed.js";

describe("what is measured", () => {
  test("the words before the figure", () => {
    expect(observed("2023年，襄阳市实现工业增加值812.4亿元，有效发明专利达到1.3万件。")).toEqual([
      "襄阳市 | 工业增加值 = 81240000000元 2023",
      "襄阳市 | 有效发明专利 = 13000件 2023",
    ]);
  });

  test("the words after it", () => {
    expect(observed("襄阳市已引进12个国家级研发平台，6家企业获得湖北省专利金奖。")).toEqual([
      "襄阳市 | 引进国家级研发平台 = 12个",
      "襄阳市 | 获得湖北省专利金奖的企业 = 6家",
    ]);
  });

  test("the verb of the last holds for all", () => {
    expect(observed("襄阳市共有3家组织、2名个人入选全国质量标杆名单。")).toEqual([
      "襄阳市 | 入选全国质量标杆名单的组织 = 3家",
      "襄阳市 | 入选全国质量标杆名单的个人 = 2名",
    ]);
  });

  test("those who did and what they did, both counted", () => {
    expect(observed("襄阳市42家企业主导或参与了170项国家标准的制定。")).toEqual([
      "襄阳市 | 主导或参与了的企业 = 42家",
      "襄阳市 | 主导或参与国家标准的制定 = 170项",
    ]);
    expect(observed("襄阳市共有3家公司共6个产品获得湖北名牌称号。")).toEqual([
      "襄阳市 | 获得湖北名牌称号的公司 = 3家",
      "襄阳市 | 获得湖北名牌称号的产品 = 6个",
    ]);
    expect(observed("襄阳市共有33家企业获得市长质量奖、23家企业获得提名奖。")[0]).toBe(
      "襄阳市 | 获得市长质量奖的企业 = 33家",
    );
  });

  test("areas and steps written otherwise", () => {
    expect(
      observed("襄阳市检测基地总建筑面积15317m2。在2018年157家高新区中位列第84位，较2017年提升了8个位次。"),
    ).toEqual(
      expect.arrayContaining([
        expect.stringContaining("总建筑面积 = 15317平方米"),
        expect.stringContaining("较2017年提升 = 8位 2018"),
      ]),
    );
  });

  test("the year of a goal that a colon announces", () => {
    expect(observed("襄阳市2024年的目标也写好了：新增国家标准15项。", { date: "2024-02-10" })).toEqual([
      "襄阳市 | 新增国家标准 = 15项 2024 TARGET",
    ]);
    expect(observed("襄阳隆中椅业有限公司一年卖出420万把办公椅。")[0]).toContain("= 4200000把");
  });

  test("townships and their villages; what is counted by its size", () => {
    expect(observed("谷城县茶园涉及10个乡镇32个村，初步建成5000亩以上的专业村15个。")).toEqual([
      "谷城县 | 茶园涉及乡镇 = 10个",
      "谷城县 | 村 = 32个",
      "谷城县 | 专业村 = 15个",
    ]);
  });

  test("two sides of one measure", () => {
    expect(observed("2023年，襄阳市城镇和农村居民人均可支配收入分别为46250元、24830元。")).toEqual([
      "襄阳市 | 城镇居民人均可支配收入 = 46250元 2023",
      "襄阳市 | 农村居民人均可支配收入 = 24830元 2023",
    ]);
  });

  test("goals that a plan in brackets sets", () => {
    expect(observed("按《襄阳市菌业培育方案》，新增省级标准化示范区1个。")).toEqual([
      "襄阳市 | 新增省级标准化示范区 = 1个 TARGET",
    ]);
  });

  test("the unit of the last of a series holds for all", () => {
    expect(observed("襄阳市农产品加工产值相继跨越200亿、300亿元大关。")).toEqual([
      "襄阳市 | 农产品加工产值 = 20000000000元",
      "襄阳市 | 农产品加工产值 = 30000000000元",
    ]);
  });

  test("what the clause before names and how it fares", () => {
    expect(observed("襄阳市地区生产总值连续跨越三个千亿级台阶，2023年达到5842亿元。")).toEqual([
      "襄阳市 | 地区生产总值 = 584200000000元 2023",
    ]);
  });

  test("an enumeration shares its verbs", () => {
    expect(observed("襄阳市累计主导制修订国家标准76项、行业标准45项。")).toEqual([
      "襄阳市 | 累计主导制修订国家标准 = 76项",
      "襄阳市 | 累计主导制修订行业标准 = 45项",
    ]);
  });

  test("分别 distributes", () => {
    expect(observed("襄阳市省级以上重点实验室、工程研究中心分别为52家和17家。")).toEqual([
      "襄阳市 | 省级以上重点实验室 = 52家",
      "襄阳市 | 省级以上工程研究中心 = 17家",
    ]);
  });

  test("several rates of one value", () => {
    expect(observed("襄阳市农产品抽检合格率、药品抽检合格率均达到99%。")).toEqual([
      "襄阳市 | 农产品抽检合格率 = 99%",
      "襄阳市 | 药品抽检合格率 = 99%",
    ]);
  });

  test("changes, shares and ranks go on about the figure before", () => {
    expect(
      observed(
        "2023年，襄阳市财政收入120亿元，同比增长6.5%，占全省的9%；有效注册商标8.1万件，总量居全省第2位。",
      ),
    ).toEqual([
      "襄阳市 | 财政收入 = 12000000000元 2023",
      "襄阳市 | 财政收入同比增长 = 6.5% 2023",
      "襄阳市 | 财政收入占全省比重 = 9% 2023",
      "襄阳市 | 有效注册商标 = 81000件 2023",
      "襄阳市 | 有效注册商标总量全省排名 = 2位 2023",
    ]);
  });

  test("其中 gives parts, and places of their own", () => {
    expect(observed("襄阳市累计有30家组织获得市长质量奖，其中制造业18家、服务业12家。")).toEqual([
      "襄阳市 | 获得市长质量奖的组织 = 30家",
      "襄阳市 | 制造业获得市长质量奖的组织 = 18家",
      "襄阳市 | 服务业获得市长质量奖的组织 = 12家",
    ]);
    expect(observed("襄阳市现有龙头企业21家，其中枣阳市9家、宜城市7家。")).toEqual([
      "襄阳市 | 龙头企业 = 21家",
      "枣阳市 | 龙头企业 = 9家",
      "宜城市 | 龙头企业 = 7家",
    ]);
  });
});

describe("what is measured, by the clause before", () => {
  test("分别 after the figures' own clause", () => {
    expect(observed("2023年，襄阳市营业收入126亿元、利税9.8亿元，分别增长11%和7.2%。").slice(2)).toEqual([
      "襄阳市 | 营业收入增长 = 11% 2023",
      "襄阳市 | 利税增长 = 7.2% 2023",
    ]);
  });

  test("a rise has its years", () => {
    expect(observed("襄阳市合格率由2021年的93.1%提高到2023年的95.3%，三年提高2.2个百分点。")).toEqual([
      "襄阳市 | 合格率 = 93.1% 2021",
      "襄阳市 | 合格率 = 95.3% 2023",
      "襄阳市 | 合格率提高 = 2.2百分点",
    ]);
  });

  test("another grade, all of the new ones, a total", () => {
    expect(
      observed(
        "襄阳市建有国家级创新平台9个、省级78个；新增标准化试点3个（累计15个），专精特新企业112家，总数达到716家。",
      ),
    ).toEqual([
      "襄阳市 | 国家级创新平台 = 9个",
      "襄阳市 | 省级创新平台 = 78个",
      "襄阳市 | 新增标准化试点 = 3个",
      "襄阳市 | 标准化试点 = 15个",
      "襄阳市 | 专精特新企业 = 112家",
      "襄阳市 | 专精特新企业总数 = 716家",
    ]);
  });

  test("分别 of the clause before, all of them", () => {
    expect(observed("襄阳市新增质量标杆1家、品字标企业6家，累计分别达到3家和41家。").slice(2)).toEqual([
      "襄阳市 | 质量标杆 = 3家",
      "襄阳市 | 品字标企业 = 41家",
    ]);
  });

  test("those who are served, and what they get", () => {
    expect(observed("襄阳市为1.2万家企业提供服务3.5万次，减免费用860万元。")).toEqual([
      "襄阳市 | 服务企业 = 12000家",
      "襄阳市 | 企业提供服务 = 35000次",
      "襄阳市 | 减免费用 = 8600000元",
    ]);
  });

  test("a sum that tells which ones are counted", () => {
    expect(observed("襄阳市现有产值超百亿元企业5家。")).toEqual(["襄阳市 | 产值超百亿元企业 = 5家"]);
  });

  test("a label before a colon, without numbering", () => {
    expect(
      observed("质量数据：\n- 首席质量官：1260名\n- 2. 检验检测机构86家", { title: "襄阳市质量数据" }),
    ).toEqual(["襄阳市 | 首席质量官 = 1260名", "襄阳市 | 检验检测机构 = 86家"]);
  });

  test("an evaluation named before is what the place is in", () => {
    expect(
      observed("在2023年国家高新区综合评价中，襄阳高新区位列169个参评园区第24位，较上年前进3位。").map(
        (line) => line.replace(/^.* \| /, ""),
      ),
    ).toEqual(["国家高新区综合评价排名 = 24位 2023", "国家高新区综合评价排名较上年前进 = 3位 2023"]);
  });
});

describe("whose figure it is", () => {
  test("of X运营的Y it is Y", () => {
    expect(
      observed("襄阳汉江检测有限公司运营的湖北省汽车零部件检测中心，2023年服务企业320家。", {}),
    ).toContain("湖北省汽车零部件检测中心 | 服务企业 = 320家 2023");
  });

  test("an authority's figures are its territory's, but for its own acts", () => {
    const text = "襄阳市市场监督管理局全年查办案件532件，罚没款310.5万元。全市有效发明专利9120件。";
    expect(observed(text, { title: "襄阳市市场监督管理局2023年工作总结" })).toEqual([
      "襄阳市市场监督管理局 | 查办案件 = 532件 2023",
      "襄阳市市场监督管理局 | 罚没款 = 3105000元 2023",
      "襄阳市 | 有效发明专利 = 9120件 2023",
    ]);
  });

  test("an award's winners are counted for the place, not for the firm named before", () => {
    const text = "襄阳隆中机械有限公司获得湖北省省长质量奖，累计6家企业获此荣誉。";
    expect(observed(text, { title: "襄阳市质量观察" })).toEqual(["襄阳市 | 获湖北省省长质量奖的企业 = 6家"]);
  });

  test("an object is not the subject", () => {
    const text = "襄阳市率先引进上海宏远检测有限公司，建成实验室21个。";
    expect(observed(text)).toEqual(["襄阳市 | 建成实验室 = 21个"]);
  });
});

describe("goals", () => {
  test("what is to be by a time", () => {
    expect(
      observed("到2027年，襄阳市力争新增中国质量奖1个，合格率稳定在96%以上。", { date: "2024-05-01" }),
    ).toEqual(["襄阳市 | 新增中国质量奖 = 1个 2027 TARGET", "襄阳市 | 合格率 = >=96% 2027 TARGET"]);
  });

  test("a list under its opening line", () => {
    expect(
      observed("襄阳市提出，到2026年：\n- 综合产值达到55亿元；\n- 茶园标准化率由目前的62%提高到80%。"),
    ).toEqual([
      "襄阳市 | 综合产值 = 5500000000元 2026 TARGET",
      "襄阳市 | 茶园标准化率 = 62%",
      "襄阳市 | 茶园标准化率 = 80% 2026 TARGET",
    ]);
  });

  test("a year that is over is no goal", () => {
    expect(observed("到2022年底，襄阳市共有孵化器14家。", { date: "2024-05-01" })).toEqual([
      "襄阳市 | 孵化器 = 14家 2022",
    ]);
  });

  test("both ends of a range", () => {
    expect(observed("襄阳市计划到2025年新增国家级试点1—2个。", { date: "2024-05-01" })).toEqual([
      "襄阳市 | 新增国家级试点 = >=1个 2025 TARGET",
      "襄阳市 | 新增国家级试点 = <=2个 2025 TARGET",
    ]);
  });
});

describe("no observations", () => {
  test.each([
    "襄阳市对首次获奖的企业给予50万元奖励。",
    "授予襄阳隆中机械有限公司、襄阳古隆食品有限公司等2家企业第六届襄阳市市长质量奖。",
    "襄阳隆中机械有限公司、襄阳古隆食品有限公司2家企业名称相近。",
    "襄阳市成为全国首批5个试点城市之一。",
    "襄阳市连续3年获评优秀。",
    "襄阳市展出全球最长的101米叶片。",
    "襄阳市率先实行1个工作日办结。",
    "2023年5月12日，襄阳市召开第12次会议。",
    "襄阳市印发《质量提升三年行动方案（2023—2025年）》。",
  ])("%s", (text) => {
    expect(observed(text)).toEqual([]);
  });
});

describe("names that stand apart from their figures", () => {
  const title = "襄阳市质量工作纪实";

  test("before a comma", () => {
    expect(observed("地理标志商标38件，增加4件。产品抽检合格率，2022年是95.3%。", { title }).at(-1)).toBe(
      "襄阳市 | 产品抽检合格率 = 95.3% 2022",
    );
  });

  test("before 当年新增", () => {
    expect(observed("襄阳市标准化秘书处28个，当年新增3个。", { title }).at(-1)).toBe(
      "襄阳市 | 新增标准化秘书处 = 3个",
    );
  });

  test("before 个人 of those who won", () => {
    expect(observed("襄阳市获市长质量奖的组织61家、个人14名。", { title }).at(-1)).toBe(
      "襄阳市 | 获市长质量奖的个人 = 14名",
    );
  });

  test("but those that are commended are known", () => {
    expect(observed("对附件所列7家组织予以表彰。", { title })).toEqual([]);
  });
});

test("what a plan demands or sets for a later year is a goal", () => {
  expect(
    observed("公司发布的《质量发展规划》要求：2028年营业收入达到25亿元，客户投诉率降至0.5%以内。", {
      title: "襄阳隆中机械有限公司",
    }),
  ).toEqual([
    "襄阳隆中机械有限公司 | 营业收入 = 2500000000元 2028 TARGET",
    "襄阳隆中机械有限公司 | 客户投诉率 = <=0.5% 2028 TARGET",
  ]);
});
