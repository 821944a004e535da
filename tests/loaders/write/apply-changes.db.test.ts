import fc from "fast-check";
import { afterAll, beforeAll, beforeEach, describe, expect, it } from "vitest";
import { createResolver } from "../../../loaders/resolve/resolver.js";
import type { DesignatedDocument } from "../../../loaders/resolve/types.js";
import { applyChanges, applyJudgements } from "../../../loaders/write/apply-changes.js";
import type { Database } from "../../../src/neo4j/index.js";
import { testDatabase, wipe } from "../../support/neo4j.js";
import { documentOf, entity, gazetteer, hashed, ref, relation } from "./documents.js";
import { expectedGraph, exportedLines, storedGraph } from "./graph.js";
import { documentArbitrary } from "./worlds.js";

const resolver = createResolver(gazetteer);
let database: Database;
beforeAll(async () => {
  database = await testDatabase();
});
afterAll(() => database.close());
beforeEach(() => wipe(database));

const load = (...documents: DesignatedDocument[]) =>
  applyChanges(database, resolver, { documents: documents.map(hashed) });
const unload = (...withdrawn: string[]) => applyChanges(database, resolver, { documents: [], withdrawn });

const IDS = ["a", "b", "c", "d", "e"];
const stepArbitrary = fc.oneof(
  {
    weight: 3,
    arbitrary: fc
      .uniqueArray(fc.constantFrom(...IDS), { minLength: 1, maxLength: 3 })
      .chain((ids) => fc.tuple(...ids.map(documentArbitrary)))
      .map((documents) => ({ documents, withdrawn: [] as string[] })),
  },
  {
    weight: 1,
    arbitrary: fc
      .uniqueArray(fc.constantFrom(...IDS), { minLength: 1, maxLength: 2 })
      .map((withdrawn) => ({ documents: [] as DesignatedDocument[], withdrawn })),
  },
);

describe("applyChanges", () => {
  it("leaves the graph of the survivors after any loads, changes and withdrawals, as a fresh load does", async () => {
    const runs = Number(process.env.ZHITU_TEST_RUNS ?? 15);
    const stepsArbitrary = fc.array(stepArbitrary, { minLength: 1, maxLength: 6 });
    const orderArbitrary = fc.shuffledSubarray(IDS, { minLength: IDS.length });
    const sizeArbitrary = fc.integer({ min: 1, max: IDS.length });
    await fc.assert(
      fc.asyncProperty(stepsArbitrary, orderArbitrary, sizeArbitrary, async (steps, order, batchSize) => {
        await wipe(database);
        const loaded = new Map<string, DesignatedDocument>();
        for (const { documents, withdrawn } of steps) {
          await applyChanges(database, resolver, { documents: documents.map(hashed), withdrawn });
          for (const document of documents) loaded.set(document.document.id, document);
          for (const id of withdrawn) loaded.delete(id);
        }
        expect(await storedGraph(database)).toEqual(expectedGraph([...loaded.values()]));
        const after = await exportedLines(database);
        await wipe(database);
        const survivors = order.flatMap((id) => loaded.get(id) ?? []);
        for (let at = 0; at < survivors.length; at += batchSize)
          await load(...survivors.slice(at, at + batchSize));
        expect(await exportedLines(database)).toEqual(after);
      }),
      { numRuns: runs, seed: 20260521 },
    );
  }, 300_000);

  it("writes nothing for a document that is loaded and unchanged", async () => {
    const document = documentOf("a", null, [entity("City", "株洲市")]);
    expect((await load(document)).added).toEqual(["a"]);
    const before = await storedGraph(database);
    expect(await load(document)).toMatchObject({ added: [], replaced: [], unchanged: ["a"], claims: 0 });
    expect(await storedGraph(database)).toEqual(before);
  });

  it("replaces a changed document and names unknown ids to withdraw", async () => {
    await load(documentOf("a", null, [entity("City", "株洲市")]));
    const changed = documentOf("a", null, [entity("City", "常州市")]);
    expect((await load(changed)).replaced).toEqual(["a"]);
    expect(await storedGraph(database)).toEqual(expectedGraph([changed]));
    expect(await unload("a", "z")).toMatchObject({ withdrawn: ["a"], unknown: ["z"] });
    expect(await storedGraph(database)).toEqual([]);
  });

  it("moves what hangs on a name when a later document gives its full form, and back", async () => {
    const firm = ref("Company", "联诚集团");
    const short = documentOf("a", "湖南省株洲市", [
      entity("Company", firm.name),
      entity("Award", "中国质量奖"),
      relation("WON", firm, ref("Award", "中国质量奖"), { year: 2015, tier: "WINNER" }),
    ]);
    const full = documentOf("b", null, [entity("Company", "株洲联诚集团有限责任公司")]);
    await load(short);
    await load(full);
    const both = await storedGraph(database);
    expect(both).toEqual(expectedGraph([short, full]));
    expect(both.filter((line) => line.type === "Company")).toHaveLength(1);
    await unload("b");
    expect(await storedGraph(database)).toEqual(expectedGraph([short]));
  });

  it("applies judgements and takes them back", async () => {
    const documents = [
      documentOf("a", "湖南省株洲市", [entity("Company", "联诚集团")]),
      documentOf("b", "江苏省常州市", [entity("Company", "联诚集团")]),
    ];
    await load(...documents);
    const same = { verdict: "same", a: "company:常州市:联诚集团", b: "company:株洲市:联诚集团" } as const;
    expect(await applyJudgements(database, resolver, [same])).toEqual({ added: 1, removed: 0 });
    expect(await storedGraph(database)).toEqual(expectedGraph(documents, [same]));
    expect(await applyJudgements(database, resolver, [])).toEqual({ added: 0, removed: 1 });
    expect(await storedGraph(database)).toEqual(expectedGraph(documents));
  });
});
