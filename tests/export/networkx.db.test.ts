import { spawnSync } from "node:child_process";
import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { packageRoot } from "../../src/core/paths.js";
import type { Database } from "../../src/neo4j/index.js";
import { closeEmpty, emptyDatabase } from "../support/neo4j.js";
import { exportedText, writeExported } from "./graph.js";

const script = join(packageRoot, "tests/support/check-networkx.py");
const python = (...args: string[]) => spawnSync("python3", args, { encoding: "utf8" });
const isThere = python("-c", "import networkx").status === 0;
if (!isThere)
  console.warn(
    "skipped: python3 with networkx is not there, which opens GEXF and GraphML (pip install networkx)",
  );

const folder = mkdtempSync(join(tmpdir(), "zhitu-networkx-"));
let database: Database;
beforeAll(async () => {
  database = await emptyDatabase();
  await writeExported(database);
});
afterAll(async () => {
  await closeEmpty(database);
  rmSync(folder, { recursive: true, force: true });
});

describe.skipIf(!isThere)("networkx", () => {
  it.each(["gexf", "graphml"])(
    "opens %s with every node, every edge and typed attributes",
    async (format) => {
      const path = join(folder, `graph.${format}`);
      writeFileSync(path, await exportedText(database, format));
      const { status, stdout, stderr } = python(script, path);
      expect(stderr).toBe("");
      expect(status).toBe(0);
      const [counts] = await database.read<{ nodes: number; edges: number }>(
        "RETURN COUNT { (:Entity) } AS nodes, COUNT { (:Entity)-->(:Entity) } AS edges",
      );
      const { city, ...found } = JSON.parse(stdout);
      expect(found).toEqual({ ...counts, directed: true, years: [2012, 2015, 2018] });
      expect(city).toMatchObject({ label: "江洲市", entityType: "City", mentions: 1 });
      if (format === "gexf")
        expect(city.viz).toMatchObject({ size: 6, color: { r: 91, g: 110, b: 225 }, position: { z: 0 } });
    },
  );
});
