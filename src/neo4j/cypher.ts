import { readFileSync } from "node:fs";
import { join } from "node:path";
import { packageRoot } from "../core/paths.js";

const statements = new Map<string, string>();

/**
 * The statement of `cypher/<name>.cypher`, for example `read/counts`, without its head comment, so that Neo4j's
 * plan cache sees the statement alone. Read once and kept.
 */
export function cypher(name: string): string {
  let statement = statements.get(name);
  if (statement === undefined) {
    const text = readFileSync(join(packageRoot, "cypher", `${name}.cypher`), "utf8");
    statement = text
      .replace(/^(\s*\/\/.*\n)+/, "")
      .trim()
      .replace(/;$/, "");
    statements.set(name, statement);
  }
  return statement;
}
