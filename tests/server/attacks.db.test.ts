import { once } from "node:events";
import { mkdtempSync, readFileSync, rmSync, symlinkSync, writeFileSync } from "node:fs";
import { type AddressInfo, connect } from "node:net";
import { tmpdir } from "node:os";
import { join } from "node:path";
import express from "express";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { graphWriter } from "../../src/cli/graph-writer.js";
import { packageRoot } from "../../src/core/paths.js";
import type { Database } from "../../src/neo4j/index.js";
import { explorer } from "../../src/server/explorer.js";
import { type RunningServer, startServer } from "../../src/server/server.js";
import { readServerSettings } from "../../src/server/settings.js";
import { FIXTURE } from "../api/fixture.js";
import { writeFixture } from "../support/graph-fixture.js";
import { collectingLog } from "../support/log.js";
import { closeEmpty, emptyDatabase } from "../support/neo4j.js";

// What somebody without the token tries, who wants to change the graph or to read the machine's files.

const TOKEN = "correct-horse-battery";
const folder = mkdtempSync(join(tmpdir(), "zhitu-attacks-"));
let database: Database;
let loopback: RunningServer;
/** Lists of operations are taken, pages of other origins may ask, everybody reaches it. */
let wide: RunningServer;

beforeAll(async () => {
  database = await emptyDatabase();
  await writeFixture(database, FIXTURE);
  const writer = graphWriter(database, join(folder, "judgements.tsv"));
  const log = collectingLog([]);
  const start = (env: NodeJS.ProcessEnv) =>
    startServer({
      database,
      settings: readServerSettings({ PORT: "0", ZHITU_TOKEN: TOKEN, ...env }),
      writer,
      log,
    });
  loopback = await start({});
  wide = await start({ HOST: "0.0.0.0", ZHITU_MAX_BATCH: "10", ZHITU_CORS_ORIGINS: "*" });
});
afterAll(async () => {
  await loopback?.stop();
  await wide?.stop();
  await closeEmpty(database);
  rmSync(folder, { recursive: true });
});

/** Sends bytes as they are, and gives what comes back until the connection ends. */
function raw(server: RunningServer, text: string): Promise<string> {
  return new Promise((resolve, reject) => {
    const socket = connect(Number(new URL(server.url).port), "127.0.0.1");
    let received = "";
    socket.setEncoding("latin1").on("data", (chunk) => {
      received += chunk;
    });
    socket.setTimeout(60_000, () => socket.destroy(new Error("no end")));
    socket.on("error", reject);
    socket.on("close", () => resolve(received));
    socket.write(text);
  });
}

const get = (server: RunningServer, target: string, headers: Record<string, string> = {}) => {
  const all = { Host: "localhost", Connection: "close", ...headers };
  const head = Object.entries(all).map(([name, value]) => `${name}: ${value}\r\n`);
  return raw(server, `GET ${target} HTTP/1.1\r\n${head.join("")}\r\n`);
};

const post = (
  server: RunningServer,
  body: string,
  headers: Record<string, string> = {},
  target = "/graphql",
) => {
  const all = {
    Host: "localhost",
    Connection: "close",
    "Content-Type": "application/json",
    "Content-Length": String(Buffer.byteLength(body)),
    ...headers,
  };
  const head = Object.entries(all).map(([name, value]) => `${name}: ${value}\r\n`);
  return raw(server, `POST ${target} HTTP/1.1\r\n${head.join("")}\r\n${body}`);
};

const MUTATION = 'mutation M { unloadDocument(id: "one.md") { status change } }';
const BODY = JSON.stringify({ query: MUTATION });
const encoded = encodeURIComponent(MUTATION);

const WRITES: [string, (server: RunningServer) => Promise<string>][] = [
  ["plainly", (s) => post(s, BODY)],
  ["with GET", (s) => get(s, `/graphql?query=${encoded}`, { "Apollo-Require-Preflight": "1" })],
  [
    "with GET and a body",
    (s) =>
      raw(
        s,
        `GET /graphql?query=${encoded} HTTP/1.1\r\nHost: localhost\r\nConnection: close\r\nContent-Type: application/json\r\nContent-Length: ${BODY.length}\r\n\r\n${BODY}`,
      ),
  ],
  [
    "with HEAD",
    (s) =>
      raw(
        s,
        `HEAD /graphql?query=${encoded} HTTP/1.1\r\nHost: localhost\r\nApollo-Require-Preflight: 1\r\nConnection: close\r\n\r\n`,
      ),
  ],
  [
    "with another method",
    (s) =>
      raw(
        s,
        `PUT /graphql HTTP/1.1\r\nHost: localhost\r\nConnection: close\r\nContent-Type: application/json\r\nContent-Length: ${BODY.length}\r\n\r\n${BODY}`,
      ),
  ],
  [
    "with a method that a header names",
    (s) =>
      get(s, `/graphql?query=${encoded}`, {
        "X-HTTP-Method-Override": "POST",
        "Content-Type": "application/json",
      }),
  ],
  ["as a form", (s) => post(s, `query=${encoded}`, { "Content-Type": "application/x-www-form-urlencoded" })],
  ["as text", (s) => post(s, BODY, { "Content-Type": "text/plain" })],
  ["as text that is JSON too", (s) => post(s, BODY, { "Content-Type": "text/plain; application/json" })],
  [
    "as an upload",
    (s) =>
      post(s, `--x\r\nContent-Disposition: form-data; name="operations"\r\n\r\n${BODY}\r\n--x--\r\n`, {
        "Content-Type": "multipart/form-data; boundary=x",
      }),
  ],
  ["as GraphQL", (s) => post(s, MUTATION, { "Content-Type": "application/graphql" })],
  ["in a list", (s) => post(s, `[${BODY},${BODY}]`)],
  [
    "behind a query in the same document",
    (s) => post(s, JSON.stringify({ query: `query Q { __typename } ${MUTATION}`, operationName: "M" })),
  ],
  [
    "as a persisted query",
    (s) =>
      post(
        s,
        JSON.stringify({
          extensions: { persistedQuery: { version: 1, sha256Hash: "0".repeat(64) } },
          query: MUTATION,
        }),
      ),
  ],
  [
    "with a context in the extensions",
    (s) =>
      post(
        s,
        JSON.stringify({
          query: MUTATION,
          extensions: { mayWrite: true, contextValue: { mayWrite: true } },
          contextValue: { mayWrite: true },
          mayWrite: true,
        }),
      ),
  ],
  [
    "with keys of prototypes",
    (s) =>
      post(
        s,
        `{"query":${JSON.stringify(MUTATION)},"__proto__":{"mayWrite":true},"constructor":{"prototype":{"mayWrite":true}}}`,
      ),
  ],
  [
    "as somebody on the machine",
    (s) =>
      post(s, BODY, {
        "X-Forwarded-For": "127.0.0.1",
        "X-Real-IP": "127.0.0.1",
        Forwarded: "for=127.0.0.1;host=localhost",
        "X-Forwarded-Host": "localhost",
        "X-Forwarded-Proto": "https",
      }),
  ],
  ["under another path", (s) => post(s, BODY, {}, "/graphql/")],
  ["under a path that is encoded", (s) => post(s, BODY, {}, "/%67raphql")],
  ["with the whole address", (s) => post(s, BODY, {}, "http://localhost/graphql")],
  ["through an export", (s) => get(s, `/export/jsonl?query=${encoded}`)],
  [
    "through the filter of an export",
    (s) => get(s, `/export/jsonl?where=${encodeURIComponent(`{ name: { eq: "x" } } }) ${MUTATION} #`)}`),
  ],
  ["with an empty token", (s) => post(s, BODY, { Authorization: "Bearer " })],
  [
    "with another scheme",
    (s) => post(s, BODY, { Authorization: `Basic ${Buffer.from(`:${TOKEN}`).toString("base64")}` }),
  ],
  [
    "with the token in the address",
    (s) => post(s, BODY, {}, `/graphql?token=${TOKEN}&access_token=${TOKEN}`),
  ],
  [
    "with the token in a cookie",
    (s) => post(s, BODY, { Cookie: `token=${TOKEN}; Authorization=Bearer ${TOKEN}` }),
  ],
  [
    "with the beginning of the token",
    (s) => post(s, BODY, { Authorization: `Bearer ${TOKEN.slice(0, -1)}` }),
  ],
  [
    "behind another request (Content-Length and Transfer-Encoding)",
    (s) =>
      raw(
        s,
        `POST /graphql HTTP/1.1\r\nHost: localhost\r\nConnection: close\r\nContent-Type: application/json\r\nContent-Length: 4\r\nTransfer-Encoding: chunked\r\n\r\n${BODY.length.toString(16)}\r\n${BODY}\r\n0\r\n\r\n`,
      ),
  ],
];

describe("without the token nothing is written", () => {
  it.each(WRITES)("%s", async (_, attempt) => {
    const before = await documents();
    for (const server of [loopback, wide]) {
      const answer = await attempt(server);
      expect(answer).toMatch(/^HTTP\/1\.1 \d{3} /);
      expect(answer).not.toMatch(/WITHDRAWN|"status":"/);
      expect(answer).not.toContain(TOKEN);
    }
    expect(await documents()).toEqual(before);
  });

  it("and with it, it is", { timeout: 120_000 }, async () => {
    const answer = await post(loopback, JSON.stringify({ query: MUTATION.replace("one.md", "none.md") }), {
      Authorization: `Bearer ${TOKEN}`,
    });
    expect(answer).toContain('"unloadDocument"');
    expect(answer).not.toContain("UNAUTHENTICATED");
  });
});

const documents = async () =>
  (await database.read<{ id: string }>("MATCH (d:Document) RETURN d.id AS id ORDER BY id")).map(
    ({ id }) => id,
  );

/** Words of files that the server must not send. */
const SECRETS = [
  /root:[^\n]*:0:0:/,
  /"dependencies"/,
  /PRIVATE|shadow/,
  new RegExp(readFileSync(join(packageRoot, "LICENSE"), "utf8").trim().slice(0, 20)),
];

const UPS = [
  "../",
  "..%2f",
  "%2e%2e/",
  "%2e%2e%2f",
  "..%5c",
  "..\\",
  "....//",
  "%252e%252e%252f",
  "..%c0%af",
  "..;/",
];
const BASES = [
  "/",
  "/assets/",
  "/graphiql/",
  "/graphiql/react.js/",
  "/export/",
  "/health/",
  "//",
  "/./",
  "/%00/",
];
const TARGETS = ["package.json", "LICENSE", "etc/passwd"];

describe("no file of the machine is sent", () => {
  it("whatever the path", async () => {
    const paths = BASES.flatMap((base) =>
      UPS.flatMap((up) => [3, 12].flatMap((n) => TARGETS.map((target) => `${base}${up.repeat(n)}${target}`))),
    );
    paths.push(
      "/etc/passwd",
      "//etc/passwd",
      "///etc/passwd",
      "file:///etc/passwd",
      "/file:///etc/passwd",
      "/.env",
      "/.git/config",
      "/package.json",
      "/index.html/../../../package.json",
      "/index.html%00.js",
      "/%",
      "/%E0%A4%A",
      "/graphiql/%2e%2e/%2e%2e/package.json",
      "/assets%2f..%2f..%2f..%2fpackage.json",
      "/export/..%2f..%2fpackage.json",
      "/export/jsonl%00",
      "/export/__proto__",
      "/export/constructor",
    );
    let asked = 0;
    for (const path of paths) {
      const answer = await get(loopback, path);
      asked++;
      expect([path, answer]).toEqual([path, expect.stringMatching(/^HTTP\/1\.1 [234]\d\d /)]);
      for (const secret of SECRETS) expect([path, answer]).toEqual([path, expect.not.stringMatching(secret)]);
    }
    expect(asked).toBeGreaterThan(500);
  }, 300_000);

  it("nor what begins with a dot in the explorer's own folder", async () => {
    writeFileSync(join(folder, "index.html"), "<p>the page</p>");
    writeFileSync(join(folder, ".secret"), "PRIVATE");
    const server = express().use(explorer(folder)).listen(0, "127.0.0.1");
    await once(server, "listening");
    const url = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
    expect((await fetch(url)).status).toBe(200);
    for (const path of ["/.secret", "/%2esecret"]) expect((await fetch(url + path)).status).toBe(404);
    server.close();
  });
});

describe("links in the explorer's folder", () => {
  it("lead to nothing outside of it", async () => {
    const elsewhere = mkdtempSync(join(tmpdir(), "zhitu-elsewhere-"));
    const served = mkdtempSync(join(tmpdir(), "zhitu-served-"));
    writeFileSync(join(elsewhere, "secret.html"), "PRIVATE");
    writeFileSync(join(served, "index.html"), "<p>the page</p>");
    symlinkSync(join(elsewhere, "secret.html"), join(served, "file.html"));
    symlinkSync(join(elsewhere, "secret.html"), join(served, "index.html.br"));
    symlinkSync(elsewhere, join(served, "folder"));
    symlinkSync("index.html", join(served, "inside.html"));
    const server = express().use(explorer(served)).listen(0, "127.0.0.1");
    await once(server, "listening");
    const url = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
    const plain = { headers: { "accept-encoding": "identity" } };
    for (const path of ["/", "/index.html", "/inside.html"])
      expect(await (await fetch(url + path, plain)).text()).toBe("<p>the page</p>");
    for (const path of ["/file.html", "/file", "/folder/secret.html", "/folder/secret", "/index.html.br"]) {
      const response = await fetch(url + path, plain);
      expect([path, response.status]).toEqual([path, 404]);
      expect(await response.text()).not.toContain("PRIVATE");
    }
    const compressed = await fetch(`${url}/`, { headers: { "accept-encoding": "br" } });
    expect([compressed.status, await compressed.text()]).toEqual([
      404,
      expect.not.stringContaining("PRIVATE"),
    ]);
    server.close();
    for (const folder of [elsewhere, served]) rmSync(folder, { recursive: true });
  });
});

describe("a name of another site", () => {
  it.each([
    ["in Host", { Host: "evil.example" }],
    ["in Host, with ours in X-Forwarded-Host", { Host: "evil.example", "X-Forwarded-Host": "localhost" }],
    ["in Host, with ours before an @", { Host: "localhost@evil.example" }],
    ["in Host, with ours at its end", { Host: "evil.example:80:localhost" }],
    ["in Host, after a comma", { Host: "localhost, evil.example" }],
    ["none at all", { Host: "" }],
  ])("is refused: %s", async (_, headers) => {
    const answer = await get(loopback, "/health/live", headers);
    expect(answer).toMatch(/^HTTP\/1\.1 (421|400) /);
    expect(answer).not.toContain('"live"');
  });

  it("is refused when it hides in the address", async () => {
    const answer = await get(loopback, "http://localhost/health/live", { Host: "evil.example" });
    expect(answer).toMatch(/^HTTP\/1\.1 421 /);
  });
});
