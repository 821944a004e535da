import type { Claim } from "../../schema/index.js";
import { forgetSearched } from "../lexicon/together.js";
import type { SegmentedDocument } from "../types.js";
import { DETECTORS } from "./detectors.js";
import { FAMILIES } from "./families.js";
import { LINKERS } from "./linkers.js";
import { Reading } from "./reading.js";

const STEPS: readonly ((reading: Reading) => void)[] = [
  ...DETECTORS.map((detector) => (reading: Reading) => reading.detect(detector)),
  (reading) => reading.choose(),
  (reading) => reading.define(),
  (reading) => reading.resolve(),
  ...[...LINKERS, ...FAMILIES].map((rule) => (reading: Reading) => reading.apply(rule)),
];

/** The facts that a document states, in order and without repetition. Pure and deterministic. */
export function extract(document: SegmentedDocument): Claim[] {
  const [facts] = extractAll([document]);
  if (facts instanceof Error) throw facts;
  return facts!;
}

/**
 * The facts of each of several documents, or the error that reading it ended with. Each is read for itself, but step by
 * step side by side: a rule's code stays in the processor's caches, which makes it half as fast again as one after the other.
 */
export function extractAll(documents: readonly SegmentedDocument[]): (Claim[] | Error)[] {
  const readings = documents.map((document) => attempt(() => new Reading(document)));
  for (const step of STEPS)
    for (const [i, reading] of readings.entries())
      if (!(reading instanceof Error)) {
        const failure = attempt(() => step(reading));
        if (failure instanceof Error) readings[i] = failure;
      }
  forgetSearched();
  return readings.map((reading) => (reading instanceof Error ? reading : attempt(() => reading.finish())));
}

function attempt<T>(task: () => T): T | Error {
  try {
    return task();
  } catch (error) {
    return error instanceof Error ? error : new Error(String(error));
  }
}
