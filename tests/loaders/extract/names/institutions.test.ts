import { describe, expect, it } from "vitest";
import { factsOf } from "../facts-of.js";

const institutions = (text: string): string[] => factsOf(text, ["Institution"]).map((fact) => fact.slice(12));

describe("institutions", () => {
  it.each([
    ["企业与江西理工大学共建实验室。", ["江西理工大学"]],
    ["由赣州市产品质量检验检测院承建。", ["赣州市产品质量检验检测院"]],
    ["赣州市第三人民医院和赣州市文清实验学校获奖。", ["赣州市第三人民医院", "赣州市文清实验学校"]],
    ["赣州市公共检验检测中心出具报告。", ["赣州市公共检验检测中心"]],
    ["请来赛宝研究院和中关村芯片产业联盟把脉。", ["赛宝研究院", "中关村芯片产业联盟"]],
    ["中国科学院赣江创新研究院入驻。", ["中国科学院赣江创新研究院"]],
    ["江西省地质局第七地质大队获奖。", ["江西省地质局第七地质大队"]],
    ["赣州章江客运站、赣州市天竺山敬老院获奖。", ["赣州章江客运站", "赣州市天竺山敬老院"]],
    ["赣州水土保持试验站和赣县区职教中心参与其中。", ["赣州水土保持试验站", "赣县区职教中心"]],
  ])("finds the names in %s", (text, names) => {
    expect(institutions(text)).toEqual(names);
  });

  it.each([
    "集结高等院校、科研院所和大学30家。",
    "建成77家研究院、120家企业技术中心。",
    "国家稀土产品质量检验检测中心获批。",
    "各中学、小学广泛参与。",
    "赣州市国家企业技术中心增加至四家。",
    "这是全省首家获奖的地市级传染病专科医院。",
    "高校毕业的大学生增多。",
    "全市客运站和敬老院都要对标，职教中心要多办班。",
  ])("takes no class and no platform for one: %s", (text) => {
    expect(institutions(text)).toEqual([]);
  });
});
