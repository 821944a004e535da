import { expect, test } from "vitest";
import { observed } from "./observed.js";

const title = "襄阳市质量指标";

test("rows of indicators with columns of years and goals", () => {
  const table = [
    "指标\t单位\t2022年\t2023年\t2027年目标",
    "有效发明专利\t万件\t1.2\t1.5\t2.1",
    "制造业产品质量合格率\t%\t93.5\t94.2\t95以上",
  ].join("\n");
  expect(observed(`2023年的数据见下表，来自各县市区的统计。\n${table}`, { title })).toEqual([
    "襄阳市 | 有效发明专利 = 12000件 2022",
    "襄阳市 | 有效发明专利 = 15000件 2023",
    "襄阳市 | 有效发明专利 = 21000件 2027 TARGET",
    "襄阳市 | 制造业产品质量合格率 = 93.5% 2022",
    "襄阳市 | 制造业产品质量合格率 = 94.2% 2023",
    "襄阳市 | 制造业产品质量合格率 = >=95% 2027 TARGET",
  ]);
});

test("rows of places with columns of indicators", () => {
  const table = "县市区\t有效注册商标（万件）\t首席质量官（名）\n枣阳市\t1.3\t210\n宜城市\t0.9\t155";
  expect(observed(`各县市区的情况如下表所示。\n${table}`, { title })).toEqual([
    "枣阳市 | 有效注册商标 = 13000件",
    "枣阳市 | 首席质量官 = 210名",
    "宜城市 | 有效注册商标 = 9000件",
    "宜城市 | 首席质量官 = 155名",
  ]);
});

test("a table of honours measures nothing", () => {
  const table =
    "序号\t奖项名称\t获奖年份\t获奖组织\n1\t襄阳市市长质量奖\t2019年\t襄阳隆中机械有限公司\n2\t襄阳市市长质量奖\t2021\t襄阳古隆食品有限公司";
  expect(observed(`获奖名单如下。\n${table}`, { title })).toEqual([]);
});

test("columns of places: each cell is of its column's head", () => {
  const table = [
    "指标\t全市\t枣阳市\t谷城县\t全国平均",
    "累计获襄阳市市长质量奖（含提名奖，家）\t42\t9\t6\t3",
    "2022年制造业产品质量合格率（%）\t94.1\t93.8\t95.2\t93.3",
    "有效发明专利（2024年上半年，件）\t8120\t960\t415\t100",
  ].join("\n");
  expect(observed(`各县市区的情况如下表所示。\n${table}`, { title })).toEqual([
    "襄阳市 | 累计获襄阳市市长质量奖（含提名奖） = 42家",
    "枣阳市 | 累计获襄阳市市长质量奖（含提名奖） = 9家",
    "谷城县 | 累计获襄阳市市长质量奖（含提名奖） = 6家",
    "襄阳市 | 制造业产品质量合格率 = 94.1% 2022",
    "枣阳市 | 制造业产品质量合格率 = 93.8% 2022",
    "谷城县 | 制造业产品质量合格率 = 95.2% 2022",
    "襄阳市 | 有效发明专利 = 8120件 2024-01/2024-06",
    "枣阳市 | 有效发明专利 = 960件 2024-01/2024-06",
    "谷城县 | 有效发明专利 = 415件 2024-01/2024-06",
  ]);
});

test("columns of firms, with a first column that has no such name as 指标", () => {
  const table = [
    "主要数据\t襄阳隆中机械有限公司\t襄阳古隆食品有限公司",
    "2023年营业收入（亿元）\t12.5\t8.3",
    "员工（人）\t1200\t640",
  ].join("\n");
  expect(observed(`两家企业的情况如下表所示。\n${table}`, { title })).toEqual([
    "襄阳隆中机械有限公司 | 营业收入 = 1250000000元 2023",
    "襄阳古隆食品有限公司 | 营业收入 = 830000000元 2023",
    "襄阳隆中机械有限公司 | 员工 = 1200人",
    "襄阳古隆食品有限公司 | 员工 = 640人",
  ]);
});

test("columns of parts of years", () => {
  const table = ["项目\t2023年\t2024年上半年", "食品抽检合格率（%）\t98.4\t98.8"].join("\n");
  expect(observed(`主要数据如下表所示。\n${table}`, { title })).toEqual([
    "襄阳市 | 食品抽检合格率 = 98.4% 2023",
    "襄阳市 | 食品抽检合格率 = 98.8% 2024-01/2024-06",
  ]);
});

test("a heading that announces goals makes columns from its plan's first year on goals", () => {
  const rows = "指标\t2022年\t2023年\t2025年\n国家级质检中心\t1个\t2个\t3个";
  const plan = "襄阳市质量强链行动方案（2023—2025年）";
  expect(observed(`## 二、行动目标\n${rows}`, { title: plan })).toEqual([
    "襄阳市 | 国家级质检中心 = 1个 2022",
    "襄阳市 | 国家级质检中心 = 2个 2023 TARGET",
    "襄阳市 | 国家级质检中心 = 3个 2025 TARGET",
  ]);
  expect(observed(`## 二、目标完成情况\n${rows}`, { title: plan })).toEqual([
    "襄阳市 | 国家级质检中心 = 1个 2022",
    "襄阳市 | 国家级质检中心 = 2个 2023",
    "襄阳市 | 国家级质检中心 = 3个 2025",
  ]);
});

test("the line before a table says of when its figures are", () => {
  const table = "县市区\t首席质量官（名）\n枣阳市\t210\n宜城市\t155";
  for (const line of [
    "下表为2022年底数据。",
    "2022年各县（市、区）情况见下表：",
    "表1　2022年末质量人才情况",
    "各县市区情况如下，数据截至2022年底。",
  ])
    expect(observed(`${line}\n${table}`, { title: "襄阳市质量手册（2023年版）" })).toEqual([
      "枣阳市 | 首席质量官 = 210名 2022",
      "宜城市 | 首席质量官 = 155名 2022",
    ]);
  // A year of something else, two years, and one by which something is to be.
  for (const line of ["枣阳市2019年设立质量奖。", "2021年至2022年的数据见下表。", "到2027年的目标见下表。"])
    expect(observed(`${line}\n${table}`, { title })).toEqual([
      "枣阳市 | 首席质量官 = 210名",
      "宜城市 | 首席质量官 = 155名",
    ]);
});

test("a card of two columns without a header, with notes of the year", () => {
  const card =
    "企业档案\t\n成立时间\t1986年\n员工人数\t860人（2023年底）\n年营业收入\t12.3亿元（2023年）\n有效专利\t156件";
  expect(observed(card, { title: "襄阳隆中椅业有限公司" })).toEqual([
    "襄阳隆中椅业有限公司 | 员工人数 = 860人 2023",
    "襄阳隆中椅业有限公司 | 年营业收入 = 1230000000元 2023",
    "襄阳隆中椅业有限公司 | 有效专利 = 156件",
  ]);
});

test("the year of the column of names is that of the figures", () => {
  expect(observed("指标（2023年）\t数值\n财政收入\t136.7亿元", { title })).toEqual([
    "襄阳市 | 财政收入 = 13670000000元 2023",
  ]);
});

test("the column of indicators names, not that of kinds", () => {
  expect(observed("类别\t指标\t数值\n安全\t药品抽检合格率\t99.1%", { title })).toEqual([
    "襄阳市 | 药品抽检合格率 = 99.1%",
  ]);
});

test("a column of changes whose cells tell in which direction, and a bureau's own acts", () => {
  const table = [
    "项目\t2022年\t同比",
    "有效发明专利\t6187件\t增长24.1%",
    "制造业产品质量合格率\t93.86%\t下降0.42个百分点",
    "罚没款（我局）\t4268.7万元\t—",
  ].join("\n");
  expect(
    observed(`襄阳市市场监督管理局（以下简称“我局”）报告如下。\n${table}`, {
      title: "襄阳市市场监督管理局2022年工作总结",
    }),
  ).toEqual([
    "襄阳市 | 有效发明专利 = 6187件 2022",
    "襄阳市 | 有效发明专利同比增长 = 24.1% 2022",
    "襄阳市 | 制造业产品质量合格率 = 93.86% 2022",
    "襄阳市 | 制造业产品质量合格率同比下降 = 0.42百分点 2022",
    "襄阳市市场监督管理局 | 罚没款 = 42687000元 2022",
  ]);
});
