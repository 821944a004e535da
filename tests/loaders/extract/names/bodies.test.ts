import { describe, expect, it } from "vitest";
import { factsOf } from "../facts-of.js";

const bodies = (text: string): string[] => factsOf(text, ["GovernmentBody"]).map((fact) => fact.slice(15));

describe("public authorities", () => {
  it.each([
    ["赣州市市场监管局公布名单。", ["赣州市市场监督管理局"]],
    ["赣州出台办法，市市场监管局局长到会。", ["赣州市市场监督管理局"]],
    ["赣州市委、市政府高度重视。", ["中共赣州市委员会", "赣州市人民政府"]],
    ["工信部和市场监管总局联合发文。", ["工业和信息化部", "国家市场监督管理总局"]],
    ["江西省赣州市提出，省政府已批复。", ["江西省人民政府"]],
    ["安宁市召开会议，市质监局局长到会。", ["安宁市质量技术监督局"]],
    [
      "赣州市质量强市工作领导小组办公室印发通知。质量强市工作领导小组办公室设在市场监管局。",
      ["赣州市质量强市工作领导小组办公室", "赣州市市场监督管理局"],
    ],
    [
      "赣州高新区管委会负责人表示，高新区市场监管局靠前服务。",
      ["赣州高新区管委会", "赣州高新区市场监督管理局"],
    ],
  ])("finds and completes the names in %s", (text, names) => {
    expect(bodies(text)).toEqual(names);
  });

  it.each([
    "赣州市政府质量奖开评。",
    "各区人民政府，各有关部门：",
    "赣州发展格局一新，结局圆满。",
    "全国质量专家委员会的做法。",
  ])("takes no award, class or turn of phrase for one: %s", (text) => {
    expect(bodies(text)).toEqual([]);
  });
});
