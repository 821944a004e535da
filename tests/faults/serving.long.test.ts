import { setTimeout as sleep } from "node:timers/promises";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { readSettings } from "../../src/core/config.js";
import { exportJsonl } from "../../src/export/formats/jsonl.js";
import { openDatabase } from "../../src/neo4j/index.js";
import { ensureBuilt } from "../support/build.js";
import { dataFolder, managedEnv, serverPid } from "../support/holder.js";
import { Clients, type Tally } from "./clients.js";
import { Helper } from "./helper.js";
import { type Held, post, Served } from "./served.js";

// The short form of the long suite is what runs on every change.
const isShort = process.env.ZHITU_LONG === "short";
const CLIENTS = 50;
const KILLS = isShort ? 1 : 5;
const PAUSE = isShort ? 12_000 : 20_000;
const FLOOD = isShort ? 500 : 2_000;
const WARM_UP = isShort ? 4_000 : 10_000;
const QUERY_TIMEOUT = 5;
/** Milliseconds: a place in the queue, the database's time, what a silent one is given beyond it, a loaded machine. */
const LIMIT = 5_000 + QUERY_TIMEOUT * 1_000 + 3_000 + 5_000;
/** Milliseconds within which /health/live is to be answered, whatever goes on. */
const LIVE = 10_000;
/** Milliseconds until the server has let go of whoever sends nothing whole: 30 s, looked at every 5 s, a loaded machine. */
const LET_GO = 60_000;
/** Bytes that the server may hold of the machine's memory, whatever is done to it. */
const RESIDENT = 600 * 1024 * 1024;

const QUERIES = [
  "{ stats { documents entities observations } }",
  '{ award(name: "中国质量奖") { winners(first: 20) { totalCount edges { year evidence { text } node { ... on Company { id name } } } } } }',
  '{ city(name: "株洲") { industries { nodes { name } } zones { nodes { name industries { nodes { name } } } } } }',
  '{ search(query: "轨道交通", first: 10) { totalCount edges { node { __typename } } } }',
  '{ company(name: "南车时代电气") { id name awards { totalCount } } a: company(name: "中车株机") { id } }',
  "{ companies(first: 10, orderBy: [{ awards: { count: DESC } }]) { nodes { id aliases } } }",
];

const data = dataFolder("zhitu-serving-");
let served: Served;
let url: string;
let clients: Clients;
let before: { graph: string; held: Held };
/** How /health/live was answered whenever it was asked, other than with 200, and the slowest answer in milliseconds. */
const live = { failures: [] as string[], slowest: 0 };
let watch: NodeJS.Timeout;

beforeAll(async () => {
  ensureBuilt();
  served = new Served(data.path, { ZHITU_QUERY_TIMEOUT: String(QUERY_TIMEOUT) });
  url = await served.url();
  const graph = await exported();
  const expected = new Map<string, string>();
  for (const query of QUERIES) {
    const { status, body } = await post(url, query, LIMIT);
    expect([status, JSON.parse(body).errors]).toEqual([200, undefined]);
    expected.set(query, body);
  }
  // What it holds at work, with all the connections to the database that it may have, before anything happens to it.
  const asking = { url, expected, limit: LIMIT, count: CLIENTS };
  const crowd = await Clients.start({ ...asking, count: 2 * CLIENTS });
  await sleep(WARM_UP);
  expect((await crowd.stop()).wrong).toEqual([]);
  await sleep(1_000);
  before = { graph, held: await served.held() };
  watch = setInterval(lookWhetherAlive, 500);
  clients = await Clients.start(asking);
}, 300_000);

afterAll(async () => {
  clearInterval(watch);
  await clients?.end();
  served?.child.kill("SIGKILL");
  await served?.ended;
  data.remove();
});

async function lookWhetherAlive(): Promise<void> {
  const begin = performance.now();
  try {
    const { status } = await fetch(`${url}/health/live`, { signal: AbortSignal.timeout(LIMIT) });
    if (status !== 200) live.failures.push(String(status));
  } catch (error) {
    live.failures.push(String(error));
  }
  live.slowest = Math.max(live.slowest, performance.now() - begin);
}

async function exported(): Promise<string> {
  const database = await openDatabase({ settings: readSettings(managedEnv(data.path)) });
  try {
    const lines: string[] = [];
    for await (const line of exportJsonl(database)) lines.push(line);
    return lines.join("\n");
  } finally {
    await database.close();
  }
}

const readiness = () =>
  fetch(`${url}/health/ready`, { signal: AbortSignal.timeout(8_000) }).then(
    (response) => response.status,
    () => 0,
  );

/** Waits until /health/ready has that status. */
async function untilReadiness(status: number, limit: number): Promise<void> {
  const begin = Date.now();
  while ((await readiness()) !== status) {
    if (Date.now() - begin > limit) throw new Error(`/health/ready was not ${status} within ${limit} ms`);
    await sleep(100);
  }
}

/** Waits until clients have been answered rightly many times, and the database is away for nobody. */
async function untilAnswered(): Promise<void> {
  const begin = Date.now();
  const awayOf = ({ refused }: Tally) => refused.DATABASE_UNAVAILABLE ?? 0;
  for (let right = 0, earlier = await clients.peek(); right < 2 * CLIENTS; ) {
    if (Date.now() - begin > 120_000) throw new Error("the clients are not answered again");
    await sleep(500);
    const now = await clients.peek();
    right = awayOf(now) === awayOf(earlier) ? right + now.right - earlier.right : 0;
    earlier = now;
  }
}

/** Nothing wrong, nothing without an end. Tells what was measured, for those who want to know what to expect. */
async function expectNothingWrong(during: string): Promise<Tally> {
  const tally = await clients.look();
  const { right, refused, wrong, slowest, late } = tally;
  const { late: serverLate, rss } = await served.held();
  console.info(
    `${during}: ${right} right, ${JSON.stringify(refused)}, slowest ${Math.round(slowest)} ms, event loop late by ` +
      `${serverLate} ms (clients' ${late} ms), /health/live ${Math.round(live.slowest)} ms, ${Math.round(rss / 2 ** 20)} MB`,
  );
  expect(wrong.slice(0, 3)).toEqual([]);
  expect(slowest).toBeLessThan(LIMIT);
  expect(live.failures).toEqual([]);
  expect(live.slowest).toBeLessThan(LIVE);
  return tally;
}

const sum = (numbers: readonly number[]): number => numbers.reduce((all, n) => all + n, 0);

describe(`a server with ${CLIENTS} clients`, () => {
  it(`comes back each time that its database is killed, ${KILLS} times`, async () => {
    for (let i = 0; i < KILLS; i++) {
      await clients.look();
      process.kill(serverPid(data.path)!, "SIGKILL");
      await untilReadiness(503, 5_000);
      await untilReadiness(200, 120_000);
      await untilAnswered();
      const { refused } = await expectNothingWrong(`kill ${i + 1}`);
      expect(refused).toHaveProperty("DATABASE_UNAVAILABLE");
    }
  }, 900_000);

  it(`answers at once while its database is paused for ${PAUSE / 1_000} s, and goes on after it`, async () => {
    await clients.look();
    const pid = serverPid(data.path)!;
    process.kill(pid, "SIGSTOP");
    try {
      await sleep(PAUSE - 2_000);
      await expectNothingWrong("pause begins");
      await sleep(2_000);
      const { slowest, right, refused } = await clients.look();
      expect(await readiness()).toBe(503);
      expect(right).toBe(0);
      expect(Object.keys(refused)).toEqual(["DATABASE_UNAVAILABLE"]);
      // At once: as soon as it comes to it among fifty.
      expect(slowest).toBeLessThan(3_000);
    } finally {
      process.kill(pid, "SIGCONT");
    }
    await untilReadiness(200, 20_000);
    await untilAnswered();
    await expectNothingWrong("pause ended");
    // The same process: it was not taken for dead.
    expect(serverPid(data.path)).toBe(pid);
  }, 120_000);

  it(`serves them while ${FLOOD} connections, slow clients and half requests flood it`, async () => {
    await clients.look();
    const flood = new Helper("flood.mjs", url, String(FLOOD));
    try {
      // It answers once all of it has been sent.
      await flood.tell("count");
      const begin = Date.now();
      await sleep(isShort ? 5_000 : 20_000);
      const during = await expectNothingWrong("flood");
      expect(during.right).toBeGreaterThan(0);
      expect(during.refused).not.toHaveProperty("DATABASE_UNAVAILABLE");
      // Half go by themselves; the server lets go of the others.
      const left = await flood.tell<number[]>("drop half");
      expect(sum(left)).toBeLessThan(FLOOD);
      if (!isShort) {
        for (let now = left; sum(now) > 0; now = await flood.tell<number[]>("count")) {
          if (Date.now() - begin > LET_GO) throw new Error(`the server has not let go of ${now}`);
          await sleep(200);
        }
        console.info(`flood let go of within ${Math.round((Date.now() - begin) / 1_000)} s`);
      }
    } finally {
      await flood.end();
    }
    await sleep(1_000);
    await expectNothingWrong("flood ended");
  }, 300_000);

  it("was alive all the time, holds no more than before, and has the same graph", async () => {
    const { wrong } = await clients.stop();
    expect(wrong).toEqual([]);
    clearInterval(watch);
    // Kept-alive connections end after 5 s.
    await sleep(8_000);
    const held = await served.held();
    const count = (of: Held) => sum(Object.values(of.resources));
    const say = (of: Held) =>
      `heap ${(of.heapUsed / 2 ** 20).toFixed(1)} MB, ${Math.round(of.rss / 2 ** 20)} MB resident, ${count(of)} handles`;
    console.info(`before: ${say(before.held)}; after: ${say(held)}`);
    expect(held.heapUsed).toBeLessThan(before.held.heapUsed * 1.2);
    expect(held.rss).toBeLessThan(RESIDENT);
    expect(count(held)).toBeLessThanOrEqual(Math.max(count(before.held) * 1.2, count(before.held) + 3));
    expect(live.failures).toEqual([]);
    expect(await exported()).toBe(before.graph);
  }, 120_000);

  it("answers what is under way when it is told to stop, and ends in order", async () => {
    const ask = () => Promise.all(QUERIES.map((query) => post(url, query, LIMIT)));
    await ask();
    const asked = ask();
    await sleep(50);
    served.child.kill("SIGTERM");
    expect((await asked).map(({ status }) => status)).toEqual(QUERIES.map(() => 200));
    expect(await served.ended).toBe(0);
    expect(served.stderr).not.toMatch(/uncaught|unhandled/);
  }, 60_000);
});
