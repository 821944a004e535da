import { describe, expect, it } from "vitest";
import { winsOf } from "./wins-of.js";

/** Chronicles, yearbooks and histories of firms: one thing a line or paragraph, the year given by whatever stands above or before it. */

const FIRM = "德阳旌阳重机股份有限公司";
const ABOUT = `${FIRM}（以下简称“旌阳重机”）位于德阳市。`;

describe("lines that begin with their year, however it is set apart", () => {
  const DRESSES =
    "%年　|%年：|%年——|% — |%｜|% / |【%】|［%］|「%」|『%』|〖%〗|（%年）|「%年」|% → |% ▸ |% » |%.6　|■% ";
  const LINES: readonly (readonly [year: number, text: string])[] = [
    [2003, "新厂区动工"],
    [2009, "获德阳市市长质量奖"],
    [2014, "装配钳工（班组长）龙国栋获四川省劳动模范称号"],
    [2019, "凭“三严四实”质量管理模式捧回第三届四川省天府质量奖"],
    [2021, "参评第四届中国质量奖，止步现场评审"],
  ];

  it.each(DRESSES.split("|"))("are read: %s", async (dress) => {
    const lines = LINES.map(([year, text]) => `${dress.replace("%", String(year))}${text}`);
    const found = await winsOf(`旌阳重机大事记\n\n${ABOUT}\n\n${lines.join("\n\n")}\n`);
    expect(found.filter((win) => win.startsWith(FIRM))).toEqual([
      `${FIRM} -> 四川省天府质量奖 2019 #3 WINNER`,
      `${FIRM} -> 德阳市市长质量奖 2009 WINNER`,
    ]);
  });

  it("stay apart where none of them ends in a full stop", async () => {
    const lines = [
      "2019｜什邡雪茄烟叶有限公司摘得四川省天府质量奖提名奖，广汉三星电缆有限公司获评全国质量标杆",
      "2016｜广汉三星电缆有限公司质检班长龙国栋被授予四川省劳动模范称号",
      "2013｜什邡雪茄烟叶有限公司被授予第五届德阳市市长质量奖，广汉三星电缆有限公司被授予提名奖",
    ];
    expect(await winsOf(`德阳经开区大事记\n\n${lines.join("\n\n")}\n`)).toEqual([
      "什邡雪茄烟叶有限公司 -> 四川省天府质量奖 2019 NOMINATION",
      "什邡雪茄烟叶有限公司 -> 德阳市市长质量奖 2013 #5 WINNER",
      "广汉三星电缆有限公司 -> 全国质量标杆 2019 WINNER",
      "广汉三星电缆有限公司 -> 德阳市市长质量奖 2013 #5 NOMINATION",
      "龙国栋 -> 四川省劳动模范 2016 WINNER",
    ]);
  });

  it("are read behind numbered years as well", async () => {
    const text = `# 旌阳重机大事记\n\n${ABOUT}\n\n（一）2013年\n\n3月，获德阳市市长质量奖。\n\n（二）2016年\n\n【6月】获四川省天府质量奖提名奖。\n`;
    expect(await winsOf(text)).toEqual([
      `${FIRM} -> 四川省天府质量奖 2016 NOMINATION`,
      `${FIRM} -> 德阳市市长质量奖 2013 WINNER`,
    ]);
  });
});

describe("tables of what was when", () => {
  const WINS = [
    "四川广汉电缆有限公司 -> 德阳市市长质量奖 2015 WINNER",
    `${FIRM} -> 四川省天府质量奖 2018 #3 NOMINATION`,
  ];
  const ROWS: readonly (readonly [year: number, text: string])[] = [
    [2003, "新厂区动工"],
    [2011, "向德阳市递交德阳市市长质量奖申请"],
    [2015, "子公司四川广汉电缆有限公司获德阳市市长质量奖"],
    [2018, "捧回第三届四川省天府质量奖提名奖"],
    [2020, "四川省人民政府修订四川省天府质量奖评选办法"],
  ];

  it.each(["大事", "纪事", "主要事件", "内容", "质量大事记"])("are read row by row: %s", async (header) => {
    const rows = ROWS.map(([year, text]) => `| ${year}年 | ${text} |`).join("\n");
    const table = `| 年份 | ${header} |\n|---|---|\n${rows}\n`;
    expect(await winsOf(`旌阳重机大事记\n\n${ABOUT}\n\n${table}`)).toEqual(WINS);
  });

  it("keep the awards that a column gives alone", async () => {
    const table = `| 时间 | 纪事 |\n|---|---|\n| 2015 | 德阳市市长质量奖 |\n| 2018 | 第三届四川省天府质量奖 |\n`;
    expect(await winsOf(`旌阳重机大事记\n\n${ABOUT}\n\n${table}`)).toEqual([
      `${FIRM} -> 四川省天府质量奖 2018 #3 WINNER`,
      `${FIRM} -> 德阳市市长质量奖 2015 WINNER`,
    ]);
  });
});

describe("the year that a title carries", () => {
  const TITLES = [
    "德阳经济技术开发区（2021）",
    "德阳经济技术开发区年鉴（2022）",
    "德阳经济技术开发区年鉴·2022",
    "德阳经济技术开发区年鉴（2022卷）",
    "德阳经济技术开发区大事记\n（2021年）",
    "德阳经济技术开发区大事记\n2021年1月1日—12月31日",
    "德阳经济技术开发区2021年发展概览",
    "德阳经济技术开发区2021年回眸",
    "2021：德阳经济技术开发区这一年",
  ];
  it.each(TITLES)("is that of what is told without one: %s", async (title) => {
    const text = `${title}\n\n【质量工作】4月，什邡雪茄烟叶有限公司被授予第四届四川省天府质量奖，广汉三星电缆有限公司被授予提名奖。此前，广汉三星电缆有限公司曾获德阳市市长质量奖。\n\n【荣誉】是年，什邡雪茄烟叶有限公司制丝工龙国栋被评为四川省劳动模范。\n`;
    expect(await winsOf(text)).toEqual([
      "什邡雪茄烟叶有限公司 -> 四川省天府质量奖 2021 #4 WINNER",
      "广汉三星电缆有限公司 -> 四川省天府质量奖 2021 #4 NOMINATION",
      "广汉三星电缆有限公司 -> 德阳市市长质量奖 WINNER",
      "龙国栋 -> 四川省劳动模范 2021 WINNER",
    ]);
  });

  it("is a yearbook's own where it tells of that year and not of the one before", async () => {
    const text = `德阳经济技术开发区年鉴（2021）\n\n【概况】2021年，全区营业收入增长8%。\n\n【荣誉】6月，什邡雪茄烟叶有限公司获德阳市市长质量奖。\n`;
    expect(await winsOf(text)).toEqual(["什邡雪茄烟叶有限公司 -> 德阳市市长质量奖 2021 WINNER"]);
  });

  it.each([
    "公司新厂计划2021年12月投产",
    "园区制定2021年质量提升方案",
    "2021年，新厂将投产",
    "力争2021年上市",
  ])("is that before a yearbook's own where it tells what is to be in that: %s", async (plan) => {
    const text = `德阳经济技术开发区年鉴（2021）\n\n【荣誉】6月，什邡雪茄烟叶有限公司获德阳市市长质量奖。${plan}。\n`;
    expect(await winsOf(text)).toEqual(["什邡雪茄烟叶有限公司 -> 德阳市市长质量奖 2020 WINNER"]);
  });
});

describe("whom a chronicle's line leaves out", () => {
  it.each([
    ["被中华全国总工会授予“全国五一劳动奖状”", "全国五一劳动奖状"],
    ["公司被省总工会评为四川省工人先锋号", "四川省工人先锋号"],
    ["本公司获四川省天府质量奖", "四川省天府质量奖"],
    ["全公司获评全国文明单位", "全国文明单位"],
  ])("is the one of whom it is: %s", async (line, award) => {
    expect(await winsOf(`旌阳重机大事记\n\n${ABOUT}\n\n2003年　新厂区动工。\n2016年　${line}。\n`)).toEqual([
      `${FIRM} -> ${award} 2016 WINNER`,
    ]);
  });

  it("is not whom a form lists above as its own firms", async () => {
    const text = `旌阳重机发展历程\n\n企业名称：${FIRM}\n简　　称：旌阳重机\n所属企业：什邡亭江铸造有限公司、广汉雒城管件有限公司\n\n2006年，印发质量规划。两年后，获德阳市市长质量奖。2012年，凭“三严四实”模式获四川省天府质量奖提名奖。\n`;
    expect(await winsOf(text)).toEqual([
      `${FIRM} -> 四川省天府质量奖 2012 NOMINATION`,
      `${FIRM} -> 德阳市市长质量奖 2008 WINNER`,
    ]);
  });

  it("is the institute that has become a base for teaching", async () => {
    const text = `德阳市标准化研究院大事记\n\n德阳市标准化研究院位于旌阳区。\n\n2011年　迁入新楼。\n2013年　被评为全国科普教育基地。\n2015年　本院获评四川省文明单位。\n`;
    expect(await winsOf(text)).toEqual([
      "德阳市标准化研究院 -> 全国科普教育基地 2013 WINNER",
      "德阳市标准化研究院 -> 四川省文明单位 2015 WINNER",
    ]);
  });
});

describe("persons whom a chronicle names by little", () => {
  it.each([
    "什邡雪茄烟叶有限公司龙国栋当选四川省劳动模范",
    "龙国栋（制丝班长）获四川省劳动模范称号",
    "什邡雪茄烟叶有限公司龙国栋被评为四川省劳动模范",
  ])("are read: %s", async (line) => {
    expect(await winsOf(`德阳经开区大事记\n\n2003年　管委会成立。\n2016年　${line}。\n`)).toEqual([
      "龙国栋 -> 四川省劳动模范 2016 WINNER",
    ]);
  });
});

describe("what a chronicle's line tells besides", () => {
  const line = (text: string, year = 2016): Promise<string[]> =>
    winsOf(
      `旌阳重机大事记\n\n${ABOUT}\n\n2003年　新厂区动工。\n${year}年　${text}。\n2018年　职工增至860人。\n`,
    );

  it.each([
    ["“三严四实”质量管理模式获四川省天府质量奖", "四川省天府质量奖 2016 WINNER"],
    ["推行的“三严四实”工作法获四川省天府质量奖", "四川省天府质量奖 2016 WINNER"],
    ["时隔六年再获四川省天府质量奖", "四川省天府质量奖 2016 WINNER"],
    ["入围第十六届全国质量奖，最终获鼓励奖", "全国质量奖 2016 #16 EXCELLENCE"],
    ["获评国家级绿色工厂（首批）", "国家级绿色工厂 2016 #1 WINNER"],
    ["入选全国质量标杆（全流程数字化追溯的经验）", "全国质量标杆 2016 WINNER"],
  ])("is read: %s", async (text, win) => {
    expect(await line(text)).toEqual([`${FIRM} -> ${win}`]);
  });

  it("is read to its end where honours are told one after the other", async () => {
    expect(await line("获四川省天府质量奖；年底又跻身全国用户满意企业")).toEqual([
      `${FIRM} -> 全国用户满意企业 2016 WINNER`,
      `${FIRM} -> 四川省天府质量奖 2016 WINNER`,
    ]);
  });

  it("is the firm's own again behind what one of its firms has won", async () => {
    expect(await line("子公司什邡亭江铸造有限公司获德阳市市长质量奖；公司获四川省天府质量奖")).toEqual([
      "什邡亭江铸造有限公司 -> 德阳市市长质量奖 2016 WINNER",
      `${FIRM} -> 四川省天府质量奖 2016 WINNER`,
    ]);
  });

  it("is the firm's own in each part of a history that begins with another year", async () => {
    const text = `旌阳重机发展历程\n\n${ABOUT}\n\n2006年，子公司什邡亭江铸造有限公司获德阳市市长质量奖；2012年，获四川省天府质量奖；次年，获评全国文明单位。\n`;
    expect(await winsOf(text)).toEqual([
      "什邡亭江铸造有限公司 -> 德阳市市长质量奖 2006 WINNER",
      `${FIRM} -> 全国文明单位 2013 WINNER`,
      `${FIRM} -> 四川省天府质量奖 2012 WINNER`,
    ]);
  });

  it.each([
    ["发展历程", "同城对手什邡亭江铸造有限公司2015年获德阳市市长质量奖提名奖；2018年，获德阳市市长质量奖"],
    ["发展历程", "2015年，什邡亭江铸造有限公司获德阳市市长质量奖提名奖；2018年，再获德阳市市长质量奖"],
    ["大事记", "什邡亭江铸造有限公司2015年获德阳市市长质量奖提名奖；三年后，捧回德阳市市长质量奖"],
  ])("is of whom the part before told where that is of the same award: %s, %s", async (title, text) => {
    expect(await winsOf(`旌阳重机${title}\n\n${ABOUT}\n\n${text}。\n`)).toEqual([
      "什邡亭江铸造有限公司 -> 德阳市市长质量奖 2015 NOMINATION",
      "什邡亭江铸造有限公司 -> 德阳市市长质量奖 2018 WINNER",
    ]);
  });

  it("is of whom the part before told in a report of how a firm has changed", async () => {
    const text = `旌阳重机的转型历程\n\n${ABOUT}\n\n同城对手什邡亭江铸造有限公司2015年获德阳市市长质量奖；2018年，获四川省天府质量奖。\n`;
    expect(await winsOf(text)).toEqual([
      "什邡亭江铸造有限公司 -> 四川省天府质量奖 2018 WINNER",
      "什邡亭江铸造有限公司 -> 德阳市市长质量奖 2015 WINNER",
    ]);
  });

  it("is of a yearbook's year though told one after the other, but not what was before", async () => {
    const text = `${FIRM}（2021）\n\n${ABOUT}\n\n4月，先后获四川省天府质量奖、全国用户满意企业。此前，公司曾获德阳市市长质量奖。\n`;
    expect(await winsOf(text)).toEqual([
      `${FIRM} -> 全国用户满意企业 2021 WINNER`,
      `${FIRM} -> 四川省天府质量奖 2021 WINNER`,
      `${FIRM} -> 德阳市市长质量奖 WINNER`,
    ]);
  });

  it("is of another firm that is told apart, and of an officer", async () => {
    expect(await line("总裁助理龙国栋获四川省劳动模范称号")).toEqual([
      "龙国栋 -> 四川省劳动模范 2016 WINNER",
    ]);
    expect(await line("同城的德阳金源锻造有限公司获德阳市市长质量奖，与本公司无关")).toEqual([
      "德阳金源锻造有限公司 -> 德阳市市长质量奖 2016 WINNER",
    ]);
  });

  it("is whoever had the award before, each in its round", async () => {
    const text =
      "德阳金源锻造有限公司获第三届四川省天府质量奖。此前两家为什邡亭江铸造有限公司（第一届，2012年）和广汉雒城管件有限公司（第二届提名奖，2014年）";
    expect(await line(text)).toEqual([
      "什邡亭江铸造有限公司 -> 四川省天府质量奖 2012 #1 WINNER",
      "广汉雒城管件有限公司 -> 四川省天府质量奖 2014 #2 NOMINATION",
      "德阳金源锻造有限公司 -> 四川省天府质量奖 2016 #3 WINNER",
    ]);
  });

  it("is the county's where it is a title of places", async () => {
    const text =
      "中江县大事记\n\n中江县位于四川省德阳市。\n\n2009年　本县荣获“全国质量强县”称号。\n2011年　什邡亭江铸造有限公司获德阳市市长质量奖。荣获“国家园林县城”称号。\n2012年　全县获评中国贵妃枣之乡。\n";
    expect((await winsOf(text)).filter((win) => !win.startsWith("什邡"))).toEqual([
      "中江县 -> 中国贵妃枣之乡 2012 WINNER",
      "中江县 -> 全国质量强县 2009 WINNER",
      "中江县 -> 国家园林县城 2011 WINNER",
    ]);
  });

  it("is the firm's whatever date is written in words before it", async () => {
    const text = `# 旌阳重机大事记\n\n${ABOUT}\n\n## 2016年\n\n三月十二日　获德阳市市长质量奖提名奖。\n\n①获评全国文明单位。\n\n9.12　捧回四川省天府质量奖。\n`;
    expect(await winsOf(text)).toEqual([
      `${FIRM} -> 全国文明单位 2016 WINNER`,
      `${FIRM} -> 四川省天府质量奖 2016 WINNER`,
      `${FIRM} -> 德阳市市长质量奖 2016 NOMINATION`,
    ]);
  });
});

describe("lines that tell of no win", () => {
  it.each([
    "通过国家技术创新示范企业复核",
    "顺利通过全国文明单位复评",
    "启动四川省天府质量奖申报工作",
    "列入四川省天府质量奖推荐名单",
    "着手筹备参评全国质量奖",
    "承办德阳市质量大会，德阳市市长质量奖颁奖仪式在厂区礼堂举行",
    "省领导到公司调研，勉励企业向中国质量奖迈进",
    "设立“旌阳工匠奖”，每年评选一次",
    "组织中层干部赴历届中国质量奖获奖企业学习",
  ])("are left: %s", async (line) => {
    const text = `旌阳重机大事记\n\n${ABOUT}\n\n2003年　新厂区动工。\n2016年　${line}。\n2018年　职工增至860人。\n`;
    expect(await winsOf(text)).toEqual([]);
  });
});
