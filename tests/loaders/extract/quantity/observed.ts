import { extract } from "../../../../loaders/extract/extract.js";
import { segment } from "../../../../loaders/segment/segment.js";
import type { ObservationClaim } from "../../../../schema/index.js";

/** A document in canonical form whose figures are to be read; the date is what 今年 counts from. */
export interface Told {
  date?: string;
  title?: string;
}

/** The observations of a text, as claims. */
export function observations(text: string, { date, title }: Told = {}): ObservationClaim[] {
  const full = title === undefined ? text : `# ${title}\n${text}`;
  const document = {
    id: "test",
    title: title ?? null,
    url: null,
    date: date ?? null,
    publisher: null,
    place: null,
    licence: null,
    format: "text" as const,
    encoding: "utf-8",
    text: full,
    warnings: [],
  };
  const claims = extract(segment(document)).filter((claim) => claim.fact === "observation");
  for (const { evidence } of claims)
    if (full.slice(evidence.start, evidence.end) !== evidence.text)
      throw new Error(`evidence of ${evidence.text}`);
  return claims;
}

/** The observations in short: subject | indicator = comparator value unit period status, what is absent left out. */
export function observed(text: string, told: Told = {}): string[] {
  return observations(text, told).map((o) =>
    [
      `${o.subject.name} | ${o.indicator} =`,
      `${o.comparator ?? ""}${o.value}${o.unit}`,
      o.period,
      o.status === "TARGET" ? "TARGET" : undefined,
    ]
      .filter((part) => part !== undefined)
      .join(" "),
  );
}
