import { spawn } from "node:child_process";
import { readFileSync } from "node:fs";
import { join } from "node:path";
import { packageRoot } from "../../src/core/paths.js";

/** What one run of `zhitu load` took. */
export interface Measured {
  seconds: number;
  /** Peak resident memory of the loader, in MB; 0 where the system does not tell. */
  peakMemory: number;
  documents: number;
  claims: number;
}

/** Runs the command line on a folder as users do, and watches its memory. */
export async function measureLoad(folder: string): Promise<Measured> {
  const cli = join(packageRoot, "dist/src/cli/main.js");
  const start = performance.now();
  const child = spawn("node", [cli, "load", folder, "--root", folder, "--json"], {
    stdio: ["ignore", "pipe", "ignore"],
  });
  let output = "";
  child.stdout.on("data", (chunk) => {
    output += chunk;
  });
  let peakMemory = 0;
  const timer = setInterval(() => {
    peakMemory = Math.max(peakMemory, peakOf(child.pid));
  }, 200);
  const code = await new Promise<number | null>((resolve) => child.on("close", resolve));
  clearInterval(timer);
  if (code !== 0) throw new Error(`zhitu load ${folder} ended with ${code}`);
  const { added, claims } = JSON.parse(output) as { added: string[]; claims: number };
  return { seconds: (performance.now() - start) / 1000, peakMemory, documents: added.length, claims };
}

function peakOf(pid: number | undefined): number {
  try {
    const kilobytes = /VmHWM:\s*(\d+)/.exec(readFileSync(`/proc/${pid}/status`, "utf8"))?.[1];
    return Math.round(Number(kilobytes ?? 0) / 1024);
  } catch {
    return 0;
  }
}
