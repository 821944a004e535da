import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, it } from "vitest";
import { normalizeText } from "../../../loaders/extract/normalize.js";
import { AnyOf, Begun, compounds } from "../../../loaders/lexicon/begun.js";
import { forgetSearched, searchTogether } from "../../../loaders/lexicon/together.js";
import { allMatches } from "../../../loaders/patterns/all-matches.js";
import { packageRoot } from "../../../src/core/paths.js";

const TEXT = "落户乙区，落户于丙园，就落在丁县；位于戊市，落落户在己区。";

describe("Begun", () => {
  const pattern = "落户于|落户在|落户|落在|位于(?=戊)";
  const begun = new Begun("落户 落在 位于", new RegExp(pattern, "uy"));

  it("finds what a global search finds, searched together or alone", () => {
    const expected = allMatches(new RegExp(pattern, "gu"), TEXT).map((m) => [m.index, m[0]]);
    expect(expected).toHaveLength(5);
    expect(begun.matches(TEXT).map((m) => [m.index, m[0]])).toEqual(expected);
    searchTogether(TEXT);
    expect(begun.matches(TEXT).map((m) => [m.index, m[0]])).toEqual(expected);
    forgetSearched();
  });

  it("goes on behind a match, not within it", () => {
    const runs = new Begun("甲", /甲{1,2}/uy);
    expect(runs.matches("甲甲甲").map((m) => m[0])).toEqual(["甲甲", "甲"]);
  });

  it("refuses a pattern that would search by itself", () => {
    expect(() => new Begun("落户", /落户/gu)).toThrow("is not sticky");
  });
});

describe("the patterns of rules that begin with given words", () => {
  const folder = join(packageRoot, "tests", "golden", "docs");
  const texts = readdirSync(folder).map((name) => normalizeText(readFileSync(join(folder, name), "utf8")));

  it("begin with no other", async () => {
    await import("../../../loaders/extract/extract.js");
    expect(Begun.all.length).toBeGreaterThan(25);
    let found = 0;
    for (const begun of Begun.all) {
      const everywhere = new RegExp(begun.pattern.source, begun.pattern.flags.replace("y", "g"));
      for (const text of texts) {
        const expected = allMatches(everywhere, text).map((m) => `${m.index} ${m[0]}`);
        expect(begun.matches(text).map((m) => `${m.index} ${m[0]}`)).toEqual(expected);
        found += expected.length;
      }
    }
    expect(found).toBeGreaterThan(100);
  });
});

describe("AnyOf", () => {
  it("tells whether a text holds one of the words", () => {
    expect(new AnyOf("隔壁 旁边").standsIn("就在旁边")).toBe(true);
    expect(new AnyOf("隔壁 旁边").standsIn(TEXT)).toBe(false);
  });
});

describe("compounds", () => {
  it("joins every beginning with every end", () => {
    expect(compounds("均 都", "来自 位于")).toEqual(["均来自", "均位于", "都来自", "都位于"]);
  });
});
