import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { readSettings } from "../../src/core/config.js";
import { ManagedServer } from "../../src/neo4j/server/managed-server.js";
import { superviseServer } from "../../src/neo4j/server/supervise.js";

/**
 * One Neo4j for all database tests of a run, with a data folder of its own; the jars come from the user's cache. Tests,
 * and the programs that they start, find it through NEO4J_URI. A NEO4J_URI that is set already is never used: tests
 * empty the graph.
 */
export default async function setup(): Promise<() => Promise<void>> {
  const report = (message: string) => console.error(`database for tests: ${message}`);
  const dataDir = mkdtempSync(join(tmpdir(), "zhitu-test-"));
  const server = new ManagedServer({ ...readSettings(), dataDir, heap: "768m", pageCache: "128m" }, report);
  const supervision = superviseServer(server, report);
  const { uri, user, password } = await server.acquire();
  Object.assign(process.env, { NEO4J_URI: uri, NEO4J_USER: user, NEO4J_PASSWORD: password });
  return async () => {
    await supervision.end();
    rmSync(dataDir, { recursive: true, force: true });
  };
}
