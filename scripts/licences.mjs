#!/usr/bin/env node
// Checks what package-lock.json installs: licences that go with Apache-2.0, engines that include the oldest Node we run
// on, packages that want to run a script when they are installed. `--list` prints every package with its licence.
import { readFileSync } from "node:fs";
import { join } from "node:path";
import { fileURLToPath } from "node:url";

const root = fileURLToPath(new URL("..", import.meta.url));
const ALLOWED = new Set([
  "0BSD",
  "Apache-2.0",
  "BSD-2-Clause",
  "BSD-3-Clause",
  "BlueOak-1.0.0",
  "CC-BY-4.0",
  "CC0-1.0",
  "ISC",
  "MIT",
  "MIT-0",
  "MPL-2.0",
  "Python-2.0",
  "Unlicense",
  "WTFPL",
  "Zlib",
]);
/** Packages whose licence is said in another way: looked up by hand. */
const KNOWN = { duck: "BSD-2-Clause" };
/** Packages whose licence is not among them and which no user installs, each with what we use it for. */
const DEVELOPMENT_ALONE = {
  "@apollo/federation-internals":
    "Elastic-2.0; part of @apollo/subgraph, which the tests check the subgraph's schema with",
};
/** Install scripts that nothing depends on: without them (npm ci --ignore-scripts) everything works. */
const HARMLESS_SCRIPTS = new Set(["@apollo/protobufjs", "fsevents"]);

const { packages } = JSON.parse(readFileSync(join(root, "package-lock.json"), "utf8"));
const own = JSON.parse(readFileSync(join(root, "package.json"), "utf8"));
const [, major, minor] = /(\d+)\.(\d+)/.exec(own.engines.node);
const oldest = [Number(major), Number(minor), 0];

const problems = [];
const rows = [];
for (const [path, entry] of Object.entries(packages)) {
  if (path === "" || entry.link) continue;
  const name = path.replace(/^.*node_modules\//, "");
  const licence = licenceOf(path, entry) ?? "unknown";
  rows.push(`${name}\t${entry.version}\t${licence}${entry.dev ? "\tdev" : ""}`);
  if (entry.dev && name in DEVELOPMENT_ALONE)
    console.error(`for development alone: ${name} ${entry.version}: ${DEVELOPMENT_ALONE[name]}`);
  else if (!isAllowed(licence)) problems.push(`${name} ${entry.version}: licence ${licence}`);
  const range = entry.engines?.node;
  if (range && !isSatisfied(range)) problems.push(`${name} ${entry.version}: needs Node ${range}`);
  if (entry.hasInstallScript && !HARMLESS_SCRIPTS.has(name))
    problems.push(`${name} ${entry.version}: runs a script when it is installed`);
}
if (process.argv.includes("--list")) console.log(rows.sort().join("\n"));
for (const problem of problems) console.error(problem);
console.error(`${rows.length} packages, ${problems.length} problems`);
process.exitCode = problems.length > 0 ? 1 : 0;

function licenceOf(path, { license }) {
  const name = path.replace(/^.*node_modules\//, "");
  if (KNOWN[name]) return KNOWN[name];
  if (license) return license;
  try {
    const { license: installed, licenses } = JSON.parse(
      readFileSync(join(root, path, "package.json"), "utf8"),
    );
    const given = installed ?? licenses?.[0];
    return typeof given === "string" ? given : given?.type;
  } catch {
    return undefined;
  }
}

/** An SPDX expression: one allowed part of an OR, all parts of an AND. */
function isAllowed(expression) {
  const text = expression.replace(/^\((.*)\)$/, "$1");
  if (/ OR /.test(text)) return text.split(" OR ").some((part) => isAllowed(part.trim()));
  if (/ AND /.test(text)) return text.split(" AND ").every((part) => isAllowed(part.trim()));
  return ALLOWED.has(text);
}

/** Whether a range of package.json's `engines` includes our oldest Node. */
function isSatisfied(range) {
  return range.split("||").some((alternative) =>
    alternative
      .trim()
      .replace(/([<>=^~]+)\s+/g, "$1")
      .split(/\s+/)
      .every(isMet),
  );
}

function isMet(condition) {
  const match = /^(>=|<=|>|<|\^|~|=)?v?(\d+|\*|x)(?:\.(\d+|x))?(?:\.(\d+|x))?/.exec(condition);
  if (!match) return condition === "" || condition === "*";
  const [, sign = "=", ...parts] = match;
  if (parts[0] === "*" || parts[0] === "x") return true;
  const numbers = parts.map((part) => Number(part) || 0);
  const order = compare(oldest, numbers);
  if (sign === ">=") return order >= 0;
  if (sign === ">") return order > 0;
  if (sign === "<") return order < 0;
  if (sign === "<=") return order <= 0;
  if (sign === "^") return order >= 0 && oldest[0] === numbers[0];
  if (sign === "~") return order >= 0 && oldest[0] === numbers[0] && oldest[1] === numbers[1];
  return oldest[0] === numbers[0] && (parts[1] === undefined || oldest[1] === numbers[1]);
}

function compare(a, b) {
  for (const [i, n] of a.entries()) if (n !== b[i]) return n - b[i];
  return 0;
}
