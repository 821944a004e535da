#!/usr/bin/env node
// Writes a software bill of materials (CycloneDX JSON) of what runs in production: npm run sbom [-- FILE]; default sbom.json.
import { spawnSync } from "node:child_process";
import { writeFileSync } from "node:fs";

const file = process.argv[2] ?? "sbom.json";
const { status, stdout, stderr } = spawnSync(
  "npm",
  [
    "sbom",
    "--sbom-format",
    "cyclonedx",
    "--sbom-type",
    "application",
    "--omit",
    "dev",
    "--package-lock-only",
  ],
  { encoding: "utf8", maxBuffer: 64 * 1024 * 1024, shell: process.platform === "win32" },
);
if (status !== 0) {
  console.error(stderr.trim());
  process.exit(1);
}
const { components } = JSON.parse(stdout);
writeFileSync(file, stdout);
console.error(`${file}: ${components.length} components`);
