import { describe, expect, it } from "vitest";
import { continuation } from "../../../loaders/read/junctions.js";

const nowhereElse = () => 0;

describe("a list that breaks off within an entry", () => {
  it.each([
    [
      "先后跻身绿色发展百强县市第4位、新型城镇化质量",
      "百强县市第7位、科技创新百强县市第5位，位次前移。",
      "提效力，打造高地。",
    ],
    [
      "获奖的有云帆泵业有限公司、云帆锚链有限公司、云帆精",
      "密机械有限公司，共3家。",
      "密切关注市场变化，做好服务。",
    ],
  ])("goes on with what ends as its entries do: %s", (list, rest, other) => {
    expect(continuation(list, rest, nowhereElse)).toBeGreaterThan(continuation(list, other, nowhereElse));
  });
});
