import { describe, expect, it } from "vitest";
import { factsOf } from "../facts-of.js";

const companies = (text: string): string[] => factsOf(text, ["Company"]).map((fact) => fact.slice(8));

describe("companies by trade names", () => {
  it.each([
    ["沅泽重科成立于1993年，主营塔式起重机。", ["沅泽重科"]],
    ["泓岭高科董事长吴泽林说，今年的研发投入又有增加。", ["泓岭高科"]],
    ["在德州，科启电机、胜岳新材、华岱纸业三家上市公司都在扩产。", ["科启电机", "胜岳新材", "华岱纸业"]],
    ["产业链上，龙头企业贵州鼎晖的自主可控整机已经上线。", ["贵州鼎晖"]],
    ["整车企业中领头的是岭驰汽车、捷沃和远拓客车；零部件齐全。", ["岭驰汽车", "捷沃", "远拓客车"]],
    ["国家某某装备创新中心，承担单位是沪芯轨道；", ["沪芯轨道"]],
    ["省工业品牌培育示范企业：南丰岚窑瓷业", ["南丰岚窑瓷业"]],
    ["开发区先后引进了岭驰轿车、泽钢集团、川沅中远等大企业集团。", ["岭驰轿车", "泽钢集团", "川沅中远"]],
    ["以沅一重汽、岭驰汽车、捷沃三大整车企业为龙头，产值过百亿元。", ["沅一重汽", "岭驰汽车", "捷沃"]],
    ["作为标委会秘书处单位的沅泽重工成为行业标准的引领者。", ["沅泽重工"]],
    [
      "此次入选的岭光学、沅微光电、泓讯科技、岭浪科技、沅华股份以及杜岭机电，都在本地。",
      ["沅微光电", "泓讯科技", "岭浪科技", "沅华股份", "杜岭机电"],
    ],
    ["高新区以沅瑞新能源、沅瑞商用车为核心，引育上下游企业。", ["沅瑞新能源", "沅瑞商用车"]],
    ["培育以沅牧为链主的肉食品加工、以岭光学为链主的数字光电等产业。", ["沅牧", "岭光学"]],
    ["获批的有：沅泽药业“江苏省缓释制剂工程中心”等。", ["沅泽药业"]],
    ["国网广西电力有限公司北海供电公司新建两座变电站。", ["国网广西电力有限公司北海供电公司"]],
  ])("finds the name in %s", (text, names) => {
    expect(companies(text)).toEqual(names);
  });

  it("reads short names under a header of firms", () => {
    const table = "企业\t专利\n钻岭切削\t一种涂层刀具\n澳沅环保\t一种复合膜\n";
    expect(companies(table)).toEqual(["钻岭切削", "澳沅环保"]);
  });

  it("keeps a group apart from its subsidiary, and joins a branch and a short name to the whole", () => {
    expect(companies("主要依靠泽钢集团发展。泽钢集团宏昇股份公司建有实验室。")).toEqual([
      "泽钢集团",
      "泽钢集团宏昇股份公司",
    ]);
    expect(companies("中岭洛阳机车有限公司襄阳分公司通过认证。襄阳分公司质量部到场。")).toEqual([
      "中岭洛阳机车有限公司襄阳分公司",
    ]);
    expect(companies("沈阳鼓岭机集团股份有限公司参展。沈鼓集团承担任务。")).toEqual([
      "沈阳鼓岭机集团股份有限公司",
    ]);
  });

  it("names the firm wherever the text repeats it", () => {
    const text = "沅泽重科成立于1993年。去年，省级创新中心由沅泽重科牵头组建。";
    expect(factsOf(text, ["Company"])).toEqual(["Company 沅泽重科"]);
  });

  it.each([
    "永磁电机、伺服电机和碳基新材料等企业加快集聚。",
    "稀土永磁、氟硅新材料、生物医药等产业为主导。",
    "新型显示电子获批国家级基地。",
    "公司董事长李明说，市场正在回暖。",
    "现任总经理王强来自长沙。",
    "高校、科研院所和检测机构等12家单位参会。",
  ])("finds none in %s", (text) => {
    expect(companies(text)).toEqual([]);
  });
});
