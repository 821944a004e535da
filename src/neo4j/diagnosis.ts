import { accessSync, constants, existsSync } from "node:fs";
import type { Settings } from "../core/config.js";
import { messageOf } from "../core/errors.js";
import { makeFolder } from "../core/make-folder.js";
import { cypher } from "./cypher.js";
import { openDatabase } from "./open-database.js";
import { explainFileError, requireSpace } from "./server/files.js";
import { jarsFolder, NEO4J_VERSION } from "./server/jars.js";
import { ManagedServer } from "./server/managed-server.js";
import { placesOf } from "./server/places.js";
import type { Report } from "./server/report.js";
import { findJava, findMaven } from "./server/tools.js";

/** One thing that was looked at. */
export interface Check {
  name: string;
  /** `broken`: needed and not there; `note`: worth knowing. */
  state: "ok" | "note" | "broken";
  found: string;
  /** What to do about it. */
  advice?: string;
  /** Figures, for programs. */
  counts?: Counts;
}

interface Counts extends Record<string, number> {
  documents: number;
  claims: number;
  entities: number;
  observations: number;
}

/**
 * Looks at everything the graph needs. A managed database that exists is started for the look (and stopped after it,
 * as always); nothing is fetched and no database is made.
 */
export async function diagnose(settings: Settings, report: Report): Promise<Check[]> {
  const checks: Check[] = [node()];
  if (settings.connection) {
    checks.push({ name: "server", state: "ok", found: `NEO4J_URI names ${settings.connection.uri}` });
    return [...checks, ...(await graph(settings, report))];
  }
  const fetched = existsSync(jarsFolder(settings));
  checks.push(
    await attempt("java", async () => {
      const { path, version } = await findJava();
      return `${version} (${path})`;
    }),
    await maven(fetched),
    cache(settings, fetched),
    await attempt("data", async () => writable(settings.dataDir, "ZHITU_DATA_DIR")),
  );
  if (checks.some(({ state }) => state === "broken")) return checks;
  const { running, uri, pid, kept, usedBy } = new ManagedServer(settings).status();
  const kind = kept ? "kept until zhitu db stop" : `used by ${usedBy.join(", ") || "nobody"}`;
  checks.push({
    name: "server",
    state: "ok",
    found: running ? `runs at ${uri} (process ${pid}, ${kind})` : "does not run; it starts when it is needed",
  });
  if (!fetched || !existsSync(placesOf(settings).created)) {
    const advice = "zhitu start, or zhitu load PATH";
    return [...checks, { name: "graph", state: "note", found: "there is no database yet", advice }];
  }
  return [...checks, ...(await graph(settings, report))];
}

function node(): Check {
  const [major = 0, minor = 0] = process.versions.node.split(".").map(Number);
  const good = major > 20 || (major === 20 && minor >= 19);
  const found = `${process.versions.node} (${process.execPath})`;
  return good
    ? { name: "node", state: "ok", found }
    : { name: "node", state: "broken", found, advice: "install Node 20.19 or later" };
}

/** Maven is needed only as long as Neo4j has not been fetched. */
async function maven(fetched: boolean): Promise<Check> {
  const check = await attempt("maven", async () => {
    const { path, version } = await findMaven();
    return `${version} (${path})`;
  });
  if (check.state === "ok" || !fetched) return check;
  return { name: "maven", state: "note", found: "not found; not needed, since Neo4j has been fetched" };
}

function cache(settings: Settings, fetched: boolean): Check {
  const found = fetched
    ? `Neo4j ${NEO4J_VERSION} is in ${settings.cacheDir}`
    : `Neo4j ${NEO4J_VERSION} is not in ${settings.cacheDir} yet`;
  return fetched
    ? { name: "cache", state: "ok", found }
    : {
        name: "cache",
        state: "note",
        found,
        advice: "the first zhitu start, load or db start fetches it (150 MB)",
      };
}

function writable(folder: string, variable: string): string {
  try {
    makeFolder(folder, 0o700);
    accessSync(folder, constants.W_OK);
  } catch (error) {
    throw explainFileError(error, folder, variable);
  }
  requireSpace(folder, variable);
  return folder;
}

async function attempt(name: string, look: () => Promise<string>): Promise<Check> {
  try {
    return { name, state: "ok", found: await look() };
  } catch (error) {
    const [found = "", ...advice] = messageOf(error).split("\n");
    return { name, state: "broken", found, ...(advice.length > 0 ? { advice: advice.join("\n") } : {}) };
  }
}

/** Whether the database answers, what is in it, and why that is nothing. */
async function graph(settings: Settings, report: Report): Promise<Check[]> {
  try {
    await using database = await openDatabase({ settings, report });
    const [counts] = await database.read<Counts>(cypher("read/counts"));
    if (!counts) throw new Error("the database gave no counts");
    return [{ name: "database", state: "ok", found: `answers at ${database.uri}` }, judge(counts)];
  } catch (error) {
    const advice = settings.connection
      ? "check NEO4J_URI, NEO4J_USER, NEO4J_PASSWORD, NEO4J_DATABASE, and that the server runs"
      : "zhitu db reset deletes the database and begins anew, if nothing else helps";
    return [{ name: "database", state: "broken", found: messageOf(error), advice }];
  }
}

function judge(counts: Counts): Check {
  const found = `${counts.documents} documents, ${counts.claims} claims, ${counts.entities} entities, ${counts.observations} observations`;
  const note = (advice: string): Check => ({ name: "graph", state: "note", found, advice, counts });
  if (counts.documents === 0) {
    return note(
      "empty, because no document is loaded: zhitu load PATH, or zhitu start, which loads the bundled corpus",
    );
  }
  if (counts.claims === 0) {
    return note(
      "empty, because no fact was found in the documents: zhitu extract FILE --format table shows what is read",
    );
  }
  if (counts.entities === 0) {
    return note("empty, because the last load was broken off: load the documents again, which completes it");
  }
  return { name: "graph", state: "ok", found, counts };
}
