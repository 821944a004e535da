import { describe, expect, it } from "vitest";
import { factsOf } from "../facts-of.js";

const facts = (text: string): string[] => factsOf(text, ["Event", "TOOK_PART_IN"]);

describe("events", () => {
  it("finds a dated meeting with who held it and who was there", () => {
    expect(facts("2023年5月8日，宜春市人民政府召开品牌建设推进会，副市长周岚岚出席并讲话。")).toEqual([
      "Event 品牌建设推进会",
      "TOOK_PART_IN 宜春市人民政府 -> 品牌建设推进会",
      "TOOK_PART_IN 周岚岚 -> 品牌建设推进会",
    ]);
  });

  it("finds one that opens", () => {
    expect(facts("9月6日，宜春市质量月启动仪式在樟树市举行。")).toEqual(["Event 宜春市质量月启动仪式"]);
  });

  it.each([
    "宜春市每年召开质量工作会议。",
    "2023年5月8日，宜春市传达学习全国质量工作会议精神。",
    "2025年5月8日，宜春市将召开质量大会。",
  ])("finds none in %s", (text) => {
    expect(facts(text)).toEqual([]);
  });
});
