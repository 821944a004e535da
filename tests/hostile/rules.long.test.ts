import { expect, it } from "vitest";
import { countEach, startCounting } from "../patterns/steps.js";
import { type Attack, attacks, documentOf } from "./rules.js";

startCounting();
// The short form is of one pattern in twelve, the same each time.
const some = (await attacks()).filter(({ lot }) => process.env.ZHITU_LONG !== "short" || lot % 12 === 0);
const { readBytes } = await import("../../loaders/read/read-document.js");
const { prepareDocuments } = await import("../../loaders/prepare.js");
const { DocumentError } = await import("../../src/core/errors.js");

/** Characters of a document: more than rules look at as one, and four times as many. */
const SHORT = 4_000;
const LONG = 4 * SHORT;
/** Linear is 4, quadratic 16. What a group of them takes together shows one that is not. */
const GROUP = 8;
const MOST_OF_A_GROUP = 4.15;
const MOST = 6;

/** What `zhitu extract` and `zhitu load` do with a document; one may hold no text. */
async function extract(text: string): Promise<void> {
  try {
    const [document] = await readBytes(Buffer.from(text), "attack.txt");
    expect(await prepareDocuments([document as never])).toMatchObject([{ issues: [] }]);
  } catch (error) {
    if (!(error instanceof DocumentError)) throw error;
  }
}

const isOurs = (url: string): boolean => /\/(?:loaders|schema)\//.test(url);

/** How many times the steps of four times the text are. */
async function growthOf(group: readonly Attack[], length = SHORT): Promise<number> {
  const read = (characters: number) => async () => {
    for (const attack of group) await extract(documentOf(attack, characters));
  };
  const [few, many] = await countEach(isOurs, [read(length), read(4 * length)]);
  return many! / few!;
}

it("documents made of what a rule is slow on take steps in proportion to their length, whichever rule it is", async () => {
  expect(some.length).toBeGreaterThan(100);
  // What is read once only.
  for (const attack of some.slice(0, 5)) await extract(documentOf(attack, SHORT));
  const wrong: string[] = [];
  for (let i = 0; i < some.length; i += GROUP) {
    const group = some.slice(i, i + GROUP);
    if ((await growthOf(group)) <= MOST_OF_A_GROUP) continue;
    for (const attack of group) {
      // A rule that leaves off beyond so many characters may grow faster up to there.
      const growth = (await growthOf([attack])) > MOST ? await growthOf([attack], LONG) : 0;
      if (growth > MOST) wrong.push(`${attack.place}: ${growth.toFixed(1)} times: ${attack.unit}`);
    }
  }
  console.info(`${some.length} documents of ${SHORT} and ${LONG} characters`);
  expect(wrong).toEqual([]);
}, 3_600_000);

it("shows one that does not, among others", async () => {
  const group = some.slice(0, GROUP);
  const steps = async (length: number): Promise<void> => {
    for (const attack of group) await extract(documentOf(attack, length));
    const text = "甲".repeat(length);
    for (let i = 0; i < length; i++) text.indexOf("乙", i);
  };
  const [few, many] = await countEach(isOurs, [() => steps(SHORT), () => steps(LONG)]);
  expect(many! / few!).toBeGreaterThan(MOST_OF_A_GROUP);
}, 600_000);
