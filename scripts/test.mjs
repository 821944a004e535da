#!/usr/bin/env node
// Runs every check and ends with one line that counts the tests: types, lint, import directions, then vitest.
// `--long` runs the long suite instead (kills, soaks, large graphs); further arguments go to vitest.
import { spawnSync } from "node:child_process";
import { mkdtempSync, readFileSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";

const args = process.argv.slice(2);
const long = args.includes("--long");
const folder = mkdtempSync(join(tmpdir(), "zhitu-test-"));
const report = join(folder, "report.json");
const run = (command, ...rest) =>
  spawnSync(command, rest, { stdio: "inherit", shell: process.platform === "win32" }).status === 0;

const checks = long
  ? []
  : [
      ["types", () => run("npm", "run", "--silent", "typecheck")],
      ["lint", () => run("npm", "run", "--silent", "lint")],
      ["import directions", () => run("npm", "run", "--silent", "imports")],
    ];
let failed = 0;
for (const [name, check] of checks) {
  if (check()) continue;
  failed++;
  console.error(`check failed: ${name}`);
}

const reporters = ["--reporter=default", "--reporter=json", `--outputFile.json=${report}`];
const passing = run(
  "npx",
  "vitest",
  "run",
  ...reporters,
  ...args.filter((a) => a !== "--long"),
  ...(long ? ["--mode", "long"] : []),
);
let passed = checks.length - failed;
let skipped = 0;
try {
  const result = JSON.parse(readFileSync(report, "utf8"));
  passed += result.numPassedTests;
  failed += result.numFailedTests;
  skipped = result.numPendingTests + result.numTodoTests;
  // A file that fails before its first test, or an error outside of tests, counts as a failure too.
  if (!passing && result.numFailedTests === 0) failed++;
} catch {
  failed++;
}
rmSync(folder, { recursive: true, force: true });
console.log(`${passed} passed, ${failed} failed, ${skipped} skipped`);
process.exitCode = failed ? 1 : 0;
