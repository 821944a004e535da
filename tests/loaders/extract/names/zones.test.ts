import { describe, expect, it } from "vitest";
import { factsOf } from "../facts-of.js";

const zones = (text: string): string[] => factsOf(text, ["Zone"]).map((fact) => fact.slice(5));

describe("zones", () => {
  it.each([
    ["赣州经济技术开发区扩区。", ["赣州经济技术开发区"]],
    ["项目已在贵安新区开工。", ["贵安新区"]],
    ["中国（江西）自由贸易试验区赣州片区挂牌。", ["中国（江西）自由贸易试验区赣州片区"]],
    ["基地落在大同装备制造产业园。", ["大同装备制造产业园"]],
    [
      "赣州国家高新技术产业开发区（以下简称“赣州高新区”）扩容，赣州高新区企业增多，园区活力足。",
      ["赣州国家高新技术产业开发区"],
    ],
    ["赣州稀金产业园与虔东物流园并进，稀金产业园先行。", ["赣州稀金产业园", "虔东物流园"]],
  ])("finds the names in %s", (text, names) => {
    expect(zones(text)).toEqual(names);
  });

  it.each([
    "在全国230家国家级经开区中排名第58位。",
    "支持特色产业园区建设。",
    "省级开发区增至12家，各高新区你追我赶。",
    "老工业区改造完成。",
    "这是最大的服务业集聚区。",
  ])("takes no class for a zone: %s", (text) => {
    expect(zones(text)).toEqual([]);
  });
});
