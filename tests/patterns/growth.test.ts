import { describe, expect, it } from "vitest";
import { growthOf } from "./classify.js";
import { literalsOf } from "./collect.js";
import { nearMissOf, sampleOf } from "./sample.js";
import { countSteps, startCounting } from "./steps.js";

startCounting();

describe("the check of patterns", () => {
  it.each([
    [/(a+)+$/, "exponential"],
    [/(?:甲|乙|甲乙)*丙/u, "exponential"],
    [/\d+[个家]/u, "polynomial"],
    [/\s+$/, "polynomial"],
    [/^(.*?)为(.*?)的$/, "polynomial"],
    [/[一二三]+届/y, "polynomial"],
    [/第[一二三\d]+届/u, "linear"],
    [/^\s+/, "linear"],
    [/[一二三]{1,9}届/u, "bounded"],
    [/(?<=获).{2,20}奖(?!金)/u, "bounded"],
  ])("says of %s that it is %s", async (pattern, kind) => {
    expect((await growthOf(pattern.source, pattern.flags)).kind).toBe(kind);
  });

  it("finds literals wherever they stand", () => {
    const code =
      "const a = /x\\/y/gu;\nfunction f() { return g(/(a+)+$/) / 2 / 3; }\n// /no/\nconst s = '/no/';";
    expect(literalsOf("a.ts", code)).toEqual([
      { source: "x\\/y", flags: "gu", line: 1 },
      { source: "(a+)+$", flags: "", line: 2 },
    ]);
  });

  it("makes texts that a pattern matches, and nearly does", () => {
    for (const pattern of [
      /^第[一二]+届(?:甲|乙)奖$/u,
      /(?<=获)[^，。]{2,9}奖(?=，)/u,
      /\p{Script=Han}{3}[A-Z]\d/u,
    ]) {
      expect(sampleOf(pattern.source, pattern.flags)).toMatch(pattern);
      expect(nearMissOf(pattern.source, pattern.flags)).not.toMatch(pattern);
    }
  });
});

describe("the count of steps", () => {
  const ours = (url: string) => url.includes("growth.test");
  const growthFor = async (work: (n: number) => void): Promise<number> => {
    work(10);
    const few = await countSteps(ours, () => work(1_000));
    return (await countSteps(ours, () => work(4_000))) / few;
  };
  const text = (n: number) => "甲".repeat(n);

  it.each<[string, (n: number) => void]>([
    [
      "a loop",
      (n) => {
        for (let i = 0; i < n; i++) Math.sqrt(i);
      },
    ],
    [
      "a search",
      (n) => {
        /乙/.test(text(n));
      },
    ],
    [
      "sticky matches at each place",
      (n) => {
        const one = /甲{1,9}乙/y;
        const t = text(n);
        for (let i = 0; i < n; i++) {
          one.lastIndex = i;
          one.test(t);
        }
      },
    ],
    [
      "all matches",
      (n) => {
        text(n).replace(/甲/g, "乙");
      },
    ],
  ])("grows with the work where that is linear: %s", async (_, work) => {
    const growth = await growthFor(work);
    expect(growth).toBeGreaterThan(3);
    expect(growth).toBeLessThan(4.5);
  });

  it.each<[string, (n: number) => void]>([
    [
      "loops in one another",
      (n) => {
        for (let i = 0; i < n; i++) for (let j = 0; j < n; j += 10) Math.sqrt(j);
      },
    ],
    [
      "a search from each place",
      (n) => {
        const t = text(n);
        for (let i = 0; i < n; i++) /乙/.test(t.slice(i));
      },
    ],
    [
      "indexOf from each place",
      (n) => {
        const t = text(n);
        for (let i = 0; i < n; i++) t.indexOf("乙", i);
      },
    ],
    [
      "a copy for each element",
      (n) => {
        let list: number[] = [];
        for (let i = 0; i < n; i++) list = [...list, i];
      },
    ],
    [
      "a callback for each pair",
      (n) => {
        const list = Array.from({ length: n }, (_, i) => i);
        for (const a of list) list.some((b) => b < 0 && a > 0);
      },
    ],
  ])("shows what is not: %s", async (_, work) => {
    expect(await growthFor(work)).toBeGreaterThan(12);
  });
});
