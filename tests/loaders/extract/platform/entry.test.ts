import { describe, expect, it } from "vitest";
import { factsOf } from "../facts-of.js";

const hosts = (text: string): string[] => factsOf(text, ["HOSTS"]).map((fact) => fact.slice(6));

describe("who has a platform with which an entry begins", () => {
  it.each([
    [
      "国家电驱动技术创新中心，2022年1月由科技部批复，落户襄江高新区，襄江鸿岭电驱股份有限公司牵头，会同沧海大学、江东大学等共建。",
      ["襄江鸿岭电驱股份有限公司", "沧海大学", "江东大学"],
    ],
    [
      "国家灯具质量检验检测中心（湖北）：落户襄江高新区，襄江市产品质量检验所（“市质检所”）建设运营，2023年出具报告4.2万份。",
      ["襄江市产品质量检验所"],
    ],
    [
      "【展板25】国家低压电器质量检验检测中心（湖北），襄江电气研究所建，位于襄江高新区。",
      ["襄江电气研究所"],
    ],
    [
      "湖北省轻量化工程研究中心，襄江鸿岭电驱股份有限公司与沧海大学同建。",
      ["襄江鸿岭电驱股份有限公司", "沧海大学"],
    ],
    [
      "国家稀土材料创新中心　2020年获批，襄江高新区管理委员会会同沧海大学等单位建设",
      ["襄江高新区管理委员会", "沧海大学"],
    ],
    [
      "国家乳制品质量检验检测中心（湖北）由襄江市产品质量检验所运行，在襄江高新区。",
      ["襄江市产品质量检验所"],
    ],
  ])("reads: %s", (text, expected) => {
    const found = hosts(text).map((fact) => fact.slice(0, fact.indexOf(" -> ")));
    expect(found.sort()).toEqual([...expected].sort());
  });

  it.each([
    "国家电驱动技术创新中心，襄江鸿岭电驱股份有限公司正在申报。",
    "国家灯具质量检验检测中心（湖北），服务襄江鸿岭电驱股份有限公司等企业。",
  ])("finds nobody in: %s", (text) => {
    expect(hosts(text)).toEqual([]);
  });
});
