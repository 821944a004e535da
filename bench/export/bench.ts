// npm run -s bench:export [-- --json] [-- --entities 100000 --documents 10000]: time and peak memory of every format.
import { spawn } from "node:child_process";
import { mkdtempSync, readdirSync, readFileSync, rmSync, statSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { parseArgs } from "node:util";
import { readSettings } from "../../src/core/config.js";
import { packageRoot } from "../../src/core/paths.js";
import { FORMATS } from "../../src/export/formats/formats.js";
import { openDatabase } from "../../src/neo4j/index.js";
import { ManagedServer } from "../../src/neo4j/server/managed-server.js";
import { superviseServer } from "../../src/neo4j/server/supervise.js";
import { writeGraph } from "./generate.js";

const { values } = parseArgs({
  options: {
    json: { type: "boolean", default: false },
    entities: { type: "string", default: "100000" },
    documents: { type: "string", default: "10000" },
  },
});
const say = (message: string): void => {
  process.stderr.write(`${message}\n`);
};
const scratch = mkdtempSync(join(tmpdir(), "zhitu-bench-"));
const settings = { ...readSettings(), dataDir: join(scratch, "data"), heap: "2g", pageCache: "1g" };
const server = new ManagedServer(settings, say);
const supervision = superviseServer(server, say);
try {
  const { uri, user, password } = await server.acquire();
  Object.assign(process.env, { NEO4J_URI: uri, NEO4J_USER: user, NEO4J_PASSWORD: password });
  const database = await openDatabase();
  say(`writing ${values.entities} entities`);
  await writeGraph(database, { entities: Number(values.entities), documents: Number(values.documents) });
  await database.close();
  const results = [];
  for (const { name } of FORMATS) {
    const result = { format: name, ...(await measure(name)) };
    results.push(result);
    say(`${name}: ${result.seconds} s, ${result.peakMemoryMb} MB of memory, ${result.sizeMb} MB written`);
  }
  if (values.json) process.stdout.write(`${JSON.stringify(results)}\n`);
  else
    for (const { format, seconds, peakMemoryMb, sizeMb } of results)
      process.stdout.write(
        `${format.padEnd(14)} ${String(seconds).padStart(7)} s ${String(peakMemoryMb).padStart(6)} MB peak ${String(sizeMb).padStart(7)} MB\n`,
      );
} finally {
  await supervision.end();
  rmSync(scratch, { recursive: true, force: true });
}

/** Runs the command line as users do, and watches its memory; 0 where the system does not tell. */
async function measure(format: string): Promise<{ seconds: number; peakMemoryMb: number; sizeMb: number }> {
  const out = join(scratch, `out-${format}`);
  const cli = join(packageRoot, "dist/src/cli/main.js");
  const start = performance.now();
  const child = spawn(process.execPath, [cli, "export", "--format", format, "--out", out], {
    stdio: ["ignore", "ignore", "inherit"],
  });
  let peak = 0;
  const timer = setInterval(() => {
    peak = Math.max(peak, peakOf(child.pid));
  }, 100);
  const code = await new Promise<number | null>((resolve) => child.on("close", resolve));
  clearInterval(timer);
  if (code !== 0) throw new Error(`zhitu export --format ${format} ended with ${code}`);
  const seconds = Math.round((performance.now() - start) / 100) / 10;
  const sizeMb = Math.round(sizeOf(out) / 1e5) / 10;
  rmSync(out, { recursive: true, force: true });
  return { seconds, peakMemoryMb: peak, sizeMb };
}

function peakOf(pid: number | undefined): number {
  try {
    const kilobytes = /VmHWM:\s*(\d+)/.exec(readFileSync(`/proc/${pid}/status`, "utf8"))?.[1];
    return Math.round(Number(kilobytes ?? 0) / 1024);
  } catch {
    return 0;
  }
}

function sizeOf(path: string): number {
  if (!statSync(path).isDirectory()) return statSync(path).size;
  return readdirSync(path).reduce((sum, name) => sum + statSync(join(path, name)).size, 0);
}
