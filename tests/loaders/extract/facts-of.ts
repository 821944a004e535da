import { extract } from "../../../loaders/extract/extract.js";
import { segment } from "../../../loaders/segment/segment.js";
import type { Claim } from "../../../schema/index.js";

/** The facts of a text in short: `HOSTS 某公司 -> 某中心`, `Platform 某中心`; roles and years follow. */
export function factsOf(
  text: string,
  types: readonly string[],
  date: string | null = "2024-03-01",
): string[] {
  const document = {
    id: "test",
    title: null,
    url: null,
    date,
    publisher: null,
    place: null,
    licence: null,
    format: "text" as const,
    encoding: "utf-8",
    text: text.endsWith("\n") ? text : `${text}\n`,
    warnings: [],
  };
  const claims = extract(segment(document));
  for (const { evidence } of claims)
    if (document.text.slice(evidence.start, evidence.end) !== evidence.text)
      throw new Error(`evidence is not what stands at ${evidence.start}: ${evidence.text}`);
  return claims.filter((claim) => claim.fact !== "observation" && types.includes(claim.type)).map(short);
}

function short(claim: Claim): string {
  if (claim.fact === "entity") return `${claim.type} ${claim.name}`;
  if (claim.fact === "observation") return "";
  return [claim.type, claim.from.name, "->", claim.to.name, claim.role, claim.year]
    .filter((part) => part !== undefined)
    .join(" ");
}
