import { describe, expect, it } from "vitest";
import { awardLevel } from "../../../../loaders/lexicon/awards/level.js";
import { PROGRAMMES } from "../../../../loaders/lexicon/awards/programmes.js";

describe("the level of an award", () => {
  it.each([
    ["中国质量奖", "NATIONAL"],
    ["全国文明单位", "NATIONAL"],
    ["国家农业标准化示范县", "NATIONAL"],
    ["鲁班奖", "NATIONAL"],
    ["交通运输部平安工程", "NATIONAL"],
    ["湖南省省长质量奖", "PROVINCIAL"],
    ["内蒙古自治区主席质量奖", "PROVINCIAL"],
    ["广西壮族自治区科学技术进步奖", "PROVINCIAL"],
    ["好品山东", "PROVINCIAL"],
    ["省科技进步奖", "PROVINCIAL"],
    ["重庆市市长质量管理奖", "PROVINCIAL"],
    ["上海市质量金奖", "PROVINCIAL"],
    ["湖南专利奖", "PROVINCIAL"],
    ["衡阳市市长质量奖", "MUNICIPAL"],
    ["湖南省衡阳市市长质量奖", "MUNICIPAL"],
    ["大理白族自治州政府质量奖", "MUNICIPAL"],
    ["市长质量奖", "MUNICIPAL"],
    ["滨湖区区长质量奖", "COUNTY"],
    ["重庆市渝北区区长质量奖", "COUNTY"],
    ["五峰土家族自治县县长质量奖", "COUNTY"],
    ["戴明奖", "OTHER"],
    ["三峡质量奖", "OTHER"],
  ])("is for %s %s", (name, level) => {
    expect(awardLevel(name)).toBe(level);
  });

  it("falls back on the region that the document gives", () => {
    expect(awardLevel("三峡质量奖", "宜昌市")).toBe("MUNICIPAL");
    expect(awardLevel("长江质量奖", "湖北省")).toBe("PROVINCIAL");
    expect(awardLevel("中国质量奖", "衡阳市")).toBe("NATIONAL");
  });
});

it("holds no programme twice", () => {
  const forms = PROGRAMMES.flatMap(({ name, aliases = [] }) => [name, ...aliases]);
  expect(new Set(forms).size).toBe(forms.length);
});
