import { spawnSync } from "node:child_process";
import { readdirSync, statSync } from "node:fs";
import { join } from "node:path";
import { packageRoot } from "../../src/core/paths.js";

/** Builds dist/ when a source is newer, for tests that start the program as a process. */
export function ensureBuilt(): void {
  const sources = ["schema", "src", "loaders"].map((folder) => newest(join(packageRoot, folder), ".ts"));
  if (newest(join(packageRoot, "dist/src"), ".js") > Math.max(...sources)) return;
  // Types are another check's matter: the program is built in spite of them.
  spawnSync("npm", ["run", "--silent", "build"], { cwd: packageRoot, shell: process.platform === "win32" });
}

/** Builds dist/explorer when a source of the page is newer, for tests that open it. */
export function ensureExplorerBuilt(): void {
  ensureBuilt();
  const sources = [".ts", ".tsx", ".css", ".graphql"].map((extension) =>
    newest(join(packageRoot, "explorer/src"), extension),
  );
  if (newest(join(packageRoot, "dist/explorer"), ".html") > Math.max(...sources)) return;
  spawnSync("npm", ["run", "--silent", "explorer"], {
    cwd: packageRoot,
    shell: process.platform === "win32",
  });
}

function newest(folder: string, extension: string): number {
  let time = 0;
  try {
    for (const entry of readdirSync(folder, { recursive: true, encoding: "utf8" })) {
      if (entry.endsWith(extension)) time = Math.max(time, statSync(join(folder, entry)).mtimeMs);
    }
  } catch {
    // Nothing has been built yet.
  }
  return time;
}
