import { once } from "node:events";
import { request } from "node:http";
import { connect } from "node:net";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import type { Database } from "../../src/neo4j/index.js";
import { type RunningServer, startServer } from "../../src/server/server.js";
import { readServerSettings } from "../../src/server/settings.js";
import { FIXTURE } from "../api/fixture.js";
import { ensureExplorerBuilt } from "../support/build.js";
import { writeFixture } from "../support/graph-fixture.js";
import { collectingLog } from "../support/log.js";
import { closeEmpty, emptyDatabase } from "../support/neo4j.js";

let database: Database;
let server: RunningServer;
const logged: string[] = [];
const settings = readServerSettings({ PORT: "0" });
const log = collectingLog(logged);

beforeAll(async () => {
  ensureExplorerBuilt();
  database = await emptyDatabase();
  await writeFixture(database, FIXTURE);
  server = await startServer({ database, settings, log });
});
afterAll(async () => {
  await server.stop();
  await closeEmpty(database);
});

const post = (body: unknown, headers: Record<string, string> = {}) =>
  fetch(`${server.url}/graphql`, {
    method: "POST",
    headers: { "content-type": "application/json", ...headers },
    body: typeof body === "string" ? body : JSON.stringify(body),
  });

// biome-ignore lint/suspicious/noExplicitAny: bodies are as free as questions are
const json = async (response: Response): Promise<any> => response.json();

describe("POST /graphql", () => {
  it("answers with data, variables and operation names", async () => {
    const query = `query A { stats { documents } } query B($name: String!) { company(name: $name) { name } }`;
    const response = await post({ query, operationName: "B", variables: { name: "老甲厂" } });
    expect(response.status).toBe(200);
    expect(await response.json()).toEqual({ data: { company: { name: "甲装备股份有限公司" } } });
  });

  it.each([
    ["no operation has the name", { query: "query A { __typename }", operationName: "C" }],
    ["several have names and none is given", { query: "query A { __typename } query B { __typename }" }],
  ])("says so where %s", async (_, body) => {
    const response = await post(body);
    expect(response.status).toBe(400);
    const { errors } = await json(response);
    expect(errors[0].extensions.code).not.toBe("INTERNAL_SERVER_ERROR");
  });

  it("gives codes and no stack", async () => {
    const response = await post({ query: `{ county(name: "天河区") { id } stats { documents } }` });
    const { data, errors } = await json(response);
    expect(data).toEqual({ county: null, stats: { documents: 2 } });
    expect(errors).toHaveLength(1);
    expect(errors[0]).toMatchObject({ path: ["county"], extensions: { code: "AMBIGUOUS_NAME" } });
    expect(errors[0].extensions.stacktrace).toBeUndefined();
  });

  it.each([
    [{ query: "{" }, "GRAPHQL_PARSE_FAILED"],
    [{ query: "{ nothing }" }, "GRAPHQL_VALIDATION_FAILED"],
    [{ query: `{ companies(where: { nom: { eq: "a" } }) { totalCount } }` }, "GRAPHQL_VALIDATION_FAILED"],
    [
      {
        query: "query ($w: CompanyWhere) { companies(where: $w) { totalCount } }",
        variables: { w: { nom: 1 } },
      },
      "BAD_USER_INPUT",
    ],
    [{ query: "{ companies(first: 101) { totalCount nodes { id } } }" }, "BAD_PAGE_SIZE"],
    [{ query: `{ companies(after: "x") { nodes { id } } }` }, "BAD_CURSOR"],
    [{ query: `{ stats { ${"documents @include(if: true) ".repeat(51)} } }` }, "OPERATION_TOO_LARGE"],
    [
      { query: `{ stats { documents } ${"# ".repeat(10)}${"stats { documents } ".repeat(2000)} }` },
      "GRAPHQL_PARSE_FAILED",
    ],
  ])("refuses %j", async (body, code) => {
    const { errors } = await json(await post(body));
    expect(errors[0].extensions.code).toBe(code);
  });

  it("refuses what a browser could be tricked into, batches, large bodies and what is no JSON", async () => {
    const simple = await fetch(`${server.url}/graphql?query={stats{documents}}`);
    expect(simple.status).toBe(400);
    const form = await post("query={stats{documents}}", { "content-type": "text/plain" });
    expect(form.status).toBe(400);
    const batch = await post([{ query: "{ stats { documents } }" }]);
    expect(batch.status).toBe(400);
    const large = await post({ query: `{ stats { documents } } # ${"x".repeat(300_000)}` });
    expect(large.status).toBe(413);
    expect((await json(large)).errors[0].extensions.code).toBe("REQUEST_TOO_LARGE");
    const broken = await post("{");
    expect(broken.status).toBe(400);
    expect((await json(broken)).errors[0].extensions.code).toBe("BAD_REQUEST");
  });

  it("sends security headers and lets no other origin read", async () => {
    const response = await post({ query: "{ stats { documents } }" }, { origin: "https://example.org" });
    expect(response.headers.get("access-control-allow-origin")).toBeNull();
    expect(response.headers.get("x-content-type-options")).toBe("nosniff");
    expect(response.headers.get("content-security-policy")).toContain("default-src 'self'");
    expect(response.headers.get("x-powered-by")).toBeNull();
    for (const path of ["/", "/graphiql", "/graphql", "/health/live", "/nowhere"]) {
      const { headers } = await fetch(server.url + path);
      expect([path, headers.get("x-frame-options")]).toEqual([path, "DENY"]);
      expect(headers.get("content-security-policy")).toContain("frame-ancestors 'none'");
    }
  });

  it("tells the log, not the client, what went wrong inside", async () => {
    const fail = async () => Promise.reject(new Error("a secret of the database"));
    const failing = await startServer({
      database: { read: fail as never, readOnce: fail as never },
      settings,
      log,
    });
    try {
      const response = await fetch(`${failing.url}/graphql`, {
        method: "POST",
        headers: { "content-type": "application/json" },
        body: JSON.stringify({ query: "{ stats { documents } }" }),
      });
      const text = await response.text();
      expect(text).not.toContain("secret");
      expect(JSON.parse(text).errors[0].extensions).toEqual({ code: "INTERNAL_SERVER_ERROR" });
      expect(logged.join("\n")).toContain("a secret of the database");
      const ready = await fetch(`${failing.url}/health/ready`);
      expect(ready.status).toBe(503);
      expect((await fetch(`${failing.url}/health/live`)).status).toBe(200);
    } finally {
      await failing.stop();
    }
  });
});

describe("pages", () => {
  it("has the explorer, under a policy without inline code, and its files in compressed form", async () => {
    const response = await fetch(server.url);
    expect(response.headers.get("cache-control")).toBe("no-cache");
    const policy = response.headers.get("content-security-policy");
    expect(policy).toContain("default-src 'self'");
    expect(policy).not.toMatch(/unsafe|https?:/);
    const page = await response.text();
    expect(page).not.toMatch(/<script(?! [^>]*src="\/)|<style|style=|https?:\/\//);
    const [, script] = /<script [^>]*src="([^"]+)"/.exec(page)!;
    const asset = await fetch(server.url + script, { headers: { "accept-encoding": "br" } });
    expect(asset.headers.get("content-type")).toContain("javascript");
    expect(asset.headers.get("content-encoding")).toBe("br");
    expect(asset.headers.get("cache-control")).toContain("immutable");
    await asset.arrayBuffer();
  });

  it("has health, a page without scripts and GraphiQL without anything from the network", async () => {
    expect(await (await fetch(`${server.url}/health/live`)).json()).toEqual({ status: "live" });
    expect(await (await fetch(`${server.url}/health/ready`)).json()).toEqual({ status: "ready" });
    expect(await (await fetch(server.url)).text()).toContain('href="/graphiql"');
    const page = await (await fetch(`${server.url}/graphiql`)).text();
    const assets = [...page.matchAll(/(?:src|href)="([^"]+)"/g)].map((match) => match[1]!);
    expect(assets.length).toBeGreaterThan(4);
    for (const asset of assets) {
      expect(asset).toMatch(/^\/graphiql\//);
      const response = await fetch(server.url + asset);
      expect(response.status).toBe(200);
      await response.arrayBuffer();
    }
    expect(page).not.toMatch(/https?:\/\//);
    expect(await (await fetch(`${server.url}/graphiql/page.js`)).text()).toContain("query Winners");
  });

  it("has nothing else", async () => {
    for (const path of [
      "/package.json",
      "/graphiql/../../package.json",
      "/graphiql/%2e%2e/package.json",
      "/etc/passwd",
    ]) {
      const response = await fetch(server.url + path);
      expect(response.status).toBe(404);
      expect(response.headers.get("x-content-type-options")).toBe("nosniff");
      expect(response.headers.get("content-security-policy")).toContain("default-src 'self'");
      const { errors } = await json(response);
      expect(errors[0].extensions.code).toBe("NOT_FOUND");
      expect(errors[0].message).toMatch(/^There is nothing at \/.*: the explorer is at \//);
    }
  });

  it("says why an address is refused that is not encoded, and other requests that are none", async () => {
    const { port } = new URL(server.url);
    const answer = async (text: string): Promise<string> => {
      const socket = connect(Number(port), "127.0.0.1");
      socket.write(text);
      let received = "";
      for await (const chunk of socket) received += chunk;
      return received;
    };
    const unencoded = await answer("GET /export/csv?around=株洲 HTTP/1.1\r\nHost: localhost\r\n\r\n");
    expect(unencoded).toMatch(/^HTTP\/1\.1 400 Bad Request\r\n/);
    expect(unencoded).toContain("x-content-type-options: nosniff");
    expect(JSON.parse(unencoded.split("\r\n\r\n")[1]!).errors[0]).toMatchObject({
      message: expect.stringContaining("must be percent-encoded"),
      extensions: { code: "BAD_REQUEST" },
    });
    const headers = `GET / HTTP/1.1\r\nHost: localhost\r\nX: ${"a".repeat(100_000)}\r\n\r\n`;
    expect(await answer(headers)).toMatch(/^HTTP\/1\.1 431 .*headers are too large/s);
    expect(await answer("good morning\r\n\r\n")).toMatch(/^HTTP\/1\.1 400 .*no HTTP request/s);
  });
});

describe("start and stop", () => {
  it("says when the port is taken", async () => {
    const port = Number(new URL(server.url).port);
    await expect(startServer({ database, settings: { ...settings, port }, log })).rejects.toMatchObject({
      code: "PORT_TAKEN",
      message: expect.stringContaining(String(port)),
    });
  });

  it("lets requests under way end, refuses new ones, and does not wait for idle connections", async () => {
    let release = () => {};
    const held = new Promise<void>((resolve) => {
      release = resolve;
    });
    let asked = () => {};
    const isAsked = new Promise<void>((resolve) => {
      asked = resolve;
    });
    const read = async () => {
      asked();
      await held;
      return [{ value: [7] }];
    };
    const slow = await startServer({
      database: { read: read as never, readOnce: read as never },
      settings,
      log,
    });
    const { hostname, port } = new URL(slow.url);
    const idle = connect(Number(port), hostname);
    await once(idle, "connect");
    const outgoing = request(`${slow.url}/graphql`, {
      method: "POST",
      headers: { "content-type": "application/json" },
    });
    outgoing.end(JSON.stringify({ query: "{ stats { documents } }" }));
    await isAsked;
    const stopped = slow.stop();
    await expect(fetch(`${slow.url}/health/live`)).rejects.toThrow();
    release();
    const [response] = await once(outgoing, "response");
    expect(JSON.parse((await response.toArray()).join(""))).toEqual({ data: { stats: { documents: 7 } } });
    await stopped;
    idle.destroy();
  });
});
