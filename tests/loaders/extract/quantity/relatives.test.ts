import { describe, expect, test } from "vitest";
import { changeOf, shareOf } from "../../../../loaders/extract/quantity/changes.js";
import { evaluationIn, rankedIn } from "../../../../loaders/extract/quantity/ranks.js";

describe("changes", () => {
  test.each([
    ["同比增长", { base: "", aspect: "同比增长" }],
    ["进出口总额增长", { base: "进出口总额", aspect: "增长" }],
    ["合格率较上年提高", { base: "合格率", aspect: "较上年提高" }],
    ["增幅达", { base: "", aspect: "增幅" }],
    ["合格率高出全省平均水平", { base: "合格率", aspect: "高出全省平均水平" }],
    ["比全国平均水平高", { base: "", aspect: "比全国平均水平高" }],
  ])("%s", (text, expected) => {
    expect(changeOf(text)).toEqual(expected);
  });

  test.each(["企业增加到", "比重提升至", "新增", "净增", "合格率达到", "全市共有"])(
    "%s is no change",
    (text) => {
      expect(changeOf(text)).toBeUndefined();
    },
  );
});

describe("shares", () => {
  test.each([
    ["税收占全市的", { base: "税收", aspect: "占全市比重" }],
    ["占比", { base: "", aspect: "占比" }],
    ["民生支出占预算支出的比重超过", { base: "民生支出", aspect: "占预算支出比重" }],
    ["为年计划的", { base: "", aspect: "占年计划比重" }],
  ])("%s", (text, expected) => {
    expect(shareOf(text)).toEqual(expected);
  });

  test.each(["占地", "合格率达"])("%s is no share", (text) => {
    expect(shareOf(text)).toBeUndefined();
  });
});

describe("places in an order", () => {
  test.each([
    ["数量居全省", { base: "数量", scope: "全省" }],
    ["得分列全国110个城市", { base: "得分", scope: "全国" }],
    ["综合评价排名进入全国", { base: "综合评价", scope: "全国" }],
    ["产量全球", { base: "产量", scope: "全球" }],
  ])("%s", (text, expected) => {
    expect(rankedIn(text)).toMatchObject(expected);
  });

  test("what is no standing ranks nothing", () => {
    expect(rankedIn("完成单位")).toBeUndefined();
  });

  test("the evaluation that a sentence names is what the place is in", () => {
    expect(evaluationIn("在省商务厅公布的2023年省级园区综合考核中，")).toBe("省级园区综合考核");
    expect(evaluationIn("全市现有园区8个，")).toBeUndefined();
  });
});
