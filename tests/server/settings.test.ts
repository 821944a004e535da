import { describe, expect, it } from "vitest";
import { DEFAULT_LIMITS } from "../../src/api/limits.js";
import { readServerSettings } from "../../src/server/settings.js";

describe("the server's settings", () => {
  it("have defaults; an empty variable counts as unset", () => {
    expect(readServerSettings({ PORT: "", HOST: "" })).toEqual({
      host: "127.0.0.1",
      port: 4000,
      timeout: 15_000,
      introspection: true,
      limits: DEFAULT_LIMITS,
      body: 256 * 1024,
      batch: 1,
      concurrency: 32,
      queue: 256,
      connections: 5_000,
      corsOrigins: [],
      allowedHosts: [],
      logLevel: "info",
      maximumExport: 10_000,
      token: undefined,
    });
  });

  it("come from the environment", () => {
    const settings = readServerSettings({ PORT: "0", ZHITU_MAX_COST: "5", ZHITU_INTROSPECTION: "false" });
    expect(settings).toMatchObject({ port: 0, introspection: false, limits: { cost: 5 } });
  });

  it.each([
    { PORT: "65536" },
    { PORT: "-1" },
    { PORT: "4000a" },
    { ZHITU_MAX_DEPTH: "0" },
    { ZHITU_QUERY_TIMEOUT: "soon" },
    { ZHITU_INTROSPECTION: "perhaps" },
    { ZHITU_MAX_PAGE_SIZE: "101" },
    { ZHITU_MAX_CONCURRENT: "0" },
    { ZHITU_CORS_ORIGINS: "example.org" },
    { ZHITU_CORS_ORIGINS: "https://example.org/path" },
    { ZHITU_LOG_LEVEL: "loud" },
  ])("name a bad variable: %j", (env) => {
    expect(() => readServerSettings(env)).toThrow(Object.keys(env)[0]);
  });

  it("do not repeat a bad token", () => {
    expect(() => readServerSettings({ ZHITU_TOKEN: "with a space" })).toThrow(
      /^(?!.*with a space).*ZHITU_TOKEN/,
    );
  });
});
