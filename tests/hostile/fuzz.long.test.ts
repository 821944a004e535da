import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { prepareDocuments } from "../../loaders/prepare.js";
import { readBytes } from "../../loaders/read/read-document.js";
import { GraphService } from "../../src/api/service.js";
import { DatabaseError, DocumentError } from "../../src/core/errors.js";
import { packageRoot } from "../../src/core/paths.js";
import { examples } from "../../src/server/graphiql.js";

// The short form of the long suite is what runs on every change.
const RUNS = process.env.ZHITU_LONG === "short" ? 500 : 10_000;
const SEED = 20_250_301;
/** Milliseconds after which one of them counts as hung, on a loaded machine. */
const HUNG = 20_000;

const folder = join(packageRoot, "corpus");
const documents = readdirSync(folder, { recursive: true, encoding: "utf8" })
  .filter((name) => /\.(?:md|txt|html)$/.test(name) && !name.startsWith("README"))
  .map((name) => ({ name, content: readFileSync(join(folder, name)).subarray(0, 6_000) }));
const operations = examples().map(({ query }) => query);

/** Changes to a sequence: at a place from 0 to 1, so many are cut out, repeated, or make room for something. */
const changes = fc.array(
  fc.record({
    at: fc.double({ min: 0, max: 1, noNaN: true }),
    length: fc.nat(40),
    put: fc.oneof(
      fc.constant("cut"),
      fc.constant("repeat"),
      fc.string({ unit: "binary", maxLength: 12 }),
      fc.constantFrom(
        "{",
        "}",
        "(",
        ")",
        '"',
        "$",
        "@",
        "...",
        "\u0000",
        "《",
        "（",
        "#",
        "<div>",
        "|",
        "\t",
        "\n",
        "9999999999",
        "。",
      ),
    ),
  }),
  { minLength: 1, maxLength: 6 },
);
type Change = { at: number; length: number; put: string };

function mutated(content: Buffer, list: readonly Change[]): Buffer {
  let out = content;
  for (const { at, length, put } of list) {
    const start = Math.floor(at * out.length);
    const cut = out.subarray(start, start + length);
    const middle = put === "cut" ? [] : put === "repeat" ? Array(20).fill(cut) : [Buffer.from(put)];
    out = Buffer.concat([
      out.subarray(0, start),
      ...middle,
      out.subarray(start + (put === "repeat" ? 0 : length)),
    ]);
  }
  return out;
}

const CODES = new Set([
  "GRAPHQL_PARSE_FAILED",
  "GRAPHQL_VALIDATION_FAILED",
  "BAD_USER_INPUT",
  "BAD_PAGE_SIZE",
  "BAD_CURSOR",
  "OPERATION_TOO_LARGE",
  "NOT_FOUND",
  "WRITING_DISABLED",
  "UNAUTHENTICATED",
  "DATABASE_UNAVAILABLE",
]);

describe("mutated", () => {
  it(`documents, ${RUNS} of them, are read or refused by name`, async () => {
    await fc.assert(
      fc.asyncProperty(fc.constantFrom(...documents), changes, async ({ name, content }, list) => {
        const begin = performance.now();
        for (const one of await readBytes(mutated(content, list), name).catch((error: unknown) => [error])) {
          if (one instanceof DocumentError) continue;
          if (one instanceof Error) throw one;
          const [prepared] = await prepareDocuments([one as never]);
          if (prepared instanceof DocumentError) throw prepared;
          const { document, issues } = prepared!;
          expect(issues).toEqual([]);
          const { text } = document.document;
          for (const claim of document.claims) expect(text.slice(claim.start, claim.end)).toBe(claim.text);
        }
        expect(performance.now() - begin).toBeLessThan(HUNG);
      }),
      { numRuns: RUNS, seed: SEED },
    );
  }, 1_800_000);

  it(`operations, ${RUNS} of them, are answered or refused with a code`, async () => {
    // The database is away: what matters is what becomes of operations before it is asked.
    const read = async () => Promise.reject(new DatabaseError("away"));
    const failures: unknown[] = [];
    const service = new GraphService({
      database: { read: read as never, readOnce: read as never },
      onFailure: (error) => {
        if (!(error instanceof DatabaseError)) failures.push(error);
      },
    });
    await fc.assert(
      fc.asyncProperty(fc.constantFrom(...operations), changes, async (query, list) => {
        const begin = performance.now();
        const { errors = [] } = await service.answer(mutated(Buffer.from(query), list).toString("utf8"));
        for (const { extensions } of errors) expect(CODES).toContain(extensions?.code);
        expect(failures.splice(0)).toEqual([]);
        expect(performance.now() - begin).toBeLessThan(HUNG);
      }),
      { numRuns: RUNS, seed: SEED },
    );
  }, 1_800_000);
});
