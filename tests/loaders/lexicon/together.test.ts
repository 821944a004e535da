import { describe, expect, it } from "vitest";
import { forgetSearched, searchTogether, spotsOfNames } from "../../../loaders/lexicon/together.js";
import { Trie } from "../../../loaders/lexicon/trie.js";

const spotsOf = (trie: Trie<string>, text: string): string[] => {
  const found: string[] = [];
  const words = trie.in(text);
  while (words.next()) found.push(`${words.start}-${words.end} ${words.value}`);
  return found;
};

describe("dictionaries searched for together", () => {
  const offices = Trie.ofWords("局 局长 市场监管局".split(" ")).shared();
  const places = Trie.ofWords("市 市场 云门 云门市".split(" ")).shared();

  it("finds in each what a scan of its own finds, in the same order", () => {
    const text = `云门市市场监管局局长、云门市场监管局，市${"。".repeat(64)}`;
    searchTogether(text);
    const together = [spotsOf(offices, text), spotsOf(places, text)];
    forgetSearched();
    expect(together).toEqual([spotsOf(offices, text), spotsOf(places, text)]);
    expect(together[0]).toEqual([
      "3-8 市场监管局",
      "7-8 局",
      "8-9 局",
      "8-10 局长",
      "13-18 市场监管局",
      "17-18 局",
    ]);
  });

  it("finds the longest at a place, up to a limit", () => {
    const text = `云门市，${"。".repeat(64)}`;
    searchTogether(text);
    const ends = [
      places.longestAt(text, 0)?.end,
      places.longestAt(text, 0, 2)?.end,
      places.longestAt(text, 1)?.end,
    ];
    forgetSearched();
    expect(ends).toEqual([3, 2, undefined]);
    expect(places.longestAt(text, 0, 2)?.end).toBe(2);
  });

  it("finds a document's own names as a trie of them does", () => {
    const text = `云门市市场、云门，市${"。".repeat(64)}门市`;
    const names = ["云门", "云门市", "门市", "市", "", "东门"].map((name) => [name, name] as const);
    const expected = spotsOf(Trie.of(names), text);
    const given = (): string[] =>
      spotsOfNames(text, names).map(({ start, end, value }) => `${start}-${end} ${value}`);
    expect(given()).toEqual(expected);
    searchTogether(text);
    const searched = given();
    forgetSearched();
    expect(searched).toEqual(expected);
    expect(expected).toHaveLength(9);
  });

  it("keeps what it found in each of several texts, one of them very long", () => {
    const texts = ["云门市局长", "市场，云门", `云门${"，".repeat(300_000)}局`].map(
      (text) => text + "。".repeat(64),
    );
    const found = (): string[][] =>
      texts.map((text) => [...spotsOf(offices, text), ...spotsOf(places, text)]);
    const expected = found();
    for (const text of texts) searchTogether(text);
    const together = found();
    forgetSearched();
    expect(together).toEqual(expected);
    expect(expected.map((spots) => spots.length)).toEqual([5, 3, 2]);
  });

  it("scans other texts as ever", () => {
    searchTogether("云门市");
    expect(spotsOf(places, "市场")).toEqual(["0-1 市", "0-2 市场"]);
  });
});
