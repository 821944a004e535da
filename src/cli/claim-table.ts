import type { Claim } from "../../schema/index.js";

/** Claims for people: a line each, its columns padded. */
export function tableOf(claims: readonly Claim[], explain: boolean): string {
  const rows = claims.map((claim) => [
    ...cellsOf(claim),
    ...(explain ? [`${claim.rule} ${claim.confidence.toFixed(2)}`] : []),
  ]);
  const widths: number[] = [];
  for (const row of rows)
    row.forEach((cell, i) => {
      widths[i] = Math.max(widths[i] ?? 0, displayWidth(cell));
    });
  return rows
    .map(
      (row) =>
        `${row.map((cell, i) => (i === row.length - 1 ? cell : cell + " ".repeat(widths[i]! - displayWidth(cell)))).join("  ")}\n`,
    )
    .join("");
}

function cellsOf(claim: Claim): string[] {
  switch (claim.fact) {
    case "entity":
      return [claim.type, claim.name, claim.aliases.join("、"), `${claim.mentions}×`];
    case "relation": {
      const properties = [
        claim.year,
        claim.edition && `第${claim.edition}届`,
        claim.tier,
        claim.role,
        claim.title,
      ];
      return [claim.type, claim.from.name, claim.to.name, properties.filter(Boolean).join(" ")];
    }
    case "observation":
      return [
        "OBSERVATION",
        claim.subject.name,
        claim.indicator,
        `${claim.comparator ?? ""}${claim.value}${claim.unit} ${claim.period ?? ""} ${claim.status === "TARGET" ? "TARGET" : ""}`.trim(),
      ];
  }
}

/** Columns on a terminal: Han characters and full-width signs take two. */
function displayWidth(text: string): number {
  let width = 0;
  for (const ch of text) width += ch.codePointAt(0)! < 0x1100 ? 1 : 2;
  return width;
}
