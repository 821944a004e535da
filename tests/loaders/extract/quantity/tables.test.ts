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
