import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, it, test } from "vitest";
import { gated, gatedAt } from "../../../loaders/patterns/gated.js";
import { packageRoot } from "../../../src/core/paths.js";
import { literalsOf } from "../../patterns/collect.js";
import { nearMissOf, sampleOf } from "../../patterns/sample.js";

describe("a gated pattern", () => {
  test.each<[RegExp, string, boolean]>([
    [/(?:同比|环比)$/, "产值同比", true],
    [/(?:同比|环比)$/, "同比增长", false],
    [/^(?:另有|此外)/, "此外还有", true],
    [/^(?:另有|此外)/, "还有", false],
    [/^[、和]?$/, "", true],
    [/^[、和]?$/, "和", true],
    [/^[、和]?$/, "或", false],
    [/^.{0,9}(?:介绍|表示)，/, "他表示，", true],
    [/^.{0,9}(?:介绍|表示)，/, "他说，", false],
    [/(?:^|，)奖$/, "，奖", true],
    [/[^，]{0,3}各$|奖励[^，]{0,6}$/, "奖励甲公司", true],
    [/(?<=甲)乙|丙(?!丁)/, "丙丁乙", false],
    [/a{2,3}\d+[\s\u4e00-\u9fff]/, "aa12甲", true],
    [/[^\d、-]+\.$/, "甲乙.", true],
    [/^[^，]{1,2}奖$/u, "𠮷奖", true],
  ])("%s on %s: %s", (pattern, text, matches) => {
    expect(pattern.test(text)).toBe(matches);
    expect(gated(pattern).test(text)).toBe(matches);
  });

  it("reads a stretch of a text as if it were cut out", () => {
    const ends = gated(/[两三]家$/);
    expect(ends.test("其中两家和三家企业", 0, 4)).toBe(true);
    expect(ends.test("其中两家和三家企业", 0, 5)).toBe(false);
    expect(ends.exec("其中两家和三家企业", 3, 7)?.index).toBe(2);
    expect(ends.test("两家", 0, 9)).toBe(true);
  });

  it("replaces the first match", () => {
    expect(gated(/[一独]家/).replace("有一家独家", "$&")).toBe("有$&独家");
    expect(gated(/^独家/).replace("有一家", "")).toBe("有一家");
  });

  it("takes no pattern that keeps a place or that folds case", () => {
    expect(() => gated(/甲/g)).toThrow(/keeps a place/);
    expect(() => gatedAt(/甲/)).toThrow(/not sticky/);
    expect(() => gatedAt(/a/iy).test("A", 0)).toThrow(/not known/);
    expect(() => gated(/(甲)\1/).test("甲甲")).toThrow(/refers back/);
    expect(() => gated(/\p{L}/u).test("甲")).toThrow(/properties/);
  });

  it("finds where a sticky one ends", () => {
    const mark = gatedAt(/至|到\s?/y);
    expect(mark.endAt("1到 2", 1)).toBe(3);
    expect(mark.endAt("1到 2", 0)).toBe(-1);
    expect(mark.endAt("1", 1)).toBe(-1);
    expect(gatedAt(/(?=甲)/y).test("乙甲", 1)).toBe(true);
  });

  it("lets through whatever the program's patterns match", () => {
    const folder = join(packageRoot, "loaders");
    const files = readdirSync(folder, { recursive: true, encoding: "utf8" }).filter((f) => f.endsWith(".ts"));
    let tried = 0;
    for (const file of files)
      for (const { source, flags } of literalsOf(file, readFileSync(join(folder, file), "utf8"))) {
        if ((flags !== "" && flags !== "u") || /\\[1-9kpP]/.test(source)) continue;
        const pattern = new RegExp(source, flags);
        const texts = [sampleOf(source, flags), nearMissOf(source, flags), "", "甲"];
        const gate = gated(pattern);
        for (const text of texts)
          if (text !== undefined && pattern.test(text)) expect(gate.opens(text)).toBe(true);
        tried++;
      }
    expect(tried).toBeGreaterThan(300);
  });
});
