import { readdirSync } from "node:fs";
import { join } from "node:path";
import { packageRoot } from "../core/paths.js";

/** A step from one layout of the database to the next; running it twice does no harm. */
export interface Migration {
  version: number;
  /** For `cypher()`: `migrations/V0001__Create_version_constraint`. */
  name: string;
}

/** All migrations in order. Raises an error when the numbers are not 1, 2, 3 … */
export function listMigrations(): Migration[] {
  const files = readdirSync(join(packageRoot, "cypher", "migrations")).filter((file) =>
    file.endsWith(".cypher"),
  );
  const migrations = files.sort().map((file) => ({
    version: Number(/^V(\d{4})__\w+\.cypher$/.exec(file)?.[1]),
    name: `migrations/${file.slice(0, -".cypher".length)}`,
  }));
  migrations.forEach(({ version, name }, index) => {
    if (version !== index + 1)
      throw new Error(`cypher/${name}.cypher: expected V${index + 1} with four digits`);
  });
  return migrations;
}
