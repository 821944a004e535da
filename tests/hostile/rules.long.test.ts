import { describe, expect, it } from "vitest";
import { countSteps, startCounting } from "../patterns/steps.js";
import { type Attack, attacks, documentsOf } from "./rules.js";

startCounting();
const all = await attacks();
const { readBytes } = await import("../../loaders/read/read-document.js");
const { prepareDocument } = await import("../../loaders/prepare.js");
const { DocumentError } = await import("../../src/core/errors.js");

/** What `zhitu extract` and `zhitu load` do with a document. */
async function extract(text: string): Promise<void> {
  for (const document of await readBytes(Buffer.from(text), "attack.txt")) {
    if (document instanceof DocumentError) throw document;
    const { issues } = prepareDocument(document);
    expect(issues).toEqual([]);
  }
}

const isOurs = (url: string): boolean => /\/(?:loaders|schema)\//.test(url);
const stepsOf = (text: string): Promise<number> => countSteps(isOurs, () => extract(text));

/** Characters of a document: more than rules look at as one, and four times as many. */
const SHORT = 6_000;
const LONG = 4 * SHORT;
/** Linear is 4, quadratic 16. */
const MOST = 6;

/** Milliseconds after which one counts as hung, on a loaded machine. */
const HUNG = 60_000;

async function growthOf(attack: Attack): Promise<number> {
  let most = 0;
  for (const [short, long] of pairsOf(attack))
    most = Math.max(most, (await stepsOf(long)) / (await stepsOf(short)));
  return most;
}

function pairsOf(attack: Attack): [string, string][] {
  const long = documentsOf(attack, LONG);
  return documentsOf(attack, SHORT).map((short, i) => [short, long[i]!]);
}

describe("documents made of what a rule is slow on", () => {
  it("are one for each pattern that reads documents", () => {
    expect(all.length).toBeGreaterThan(1_000);
    for (const attack of all) for (const text of documentsOf(attack, SHORT)) expect(text).toHaveLength(SHORT);
  });

  it("are read in bounded time, whichever rule it is", async () => {
    const slow: [number, string][] = [];
    for (const attack of all)
      for (const text of documentsOf(attack, LONG)) {
        const begin = performance.now();
        await extract(text);
        slow.push([performance.now() - begin, `${attack.place} ${text.slice(0, 60)}`]);
      }
    slow.sort(([a], [b]) => b - a);
    console.log(
      slow
        .slice(0, 10)
        .map(([ms, attack]) => `${Math.round(ms)} ms: ${attack}`)
        .join("\n"),
    );
    expect(slow[0]![0]).toBeLessThan(HUNG);
  }, 3_600_000);

  it("take steps in proportion to their length, whichever rule it is", async () => {
    const wrong: string[] = [];
    for (const attack of all) {
      const growth = await growthOf(attack);
      if (growth > MOST)
        wrong.push(
          `${attack.place}: ${growth.toFixed(1)} times the steps for ${LONG / SHORT} times the text`,
        );
    }
    expect(wrong).toEqual([]);
  }, 3_600_000);
});
