import { mkdtempSync, readFileSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { graphWriter } from "../../src/cli/graph-writer.js";
import type { Database } from "../../src/neo4j/index.js";
import { type RunningServer, startServer } from "../../src/server/server.js";
import { readServerSettings } from "../../src/server/settings.js";
import { collectingLog } from "../support/log.js";
import { closeEmpty, emptyDatabase } from "../support/neo4j.js";

const TOKEN = "correct-horse-battery";
const folder = mkdtempSync(join(tmpdir(), "zhitu-writing-"));
const judgements = join(folder, "judgements.tsv");
let database: Database;
let open: RunningServer;
let closed: RunningServer;
let readOnly: RunningServer;
const logged: string[] = [];
const log = collectingLog(logged);

beforeAll(async () => {
  database = await emptyDatabase();
  const writer = graphWriter(database, judgements);
  const settings = readServerSettings({ PORT: "0", ZHITU_TOKEN: TOKEN });
  open = await startServer({ database, settings, writer, log });
  closed = await startServer({ database, settings, writer, readsNeedToken: true, log });
  readOnly = await startServer({ database, settings: readServerSettings({ PORT: "0" }), writer, log });
});
afterAll(async () => {
  for (const server of [open, closed, readOnly]) await server.stop();
  await closeEmpty(database);
  rmSync(folder, { recursive: true });
});

async function post(
  server: RunningServer,
  query: string,
  variables: object = {},
  token: string | null = TOKEN,
) {
  const response = await fetch(`${server.url}/graphql`, {
    method: "POST",
    headers: {
      "content-type": "application/json",
      ...(token === null ? {} : { authorization: `Bearer ${token}` }),
    },
    body: JSON.stringify({ query, variables }),
  });
  // biome-ignore lint/suspicious/noExplicitAny: answers are as free as questions are
  return { status: response.status, ...((await response.json()) as any) };
}

const LOAD = `mutation ($document: DocumentInput!, $wait: Boolean) { loadDocument(document: $document, wait: $wait) {
  id kind status change subject claims warnings error } }`;
const UNLOAD = `mutation ($id: ID!) { unloadDocument(id: $id) { status change } }`;
const DOCUMENT = {
  id: "digest.md",
  title: "质量文摘",
  date: "2020-06-05",
  text: "第三届中国质量奖揭晓，江洲甲装备股份有限公司获得第三届中国质量奖。",
};

// The first load has every statement of the loaders planned.
describe("writing", { timeout: 120_000 }, () => {
  it("is for holders of the token", async () => {
    for (const token of [null, "", "wrong", `${TOKEN}x`]) {
      const { data, errors } = await post(open, LOAD, { document: DOCUMENT }, token);
      expect(data).toBeNull();
      expect(errors[0]).toMatchObject({ path: ["loadDocument"], extensions: { code: "UNAUTHENTICATED" } });
      const { errors: hidden } = await post(open, "{ tasks { id } }", {}, token);
      expect(hidden[0].extensions.code).toBe("UNAUTHENTICATED");
    }
    const { errors } = await post(readOnly, LOAD, { document: DOCUMENT });
    expect(errors[0].extensions.code).toBe("WRITING_DISABLED");
    expect((await post(open, "{ stats { documents } }", {}, null)).data.stats.documents).toBe(0);
    expect(logged.join("\n")).not.toContain(TOKEN);
  });

  it("loads, replaces and withdraws a document", async () => {
    const first = await post(open, LOAD, { document: DOCUMENT });
    expect(first.data.loadDocument).toMatchObject({
      kind: "LOAD",
      status: "DONE",
      change: "ADDED",
      subject: "digest.md",
      error: null,
    });
    expect(first.data.loadDocument.claims).toBeGreaterThan(1);
    const again = await post(open, LOAD, { document: DOCUMENT });
    expect(again.data.loadDocument).toMatchObject({ status: "DONE", change: "UNCHANGED" });
    const asked = `{ document(id: "digest.md") { title date text } award(name: "中国质量奖") { winners { nodes { name } } } }`;
    const { document, award } = (await post(open, asked)).data;
    expect(document).toEqual({ title: "质量文摘", date: "2020-06-05", text: DOCUMENT.text });
    expect(award.winners.nodes).toEqual([{ name: "江洲甲装备股份有限公司" }]);
    const other = { ...DOCUMENT, text: DOCUMENT.text.replaceAll("江洲甲装备", "江洲乙机车"), format: "TEXT" };
    expect((await post(open, LOAD, { document: other })).data.loadDocument.change).toBe("REPLACED");
    expect((await post(open, asked)).data.award.winners.nodes).toEqual([{ name: "江洲乙机车股份有限公司" }]);
    expect((await post(open, UNLOAD, { id: "digest.md" })).data.unloadDocument).toEqual({
      status: "DONE",
      change: "WITHDRAWN",
    });
    const { data, errors } = await post(open, UNLOAD, { id: "digest.md" });
    expect(data).toBeNull();
    expect(errors[0].extensions.code).toBe("NOT_FOUND");
    expect((await post(open, "{ stats { documents entities } }")).data.stats).toEqual({
      documents: 0,
      entities: 0,
    });
  });

  it("tells how far a task is", async () => {
    const { data } = await post(open, LOAD, { document: { ...DOCUMENT, id: "later.md" }, wait: false });
    const { id, status } = data.loadDocument;
    expect(["WAITING", "RUNNING", "DONE"]).toContain(status);
    let task = { status };
    while (task.status !== "DONE") {
      expect(task.status).not.toBe("FAILED");
      ({ task } = (await post(open, `query ($id: ID!) { task(id: $id) { status change } }`, { id })).data);
    }
    expect(task).toMatchObject({ change: "ADDED" });
    expect((await post(open, `{ tasks(first: 1) { id kind } task(id: "none") { id } }`)).data).toEqual({
      tasks: [{ id, kind: "LOAD" }],
      task: null,
    });
  });

  it("notes judgements in the file and makes the graph follow them", async () => {
    const text = "江洲丙电缆有限公司位于江洲市。江洲丁陶瓷有限公司位于江洲市。";
    await post(open, LOAD, { document: { id: "two.md", text } });
    const companies = `{ companies(orderBy: [{ name: ASC }], where: { name: { contains: "有限公司" } }) { nodes { id name } } }`;
    const nodes: { id: string; name: string }[] = (await post(open, companies)).data.companies.nodes;
    const [a, b] = ["丙电缆", "丁陶瓷"].map((part) => nodes.find(({ name }) => name.includes(part))!.id);
    const judge = `mutation ($a: ID!, $b: ID!) { judge(verdict: SAME, a: $a, b: $b) { status error } }`;
    expect((await post(open, judge, { a, b })).data.judge).toEqual({ status: "DONE", error: null });
    expect(readFileSync(judgements, "utf8")).toContain("same\t");
    expect((await post(open, companies)).data.companies.nodes).toHaveLength(nodes.length - 1);
    const failed = (await post(open, judge, { a, b: "company:none" })).data.judge;
    expect(failed).toMatchObject({ status: "FAILED", error: expect.stringContaining("company:none") });
    const { errors } = await post(open, judge, { a, b: a });
    expect(errors[0].extensions.code).toBe("BAD_USER_INPUT");
  });

  it("refuses ids that are too long, by their length", async () => {
    const id = "x".repeat(10_000);
    const judge = 'mutation ($id: ID!) { judge(verdict: SAME, a: $id, b: "company:b") { status } }';
    for (const [query, variables] of [
      [LOAD, { document: { ...DOCUMENT, id } }],
      [UNLOAD, { id }],
      [judge, { id }],
    ] as const) {
      const { errors } = await post(open, query, variables);
      expect(errors[0]).toMatchObject({
        message: expect.stringMatching(/^"(?:id|a)" has 10000 characters; an id can have 2000\.$/),
        extensions: { code: "BAD_USER_INPUT", maximum: 2_000 },
      });
    }
    const longest = {
      ...DOCUMENT,
      id: "市".repeat(2_000),
      title: "题".repeat(20_000),
      url: "u".repeat(20_000),
    };
    expect((await post(open, LOAD, { document: longest })).data.loadDocument).toMatchObject({
      status: "DONE",
      error: null,
    });
    expect((await post(open, UNLOAD, { id: longest.id })).data.unloadDocument.status).toBe("DONE");
  });

  it("refuses what is no document, and mutations by GET", async () => {
    for (const document of [{ id: " ", text: "x" }, { id: "a", text: "" }, { id: "a" }, { text: "x" }]) {
      const { errors } = await post(open, LOAD, { document });
      expect(errors[0].extensions.code).toBe("BAD_USER_INPUT");
    }
    const query = encodeURIComponent(`mutation { unloadDocument(id: "two.md") { status } }`);
    const response = await fetch(`${open.url}/graphql?query=${query}`, {
      headers: { "apollo-require-preflight": "1", authorization: `Bearer ${TOKEN}` },
    });
    expect(response.status).toBe(405);
  });
});

describe("reading where it needs the token", () => {
  it("answers holders alone", async () => {
    const query = "{ stats { documents } }";
    expect((await post(closed, query)).data.stats).toEqual((await post(open, query)).data.stats);
    const { status, errors } = await post(closed, query, {}, "wrong");
    expect(status).toBe(401);
    expect(errors[0].extensions.code).toBe("UNAUTHENTICATED");
  });
});
