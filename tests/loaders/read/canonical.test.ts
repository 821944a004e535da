import { describe, expect, it } from "vitest";
import { canonicalText } from "../../../loaders/read/canonical.js";

describe("canonicalText", () => {
  it("brings line ends, blanks and invisible characters to one form", () => {
    expect(
      canonicalText("\ufeff　　甲\u200b公司　获奖。\r\n\r\n\r\n乙\u00a0 公司。\u0007\u2028丙。\n\n"),
    ).toBe("甲公司 获奖。\n乙 公司。\n丙。");
  });

  it("turns radicals that only look like characters into them", () => {
    expect(canonicalText("⼤⼭⽔泥有限公司")).toBe("大山水泥有限公司");
  });

  it("reads Markdown's marks and drops its decoration", () => {
    expect(
      canonicalText(
        "名录\n===\n\n> 说明**加粗**与[链接](http://x)。\n\n* 甲\n+ 乙\n• 丙\n\n***\n\n| 奖 | 年 |\n|:--|--:|\n| A\\|B | 2019 |\n\n```\n代码\n```\n",
      ),
    ).toBe("# 名录\n说明加粗与链接。\n- 甲\n- 乙\n- 丙\n奖\t年\nA|B\t2019\n代码");
  });

  it("keeps numbers of lists and columns' names between dots", () => {
    expect(canonicalText("1. 甲公司\n2. 乙公司\n\n·会客厅·")).toBe("1. 甲公司\n2. 乙公司\n·会客厅·");
  });

  it("parts cells that are aligned with blanks", () => {
    expect(canonicalText("序号  奖项    单位\n1     甲奖    某公司\n2     乙奖    某集团\n")).toBe(
      "序号\t奖项\t单位\n1\t甲奖\t某公司\n2\t乙奖\t某集团",
    );
    expect(canonicalText("以质取胜  老字号  新故事\n正文。")).toBe("以质取胜 老字号 新故事\n正文。");
  });

  it("parts cells that bars part, and one blank alone behind the longest cell", () => {
    const rows = ["届次\t单位\t等次", "第三届\t云帆泵业有限公司\t正奖", "第四届\t云帆锚链有限公司\t提名奖"];
    expect(canonicalText(rows.join("\n").replaceAll("\t", "｜"))).toBe(rows.join("\n"));
    const blanks = "届次　　单位　　等次\n第三届　云帆泵业有限公司　正奖\n第四届　云帆锚链有限公司　提名奖";
    expect(canonicalText(blanks)).toBe(rows.join("\n"));
    const credits = "来源｜云帆日报\n编辑｜阿帆\n审核｜李云";
    expect(canonicalText(credits)).toBe(credits);
  });

  it("takes the frames of drawn tables away and joins the lines of a cell", () => {
    const drawn = [
      "┌──┬────┬──┐",
      "│届次│单位        │等次│",
      "├──┼────┼──┤",
      "│三  │云帆纺织印染│正奖│",
      "│    │有限公司    │    │",
      "│四  │云帆泵业公司│    │",
      "└──┴────┴──┘",
    ];
    expect(canonicalText(drawn.join("\n"))).toBe(
      "届次\t单位\t等次\n三\t云帆纺织印染有限公司\t正奖\n四\t云帆泵业公司\t",
    );
    const box = "┌────┐\n│　数说　│\n│35家获奖│\n└────┘";
    expect(canonicalText(box)).toBe("数说\n35家获奖");
  });

  it("sets what a box of one column holds apart from the text around it, with its title above", () => {
    const box = [
      "云帆泵业有限公司靠一台水泵打开了远洋市场，去年又添了三条自动生产线，眼下订单排到了明年",
      "",
      "┌─ 荣誉一览 ──────┐",
      "│云帆锚链集团有限公司 │",
      "│　２０１２年　首届云帆市市长质量奖",
      "│　2016年　第二届云帆市市长质量奖",
      "└───────────┘",
    ];
    expect(canonicalText(box.join("\n")).split("\n").slice(1)).toEqual([
      "荣誉一览",
      "云帆锚链集团有限公司",
      "２０１２年 首届云帆市市长质量奖",
      "2016年 第二届云帆市市长质量奖",
    ]);
    // What holds several cells is a table.
    const cells = "┌──┐\n│甲│乙│\n丙│丁\n└──┘";
    expect(canonicalText(cells)).toBe("甲\t乙\n丙\t丁");
  });

  it("leaves what stands in a box out of the columns around it, and its firms' names whole", () => {
    const page = [
      "云帆泵业有限公司靠一台水泵打开了远洋市场。与它同登榜单的，",
      "┌───────────┐\n│●质量奖│\n│云帆仪表科技股份有限公│\n│司│\n│●提名奖│\n│云帆锚链集团│\n└───────────┘",
      "还有云帆船厂有限公司，它拿到的是提名奖。",
    ];
    expect(canonicalText(page.join("\n\n")).split("\n")).toEqual([
      page[0]! + page[2],
      "- 质量奖",
      "云帆仪表科技股份有限公司",
      "- 提名奖",
      "云帆锚链集团",
    ]);
    const firms = "云帆有\n公司章程一份\n云帆泵业\n有限空间作业\n云帆锚链厂";
    expect(canonicalText(firms)).toBe(firms);
  });

  it("leaves lines of fields alone, however alike their lengths", () => {
    const roll = [
      "云帆市市长质量奖　云帆水泵制造股份有限公司　第四届，2021年",
      "云帆市市长质量奖提名奖　云帆锚链集团有限公司　第四届，2021年",
      "临江省省长质量奖　云帆港湾集装箱码头有限公司　第八届，2020年；云帆医科大学附属第一医院　第九届，2022年",
      "临江省省长质量奖提名奖　云帆酒业有限公司（北镇县）　第九届，2022年",
      "临江省质量标杆　云帆水泵制造股份有限公司、云帆纺织有限公司　2021年",
    ];
    const lines = (texts: readonly string[]): string => texts.join("\n").replaceAll("　", " ");
    expect(canonicalText(`贰　组织\n\n${roll.join("\n")}\n`)).toBe(`贰 组织\n${lines(roll)}`);
    const dated = [
      "2016，云帆水泵制造股份有限公司，第二届市长质量奖，正奖",
      "2018，云帆锚链集团有限公司，第三届市长质量奖，提名奖",
      "2018，云帆纺织印染集团有限公司，第三届市长质量奖，正奖",
    ];
    expect(canonicalText(dated.join("\n"))).toBe(lines(dated));
  });

  it("joins ragged lines of indented paragraphs, and leaves a year between them alone", () => {
    expect(
      canonicalText(
        "2016年\n  3月，云帆市人民政府印发《云帆质量奖管\n理办法》，每两年评选一次。\n  9月，云帆泵业有限公司荣获第\n六届省长质量奖；云帆锚链有限\n公司同获提名奖。\n" +
          "2017年\n  11月，首届云帆质量奖揭晓，云帆纺织有限\n公司、云帆职业学院折桂。\n",
      ),
    ).toBe(
      "2016年\n3月，云帆市人民政府印发《云帆质量奖管理办法》，每两年评选一次。\n9月，云帆泵业有限公司荣获第六届省长质量奖；云帆锚链有限公司同获提名奖。\n" +
        "2017年\n11月，首届云帆质量奖揭晓，云帆纺织有限公司、云帆职业学院折桂。",
    );
    // Names, and what each has below it.
    const ledger =
      "云帆泵业有限公司\n　　——省长质量奖（2016年）\n云帆锚链有限公司\n　　——省专利奖（2017年）\n云帆纺织有限公司\n　　——省质量标杆（2018年）";
    expect(canonicalText(ledger).split("\n")).toHaveLength(6);
  });

  it("joins lines that were broken to fit a column, by indents parting paragraphs", () => {
    expect(
      canonicalText(
        "走进云帆泵业有限公司的车间，一台大\n型水泵正在试验。这家建于一九七八年\n的老厂今年又获质量奖。\n" +
          "　　“水泵不会说谎。”总工程师说，企\n业建有省级工程技术研究中心，其产品\n远销海外。",
      ),
    ).toBe(
      "走进云帆泵业有限公司的车间，一台大型水泵正在试验。这家建于一九七八年的老厂今年又获质量奖。\n" +
        "“水泵不会说谎。”总工程师说，企业建有省级工程技术研究中心，其产品远销海外。",
    );
  });

  it("goes by the indents of paragraphs, however ragged the column", () => {
    expect(
      canonicalText(
        "莲城做水泵，求的是一个“稳”字。在湘潭市\n雨湖区，湘潭莲城泵业有限公司（以下简称\n“莲城泵业”）参与ISO/TC 115工作。\n" +
          "眼下公司有员工560余人，承担全国泵标（S\nAC/TC211）的工作。\n  这不是它头一回登台，二〇一六年便已获奖\n，是省里的老面孔。",
      ),
    ).toBe(
      "莲城做水泵，求的是一个“稳”字。在湘潭市雨湖区，湘潭莲城泵业有限公司（以下简称“莲城泵业”）参与ISO/TC 115工作。" +
        "眼下公司有员工560余人，承担全国泵标（SAC/TC211）的工作。\n这不是它头一回登台，二〇一六年便已获奖，是省里的老面孔。",
    );
  });

  it("joins no rolls, even of names of like length", () => {
    const roll =
      "湘潭莲城泵业有限公司（2019年）\n湘潭雨湖仪表有限公司（2020年）\n湘潭韶光食品有限公司（2021年）\n湘潭岳塘钢构有限公司（2022年）";
    expect(canonicalText(roll)).toBe(roll);
    const labelled =
      "中国质量奖：云帆泵业有限公司，2019年\n省长质量奖：星河仪表有限公司，2020年\n市长质量奖：远山食品有限公司，2021年";
    expect(canonicalText(labelled)).toBe(labelled);
  });

  it("keeps Latin words apart where lines are joined", () => {
    const text =
      "企业参与国际标准组织的工作，其中有ISO\n9001体系的修订和IEC标准的制定，先后\n承担十余项国际标准的起草工作任务。";
    expect(canonicalText(text)).toContain("ISO 9001体系");
  });

  it("joins what a column's end broke, over captions, where words show it", () => {
    expect(
      canonicalText(
        "莲城正在建设动力之城。全市打造动\n\n力产业，今年投入翻番，动力产业链再添新军。\n\n机组达产后，\n\n▲图为车间。\n\n将打破国外垄断，填补空白。",
      ),
    ).toBe(
      "莲城正在建设动力之城。全市打造动力产业，今年投入翻番，动力产业链再添新军。\n机组达产后，\n▲图为车间。\n将打破国外垄断，填补空白。",
    );
    expect(
      canonicalText("新引进的三台大型发电机组全部达产后，\n\n▲图为车间。\n\n将打破国外垄断，填补空白。"),
    ).toBe("新引进的三台大型发电机组全部达产后，将打破国外垄断，填补空白。\n▲图为车间。");
  });

  it("joins the beginning of a sentence to its end, however short", () => {
    expect(
      canonicalText(
        "质量大会昨日召开。\n\n早在2022年，云帆泵业有限公司就拿下了临江\n\n省省长质量奖，产品远销海外。",
      ),
    ).toContain("就拿下了临江省省长质量奖，");
  });

  it("joins nothing without evidence", () => {
    const text =
      "农产品质量合格率达到百分之九十九，高于全省\n\n截至去年底，全市有国家级中心三个，居全省前列。";
    expect(canonicalText(text)).toBe(text.replace("\n\n", "\n"));
  });

  it("stays as it is when read again", () => {
    const text = canonicalText(
      "# 题\n\n正文一。\n\n- 甲\n- 乙\n\n| a | b |\n|---|---|\n| 1 | 2 |\n\n　　正文二，\n续。",
    );
    expect(canonicalText(text)).toBe(text);
  });
});

describe("a paragraph that a list goes on with", () => {
  it("stays above its list, though it ends without a stop", () => {
    const text = [
      "芜湖赭山阀门有限公司主营闸阀，出口额居全市第3位。公司",
      "- 建有安徽省闸阀工程研究中心；\n- 2014年获首届安徽省质量奖。",
      "隔壁的芜湖柘山光电有限公司生产灯具，其实两家没有股权往来。",
    ];
    expect(canonicalText(text.join("\n\n"))).toBe(text.join("\n"));
  });
});

describe("interleaved columns", () => {
  const PAGE = [
    "A02 质量周刊 某经济报",
    "莲城质量奖揭晓 三家企业上榜",
    "本报记者 舒望 通讯员 程远",
    "昨日，第五届湘潭市质量奖颁奖。湘潭莲城泵业有限公司、湘潭雨湖仪表有限公司两家单位捧",
    "高新区：小园区的大账本",
    "本报记者 白岚",
    "一份通报，让湘潭高新区再度出圈：在全省园区评价中名列第",
    "得奖杯，湘潭韶光食品有限公司获提名奖。至此，已有二十家单位捧得奖杯。",
    "▲图为莲城泵业车间。 （舒望 摄）",
    "7位。这里用不到百分之一的土地，贡献了全市两成的产值。",
    "责编/陈某 美编/苏某",
  ];

  it("are put in order, article by article, whatever stands between", () => {
    expect(canonicalText(PAGE.join("\n\n")).split("\n")).toEqual([
      "A02 质量周刊 某经济报",
      "莲城质量奖揭晓 三家企业上榜",
      "本报记者 舒望 通讯员 程远",
      "昨日，第五届湘潭市质量奖颁奖。湘潭莲城泵业有限公司、湘潭雨湖仪表有限公司两家单位捧得奖杯，湘潭韶光食品有限公司获提名奖。至此，已有二十家单位捧得奖杯。",
      "▲图为莲城泵业车间。 （舒望 摄）",
      "高新区：小园区的大账本",
      "本报记者 白岚",
      "一份通报，让湘潭高新区再度出圈：在全省园区评价中名列第7位。这里用不到百分之一的土地，贡献了全市两成的产值。",
      "责编/陈某 美编/苏某",
    ]);
  });

  const PUMPS = [
    "【质量奖】莲城捧杯",
    "昨日，全市质量大会在湘潭召开，会上颁发了第五届湘潭市质量奖。湘潭莲城泵业有限公司捧得|正奖，奖金五十万元；同台领奖的湘潭雨湖仪表有限公司、湘潭韶光食品有限公司|获提名奖。市市场监督管理局局长说，至此，全市已有质量奖企业21|家，总数居全省第四。",
    "奖牌背后是人。莲城泵业的车间主任白岚做了二十年装配，去年|站上了全国五一劳动奖章的领奖台。她带的班组今年三月由|市总工会命名为工人先锋号。",
  ];
  const ZONE = [
    "【园区】湖畔新厂",
    "在湘潭九华经济技术开发区（以下简称“九华经开区”），一块电池箔薄到五微米。生产它的湘潭云帆材料有限公司当年就被|认定为湖南省专精特新中小企业。园区聚焦电子信息、高端装备两大产|业，入驻规上企业164家。",
    "企业的底气来自平台。今年六月揭牌的国家电池箔质量检验检测中心（湖|南）由湘潭市产品质量监督检验所承建。检验员都说报告当天就能出，至今已出具报告51|30份。",
  ];

  const ZONE_SHORT = "九华经开区的电池箔项目昨日开工，总投资十二亿元，工期一年。";

  /** The two articles with their columns in turn, as a page is scanned. */
  function page(first: readonly string[], second: readonly string[], between: readonly string[] = []) {
    const columns = [first, second].map(([headline, ...paragraphs]) =>
      [headline, paragraphs.join("\n\n")].join("\n\n").split("|"),
    );
    const lines: string[] = [];
    for (let i = 0; i < Math.max(columns[0]!.length, columns[1]!.length); i++)
      lines.push(...columns.flatMap((column) => column.slice(i, i + 1)), ...between.slice(i, i + 1));
    return lines.join("\n\n");
  }

  const whole = (article: readonly string[]) => article.map((text) => text.replaceAll("|", ""));

  it.each([
    ["one and the other", PUMPS, ZONE, []],
    ["the other and one", ZONE, PUMPS, []],
    [
      "captions and page headers between them",
      PUMPS,
      ZONE,
      ["▲图为车间。 （舒望 摄）", "", "某经济报 第2版"],
    ],
  ])("are put in order by what their sentences want, without bylines: %s", (_, first, second, between) => {
    const read = canonicalText(page(first, second, between)).split("\n");
    for (const line of [...whole(first), ...whole(second)]) expect(read).toContain(line);
    const headline = read.indexOf(second[0]!);
    for (const line of whole(first)) expect(read.indexOf(line)).toBeLessThan(headline);
  });

  it("leave paragraphs whole that begin with their year or speaker, and go on with a round", () => {
    const read = canonicalText(
      [
        "【盘点】三年三座奖杯",
        "莲城泵业2019年拿到第四届湘潭市质量奖。这一步走得早，2022年又获",
        "【园区】湖畔新事",
        "九华经开区的电池箔项目昨日开工。",
        "第六届湖南省省长质量奖提名奖，是全市唯一的泵企。",
        "2023年，园区制造业产品质量合格率95.1%，较上年提高0.3个百分点。",
        "依照《湘潭市质量强市建设方案》，到2027年合格率要达到96%。它还作为秘书处单位，承担着",
        "九华经开区管委会副主任白岚透露，今年计划实施项目26个，完成投资九十亿元。",
        "全国泵标准化技术委员会农用泵工作组的日常工作。",
      ].join("\n\n"),
    ).split("\n");
    expect(read).toContain(
      "莲城泵业2019年拿到第四届湘潭市质量奖。这一步走得早，2022年又获第六届湖南省省长质量奖提名奖，是全市唯一的泵企。",
    );
    expect(read).toContain("2023年，园区制造业产品质量合格率95.1%，较上年提高0.3个百分点。");
    expect(read).toContain("九华经开区管委会副主任白岚透露，今年计划实施项目26个，完成投资九十亿元。");
  });

  it.each([
    ["headlines above one another, labelled", ["【要闻】莲城质量奖揭晓", "【园区】小园区的大账本"], "■ ■ ■"],
    ["signs between them", ["莲城质量奖揭晓", "", "高新区：小园区的大账本"], "◆◆◆"],
    ["a sign to go on", ["莲城质量奖揭晓", "", "高新区：小园区的大账本"], "（上接第一版）"],
    ["a page's foot", ["莲城质量奖揭晓", "", "高新区：小园区的大账本"], "------ 某经济报 质量周刊 06 ------"],
    [
      "a caption in brackets",
      ["莲城质量奖揭晓", "", "高新区：小园区的大账本"],
      "【图一】莲城泵业车间。  舒望 摄",
    ],
  ])("are put in order below %s", (_, headlines, between) => {
    const read = canonicalText(
      [headlines.join("\n"), PAGE[3], PAGE[6], between, PAGE[7], between, PAGE[9]].join("\n\n"),
    ).split("\n");
    const first = read.indexOf(headlines[0]!);
    const second = read.indexOf(headlines.at(-1)!);
    expect(first).toBeGreaterThanOrEqual(0);
    expect(read.indexOf(`${PAGE[3]}${PAGE[7]}`)).toBeGreaterThan(first);
    expect(read.indexOf(`${PAGE[3]}${PAGE[7]}`)).toBeLessThan(second);
    expect(read.indexOf(`${PAGE[6]}${PAGE[9]}`)).toBeGreaterThan(second);
  });

  const FIRST = [PAGE[1]!, PAGE[2]!, `${PAGE[3]}${PAGE[7]}`];
  const SECOND = [PAGE[4]!, PAGE[5]!, `${PAGE[6]}${PAGE[9]}`];

  it.each([
    ["a paper's name", "莲城晚报·产业周刊"],
    ["its name and the page's", "莲城质量周报          第二版   企业与标准"],
    ["its name with blanks", "莲 城 质 量 报          三版   要闻纵深"],
    ["a page's number", "莲城经济日报\n11"],
    ["a date with points", "2023.9.14  星期四   莲城经济日报"],
    ["a series", "莲城经济日报\n\n莲城质量行③"],
  ])("give the first paragraph to the headline with a byline, whatever stands above: %s", (_, head) => {
    const read = canonicalText([head, ...PAGE.slice(1)].join("\n\n")).split("\n");
    expect(read.slice(-8, -5)).toEqual(FIRST);
    expect(read.slice(-4, -1)).toEqual(SECOND);
  });

  it.each([
    ["parts of the page between signs", "◆要闻◆", "◆园区◆", "本报记者 舒望", "本报记者 白岚"],
    ["bylines of names alone", "", "", "□ 舒望", "□ 白 岚 通讯员 程远"],
  ])("are put in order below %s", (_, above, over, byline, other) => {
    const lines = [above, PAGE[1], byline, PAGE[3], over, PAGE[4], other, PAGE[6], PAGE[7], PAGE[9]];
    const read = canonicalText(lines.filter((line) => line !== "").join("\n\n")).split("\n");
    const ordered = [PAGE[1], byline, FIRST[2], PAGE[4], other, SECOND[2]];
    expect(read.filter((line) => !line.startsWith("#"))).toEqual(ordered);
  });

  it("go on with the name of a firm that breaks off, not with the sentence right above", () => {
    const read = canonicalText(
      [
        "莲城质量奖揭晓",
        "本报记者 舒望",
        "昨日，第五届湘潭市质量奖颁奖。湘潭莲城泵业有限公司获质量奖，湘潭韶光村",
        "橙黄瓷白都是金字招牌",
        "本报记者 白岚",
        "全市的国家地理标志证明商标升至21件。雨湖区今年又被中国果品流",
        "酒业有限公司、湘潭雨湖仪表有限公司获提名奖。",
        "通协会授予“中国脐橙之乡”称号。",
      ].join("\n\n"),
    ).split("\n");
    expect(read).toContain(
      "昨日，第五届湘潭市质量奖颁奖。湘潭莲城泵业有限公司获质量奖，湘潭韶光村酒业有限公司、湘潭雨湖仪表有限公司获提名奖。",
    );
    expect(read.at(-1)).toBe(
      "全市的国家地理标志证明商标升至21件。雨湖区今年又被中国果品流通协会授予“中国脐橙之乡”称号。",
    );
  });

  it("leave a list in a box together that a column cuts", () => {
    const read = canonicalText(
      [
        "莲城的花“硬”起来",
        "□ 舒望",
        "昨日清晨，雨湖区的花市灯火如昼。2023年，花市鲜花交易量23.6亿枝，交易额",
        "■榜单■",
        "第五届湘潭市质量奖\n\n正　奖\n湘潭莲城泵业有限公司（雨湖区）\n湘潭雨湖仪表有限公司（岳塘区）",
        "123.4亿元，居全省首位。花市的秤每天校准一遍，不准的当场换掉，再由检测站签字，商户不管",
        "湘潭市第九十中学\n提名奖\n湘潭韶光食品有限公司（湘潭县）",
        "大小都照办。",
      ].join("\n\n"),
    ).split("\n");
    const list = read.indexOf("湘潭莲城泵业有限公司（雨湖区）");
    expect(read.slice(list, list + 5)).toEqual([
      "湘潭莲城泵业有限公司（雨湖区）",
      "湘潭雨湖仪表有限公司（岳塘区）",
      "湘潭市第九十中学",
      "提名奖",
      "湘潭韶光食品有限公司（湘潭县）",
    ]);
    expect(read).toContain(
      "昨日清晨，雨湖区的花市灯火如昼。2023年，花市鲜花交易量23.6亿枝，交易额123.4亿元，居全省首位。花市的秤每天校准一遍，不准的当场换掉，再由检测站签字，商户不管大小都照办。",
    );
  });

  it.each([
    ["a headline on two lines", "莲城质量奖，\n这回为何“挑”了他们", "莲城质量奖，这回为何“挑”了他们"],
    ["two entries that end in stops", "莲城泵业获奖，\n雨湖仪表落榜。", "莲城泵业获奖，\n雨湖仪表落榜。"],
  ])("join %s", (_, lines, read) => {
    expect(canonicalText(lines)).toBe(read);
  });

  it("hold captions in two lines and bylines apart from what stands around them", () => {
    const column = (text: string) => text.replace(/.{18}/gu, "$&\n");
    const read = canonicalText(
      [
        "莲城的泵，都是一块块“金字招牌”\n全媒记者 舒望",
        column(
          "记者昨日从湘潭市市场监督管理局获悉，第五届湘潭市质量奖名单敲定，湘潭莲城泵业有限公司获质量奖，去年",
        ),
        "下图：莲城泵业的总装配车间内\n的灯检工位。 （记者 程远 摄）",
        column("它还拿下第八届湖南省省长质量奖提名奖，累计主导制修订国家标准十一项。"),
      ].join("\n\n"),
    ).split("\n");
    expect(read).toEqual([
      "莲城的泵，都是一块块“金字招牌”",
      "全媒记者 舒望",
      "记者昨日从湘潭市市场监督管理局获悉，第五届湘潭市质量奖名单敲定，湘潭莲城泵业有限公司获质量奖，去年它还拿下第八届湖南省省长质量奖提名奖，累计主导制修订国家标准十一项。",
      "下图：莲城泵业的总装配车间内的灯检工位。 （记者 程远 摄）",
    ]);
  });

  it("are no part of a page's name above them, nor of a box of figures", () => {
    const read = canonicalText(
      [
        "══ 一版统揽 ══",
        "| 人物\n拧阀门的人\n文/本报记者 舒望",
        "五十岁的程远，手上有三道疤。他今年获得第五届中国质量奖提名奖，是湘潭市",
        "| 企业\n药都里的新厂\n文/本报记者 白岚",
        "湘潭韶光制药有限公司的质检楼，灯总是最后一盏灭。2015年，企业捧得",
        "数读\n96.4%　制造业产品质量合格率\n首席质量官　1863名",
        "首位个人获奖者。以他名字命名的工作室，近五年完成改进",
        "湘潭市质量奖，今年又参评省奖，止步现场评审。和它一起参评的有湘潭雨湖仪表",
        "项目86项，节约成本千万元。",
        "有限公司一家。",
      ].join("\n\n"),
    ).split("\n");
    expect(read).toContain(
      "五十岁的程远，手上有三道疤。他今年获得第五届中国质量奖提名奖，是湘潭市首位个人获奖者。以他名字命名的工作室，近五年完成改进项目86项，节约成本千万元。",
    );
    expect(read).toContain(
      "湘潭韶光制药有限公司的质检楼，灯总是最后一盏灭。2015年，企业捧得湘潭市质量奖，今年又参评省奖，止步现场评审。和它一起参评的有湘潭雨湖仪表有限公司一家。",
    );
  });

  it("go on over a line that somebody said, and take no other sentence for one", () => {
    const said = "“奖杯不会自己走进门。”";
    const read = canonicalText([...PAGE.slice(0, 4), said, ...PAGE.slice(4)].join("\n\n")).split("\n");
    expect(read).toContain(`${PAGE[3]}${PAGE[7]}`);
    expect(read).toContain(said);
    const next = "高新区的检测中心昨日揭牌。";
    const other = canonicalText([...PAGE.slice(0, 7), PAGE[7]!, PAGE[9]!, next].join("\n\n")).split("\n");
    expect(other).toContain(next);
    expect(other).toContain(`${PAGE[6]}${PAGE[9]}`);
  });

  it("go on where a paragraph wants the indent that others have", () => {
    const page = [
      "云帆质量奖揭晓\n本报记者 舒望",
      "　　去年，湘潭莲城泵业有限公司添了三条生产线，工人上百。产品远销海外，在册客户",
      "湖畔新厂\n本报记者 白岚",
      "　　九华经开区的电池箔项目昨日开工，总投资十二亿元。园区招来了",
      "遍布各洲，年年增加。",
      "　　泵业协会牵头办了三场培训。",
      "十家企业，今年还要再添五家。",
    ];
    const read = canonicalText(page.join("\n\n")).split("\n");
    expect(read).toContain(`${page[1]!.trim()}${page[4]}`);
    expect(read).toContain(`${page[3]!.trim()}${page[6]}`);
  });

  it("go on behind a page's number, an advertisement or a picture's caption, and with a mark", () => {
    for (const between of [
      "－ 5 －",
      "【广告】云帆老窖，三十年的味道。",
      "〔上图〕车间里的新设备（左）。",
      "江边的新泵。▲",
    ])
      expect(
        canonicalText(
          `云帆县以造泵闻名。去年，云帆泵业有限公司获第三届云帆市市长质\n\n${between}\n\n量奖。今年再度参评。`,
        ).split("\n"),
      ).toEqual([
        "云帆县以造泵闻名。去年，云帆泵业有限公司获第三届云帆市市长质量奖。今年再度参评。",
        between,
      ]);
    const [first, rest] = ["公司建厂。2018年，它获第三届云帆市市长质量奖", "，去年又获提名奖。"];
    expect(canonicalText(`${first}\n\n— 5 —\n\n${rest}`)).toBe(`${first}${rest}\n— 5 —`);
  });

  it("keep lines with a sign apart, and a sentence about reporters in its paragraph", () => {
    const column = (text: string) => text.replace(/.{18}/gu, "$&\n");
    const text = "云帆泵业有限公司的车间灯火通明，订单排到明年了，大家都忙。";
    const noted = "记者留意到，“云帆”和“帆云”两家名字正好颠倒，互无股权往来。";
    expect(
      canonicalText([column(text + noted), `□${text}\n□云帆市质量讲堂走进企业`].join("\n\n")).split("\n"),
    ).toEqual([text + noted, `□${text}`, "□云帆市质量讲堂走进企业"]);
  });

  it("go on around an article that stands among them whole", () => {
    const read = canonicalText(page([PUMPS[0]!, PUMPS[1]!], [ZONE[0]!, ZONE_SHORT])).split("\n");
    expect(read).toContain(whole(PUMPS)[1]);
    expect(read).toContain(ZONE_SHORT);
  });

  it("are no lists whose entries want no full stop", () => {
    const list = [
      "一、重点任务",
      "（一）做强产业。聚焦水泵、仪表两大产业，年内新增标准五项。责任单位：市工信局、雨湖区政府",
      "（二）夯实平台。年内建成检测中心。责任单位：市市场监管局、市科技局",
      "市质量奖办公室负责解释。",
      "第四届 湘潭莲城泵业有限公司，2021年",
      "第五届 湘潭雨湖仪表有限公司，2023年",
      "获奖企业可凭奖牌领取奖金。",
    ];
    expect(canonicalText(list.join("\n\n"))).toBe(list.join("\n"));
  });

  it("are left alone where no article breaks off at another's headline", () => {
    const complete = PAGE.map((text) => (/[捧第]$/.test(text) ? `${text}一。` : text));
    expect(canonicalText(complete.join("\n\n"))).toBe(complete.join("\n"));
  });
});

describe("a long page in order whose paragraphs pictures and boxes break", () => {
  const SECTIONS = [
    "泵业",
    "仪表",
    "食品",
    "轴承",
    "电缆",
    "陶瓷",
    "茶叶",
    "家具",
    "船舶",
    "纺织",
    "灯具",
    "阀门",
    "竹艺",
  ].map((trade, i) => [
    `${i + 1} ${trade}强链 云帆${trade}再上台阶`,
    `云帆市的${trade}企业今年开工早，${trade}协会牵头办了三场培训，车间里灯火通明。`,
    `去年，全市${trade}产值增长一成，新添${trade}检测设备20台，${trade}产品远销海外。`,
    `“质量是${trade}人的饭碗。”一位${trade}老师傅说，如今年轻人也愿意留下来。`,
  ]);
  const [first, second] = [
    "云帆高新区投资二十亿元的三台大型发电机组去年底全部安装到位，今年三月达产后，",
    "将打破国外垄断，填补国内空白。",
  ];
  const [third, fourth] = [
    "走进云帆县的工业园区，质量的故事随处可听。去年，骨干企业的产值已经超过了",
    "300亿元，比上年增长一成。",
  ];

  it("keeps its sections, and puts the halves together", () => {
    const blocks = SECTIONS.map((section) => [...section]);
    blocks[1]!.splice(2, 0, first!, "▲图为发电机组车间。 通讯员供图", second!);
    blocks[4]!.splice(
      2,
      0,
      third!,
      "数说云帆",
      "水利工程质量抽查合格率**100%**。",
      "注册商标**3万**件。",
      fourth!,
    );
    const [fifth, sixth] = [
      "云帆市重视质量。一年来，市里拿出真金白银支持质量",
      "技术服务走进企业，惠及工人。",
    ];
    const picture = "2023年6月29日，云帆市质量大会在市会展中心举行。";
    blocks[7]!.splice(2, 0, fifth!, picture, sixth!);
    const lines = canonicalText(`# 云帆质量纪行\n\n${blocks.flat().join("\n\n")}`).split("\n");
    expect(lines).toContain(`${first}${second}`);
    expect(lines).toContain(`${third}${fourth}`);
    expect(lines).toContain(`${fifth}${sixth}`);
    expect(lines).toContain(picture);
    const sections = new Set(SECTIONS.flat());
    expect(lines.filter((line) => sections.has(line))).toEqual(SECTIONS.flat());
    const at = (text: string): number => lines.indexOf(text);
    expect(at(`${first}${second}`)).toBeGreaterThan(at(SECTIONS[1]![1]!));
    expect(at(`${first}${second}`)).toBeLessThan(at(SECTIONS[1]![2]!));
    expect(at(`${third}${fourth}`)).toBeLessThan(at(SECTIONS[4]![2]!));
  });
});

describe("framed lines", () => {
  it.each([
    ["────── 2018年 ──────", "## 2018年"],
    ["★ 获奖名单 ★", "## 获奖名单"],
    ["～～质量人物～～", "## 质量人物"],
    ["· · · 2018年 · · ·", "## 2018年"],
    ["—— 县域篇 ——", "## 县域篇"],
  ])("are headings: %s", (line, heading) => {
    expect(canonicalText(`某市荣誉册\n\n${line}\n某某泵业有限公司。`)).toContain(`\n${heading}\n`);
  });

  it.each(["——某市标准化纪实", "**某某泵业**", "★★★★★", "★ 某市召开大会，某某讲话。★", "2018年——2020年"])(
    "are not what has one side only, emphasis, or a sentence: %s",
    (line) => {
      expect(canonicalText(`某市荣誉册\n\n${line}\n\n某某泵业有限公司。`)).not.toContain("##");
    },
  );
});

describe("dates and arrows", () => {
  it.each([
    ["第 3 届（2018 年 6 月 5 日）", "第3届（2018年6月5日）"],
    ["- 2012 年：湘潭雨湖仪表有限公司", "- 2012年：湘潭雨湖仪表有限公司"],
    ["2009 至 2012 年", "2009至2012年"],
    ["提名奖 <= 湘潭雨湖仪表有限公司", "提名奖 → 湘潭雨湖仪表有限公司"],
    ["湘潭市 ==> 全国文明城市，2019年", "湘潭市 → 全国文明城市，2019年"],
    ["2010年 ← 湘潭雨湖仪表有限公司", "2010年 → 湘潭雨湖仪表有限公司"],
  ])("are set as print has them: %s", (line, set) => {
    expect(canonicalText(line)).toBe(set);
  });

  it.each(["2018 湘潭雨湖仪表有限公司", "获奖 3 家", "K-means -> clusters", "湘潭 年货", "误差 x<=5 毫米"])(
    "stay where they are something else: %s",
    (line) => {
      expect(canonicalText(line)).toBe(line);
    },
  );
});

describe("many lines", () => {
  it.each([
    ["that are all one paragraph", "某市某事有了很大的进展，"],
    ["that are lines of their own", "某市某事。"],
  ])("are read, however many: %s", (_, line) => {
    const text = canonicalText(`${line}\n`.repeat(200_000));
    expect(text.replaceAll("\n", "")).toBe(line.repeat(200_000));
  });
});
