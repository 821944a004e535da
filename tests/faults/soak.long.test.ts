import { setTimeout as sleep } from "node:timers/promises";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { examples } from "../../src/server/graphiql.js";
import { ARTICLE } from "../support/article.js";
import { ensureBuilt } from "../support/build.js";
import { dataFolder } from "../support/holder.js";
import { Clients } from "./clients.js";
import { type Held, post, Served } from "./served.js";
import { growth, mean } from "./trend.js";

const isShort = process.env.ZHITU_LONG === "short";
const MINUTES = Number(process.env.ZHITU_SOAK_MINUTES || (isShort ? 1 : 5));
const CLIENTS = 8;
/** Milliseconds between a client's questions, rounds of changes, and looks at what the server holds. */
const THINKING = 200;
const ROUND = 10_000;
const LOOK = Math.max(1_000, (MINUTES * 60_000) / 200);
const LIMIT = 20_000;
/** The part of the time in which caches fill, and that is not looked at. */
const WARM_UP = 1 / 3;
/** What the fitted line may rise by over the rest, as a part of the mean, or in bytes where that is more. */
const RISE = 0.1;
const NOISE = { heapUsed: 6 * 2 ** 20, rss: 32 * 2 ** 20 };
/** Bytes that the server may hold of the machine's memory. */
const RESIDENT = 600 * 2 ** 20;

const TOKEN = "soaking-wet";
const DOCUMENT = { id: "soak.md", title: "湘潭质量奖", date: "2023-12-01", text: ARTICLE.join("\n\n") };
const data = dataFolder("zhitu-soak-");
const queries = examples().map(({ query }) => query);
let served: Served;
let url: string;

beforeAll(async () => {
  ensureBuilt();
  served = new Served(data.path, { ZHITU_TOKEN: TOKEN });
  url = await served.url();
}, 300_000);

afterAll(async () => {
  served?.child.kill("SIGKILL");
  await served?.ended;
  data.remove();
});

async function change(query: string, variables: object): Promise<string> {
  const response = await fetch(`${url}/graphql`, {
    method: "POST",
    headers: { "content-type": "application/json", authorization: `Bearer ${TOKEN}` },
    body: JSON.stringify({ query, variables }),
    signal: AbortSignal.timeout(120_000),
  });
  const { data, errors } = (await response.json()) as {
    data: { task: { change: string } };
    errors?: unknown;
  };
  expect(errors).toBeUndefined();
  return data.task.change;
}
const load = (document: object) =>
  change("mutation ($document: DocumentInput!) { task: loadDocument(document: $document) { change } }", {
    document,
  });
const unload = (id: string) =>
  change("mutation ($id: ID!) { task: unloadDocument(id: $id) { change } }", { id });

async function bodyOf(path: string): Promise<string> {
  const response = await fetch(`${url}${path}`, { signal: AbortSignal.timeout(LIMIT) });
  const text = await response.text();
  expect([path, response.status]).toEqual([path, 200]);
  return text;
}

/** The answers of all examples, and the graph, as they are now. */
async function answers(): Promise<string[]> {
  const all = [await bodyOf("/export/jsonl")];
  for (const query of queries) all.push((await post(url, query, LIMIT)).body);
  return all;
}

/** Clients that make mistakes, or go away. */
async function misbehave(): Promise<void> {
  const { status } = await post(url, `{ company(name: "x") { nothing${Date.now()} } }`, LIMIT);
  expect(status).toBe(400);
  await post(url, queries[0]!, 5).catch(() => {});
}

describe(`a server at work for ${MINUTES} min`, () => {
  it(
    "answers everything, and holds no more at the end than at the beginning",
    async () => {
      const quiet = await answers();
      const expected = new Map(queries.map((query) => [query, null]));
      const clients = await Clients.start({
        url,
        expected,
        limit: LIMIT,
        count: CLIENTS,
        thinking: THINKING,
      });
      const samples: (Held & { time: number })[] = [];
      const begin = Date.now();
      const elapsed = () => Date.now() - begin;
      const end = MINUTES * 60_000;
      let rounds = 0;
      try {
        for (let nextRound = 0; elapsed() < end; await sleep(LOOK)) {
          samples.push({ time: elapsed(), ...(await served.held()) });
          if (elapsed() < nextRound) continue;
          nextRound = elapsed() + ROUND;
          expect(await load({ ...DOCUMENT, title: `湘潭质量奖（${rounds}）` })).toBe("ADDED");
          for (const path of ["/health/live", "/health/ready", "/metrics", "/graphiql", "/export/gexf"])
            await bodyOf(path);
          await misbehave();
          expect(await unload(DOCUMENT.id)).toBe("WITHDRAWN");
          expect(await answers()).toEqual(quiet);
          rounds++;
        }
        const { right, refused, wrong, slowest } = await clients.stop();
        const measured = samples.filter(({ time }) => time > end * WARM_UP);
        const resident = Math.max(...samples.map(({ rss }) => rss));
        const rises = (["heapUsed", "rss"] as const).map((what) => {
          const points = measured.map((one): [number, number] => [one.time, one[what]]);
          return { what, rise: growth(points), mean: mean(points.map(([, value]) => value)) };
        });
        const handles = measured.map(handlesOf);
        console.info(
          [
            `${MINUTES} min: ${right} answers, ${rounds} changes, slowest ${Math.round(slowest)} ms`,
            ...rises.map(({ what, rise, mean }) => `${what} ${mib(mean)}, fitted rise ${mib(rise)}`),
            `at most ${mib(resident)} resident, ${Math.min(...handles)} to ${Math.max(...handles)} handles`,
          ].join("; "),
        );
        // Why, if something went wrong, the server's log knows.
        expect(served.stderr.split("\n").filter((line) => /"level":"(error|fatal)"/.test(line))).toEqual([]);
        expect(wrong.slice(0, 3)).toEqual([]);
        expect(refused).toEqual({});
        expect(right).toBeGreaterThan(MINUTES * 60);
        expect(rounds).toBeGreaterThan(1);
        for (const { what, rise, mean } of rises)
          expect([what, rise < Math.max(mean * RISE, NOISE[what])]).toEqual([what, true]);
        expect(resident).toBeLessThan(RESIDENT);
        expect(handles.at(-1)!).toBeLessThanOrEqual(Math.max(handles[0]! * 1.2, handles[0]! + 10));
      } finally {
        await clients.end();
      }
    },
    (MINUTES + 5) * 60_000,
  );
});

const handlesOf = ({ resources }: Held): number => Object.values(resources).reduce((sum, n) => sum + n, 0);
const mib = (bytes: number): string => `${(bytes / 2 ** 20).toFixed(1)} MB`;
