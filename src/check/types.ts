import type { Row } from "../neo4j/index.js";

/** A figure as one document states it. */
export interface Figure extends Row {
  /** Id and name of what it is about. */
  subject: string;
  name: string;
  /** Id of the observation. */
  id: string;
  indicator: string;
  value: number;
  unit: string;
  period: string | null;
  comparator: string;
  status: string;
  document: string;
  /** The document's date. */
  date: string | null;
  start: number;
  end: number;
  text: string;
}

export interface FindingEvidence {
  /** Id of the observation or relationship. */
  fact: string;
  document: string;
  start: number;
  end: number;
  text: string;
}

/**
 * Something about the loaded documents that people should know: `contradiction`, both cannot be; `probable`, both can
 * hardly be; `corroboration`, one bears the other out.
 */
export interface Finding {
  kind: "contradiction" | "probable" | "corroboration";
  /** `value`, `property`, `total`, `run` or `documents`. */
  rule: "value" | "property" | "total" | "run" | "documents";
  /** Ids of the entities that it is about. */
  subjects: string[];
  /** What the figures tell and of when; null where it is not about figures or they give none. */
  indicator: string | null;
  period: string | null;
  /** For people: what disagrees or agrees. */
  reason: string;
  /** All sides, each with the characters that state it. */
  evidence: FindingEvidence[];
}

export const evidenceOf = ({ id, document, start, end, text }: Figure): FindingEvidence => ({
  fact: id,
  document,
  start,
  end,
  text,
});

/** A figure as people write it: 国际标准 48项. */
export const shown = ({ indicator, comparator, value, unit }: Figure): string =>
  `${indicator} ${comparator === "=" ? "" : comparator}${value}${unit}`;
