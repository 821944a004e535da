import { once } from "node:events";
import { request } from "node:http";
import { connect } from "node:net";
import { setTimeout as sleep } from "node:timers/promises";
import { afterAll, afterEach, beforeAll, describe, expect, it } from "vitest";
import type { Database } from "../../src/neo4j/index.js";
import { type RunningServer, type ServerOptions, startServer } from "../../src/server/server.js";
import { readServerSettings } from "../../src/server/settings.js";
import { FIXTURE } from "../api/fixture.js";
import { writeFixture } from "../support/graph-fixture.js";
import { collectingLog } from "../support/log.js";
import { closeEmpty, emptyDatabase } from "../support/neo4j.js";

const TOKEN = "a-token-of-the-tests";
let database: Database;
let lines: string[];
const servers: RunningServer[] = [];

beforeAll(async () => {
  database = await emptyDatabase();
  await writeFixture(database, FIXTURE);
});
afterAll(() => closeEmpty(database));
afterEach(async () => {
  for (const server of servers.splice(0)) await server.stop();
});

async function start(env: NodeJS.ProcessEnv = {}, more: Partial<ServerOptions> = {}) {
  lines = [];
  const settings = readServerSettings({ PORT: "0", ...env });
  const server = await startServer({ database, settings, log: collectingLog(lines), ...more });
  servers.push(server);
  return server.url;
}

const post = (url: string, body: unknown, headers: Record<string, string> = {}) =>
  fetch(`${url}/graphql`, {
    method: "POST",
    headers: { "content-type": "application/json", ...headers },
    body: JSON.stringify(body),
  });
const STATS = { query: "query Stats { stats { documents } }" };
// biome-ignore lint/suspicious/noExplicitAny: bodies are as free as questions are
const json = async (response: Response): Promise<any> => response.json();
// biome-ignore lint/suspicious/noExplicitAny: lines are as free as what is logged
const logged = (): any[] => lines.map((line) => JSON.parse(line));

/** A database whose answers wait until they are let go. */
function held() {
  let letGo = () => {};
  const isHeld = new Promise<void>((resolve) => {
    letGo = resolve;
  });
  const read = async () => {
    await isHeld;
    return [{ value: [7] }];
  };
  return { database: { read: read as never, readOnce: read as never }, letGo };
}

describe("limits of requests", () => {
  it("are those of the environment: body, page, batch", async () => {
    const url = await start({ ZHITU_MAX_BODY: "1", ZHITU_MAX_PAGE_SIZE: "10", ZHITU_MAX_BATCH: "2" });
    expect((await post(url, { query: `{ stats { documents } } # ${"x".repeat(1_100)}` })).status).toBe(413);
    const { errors } = await json(await post(url, { query: "{ companies(first: 11) { totalCount } }" }));
    expect(errors[0]).toMatchObject({ extensions: { code: "BAD_PAGE_SIZE", maximum: 10 } });
    expect(await (await post(url, [STATS, STATS])).json()).toHaveLength(2);
    expect((await post(url, [STATS, STATS, STATS])).status).toBe(400);
  });

  it("let so many operations run and wait, and answer 503 with Retry-After beyond", async () => {
    const slow = held();
    const url = await start({ ZHITU_MAX_CONCURRENT: "1", ZHITU_MAX_QUEUE: "1" }, slow);
    const [first, second] = [post(url, STATS), post(url, STATS)];
    await expect.poll(() => metric(url, "zhitu_operations_waiting")).toBe(1);
    const third = await post(url, STATS);
    expect(third.status).toBe(503);
    expect(third.headers.get("retry-after")).toBe("2");
    expect((await json(third)).errors[0].extensions.code).toBe("OVERLOADED");
    slow.letGo();
    for (const response of [await first, await second]) {
      expect(await response.json()).toEqual({ data: { stats: { documents: 7 } } });
    }
    expect(await metric(url, 'zhitu_operations_total{type="query",code="OVERLOADED"}')).toBe(1);
  });

  it("take a place away from nobody when those who wait go", async () => {
    const slow = held();
    const url = await start({ ZHITU_MAX_CONCURRENT: "1", ZHITU_MAX_QUEUE: "1" }, slow);
    const first = post(url, STATS);
    await expect.poll(() => metric(url, "zhitu_operations_running")).toBe(1);
    for (let i = 0; i < 3; i++) {
      const gone = new AbortController();
      const waiting = fetch(`${url}/graphql`, {
        method: "POST",
        headers: { "content-type": "application/json" },
        body: JSON.stringify(STATS),
        signal: gone.signal,
      }).catch(() => {});
      await expect.poll(() => metric(url, "zhitu_operations_waiting")).toBe(1);
      gone.abort();
      await waiting;
      await expect.poll(() => metric(url, "zhitu_operations_waiting")).toBe(0);
    }
    slow.letGo();
    expect((await first).status).toBe(200);
  });
});

/** A figure of /metrics. */
async function metric(url: string, name: string, headers: Record<string, string> = {}): Promise<number> {
  const text = await (await fetch(`${url}/metrics`, { headers })).text();
  const line = text.split("\n").find((one) => one.startsWith(`${name} `));
  return Number(line?.slice(name.length) ?? Number.NaN);
}

describe("a client that goes away", () => {
  /** Statements that the database runs and that take their time. */
  const running = async () =>
    database.read<{ query: string }>(
      "SHOW TRANSACTIONS YIELD currentQuery AS query WHERE query CONTAINS 'range(1, 100000000)' AND NOT query STARTS WITH 'SHOW' RETURN query",
    );
  /** The database, where every statement takes a minute or so. */
  const endless = (): Partial<ServerOptions> => {
    const statement = "UNWIND range(1, 100000000) AS a UNWIND range(1, 100) AS b RETURN [count(*)] AS value";
    return {
      database: {
        readOnce: (_: string, __: unknown, options: object) => database.readOnce(statement, {}, options),
        read: (_: unknown, options: object) =>
          database.read((transaction) => transaction.run(statement).then((rows) => [rows, rows]), options),
      } as never,
    };
  };

  it.each([
    ["one statement", "{ stats { documents } }"],
    ["a transaction of several", '{ company(id: "x") { id } b: company(id: "y") { id } }'],
  ])("ends what it asked for in the database: %s", async (_, query) => {
    const url = await start({}, endless());
    const outgoing = request(`${url}/graphql`, {
      method: "POST",
      headers: { "content-type": "application/json" },
    });
    outgoing.on("error", () => {});
    outgoing.end(JSON.stringify({ query }));
    await expect.poll(running, { timeout: 10_000 }).toHaveLength(1);
    outgoing.destroy();
    await expect.poll(running, { timeout: 10_000 }).toHaveLength(0);
    await expect.poll(() => logged().at(-1)?.codes).toContain("CLIENT_GONE");
  });

  it("is told when the time is over", async () => {
    const url = await start({ ZHITU_QUERY_TIMEOUT: "1" }, endless());
    const begin = Date.now();
    const { errors } = await json(await post(url, STATS));
    expect(errors[0].extensions.code).toBe("QUERY_TIMEOUT");
    expect(Date.now() - begin).toBeLessThan(8_000);
    await expect.poll(running, { timeout: 10_000 }).toHaveLength(0);
    const grave = logged().filter(({ level }) => level >= 40);
    expect(grave).toMatchObject([{ level: 40, codes: ["QUERY_TIMEOUT"], msg: "not answered" }]);
  });
});

describe("other origins", () => {
  const preflight = (url: string, origin: string) =>
    fetch(`${url}/graphql`, {
      method: "OPTIONS",
      headers: {
        origin,
        "access-control-request-method": "POST",
        "access-control-request-headers": "content-type",
      },
    });

  it("may not ask unless they are named", async () => {
    const closed = await start();
    const refused = await preflight(closed, "https://example.org");
    expect(refused.headers.get("access-control-allow-origin")).toBeNull();
    const url = await start({ ZHITU_CORS_ORIGINS: "https://example.org, https://example.com" });
    const allowed = await preflight(url, "https://example.org");
    expect(allowed.status).toBe(204);
    expect(allowed.headers.get("access-control-allow-origin")).toBe("https://example.org");
    expect(
      (await preflight(url, "https://example.net")).headers.get("access-control-allow-origin"),
    ).toBeNull();
    const answer = await post(url, STATS, { origin: "https://example.com" });
    expect(answer.headers.get("access-control-allow-origin")).toBe("https://example.com");
    expect(answer.headers.get("x-content-type-options")).toBe("nosniff");
    expect((await json(answer)).data).toEqual({ stats: { documents: 2 } });
  });

  it("cannot ask under a name of their own that they let point here", async () => {
    const url = await start({ ZHITU_ALLOWED_HOSTS: "graph.example.org" });
    const ask = async (host: string) => {
      const outgoing = request(`${url}/health/live`, { headers: { host } });
      outgoing.end();
      const [response] = await once(outgoing, "response");
      response.resume();
      return response.statusCode;
    };
    for (const host of ["localhost:4000", "127.0.0.1", "[::1]:80", "graph.example.org", "LOCALHOST"]) {
      expect([host, await ask(host)]).toEqual([host, 200]);
    }
    for (const host of ["evil.example", "127.0.0.1.evil.example", "localhost.evil.example:4000"]) {
      expect([host, await ask(host)]).toEqual([host, 421]);
    }
  });
});

describe("the log and the metrics", () => {
  it("have a line for each operation, with ids and figures and nothing that the client sent but the name", async () => {
    const url = await start({ ZHITU_TOKEN: TOKEN });
    const query =
      'query Who($name: String!) { company(name: $name) { name } a: company(id: "in-the-text") { id } }';
    const body = { query, variables: { name: "a secret of the client" } };
    const response = await post(url, body, { authorization: `Bearer ${TOKEN}`, "x-request-id": "call-1" });
    expect(response.headers.get("x-request-id")).toBe("call-1");
    await post(url, { query: "{ nothing }" }, { "x-request-id": "two words" });
    await post(url, { query: "{" }, { authorization: "Bearer wrong-token" });
    const [first, second] = logged();
    expect(first).toMatchObject({
      id: "call-1",
      status: 200,
      operation: "Who",
      type: "query",
      statements: 2,
    });
    expect(first.ms).toBeGreaterThanOrEqual(first.databaseMs);
    expect(second).toMatchObject({ status: 400, codes: ["GRAPHQL_VALIDATION_FAILED"] });
    expect(second.id).toMatch(/^\w+-\w+$/);
    expect(lines.join("\n")).not.toMatch(/secret|in-the-text|a-token|wrong-token|nothing/);
    expect(await metric(url, 'zhitu_operations_total{type="query",code="OK"}')).toBe(1);
    expect(await metric(url, 'zhitu_operations_total{type="unknown",code="GRAPHQL_PARSE_FAILED"}')).toBe(1);
    expect(await metric(url, "zhitu_statements_total")).toBe(2);
    expect(await metric(url, "nodejs_eventloop_lag_seconds")).toBeGreaterThanOrEqual(0);
  });

  it("are for everybody on a loopback address, for holders of the token where others reach the server", async () => {
    const local = await start({ ZHITU_TOKEN: TOKEN });
    expect((await fetch(`${local}/metrics`)).status).toBe(200);
    const url = (await start({ HOST: "0.0.0.0", ZHITU_TOKEN: TOKEN })).replace("0.0.0.0", "127.0.0.1");
    expect((await fetch(`${url}/metrics`)).status).toBe(401);
    expect(await metric(url, "zhitu_operations_running")).toBeNaN();
    expect(await metric(url, "zhitu_operations_running", { authorization: `Bearer ${TOKEN}` })).toBe(0);
  });
});

describe("a client that sends slowly", () => {
  it("is let go of 15 s after its first byte, when its headers have not come", async () => {
    const url = new URL(await start());
    const socket = connect(Number(url.port), url.hostname);
    await once(socket, "connect");
    const begin = Date.now();
    socket.write("GET /health/live HTTP/1.1\r\nHost: localhost\r\n");
    let received = "";
    socket.setEncoding("latin1").on("data", (chunk) => {
      received += chunk;
    });
    await once(socket, "close");
    expect(received).toMatch(/^HTTP\/1\.1 408 /);
    expect(Date.now() - begin).toBeGreaterThan(14_000);
    expect(Date.now() - begin).toBeLessThan(18_500);
  }, 30_000);

  it("keeps nobody else waiting", async () => {
    const url = await start({ ZHITU_MAX_CONCURRENT: "1", ZHITU_MAX_QUEUE: "0" });
    const slow = request(`${url}/graphql`, {
      method: "POST",
      headers: { "content-type": "application/json", "content-length": "100" },
    });
    slow.on("error", () => {});
    slow.write('{"query":');
    await sleep(100);
    expect((await post(url, STATS)).status).toBe(200);
    slow.destroy();
  });
});
