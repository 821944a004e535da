import { describe, expect, it } from "vitest";
import { canonicalText } from "../../../loaders/read/canonical.js";
import { LONGEST_SPAN } from "../../../loaders/segment/longest-span.js";
import { segment } from "../../../loaders/segment/segment.js";
import type { Block, SegmentedDocument, SourceDocument } from "../../../loaders/types.js";

function cut(raw: string): SegmentedDocument & { at: (block: { start: number; end: number }) => string } {
  const text = canonicalText(raw);
  const document: SourceDocument = {
    id: "a",
    title: null,
    url: null,
    date: null,
    publisher: null,
    place: null,
    licence: null,
    format: "text",
    encoding: "utf-8",
    text,
    warnings: [],
  };
  return { ...segment(document), at: ({ start, end }) => text.slice(start, end) };
}

/** `kind text < parent`, a block a line. */
function blocks(raw: string): string[] {
  const cutUp = cut(raw);
  return cutUp.blocks.map((block) => {
    const parent = block.parent === null ? "" : ` < ${cutUp.at(block.parent)}`;
    return `${block.kind}${block.level || ""} ${cutUp.at(block)}${parent}`;
  });
}

describe("blocks", () => {
  it("nests headings by marks and by numbering", () => {
    expect(
      blocks(
        "# 总结\n\n## 一、成效\n\n（一）标准\n\n新增标准三项。\n\n（二）计量\n\n新增两家。\n\n## 二、打算\n\n继续努力。",
      ),
    ).toEqual([
      "title1 总结",
      "heading2 一、成效 < 总结",
      "heading4 （一）标准 < 一、成效",
      "paragraph 新增标准三项。 < （一）标准",
      "heading4 （二）计量 < 一、成效",
      "paragraph 新增两家。 < （二）计量",
      "heading2 二、打算 < 总结",
      "paragraph 继续努力。 < 二、打算",
    ]);
  });

  it("takes the line over a date for a title at the head of a text, and for who signs below it", () => {
    expect(
      blocks(
        "宜春市质量标杆（2023年）\n2024年1月8日\n\n袁州区：宜春锂辉材料有限公司\n\n宜春市市场监督管理局\n2024年1月5日",
      ),
    ).toEqual([
      "title1 宜春市质量标杆（2023年）",
      "boilerplate 2024年1月8日 < 宜春市质量标杆（2023年）",
      "roll-line 袁州区：宜春锂辉材料有限公司 < 宜春市质量标杆（2023年）",
      "byline 宜春市市场监督管理局 < 宜春市质量标杆（2023年）",
      "boilerplate 2024年1月5日 < 宜春市质量标杆（2023年）",
    ]);
  });

  it("tells the entries of a chronicle with months from titles", () => {
    expect(blocks("大事记\n2006.3　建厂\n2012年11月　获省著名商标\n2016-04　改制")).toEqual([
      "title1 大事记",
      "roll-line 2006.3 建厂 < 大事记",
      "roll-line 2012年11月 获省著名商标 < 大事记",
      "roll-line 2016-04 改制 < 大事记",
    ]);
  });

  it("tells a notice's authority, title, number, addressees, signature and date", () => {
    expect(
      blocks(
        "湘潭市人民政府\n关于表彰第七届市长质量奖获奖单位的决定\n\n潭政字〔2023〕41号\n\n各县（市）区人民政府，市直各单位：\n\n　　为表彰先进，现决定如下。\n\n湘潭市人民政府\n2023年6月12日\n\n（此件公开发布）\n湘潭市人民政府办公室　　2023年6月13日印发",
      ),
    ).toEqual([
      "title1 湘潭市人民政府",
      "title1 关于表彰第七届市长质量奖获奖单位的决定",
      "boilerplate 潭政字〔2023〕41号 < 关于表彰第七届市长质量奖获奖单位的决定",
      "boilerplate 各县（市）区人民政府，市直各单位： < 关于表彰第七届市长质量奖获奖单位的决定",
      "paragraph 为表彰先进，现决定如下。 < 关于表彰第七届市长质量奖获奖单位的决定",
      "byline 湘潭市人民政府 < 关于表彰第七届市长质量奖获奖单位的决定",
      "boilerplate 2023年6月12日 < 关于表彰第七届市长质量奖获奖单位的决定",
      "boilerplate （此件公开发布） < 关于表彰第七届市长质量奖获奖单位的决定",
      "boilerplate 湘潭市人民政府办公室 2023年6月13日印发 < 关于表彰第七届市长质量奖获奖单位的决定",
    ]);
  });

  it("takes lines that begin alike below a title for entries, not for titles", () => {
    expect(
      blocks("光荣榜\n\n湘潭莲城泵业有限公司：湘潭市市长质量奖\n湘潭市莲城医院：湖南省绿色工厂"),
    ).toEqual([
      "title1 光荣榜",
      "roll-line 湘潭莲城泵业有限公司：湘潭市市长质量奖 < 光荣榜",
      "roll-line 湘潭市莲城医院：湖南省绿色工厂 < 光荣榜",
    ]);
  });

  it("knows by whom a post is, and figures below one another for no headings", () => {
    expect(
      blocks(
        "质量月来了\n\n原创 某某质量 2024-09-19 18:02 江西\n\n大家好，先看一组数字。\n到今年六月：\n省质量奖组织 6家（另有提名奖3家）\n市质量奖组织 29家\n有效发明专利 1284件",
      ).slice(1),
    ).toEqual([
      expect.stringContaining("byline 原创 某某质量"),
      expect.stringContaining("paragraph 大家好"),
      expect.stringContaining("到今年六月："),
      expect.stringContaining("paragraph 省质量奖组织 6家（另有提名奖3家）"),
      expect.stringContaining("paragraph 市质量奖组织 29家"),
      expect.stringContaining("paragraph 有效发明专利 1284件"),
    ]);
  });

  it("knows titles, subtitles, bylines, news lines, captions and credits", () => {
    expect(
      blocks(
        "一台泵的三十年\n——莲城泵业质量纪事\n\n□ 本报记者 舒望 通讯员 程远\n\n本报讯（记者 白岚）昨日，质量奖颁奖。\n\n▲图为车间。 （程远 摄）\n\n图①：新厂房 通讯员供图\n\n责编 甲某 校对 乙某\n\n上一篇：别的新闻\n\nPowered by 莲城文化传媒有限公司 法律顾问：莲城律师事务所\n\n首页 | 新闻 | 专题 | 图片 | 视频",
      ),
    ).toEqual([
      "title1 一台泵的三十年",
      "title1 ——莲城泵业质量纪事",
      "byline □ 本报记者 舒望 通讯员 程远 < ——莲城泵业质量纪事",
      "byline 本报讯（记者 白岚） < ——莲城泵业质量纪事",
      "paragraph 昨日，质量奖颁奖。 < ——莲城泵业质量纪事",
      "caption ▲图为车间。 < ——莲城泵业质量纪事",
      "byline （程远 摄） < ——莲城泵业质量纪事",
      "caption 图①：新厂房 < ——莲城泵业质量纪事",
      "byline 通讯员供图 < ——莲城泵业质量纪事",
      "byline 责编 甲某 校对 乙某 < ——莲城泵业质量纪事",
      "boilerplate 上一篇：别的新闻 < ——莲城泵业质量纪事",
      "boilerplate Powered by 莲城文化传媒有限公司 法律顾问：莲城律师事务所 < ——莲城泵业质量纪事",
      "boilerplate 首页 | 新闻 | 专题 | 图片 | 视频 < ——莲城泵业质量纪事",
    ]);
  });

  it("reads captions of several sentences as paragraphs, without their sign and number", () => {
    expect(
      blocks(
        "影像\n\n▲图3　2022年5月8日，质量奖颁奖现场。湘潭莲城泵业有限公司获奖，湘潭雨湖仪表有限公司获提名奖。　程远 摄\n\n▲图4　车间一角。",
      ),
    ).toEqual([
      "title1 影像",
      "paragraph 2022年5月8日，质量奖颁奖现场。湘潭莲城泵业有限公司获奖，湘潭雨湖仪表有限公司获提名奖。 < 影像",
      "byline 程远 摄 < 影像",
      "caption ▲图4 车间一角。 < 影像",
    ]);
  });

  it("takes sentences with reporters in them for sentences", () => {
    expect(
      blocks("题\n\n记者从湘潭市市场监督管理局获悉，名单已经公布。\n\n记者了解到，三家企业获奖"),
    ).toEqual([
      "title1 题",
      "paragraph 记者从湘潭市市场监督管理局获悉，名单已经公布。 < 题",
      "paragraph 记者了解到，三家企业获奖 < 题",
    ]);
  });

  it("knows rolls by their entries: dated, numbered, labelled, with persons", () => {
    expect(
      blocks(
        "荣誉名录\n\n一、省长质量奖（2家）\n湘潭莲城泵业有限公司（2016年、2019年）\n湘潭雨湖仪表有限公司董事长 白岚（2020年，个人）\n" +
          "二、市长质量奖\n２０１９年：湘潭韶光食品有限公司、湘潭岳塘医院\n三、个人奖（2名）\n1．舒望 莲城泵业总工程师\n2．程远 雨湖仪表车间班长\n" +
          "四、检测机构\n国家水泵质检中心：湘潭市质检所承建，位于岳塘区\n国家仪表质检中心：湘潭市计量所承建，位于雨湖区\n说明：\n1. 以上名单截至去年底。\n2. 莲城泵业前身为湘潭水泵厂。",
      ),
    ).toEqual([
      "title1 荣誉名录",
      "heading2 一、省长质量奖（2家） < 荣誉名录",
      "roll-line 湘潭莲城泵业有限公司（2016年、2019年） < 一、省长质量奖（2家）",
      "roll-line 湘潭雨湖仪表有限公司董事长 白岚（2020年，个人） < 一、省长质量奖（2家）",
      "heading2 二、市长质量奖 < 荣誉名录",
      "roll-line ２０１９年：湘潭韶光食品有限公司、湘潭岳塘医院 < 二、市长质量奖",
      "heading2 三、个人奖（2名） < 荣誉名录",
      "roll-line 1．舒望 莲城泵业总工程师 < 三、个人奖（2名）",
      "roll-line 2．程远 雨湖仪表车间班长 < 三、个人奖（2名）",
      "heading2 四、检测机构 < 荣誉名录",
      "roll-line 国家水泵质检中心：湘潭市质检所承建，位于岳塘区 < 四、检测机构",
      "roll-line 国家仪表质检中心：湘潭市计量所承建，位于雨湖区 < 四、检测机构",
      "heading2 说明： < 荣誉名录",
      "paragraph 1. 以上名单截至去年底。 < 说明：",
      "paragraph 2. 莲城泵业前身为湘潭水泵厂。 < 说明：",
    ]);
  });

  it("parts a heading that was set right behind an entry", () => {
    expect(
      blocks("荣誉榜\n\n湘潭莲城泵业有限公司(2015年、2018年) 湖南省省长质量奖\n湘潭雨湖仪表有限公司(2021年)"),
    ).toEqual([
      "title1 荣誉榜",
      "roll-line 湘潭莲城泵业有限公司(2015年、2018年) < 荣誉榜",
      "heading2 湖南省省长质量奖 < 荣誉榜",
      "roll-line 湘潭雨湖仪表有限公司(2021年) < 湖南省省长质量奖",
    ]);
  });

  it("takes unsigned lines under a signed heading for entries", () => {
    expect(
      blocks(
        "金榜\n（某协会编印 · 收录至2024年3月）\n\n■ 市长质量奖（2019年）\n湘潭莲城泵业有限公司\n舒望，湘潭雨湖仪表有限公司装配车间试验员\n程远（雨塘小学校长）\n\n■ 科学技术奖\n一等奖 水泵轻量化技术（湘潭莲城泵业有限公司）\n\n■ 附记\n一、以上不含提名奖。",
      ).map((line) => line.split(" <")[0]),
    ).toEqual([
      "title1 金榜",
      "byline （某协会编印 · 收录至2024年3月）",
      "heading2 市长质量奖（2019年）",
      "roll-line 湘潭莲城泵业有限公司",
      "roll-line 舒望，湘潭雨湖仪表有限公司装配车间试验员",
      "roll-line 程远（雨塘小学校长）",
      "heading2 科学技术奖",
      "roll-line 一等奖 水泵轻量化技术（湘潭莲城泵业有限公司）",
      "heading2 附记",
      "paragraph 一、以上不含提名奖。",
    ]);
  });

  it("takes neither figures nor broken sentences for headings", () => {
    expect(
      blocks(
        "数说\n\n正文在此。\n\n驰名商标41件\n农产品合格率达99%\n截至2019年底\n全力打造质量\n“强市，建设\n新增标准化试点3个，\n名单公布。",
      ).map((line) => line.split(" <")[0]),
    ).toEqual([
      "title1 数说",
      "paragraph 正文在此。",
      "paragraph 驰名商标41件",
      "paragraph 农产品合格率达99%",
      "paragraph 截至2019年底",
      "heading2 全力打造质量",
      "paragraph “强市，建设",
      "paragraph 新增标准化试点3个，",
      "paragraph 名单公布。",
    ]);
  });

  it("keeps who speaks or signs with a post as text: it states a fact", () => {
    expect(
      blocks("大家谈\n\n质量先行\n\n市市场监督管理局局长 白岚\n\n质量第一。").map(
        (line) => line.split(" ")[0],
      ),
    ).toEqual(["title1", "title1", "paragraph", "paragraph"]);
  });

  it("never overlaps and never leaves text out", () => {
    const { document, blocks: found } = cut(
      "# 甲\n\n乙。\n\n- 丙\n- 丁\n\n| a | b |\n|---|---|\n| 1 | 2 |\n\n▲图。（戊 摄）\n己",
    );
    let end = 0;
    let covered = "";
    for (const block of found) {
      expect(block.start).toBeGreaterThanOrEqual(end);
      expect(block.end).toBeGreaterThan(block.start);
      end = block.end;
      covered += document.text.slice(block.start, block.end);
    }
    expect(covered.replace(/\s/g, "")).toBe(document.text.replace(/^(?:#+|-) /gm, "").replace(/\s/g, ""));
  });
});

describe("tables", () => {
  const rows = (raw: string): Block[] => cut(raw).blocks.filter(({ kind }) => kind === "table-row");

  it("gives cells their headers, and those above where a cell repeats them", () => {
    const cutUp = cut(
      "获奖名单\n| 奖项 | 年份 | 组织 |\n|---|---|---|\n| 甲奖 | 2019年 | 莲城泵业 |\n| 〃 | 同上 | 雨湖仪表 |\n| 乙奖 | | 韶光食品 |\n\n注：以上。",
    );
    const [header, first, second, third] = cutUp.blocks.filter(({ kind }) => kind === "table-row");
    expect(header?.isHeader).toBe(true);
    expect(first?.cells?.map((cell) => [cell.header, cell.text, cell.column])).toEqual([
      ["奖项", "甲奖", 0],
      ["年份", "2019年", 1],
      ["组织", "莲城泵业", 2],
    ]);
    expect(second?.cells?.map((cell) => [cell.text, cell.inherited, cutUp.at(cell)])).toEqual([
      ["甲奖", true, "甲奖"],
      ["2019年", true, "2019年"],
      ["雨湖仪表", false, "雨湖仪表"],
    ]);
    expect(third?.cells?.map((cell) => cell.text)).toEqual(["乙奖", "", "韶光食品"]);
    expect(new Set([header, first, second, third].map((row) => row?.table)).size).toBe(1);
    expect(cutUp.at(first!.parent!)).toBe("获奖名单");
  });

  it("takes empty cells for those above where rows are grouped, and only there", () => {
    const grouped = rows(
      "| 届次 | 组织 | 奖别 | 备注 |\n|---|---|---|---|\n| 第一届 | 莲城泵业 | 质量奖 | 首次 |\n| | 雨湖仪表 | | |\n| | 韶光食品 | 提名奖 | |\n| 第二届 | 岳塘钢构 | | |",
    );
    expect(grouped.slice(1).map((row) => row.cells?.map((cell) => cell.text))).toEqual([
      ["第一届", "莲城泵业", "质量奖", "首次"],
      ["第一届", "雨湖仪表", "质量奖", ""],
      ["第一届", "韶光食品", "提名奖", ""],
      ["第二届", "岳塘钢构", "", ""],
    ]);
  });

  it("knows headers of years and of awards by their first cell", () => {
    const [years] = rows("指标\t2021年\t2022年\n营业收入\t41.8\t46.2");
    expect(years?.isHeader).toBe(true);
    const [awards, first] = rows("组织\t湖南省省长质量奖\t中国质量奖\n莲城泵业\t第五届（2016）\t");
    expect([awards?.isHeader, first?.isHeader]).toEqual([true, false]);
  });

  it("joins header rows that cells span", () => {
    const found = rows("指标\t完成数\t\t目标数\n〃\t2022年\t2023年\t2025年\n合格率\t93\t94\t95");
    expect(found[2]?.cells?.map((cell) => cell.header)).toEqual([
      "指标",
      "完成数 2022年",
      "完成数 2023年",
      "目标数 2025年",
    ]);
  });

  it("has no header where the first row holds data", () => {
    const [first] = rows(
      "中国质量奖\t2019年\t湘潭莲城泵业有限公司\n省长质量奖\t2020年\t湘潭雨湖仪表有限公司",
    );
    expect(first?.isHeader).toBe(false);
    expect(first?.cells?.map((cell) => cell.header)).toEqual([null, null, null]);
  });

  it("parts rows that stand side by side below headers that begin again", () => {
    const given = cut("序号\t单位\t序号\t单位\n1\t莲城泵业\t3\t韶光食品\n2\t雨湖仪表\t\t");
    const [, ...found] = given.blocks.filter(({ kind }) => kind === "table-row");
    expect(found.map(given.at)).toEqual(["1\t莲城泵业", "3\t韶光食品", "2\t雨湖仪表"]);
    expect(found[1]?.cells?.map(({ header, text, column }) => [header, text, column])).toEqual([
      ["序号", "3", 0],
      ["单位", "韶光食品", 1],
    ]);
  });

  it("takes no first row of rounds and tiers for a second of headers", () => {
    const [, first] = rows("届次\t单位\t结果\n第二届（2013年）\t莲城泵业\t提名奖\n首届\t雨湖仪表\t正奖");
    expect(first?.isHeader).toBe(false);
    expect(first?.cells?.map((cell) => cell.header)).toEqual(["届次", "单位", "结果"]);
  });

  it("heads rows by a round, tier or award alone in two columns", () => {
    const found = cut("单位\t属地\n【第三届】\t\n莲城泵业\t岳塘区\n二等奖（1家）\t\n雨湖仪表\t雨湖区").blocks;
    expect(found.map(({ kind }) => kind)).toEqual([
      "table-row",
      "heading",
      "table-row",
      "heading",
      "table-row",
    ]);
    const [, years] = rows("| 年份 | 单位 |\n|---|---|\n| 2019年 | |\n| 2021年 | 莲城泵业 |");
    expect(years?.cells?.map(({ text }) => text)).toEqual(["2019年", ""]);
  });

  it("joins two rows of headers", () => {
    const found = rows("组织\t获奖情况\t\n名称\t奖项名称\t获奖年份\n莲城泵业\t甲奖\t2019年");
    expect(found.map((row) => row.isHeader)).toEqual([true, true, false]);
    expect(found[2]?.cells?.map((cell) => cell.header)).toEqual([
      "组织 名称",
      "获奖情况 奖项名称",
      "获奖情况 获奖年份",
    ]);
  });

  it("takes a row with one cell for a heading of those below", () => {
    expect(
      blocks(
        "名单\n\n序号\t组织\t年份\n一、省长质量奖\t\t\n1\t莲城泵业\t2019\n二、市长质量奖\t\t\n2\t雨湖仪表\t2020\n\n完。",
      ),
    ).toEqual([
      "title1 名单",
      "table-row 序号\t组织\t年份 < 名单",
      "heading7 一、省长质量奖 < 名单",
      "table-row 1\t莲城泵业\t2019 < 一、省长质量奖",
      "heading7 二、市长质量奖 < 名单",
      "table-row 2\t雨湖仪表\t2020 < 二、市长质量奖",
      "paragraph 完。 < 名单",
    ]);
  });
});

describe("sentences", () => {
  const sentences = (raw: string): string[] => {
    const cutUp = cut(raw);
    return cutUp.sentences.map((sentence) => cutUp.at(sentence));
  };

  it("end with their marks and what closes behind them; ； parts them", () => {
    expect(sentences("他说：“水泵不会说谎。”真的吗？甲公司获奖；乙公司落选……完！（另有三家。）还有")).toEqual(
      [
        "他说：“水泵不会说谎。”",
        "真的吗？",
        "甲公司获奖；",
        "乙公司落选……",
        "完！",
        "（另有三家。）",
        "还有",
      ],
    );
  });

  it("do not end within a title", () => {
    expect(sentences("读《质量怎么抓？》一书；《未完")).toEqual(["读《质量怎么抓？》一书；", "《未完"]);
  });

  it("know their blocks and positions; rows and lines of rolls are one each", () => {
    const { sentences: found } = cut("题\n\n甲公司；乙公司。丙。\n\na\tb；c\n");
    expect(found.map(({ index, block }) => [index, block.kind])).toEqual([
      [0, "title"],
      [1, "paragraph"],
      [2, "paragraph"],
      [3, "paragraph"],
      [4, "table-row"],
    ]);
  });

  it("are no longer than rules look at, whatever their line looks like", () => {
    const long = "某地各项工作都有新的进展，".repeat(1_000);
    for (const line of [
      long,
      `# ${long}`,
      `- ${long}`,
      `甲\t${long}`,
      `${long}（2015年） 市长质量奖`,
      "质😀".repeat(5_000),
    ]) {
      const cutUp = cut(`题\n\n${line}\n\n完。`);
      const lengths = cutUp.sentences.map(({ start, end }) => end - start);
      expect(Math.max(...lengths)).toBeLessThanOrEqual(LONGEST_SPAN);
      expect(Math.max(...lengths)).toBeGreaterThan(LONGEST_SPAN - 20);
      for (const { block } of cutUp.sentences)
        if (block.end - block.start > LONGEST_SPAN) expect(["paragraph", "list-item"]).toContain(block.kind);
      for (const sentence of cutUp.sentences) expect(cutUp.at(sentence)).not.toMatch(/[\ud800-\udbff]$/);
    }
  });
});
