import { randomBytes } from "node:crypto";
import { existsSync, rmSync } from "node:fs";
import { join } from "node:path";
import { makeFolder } from "../../core/make-folder.js";
import { readIfThere, writeWhole } from "./files.js";
import type { Places } from "./places.js";
import type { Report } from "./report.js";

/**
 * Makes the folders and the password; sets right what an earlier life left half done: a store that was never ready
 * holds nothing and is begun anew; without its password, Neo4j's users are made anew and the graph is kept.
 * Returns the password.
 */
export function prepareStore(places: Places, report: Report): string {
  makeFolder(places.conf, 0o700);
  makeFolder(join(places.home, "logs"));
  if (existsSync(places.store) && !existsSync(places.created)) {
    report("an earlier start was broken off before the database was ready; starting anew");
    rmSync(places.store, { recursive: true, force: true });
  }
  const known = readIfThere(places.password)?.trim();
  if (known) return known;
  if (existsSync(places.store)) {
    report(`the password file ${places.password} is gone; making a new password`);
    for (const part of ["databases", "transactions"]) {
      rmSync(join(places.store, part, "system"), { recursive: true, force: true });
    }
  }
  const password = randomBytes(24).toString("base64url");
  writeWhole(places.password, `${password}\n`, 0o600);
  return password;
}
