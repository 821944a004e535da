#!/usr/bin/env node
// Looks for known vulnerabilities of what is installed (npm audit). Fails from the level `high` on, unless a finding is
// explained in EXCEPTIONS; says plainly when the registry's endpoint did not answer, which is no result at all (exit 3).
import { spawnSync } from "node:child_process";

/** Advisories that do not concern us, by their GHSA id, each with the reason. */
const EXCEPTIONS = {};
const LEVELS = ["high", "critical"];
const NOT_RUN = 3;

const { stdout, stderr, error } = spawnSync("npm", ["audit", "--json"], {
  encoding: "utf8",
  timeout: 120_000,
  maxBuffer: 64 * 1024 * 1024,
  shell: process.platform === "win32",
});
let report;
try {
  report = JSON.parse(stdout);
} catch {
  report = undefined;
}
if (!report?.vulnerabilities) {
  const why =
    report?.message ?? report?.error?.summary ?? error?.message ?? stderr?.trim().split("\n").at(-1);
  console.log(`not run: the audit endpoint did not answer (${why || "no reason given"})`);
  process.exit(NOT_RUN);
}
const grave = [];
const explained = [];
for (const { name, severity, via } of Object.values(report.vulnerabilities)) {
  for (const advisory of via.filter((one) => typeof one === "object")) {
    const id = advisory.url?.split("/").at(-1) ?? String(advisory.source);
    if (!LEVELS.includes(advisory.severity ?? severity)) continue;
    const line = `${name}: ${advisory.title} (${advisory.severity}, ${id})`;
    if (id in EXCEPTIONS) explained.push(`${line}: ${EXCEPTIONS[id]}`);
    else grave.push(line);
  }
}
for (const line of explained) console.log(`explained: ${line}`);
for (const line of grave) console.log(`found: ${line}`);
const { dependencies } = report.metadata;
console.log(
  `${dependencies.total} dependencies: ${grave.length} grave findings, ${explained.length} explained`,
);
process.exitCode = grave.length > 0 ? 1 : 0;
