import { once } from "node:events";
import { request } from "node:http";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import type { Database } from "../../src/neo4j/index.js";
import { type RunningServer, startServer } from "../../src/server/server.js";
import { readServerSettings } from "../../src/server/settings.js";
import { FIXTURE } from "../api/fixture.js";
import { writeFixture } from "../support/graph-fixture.js";
import { collectingLog } from "../support/log.js";
import { closeEmpty, emptyDatabase } from "../support/neo4j.js";

let database: Database;
let server: RunningServer;
const settings = readServerSettings({ PORT: "0", ZHITU_MAX_EXPORT: "10", ZHITU_TOKEN: "secret" });
const log = collectingLog([]);

beforeAll(async () => {
  database = await emptyDatabase();
  await writeFixture(database, FIXTURE);
  server = await startServer({ database, settings, log });
});
afterAll(async () => {
  await server.stop();
  await closeEmpty(database);
});

const get = (path: string) => fetch(`${server.url}/export/${path}`);

describe("GET /export/<format>", () => {
  it("gives a selection as a file to download, the same bytes each time", async () => {
    const path = `gexf?around=${encodeURIComponent("张三")}&depth=1`;
    const response = await get(path);
    expect(response.status).toBe(200);
    expect(response.headers.get("content-type")).toBe("application/gexf+xml; charset=utf-8");
    expect(response.headers.get("content-disposition")).toBe('attachment; filename="zhitu.gexf"');
    expect(response.headers.get("x-content-type-options")).toBe("nosniff");
    const text = await response.text();
    expect(text.match(/<node /g)).toHaveLength(3);
    expect(text.match(/<edge /g)).toHaveLength(2);
    expect(await (await get(path)).text()).toBe(text);
  });

  it("gives formats of several files as a ZIP archive", async () => {
    const response = await get("csv?types=Award");
    expect(response.headers.get("content-disposition")).toBe('attachment; filename="zhitu-csv.zip"');
    const bytes = Buffer.from(await response.arrayBuffer());
    expect(bytes.subarray(0, 4).toString("latin1")).toBe("PK\u0003\u0004");
    for (const name of ["nodes.csv", "edges.csv", "observations.csv", "evidence.csv", "documents.csv"])
      expect(bytes.includes(name)).toBe(true);
    const again = Buffer.from(await (await get("csv?types=Award")).arrayBuffer());
    expect(again.equals(bytes)).toBe(true);
  });

  it.each([
    ["xlsx", 404, /no export format "xlsx"; there are jsonl, csv, gexf/],
    ["gexf", 413, /more than 10 entities/],
    ["gexf?around=nobody", 404, /no entity has the id or name "nobody"/],
    ["gexf?types=Firm", 400, /no entity type "Firm"/],
    ["gexf?around=a&depth=x", 400, /depth is "x"/],
    ["gexf?where=%7B", 400, /where is no filter/],
    ["gexf?limit=3", 400, /no parameter "limit"; there are around, depth, types, where/],
  ])("refuses %s with %i", async (path, status, message) => {
    const response = await get(path);
    expect(response.status).toBe(status);
    const { errors } = (await response.json()) as { errors: { message: string }[] };
    expect(errors[0]?.message).toMatch(message);
    expect(response.headers.get("content-disposition")).toBeNull();
  });

  it("is no work that a page of another site can have done in passing; a link to it is one", async () => {
    const ask = async (site: string, destination: string) => {
      const headers = { "sec-fetch-site": site, "sec-fetch-dest": destination, "sec-fetch-mode": "no-cors" };
      const path = `${server.url}/export/gexf?types=Award`;
      // fetch() keeps these headers for itself.
      const outgoing = request(path, { headers });
      outgoing.end();
      const [response] = await once(outgoing, "response");
      response.resume();
      return response.statusCode;
    };
    for (const destination of ["image", "script", "iframe", "empty"]) {
      expect([destination, await ask("cross-site", destination)]).toEqual([destination, 403]);
      expect([destination, await ask("same-site", destination)]).toEqual([destination, 403]);
    }
    expect(await ask("cross-site", "document")).toBe(200);
    expect(await ask("same-origin", "empty")).toBe(200);
    expect(await ask("none", "document")).toBe(200);
  });

  it("needs the token where reading does", async () => {
    const closed = await startServer({ database, settings, log, readsNeedToken: true });
    const url = `${closed.url}/export/jsonl?types=Award`;
    expect((await fetch(url)).status).toBe(401);
    const headers = { authorization: "Bearer secret" };
    expect((await fetch(url, { headers })).status).toBe(200);
    await closed.stop();
  });
});
