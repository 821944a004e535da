import { describe, expect, it } from "vitest";
import { factsOf } from "../facts-of.js";

const organizations = (text: string): string[] =>
  factsOf(text, ["Company", "Institution", "GovernmentBody"]).map((fact) =>
    fact.slice(fact.indexOf(" ") + 1),
  );

describe("organizations in an enumeration", () => {
  it.each([
    [
      "赣州南岭阀门有限公司、赣州市第三污水处理厂和章贡区文清实验学校获奖。",
      ["赣州南岭阀门有限公司", "赣州市第三污水处理厂", "章贡区文清实验学校"],
    ],
    ["赣州日报社、赣州南岭阀门有限公司名列其中。", ["赣州日报社", "赣州南岭阀门有限公司"]],
    [
      "赣州南岭阀门有限公司（章贡区）、老永昌酱园、赣州市体育中心等3家单位上榜。",
      ["赣州南岭阀门有限公司", "老永昌酱园", "赣州市体育中心"],
    ],
    [
      "颁给赣州南岭阀门有限公司、中国工商银行赣州分行、赣州市第三人民医院。",
      ["赣州南岭阀门有限公司", "中国工商银行赣州分行", "赣州市第三人民医院"],
    ],
  ])("finds those with an ending alone in %s", (text, names) => {
    const found = organizations(text);
    for (const name of names) expect(found).toContain(name);
  });

  it.each([
    ["赣州南岭阀门有限公司、相关行业协会和三所职业学校签约。", ["赣州南岭阀门有限公司"]],
    ["赣州南岭阀门有限公司、科研院所和重点企业技术中心参加。", ["赣州南岭阀门有限公司"]],
    ["赣州南岭阀门有限公司、智能工厂和数字化车间各有一个展区。", ["赣州南岭阀门有限公司"]],
    ["走进车间、食堂、图书馆，赣州南岭阀门有限公司处处干净。", ["赣州南岭阀门有限公司"]],
  ])("takes no class and no part of a sentence for one: %s", (text, names) => {
    expect(organizations(text)).toEqual(names);
  });
});
