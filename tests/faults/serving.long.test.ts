import { Agent } from "node:http";
import { connect, type Socket } from "node:net";
import { setTimeout as sleep } from "node:timers/promises";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { readSettings } from "../../src/core/config.js";
import { exportJsonl } from "../../src/export/formats/jsonl.js";
import { openDatabase } from "../../src/neo4j/index.js";
import { ensureBuilt } from "../support/build.js";
import { dataFolder, managedEnv, serverPid, waitFor } from "../support/holder.js";
import { Clients, type Held, post, Served, type Tally } from "./served.js";

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
/** How /health/live was answered whenever it was asked, other than with 200. */
const deaths: string[] = [];
let watch: NodeJS.Timeout;

beforeAll(async () => {
  ensureBuilt();
  served = new Served(data.path, { ZHITU_QUERY_TIMEOUT: String(QUERY_TIMEOUT) });
  url = await served.url();
  const graph = await exported();
  const agent = new Agent();
  const expected = new Map<string, string>();
  for (const query of QUERIES) {
    const { status, body } = await post(url, query, agent, LIMIT);
    expect([status, JSON.parse(body).errors]).toEqual([200, undefined]);
    expected.set(query, body);
  }
  // What it holds at work, with all the connections to the database that it may have, before anything happens to it.
  const crowd = new Agent({ keepAlive: true });
  for (let i = 0; i < 3; i++)
    await Promise.all(
      Array.from({ length: 2 * CLIENTS }, (_, at) => post(url, QUERIES[at % QUERIES.length]!, crowd, LIMIT)),
    );
  crowd.destroy();
  const warm = new Clients(url, expected, LIMIT, CLIENTS);
  await sleep(WARM_UP);
  expect((await warm.stop()).wrong).toEqual([]);
  await sleep(1_000);
  before = { graph, held: await served.held() };
  watch = setInterval(async () => {
    const death = await fetch(`${url}/health/live`, { signal: AbortSignal.timeout(20_000) }).then(
      ({ status }) => (status === 200 ? undefined : String(status)),
      String,
    );
    if (death) deaths.push(death);
  }, 500);
  clients = new Clients(url, expected, LIMIT, CLIENTS);
}, 300_000);

afterAll(async () => {
  clearInterval(watch);
  served?.child.kill("SIGKILL");
  await served?.ended;
  data.remove();
});

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

/** Waits until /health/ready has that status; gives the milliseconds that it took. */
async function untilReadiness(status: number, limit: number): Promise<number> {
  const begin = Date.now();
  while ((await readiness()) !== status) {
    if (Date.now() - begin > limit) throw new Error(`/health/ready was not ${status} within ${limit} ms`);
    await sleep(100);
  }
  return Date.now() - begin;
}

/** Waits until clients have been answered rightly many times, and the database is away for nobody. */
async function untilAnswered(): Promise<void> {
  const begin = Date.now();
  for (let right = 0; right < 2 * CLIENTS; ) {
    if (Date.now() - begin > 120_000) throw new Error("the clients are not answered again");
    const earlier = clients.peek();
    await sleep(500);
    const now = clients.peek();
    right = now.away === earlier.away ? right + now.right - earlier.right : 0;
  }
}

function expectNothingWrong({ wrong, slowest }: Tally): void {
  expect(wrong.slice(0, 3)).toEqual([]);
  expect(slowest).toBeLessThan(LIMIT);
}

describe(`a server with ${CLIENTS} clients`, () => {
  it(`comes back each time that its database is killed, ${KILLS} times`, async () => {
    for (let i = 0; i < KILLS; i++) {
      clients.look();
      process.kill(serverPid(data.path)!, "SIGKILL");
      await untilReadiness(503, 5_000);
      await untilReadiness(200, 120_000);
      await untilAnswered();
      const after = clients.look();
      expect(after.refused).toHaveProperty("DATABASE_UNAVAILABLE");
      expectNothingWrong(after);
    }
  }, 900_000);

  it(`answers at once while its database is paused for ${PAUSE / 1_000} s, and goes on after it`, async () => {
    clients.look();
    const pid = serverPid(data.path)!;
    process.kill(pid, "SIGSTOP");
    try {
      await sleep(PAUSE - 2_000);
      expectNothingWrong(clients.look());
      await sleep(2_000);
      const { slowest, right, refused } = clients.look();
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
    expectNothingWrong(clients.look());
    // The same process: it was not taken for dead.
    expect(serverPid(data.path)).toBe(pid);
  }, 120_000);

  it(`serves them while ${FLOOD} connections, slow clients and half requests flood it`, async () => {
    clients.look();
    const { hostname, port } = new URL(url);
    const head = "POST /graphql HTTP/1.1\r\nHost: localhost\r\nContent-Type: application/json\r\n";
    const openings = [
      "",
      "POST /gra",
      head,
      `${head}Content-Length: 1000\r\n\r\n{"query":`,
      "\u0000\u0001garbage\r\n\r\n",
    ];
    const sockets: Socket[] = [];
    let closed = 0;
    for (let i = 0; i < FLOOD; i++) {
      const socket = connect(Number(port), hostname);
      socket.on("error", () => {});
      socket.on("close", () => closed++);
      socket.resume();
      socket.write(openings[i % openings.length]!);
      sockets.push(socket);
      if (i % 50 === 0) await sleep(10);
    }
    // Clients that ask for much and do not read it.
    const introspection = JSON.stringify({
      query: "{ __schema { types { name description fields { name description args { name } } } } }",
    });
    for (let i = 0; i < 20; i++) {
      const socket = connect(Number(port), hostname);
      socket.on("error", () => {});
      socket.pause();
      const length = Buffer.byteLength(introspection);
      socket.write(`${head}Content-Length: ${length}\r\n\r\n${introspection}`);
      sockets.push(socket);
    }
    // One byte at a time.
    const drip = setInterval(() => {
      for (const socket of sockets.slice(0, 100)) if (!socket.destroyed) socket.write("x");
    }, 500);
    await sleep(isShort ? 5_000 : 20_000);
    clearInterval(drip);
    const during = clients.look();
    expectNothingWrong(during);
    expect(during.right).toBeGreaterThan(0);
    expect(during.refused).not.toHaveProperty("DATABASE_UNAVAILABLE");
    expect(closed).toBeGreaterThan(0);
    // Half go by themselves; the server lets go of the others.
    for (const socket of sockets.slice(0, FLOOD / 2)) socket.destroy();
    if (!isShort) await waitFor("the flood let go", 120_000, () => closed >= FLOOD);
    for (const socket of sockets) socket.destroy();
    await sleep(1_000);
    expectNothingWrong(clients.look());
  }, 300_000);

  it("was alive all the time, holds no more than before, and has the same graph", async () => {
    expectNothingWrong(await clients.stop());
    clearInterval(watch);
    expect(deaths).toEqual([]);
    // Kept-alive connections end after 5 s.
    await sleep(8_000);
    const held = await served.held();
    expect(held.heapUsed).toBeLessThan(before.held.heapUsed * 1.2);
    expect(held.rss).toBeLessThan(RESIDENT);
    const count = (of: Held) => Object.values(of.resources).reduce((sum, n) => sum + n, 0);
    expect(count(held)).toBeLessThanOrEqual(Math.max(count(before.held) * 1.2, count(before.held) + 3));
    expect(await exported()).toBe(before.graph);
  }, 120_000);

  it("answers what is under way when it is told to stop, and ends in order", async () => {
    const agent = new Agent({ keepAlive: true });
    const ask = () => Promise.all(QUERIES.map((query) => post(url, query, agent, LIMIT)));
    await ask();
    const asked = ask();
    await sleep(50);
    served.child.kill("SIGTERM");
    expect((await asked).map(({ status }) => status)).toEqual(QUERIES.map(() => 200));
    expect(await served.ended).toBe(0);
    expect(served.stderr).not.toMatch(/uncaught|unhandled/);
  }, 60_000);
});
