import { extract } from "../../../../loaders/extract/extract.js";
import { readBytes } from "../../../../loaders/read/read-document.js";
import { segment } from "../../../../loaders/segment/segment.js";
import type { Claim } from "../../../../schema/index.js";
import { DocumentError } from "../../../../src/core/errors.js";

/** The claims of a Markdown text of 5 March 2024. */
export async function claimsOf(text: string): Promise<Claim[]> {
  const page = `---\ndate: 2024-03-05\n---\n${text}`;
  const [document] = await readBytes(new TextEncoder().encode(page), "page.md", {});
  if (document === undefined || document instanceof DocumentError) throw document ?? new Error("no document");
  return extract(segment(document));
}

/** Who won what: `某公司 -> 某奖 2021 #7 NOMINATION`, sorted. */
export async function winsOf(text: string): Promise<string[]> {
  const wins: string[] = [];
  for (const claim of await claimsOf(text))
    if (claim.fact === "relation" && claim.type === "WON")
      wins.push(
        [
          claim.from.name,
          "->",
          claim.to.name,
          claim.year,
          claim.edition === undefined ? undefined : `#${claim.edition}`,
          claim.tier,
        ]
          .filter((part) => part !== undefined)
          .join(" "),
      );
  return wins.sort();
}
