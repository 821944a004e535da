import { describe, expect, it } from "vitest";
import { factsOf } from "../facts-of.js";

describe("who has a platform, as pages put it", () => {
  it.each([
    [
      "襄江鸿岭电驱股份有限公司手里有两块牌子：湖北省电驱动工程研究中心和湖北省轻量化技术创新中心。",
      [
        "HOSTS 襄江鸿岭电驱股份有限公司 -> 湖北省电驱动工程研究中心",
        "HOSTS 襄江鸿岭电驱股份有限公司 -> 湖北省轻量化技术创新中心",
      ],
    ],
    [
      "国家灯具质量检验检测中心（湖北）——襄江市产品质量检验所承建，设在襄江高新区",
      ["HOSTS 襄江市产品质量检验所 -> 国家灯具质量检验检测中心（湖北）"],
    ],
    [
      "湖北省轻量化技术创新中心——襄江鸿岭电驱股份有限公司与沧海大学共建",
      [
        "HOSTS 襄江鸿岭电驱股份有限公司 -> 湖北省轻量化技术创新中心",
        "HOSTS 沧海大学 -> 湖北省轻量化技术创新中心",
      ],
    ],
    [
      "襄江鸿岭电驱股份有限公司跟沧海大学一起办的湖北省轻量化工程研究中心，也对外开放。",
      [
        "HOSTS 襄江鸿岭电驱股份有限公司 -> 湖北省轻量化工程研究中心",
        "HOSTS 沧海大学 -> 湖北省轻量化工程研究中心",
      ],
    ],
    [
      "河北省海洋环境监测工程技术研究中心，设在沧海大学。",
      ["HOSTS 沧海大学 -> 河北省海洋环境监测工程技术研究中心"],
    ],
    [
      "四川省清洁能源装备创新中心落地旌阳区，依托单位为东岭重装有限公司。",
      ["HOSTS 东岭重装有限公司 -> 四川省清洁能源装备创新中心"],
    ],
    [
      "质检中心有两家，即依托沧州市产品质量检验所建设的国家管件产品质量检验检测中心（河北）、由河北漳岭特钢有限公司承建的国家特殊钢质量检验检测中心。",
      [
        "HOSTS 沧州市产品质量检验所 -> 国家管件产品质量检验检测中心（河北）",
        "HOSTS 河北漳岭特钢有限公司 -> 国家特殊钢质量检验检测中心",
      ],
    ],
    [
      "惠州市质量技术监督检测所在区内建成国家通信终端产品质量检验检测中心（广东）。",
      ["HOSTS 惠州市质量技术监督检测所 -> 国家通信终端产品质量检验检测中心（广东）"],
    ],
    [
      "克拉玛依市独山子区与中国石油大学（华东）共建国家油气储运装备产品质量检验检测中心。",
      [
        "HOSTS 独山子区 -> 国家油气储运装备产品质量检验检测中心",
        "HOSTS 中国石油大学（华东） -> 国家油气储运装备产品质量检验检测中心",
      ],
    ],
  ])("reads %s", (text, facts) => {
    expect(factsOf(text, ["HOSTS"]).sort()).toEqual([...facts].sort());
  });

  it("takes who only uses a platform for no host, and who builds along with a leader for one", () => {
    expect(factsOf("营口岭旺铝业有限公司依托国家铝镁质检中心开展检测。", ["HOSTS"])).toEqual([]);
    expect(factsOf("黄河实验室由华北水电大学牵头，联合黄河水利科学研究院等单位共建。", ["HOSTS"])).toEqual([
      "HOSTS 华北水电大学 -> 黄河实验室",
      "HOSTS 黄河水利科学研究院 -> 黄河实验室",
    ]);
  });

  it("takes classes and works for no platforms", () => {
    expect(factsOf("株洲检验检测、计量与创新平台名单", ["Platform"])).toEqual([]);
    expect(factsOf("IGBT创新中心跻身省级制造业创新中心。", ["Platform"])).toEqual(["Platform IGBT创新中心"]);
  });
});

describe("who runs a platform, in a clause of its own after it", () => {
  const centre = "国家灯具质量检验检测中心（湖北）";
  it.each([
    [`${centre}，襄江市产品质量检验所建，位于襄江高新区，面积1.8万平方米。`, ["襄江市产品质量检验所"]],
    [`${centre}：2019年建成，襄江市产品质量检验所承建，面积8600平方米。`, ["襄江市产品质量检验所"]],
    [`${centre}迁入新址，由襄江市产品质量检验所运行。`, ["襄江市产品质量检验所"]],
    [`${centre}去年获批，襄江鸿岭电驱股份有限公司与沧海大学共建。`, ["襄江鸿岭电驱股份有限公司", "沧海大学"]],
    [
      `${centre}，2022年由科技部批复，襄江鸿岭电驱股份有限公司牵头，联合湖北沧海大学等共建。`,
      ["襄江鸿岭电驱股份有限公司", "湖北沧海大学"],
    ],
    [`${centre}：襄江市产品质量检验所，2022年。`, ["襄江市产品质量检验所"]],
  ])("reads %s", (text, hosts) => {
    expect(factsOf(text, ["HOSTS"]).toSorted()).toEqual(
      hosts.map((host) => `HOSTS ${host} -> ${centre}`).toSorted(),
    );
  });

  it("reads no row of one that is still being prepared", () => {
    const row = (note: string): string =>
      `项目\t承担单位\t说明\n${centre}\t襄江市产品质量检验所\t${note}\n湖北省电驱动工程研究中心\t襄江鸿岭电驱股份有限公司\t2022年建成`;
    const other = "HOSTS 襄江鸿岭电驱股份有限公司 -> 湖北省电驱动工程研究中心";
    expect(factsOf(row("筹建中，暂不奖励"), ["HOSTS"])).toEqual([other]);
    expect(factsOf(row("2023年8月通过验收"), ["HOSTS"])).toContain(`HOSTS 襄江市产品质量检验所 -> ${centre}`);
  });

  it("takes no other's building for it", () => {
    expect(factsOf(`${centre}去年揭牌，襄江鸿岭电驱股份有限公司建设的新厂房也已封顶。`, ["HOSTS"])).toEqual(
      [],
    );
  });

  it("knows a branch in another place", () => {
    expect(
      factsOf("国家灯具工程技术研究中心襄阳基地开放。轴承国家重点实验室谷城分室开放。", ["Platform"]),
    ).toEqual(["Platform 国家灯具工程技术研究中心襄阳基地", "Platform 轴承国家重点实验室谷城分室"]);
  });
});
