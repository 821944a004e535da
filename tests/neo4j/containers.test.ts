import { existsSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, it } from "vitest";
import { parse } from "yaml";
import { packageRoot } from "../../src/core/paths.js";
import { NEO4J_VERSION } from "../../src/neo4j/server/jars.js";

const read = (file: string) => readFileSync(join(packageRoot, file), "utf8");

interface Service {
  image?: string;
  ports: string[];
  environment: Record<string, string>;
  command?: string[];
}

describe("compose.yaml and Dockerfile", () => {
  const { neo4j, zhitu } = parse(read("compose.yaml")).services as { neo4j: Service; zhitu: Service };

  it("run the release of Neo4j that the managed server runs", () => {
    const line = NEO4J_VERSION.split(".").slice(0, 2).join(".");
    expect(neo4j.image).toBe(`neo4j:${line}-community`);
    expect(read("docs/database.md")).toContain(`Neo4j Community ${NEO4J_VERSION}`);
  });

  it("publish ports on this machine alone and have no password of their own", () => {
    for (const port of [...neo4j.ports, ...zhitu.ports]) expect(port).toMatch(/^127\.0\.0\.1:/);
    expect(neo4j.environment.NEO4J_AUTH).toMatch(/^neo4j\/\$\{NEO4J_PASSWORD:\?/);
    expect(zhitu.environment.NEO4J_PASSWORD).toMatch(/^\$\{NEO4J_PASSWORD:\?/);
  });

  it("start the program that package.json names, on a Node that it allows", () => {
    const { bin, engines } = JSON.parse(read("package.json"));
    expect(read("Dockerfile")).toContain(`ln -s /zhitu/${bin.zhitu} `);
    expect(engines.node).toMatch(/^>=20\./);
    expect(read("Dockerfile").match(/^FROM \S+/gm)).toEqual(["FROM node:20-slim", "FROM node:20-slim"]);
    expect(existsSync(join(packageRoot, "package-lock.json"))).toBe(true);
  });
});
