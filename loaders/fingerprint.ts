import { createHash, type Hash } from "node:crypto";
import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import type { SourceDocument } from "./types.js";

let own: string | undefined;

/**
 * Stands for the rules by which claims are made: a hash of the program's files in loaders/ and schema/, so that documents
 * are read anew after an update that changes what is found in them, and only then.
 */
export function rulesFingerprint(): string {
  if (own === undefined) {
    const root = fileURLToPath(new URL("..", import.meta.url));
    const hash = createHash("sha256");
    for (const folder of ["loaders", "schema"]) addFolder(hash, join(root, folder), folder);
    own = hash.digest("hex").slice(0, 16);
  }
  return own;
}

function addFolder(hash: Hash, folder: string, name: string): void {
  const entries = readdirSync(folder, { withFileTypes: true }).sort((a, b) => (a.name < b.name ? -1 : 1));
  for (const entry of entries) {
    const path = join(folder, entry.name);
    if (entry.isDirectory()) addFolder(hash, path, `${name}/${entry.name}`);
    else if (/\.[jt]s$/.test(entry.name)) hash.update(`${name}/${entry.name}\0`).update(readFileSync(path));
  }
}

/** Stands for what a document says, its front matter included. Where the file lies does not count. */
export function documentHash(document: SourceDocument): string {
  const { path: _, ...kept } = document;
  return createHash("sha256").update(JSON.stringify(kept)).digest("hex");
}

/** Stands for a document and the rules by which it is read: claims of one version are the same. */
export function documentVersion(document: SourceDocument): string {
  return createHash("sha256").update(rulesFingerprint()).update(documentHash(document)).digest("hex");
}
