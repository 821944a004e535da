import { once } from "node:events";
import { createServer, type IncomingHttpHeaders, type Server } from "node:http";
import type { AddressInfo } from "node:net";
import { afterEach, describe, expect, it, vi } from "vitest";
import { type RunningServer, startServer } from "../../src/server/server.js";
import { readServerSettings } from "../../src/server/settings.js";
import { collectingLog } from "../support/log.js";

const TOKEN = "a-token-of-the-tests";
const TRACE = "0af7651916cd43dd8448eb211c80319c";
const CALLER = "b7ad6b7169203331";

interface Attribute {
  key: string;
  value: { stringValue?: string; intValue?: number };
}
interface Span {
  name: string;
  traceId: string;
  spanId: string;
  parentSpanId?: string;
  kind: number;
  startTimeUnixNano: string;
  endTimeUnixNano: string;
  attributes: Attribute[];
  status: { code: number; message?: string };
}
interface Received {
  path: string;
  headers: IncomingHttpHeaders;
  body: string;
}

const open: { collector?: Server; server?: RunningServer } = {};
afterEach(async () => {
  vi.unstubAllEnvs();
  await open.server?.stop();
  open.collector?.closeAllConnections();
  open.collector?.close();
  delete open.server;
  delete open.collector;
});

/** An OTLP collector that keeps what it is sent. */
async function collector(): Promise<{ url: string; received: Received[] }> {
  const received: Received[] = [];
  open.collector = createServer(async (request, response) => {
    let body = "";
    for await (const chunk of request.setEncoding("utf8")) body += chunk;
    received.push({ path: request.url!, headers: request.headers, body });
    response.writeHead(200, { "content-type": "application/json" }).end("{}");
  }).listen(0, "127.0.0.1");
  await once(open.collector, "listening");
  return { url: `http://127.0.0.1:${(open.collector.address() as AddressInfo).port}`, received };
}

/** A server on a database that has one answer, or none. */
async function start(env: Record<string, string>, read = async () => [{ value: [7] }]): Promise<string> {
  for (const [name, value] of Object.entries(env)) vi.stubEnv(name, value);
  const settings = readServerSettings({ PORT: "0", ZHITU_TOKEN: TOKEN });
  const database = { read, readOnce: read } as never;
  open.server = await startServer({ database, settings, log: collectingLog([]) });
  return open.server.url;
}

const ask = (url: string, query: string, variables = {}) =>
  fetch(`${url}/graphql`, {
    method: "POST",
    headers: {
      "content-type": "application/json",
      authorization: `Bearer ${TOKEN}`,
      traceparent: `00-${TRACE}-${CALLER}-01`,
    },
    body: JSON.stringify({ query, variables }),
  });

const QUERY = "query Counts($secret: String!) { stats { documents } company(name: $secret) { id } }";

describe("traces", () => {
  it("reach a collector over OTLP/HTTP: the operation under its caller's span, the database below it, no secrets", async () => {
    const { url: endpoint, received } = await collector();
    const url = await start({
      OTEL_EXPORTER_OTLP_ENDPOINT: endpoint,
      OTEL_EXPORTER_OTLP_HEADERS: "x-tenant=one",
    });
    expect((await ask(url, "query Counts { stats { documents } }")).status).toBe(200);
    await ask(url, QUERY, { secret: "somebody-private" });
    // What is still to be sent is sent before the server ends.
    await open.server!.stop();
    delete open.server;
    expect(received.length).toBeGreaterThan(0);
    const [{ path, headers }] = received as [Received];
    expect(path).toBe("/v1/traces");
    expect(headers).toMatchObject({ "content-type": "application/json", "x-tenant": "one" });
    const all = received.flatMap(({ body }) => JSON.parse(body).resourceSpans);
    const [{ resource }] = all;
    expect(textOf(resource.attributes, "service.name")).toBe("zhitu");
    const spans: Span[] = all.flatMap((of) => of.scopeSpans).flatMap((of) => of.spans);
    const operation = spans.find(({ name }) => name === "query Counts")!;
    expect(operation).toMatchObject({ traceId: TRACE, parentSpanId: CALLER, kind: 2 });
    expect(textOf(operation.attributes, "graphql.operation.name")).toBe("Counts");
    expect(textOf(operation.attributes, "graphql.operation.type")).toBe("query");
    const below = spans.find(({ parentSpanId }) => parentSpanId === operation.spanId)!;
    expect(below).toMatchObject({ name: "neo4j", traceId: TRACE, kind: 3 });
    expect(BigInt(below.startTimeUnixNano)).toBeGreaterThanOrEqual(BigInt(operation.startTimeUnixNano));
    expect(BigInt(below.endTimeUnixNano)).toBeLessThanOrEqual(BigInt(operation.endTimeUnixNano));
    expect(received.map(({ body }) => body).join()).not.toMatch(/a-token|somebody-private|documents/);
  });

  it("say which operations failed, and bear the name that they are given", async () => {
    const { url: endpoint, received } = await collector();
    const url = await start(
      { OTEL_EXPORTER_OTLP_TRACES_ENDPOINT: `${endpoint}/here`, OTEL_SERVICE_NAME: "graph" },
      () => Promise.reject(new Error("in the database")),
    );
    await ask(url, "query Counts { stats { documents } }");
    await open.server!.stop();
    delete open.server;
    const [{ path, body }] = received as [Received];
    expect(path).toBe("/here");
    const [{ resource, scopeSpans }] = JSON.parse(body).resourceSpans;
    expect(textOf(resource.attributes, "service.name")).toBe("graph");
    const failed = scopeSpans[0].spans.find((span: Span) => span.name === "query Counts") as Span;
    expect(failed.status).toEqual({ code: 2, message: "INTERNAL_SERVER_ERROR" });
    expect(body).not.toContain("in the database");
  });

  it("keep nobody waiting where the collector is away", async () => {
    const { url: endpoint } = await collector();
    open.collector!.close();
    const url = await start({ OTEL_EXPORTER_OTLP_ENDPOINT: endpoint });
    expect(await (await ask(url, "{ stats { documents } }")).json()).toEqual({
      data: { stats: { documents: 7 } },
    });
    await open.server!.stop();
    delete open.server;
  });
});

const textOf = (attributes: Attribute[], key: string): string | undefined =>
  attributes.find((one) => one.key === key)?.value.stringValue;
