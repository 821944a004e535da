import type { Claim } from "../../schema/index.js";
import { forgetSearched } from "../lexicon/together.js";
import type { SegmentedDocument } from "../types.js";
import { DETECTORS } from "./detectors.js";
import { FAMILIES } from "./families.js";
import { LINKERS } from "./linkers.js";
import { Reading } from "./reading.js";

const STEPS: readonly ((reading: Reading) => void)[] = [
  ...DETECTORS.map((detector) => {
    // Bound, since looking up a method of objects of many shapes takes longer than many a rule.
    const detect = detector.detect.bind(detector);
    return (reading: Reading) => reading.detect(detect);
  }),
  (reading) => reading.choose(),
  (reading) => reading.define(),
  (reading) => reading.choose(),
  (reading) => reading.defineMore(),
  (reading) => reading.choose(),
  (reading) => reading.resolve(),
  ...[...LINKERS, ...FAMILIES].map((rule) => {
    const run = rule.run.bind(rule);
    return (reading: Reading) => reading.apply(run);
  }),
];

/** The facts that a document states, in order and without repetition. Pure and deterministic. */
export function extract(document: SegmentedDocument): Claim[] {
  const { value: facts } = extractAll([document]).next() as { value: Claim[] | Error };
  if (facts instanceof Error) throw facts;
  return facts;
}

/**
 * The facts of each of several documents in turn, or the error that reading it ended with. Each is read for itself, but
 * step by step side by side: a rule's code stays in the processor's caches, which makes it half as fast again as one after
 * the other. Claims are made when they are asked for, so that those of one document alone need be kept.
 */
export function* extractAll(documents: readonly SegmentedDocument[]): Generator<Claim[] | Error> {
  const readings: (Reading | Error | undefined)[] = [];
  for (const document of documents) readings.push(attempt(begin, document));
  for (const step of STEPS)
    for (let i = 0; i < readings.length; i++) {
      const reading = readings[i]!;
      if (reading instanceof Error) continue;
      const failure = attempt(step, reading);
      if (failure instanceof Error) readings[i] = failure;
    }
  forgetSearched();
  for (let i = 0; i < readings.length; i++) {
    const reading = readings[i]!;
    readings[i] = undefined;
    yield reading instanceof Error ? reading : attempt(finish, reading);
  }
}

const begin = (document: SegmentedDocument): Reading => new Reading(document);
const finish = (reading: Reading): Claim[] => reading.finish();

function attempt<A, T>(task: (of: A) => T, of: A): T | Error {
  try {
    return task(of);
  } catch (error) {
    return error instanceof Error ? error : new Error(String(error));
  }
}
