import { homedir } from "node:os";
import { join, resolve } from "node:path";
import { describe, expect, it } from "vitest";
import { readSettings } from "../../src/core/config.js";

describe("settings", () => {
  it("are a managed server in the user's folders when nothing is set", () => {
    const settings = readSettings({});
    expect(settings).toMatchObject({
      connection: undefined,
      heap: "1g",
      pageCache: "512m",
      bootTimeout: 30_000,
    });
    expect(settings.cacheDir.startsWith(homedir())).toBe(true);
    expect(settings.cacheDir).not.toBe(settings.dataDir);
  });

  it.runIf(process.platform === "linux")("follow the XDG folders", () => {
    const { XDG_CACHE_HOME, XDG_DATA_HOME } = process.env;
    expect(readSettings({}).cacheDir).toBe(join(XDG_CACHE_HOME ?? join(homedir(), ".cache"), "zhitu"));
    expect(readSettings({}).dataDir).toBe(join(XDG_DATA_HOME ?? join(homedir(), ".local", "share"), "zhitu"));
  });

  it("take folders from the environment, relative ones from here", () => {
    const settings = readSettings({ ZHITU_CACHE_DIR: "jars", ZHITU_DATA_DIR: "/srv/zhitu" });
    expect(settings).toMatchObject({ cacheDir: resolve("jars"), dataDir: "/srv/zhitu" });
  });

  it("take somebody's server from NEO4J_URI and its companions", () => {
    expect(readSettings({ NEO4J_URI: "neo4j+s://host:7687" }).connection).toEqual({
      uri: "neo4j+s://host:7687",
      user: "neo4j",
      password: undefined,
      database: undefined,
    });
    expect(
      readSettings({ NEO4J_URI: "bolt://h", NEO4J_USER: "u", NEO4J_PASSWORD: "p", NEO4J_DATABASE: "d" })
        .connection,
    ).toEqual({ uri: "bolt://h", user: "u", password: "p", database: "d" });
    expect(readSettings({ NEO4J_URI: "" }).connection).toBeUndefined();
  });

  it("name the variable that is wrong", () => {
    expect(() => readSettings({ NEO4J_URI: "http://host" })).toThrow(
      /^NEO4J_URI is "http:\/\/host"; expected .*neo4j:/,
    );
    expect(() => readSettings({ NEO4J_URI: "host:7687" })).toThrow(/^NEO4J_URI is/);
    expect(() => readSettings({ ZHITU_NEO4J_HEAP: "lots" })).toThrow(/^ZHITU_NEO4J_HEAP is "lots"/);
    expect(() => readSettings({ ZHITU_BOOT_TIMEOUT: "0" })).toThrow(/^ZHITU_BOOT_TIMEOUT/);
  });
});
