import { describe, expect, it } from "vitest";
import { factsOf } from "../facts-of.js";

const posts = (text: string): string[] => factsOf(text, ["HOLDS_POSITION"]).map((fact) => fact.slice(15));
const persons = (text: string): string[] => factsOf(text, ["Person"]).map((fact) => fact.slice(7));

describe("persons", () => {
  it.each([
    ["市市场监管局局长廖启明介绍，赣州今年新增奖项2个。", ["廖启明"]],
    ["“空间还很大。”赣州市市长欧阳立新说。", ["欧阳立新"]],
    ["总经理吕丹说，订单排到明年。", ["吕丹"]],
    ["授予柳州龙城桥箱有限公司高级技师覃志刚第三届柳州市市长质量奖。", ["覃志刚"]],
    ["授予韦敏“2022年度柳州市市长质量奖（个人类）”。", ["韦敏"]],
    ["韦敏（柳州龙城桥箱有限公司焊装班班长）", ["韦敏"]],
    ["首席专家谭景天出任召集人；主任委员由谭景天担任。", ["谭景天"]],
  ])("finds the names in %s", (text, names) => {
    expect(persons(text)).toEqual(names);
  });

  it.each([
    "公司董事长、总经理带头抓质量。",
    "局长任务重，书记高度重视。",
    "企业负责人和技术骨干参训。",
    "会长单位和副会长单位共12家。",
  ])("takes no word for a person: %s", (text) => {
    expect(persons(text)).toEqual([]);
  });
});

describe("posts", () => {
  it.each([
    ["柳州龙城桥箱有限公司董事长覃志刚说。", ["覃志刚 -> 柳州龙城桥箱有限公司"]],
    ["柳州龙城桥箱有限公司党委书记、总经理覃志刚到会。", ["覃志刚 -> 柳州龙城桥箱有限公司"]],
    ["覃志刚　柳州龙城桥箱有限公司党委书记、总工程师", ["覃志刚 -> 柳州龙城桥箱有限公司"]],
    ["覃志刚（柳州龙城桥箱有限公司焊装班班长）", ["覃志刚 -> 柳州龙城桥箱有限公司"]],
    ["柳州市委书记韦立新、柳州市市长石少平出席。", ["韦立新 -> 中共柳州市委员会", "石少平 -> 柳州市"]],
    [
      "柳州召开大会，市委副书记、市长石少平讲话，何建华副市长主持。",
      ["石少平 -> 中共柳州市委员会", "石少平 -> 柳州市", "何建华 -> 柳州市"],
    ],
    ["柳州龙城桥箱有限公司主营桥箱。公司总工程师蓝海生介绍，产品出口。", ["蓝海生 -> 柳州龙城桥箱有限公司"]],
  ])("reads %s", (text, facts) => {
    expect(posts(text)).toEqual(facts);
  });

  it("takes an honour for no post", () => {
    expect(posts("柳州龙城桥箱有限公司在册。中国工艺美术大师蓝海生的作品入藏。")).toEqual([]);
  });
});
