import type { Claim } from "../../schema/index.js";
import { searchTogether } from "../lexicon/together.js";
import type { Block, SegmentedDocument } from "../types.js";
import { choose } from "./choose.js";
import type { DocumentExtraction } from "./extraction.js";
import { finalize } from "./finalize.js";
import { definedNames } from "./names/definitions.js";
import { enumeratedNames } from "./names/enumerated.js";
import { speaksOfNames } from "./names/renaming-clues.js";
import { normalizeText } from "./normalize.js";
import { resolve } from "./resolve.js";
import { SpanFinder } from "./spans.js";
import type { Candidate, Linker, NameDetector, RuleFamily } from "./types.js";

/** How far one document has been read: names found, then chosen, then what is said of them. */
export class Reading {
  private readonly source: Parameters<NameDetector["detect"]>[0];
  private found: Candidate[] = [];
  private chosen: Candidate[] = [];
  /** Of how many candidates those were chosen. */
  private settled = 0;
  /** Whether the document was found to define names. */
  private defines = false;
  private x: DocumentExtraction | undefined = undefined;
  private readonly blocks: SpanFinder<Block>;

  constructor(document: SegmentedDocument) {
    const { blocks, sentences } = document;
    const { text } = document.document;
    this.source = { document: document.document, blocks, sentences, text, norm: normalizeText(text) };
    this.blocks = new SpanFinder(blocks);
    searchTogether(this.source.norm);
  }

  detect(detect: NameDetector["detect"]): void {
    this.add(detect(this.source));
  }

  /** Settles which of the candidates stand, if any have come since. */
  choose(): void {
    if (this.settled === this.found.length) return;
    this.settled = this.found.length;
    this.chosen = choose(this.found);
  }

  /** Adds the names that the document defines, by the chosen ones. */
  define(): void {
    this.add(definedNames(this.source, this.chosen));
    this.add(enumeratedNames(this.source, this.chosen));
    this.defines = this.found.length > this.settled;
  }

  /** Short names that the first round finds let a second one read what is said of them (甲材料 was once called 乙厂). */
  defineMore(): void {
    if (this.defines && speaksOfNames(this.source)) this.define();
  }

  resolve(): void {
    this.x = resolve(this.source, this.chosen);
    // Many documents are read side by side: what is no longer needed need not be kept for all of them.
    this.found = [];
    this.chosen = [];
  }

  apply(run: (Linker | RuleFamily)["run"]): void {
    run(this.x!);
  }

  finish(): Claim[] {
    return finalize(this.x!);
  }

  private add(candidates: readonly Candidate[]): void {
    for (const candidate of candidates) if (this.speaks(candidate)) this.found.push(candidate);
  }

  /** Whether a candidate stands where the text gives facts. */
  private speaks(candidate: Candidate): boolean {
    const { start, end } = candidate;
    const block = this.blocks.at(start);
    if (block === undefined || end > block.end) return false;
    if (block.kind !== "byline" && block.kind !== "boilerplate") return true;
    // A signature names who speaks: an authority alone on its line.
    return (
      candidate.type === "GovernmentBody" &&
      this.source.text.slice(block.start, block.end).trim().length <= end - start + 1
    );
  }
}
