import { describe, expect, it } from "vitest";
import { factsOf } from "../facts-of.js";

describe("where things are, by what the text spoke of before", () => {
  it.each([
    [
      "潍坊滨海经济开发区有企业214家，山东岚盟化工有限公司、渤启新材料股份有限公司均坐落于此。",
      [
        "LOCATED_IN 山东岚盟化工有限公司 -> 潍坊滨海经济开发区",
        "LOCATED_IN 渤启新材料股份有限公司 -> 潍坊滨海经济开发区",
      ],
    ],
    [
      "江西稀土电机产业计量测试中心的承建方为鼎晟磁业有限公司，中心设在赣县区。",
      ["LOCATED_IN 江西稀土电机产业计量测试中心 -> 赣县区"],
    ],
    ["漯河经开区以食品加工为主导产业，双岭集团总部就在这里。", ["LOCATED_IN 双岭集团 -> 漯河经开区"]],
    [
      "江门市蓬江区杜阮镇的广东恒岚五金有限公司扩产。",
      ["LOCATED_IN 广东恒岚五金有限公司 -> 蓬江区", "LOCATED_IN 广东恒岚五金有限公司 -> 江门市"],
    ],
    ["湖南新能源汽车检测中心，2020年5月30日在永州启用。", ["LOCATED_IN 湖南新能源汽车检测中心 -> 永州市"]],
    [
      "义乌市有国家日用小商品质量检验检测中心（浙江），由义乌市产品质量检验研究院运营。",
      ["LOCATED_IN 国家日用小商品质量检验检测中心（浙江） -> 义乌市"],
    ],
  ])("reads %s", (text, facts) => {
    expect(factsOf(text, ["LOCATED_IN"])).toEqual(expect.arrayContaining(facts));
  });

  it("leaves a laboratory that bears a mountain's name where it is", () => {
    expect(factsOf("衡山实验室一期加快建设。", ["LOCATED_IN"])).toEqual([]);
  });
});
