import type { Claim } from "../../schema/index.js";
import { searchTogether } from "../lexicon/together.js";
import type { Block, SegmentedDocument } from "../types.js";
import { choose } from "./choose.js";
import { DETECTORS } from "./detectors.js";
import { FAMILIES } from "./families.js";
import { finalize } from "./finalize.js";
import { LINKERS } from "./linkers.js";
import { definedNames, speaksOfNames } from "./names/definitions.js";
import { normalizeText } from "./normalize.js";
import { resolve } from "./resolve.js";
import { spanAt } from "./spans.js";
import type { Candidate } from "./types.js";

/** Blocks whose text gives no facts. */
const MUTE: readonly Block["kind"][] = ["byline", "boilerplate"];

/** The facts that a document states, in order and without repetition. Pure and deterministic. */
export function extract(document: SegmentedDocument): Claim[] {
  const text = document.document.text;
  const source = { ...document, text, norm: normalizeText(text) };
  searchTogether(source.norm);
  const speaks = (candidate: Candidate): boolean => {
    const block = spanAt(document.blocks, candidate.start);
    if (block === undefined || candidate.end > block.end) return false;
    // A signature names who speaks: an authority alone on its line.
    const signature =
      candidate.type === "GovernmentBody" &&
      text.slice(block.start, block.end).trim().length <= candidate.end - candidate.start + 1;
    return !MUTE.includes(block.kind) || signature;
  };
  let found = DETECTORS.flatMap((detector) => detector.detect(source)).filter(speaks);
  let chosen = choose(found, text.length);
  // Short names that the first round finds let a second one read what is said of them (甲材料 was once called 乙厂).
  for (let round = 0; round < 2; round++) {
    const defined = definedNames(source, chosen).filter(speaks);
    if (defined.length === 0) break;
    const last = !speaksOfNames(source);
    found = [...found, ...defined];
    chosen = choose(found, text.length);
    if (last) break;
  }
  const x = resolve(source, chosen);
  for (const linker of LINKERS) linker.run(x);
  for (const family of FAMILIES) family.run(x);
  return finalize(x);
}
