import { CharacterSet } from "../../patterns/character-set.js";
import { gated } from "../../patterns/gated.js";
import { toldOf } from "../names/told-of.js";
import type { DocEntity, Extraction } from "../types.js";
import { framesOf } from "./frames.js";

/** The one organization that a document tells of, so that its sentences may leave it out. */
export interface Topic {
  entity: DocEntity;
  /** Whether it is told entry by entry, each with its year (【2016年】获…), as chronicles are. */
  byYears: boolean;
}

/** How many entries make a chronicle. */
const ENTRIES = 3;
const YEAR_FIRST = gated(/^[【〔[（●■◆·•▲▶-]{0,2} ?(?:19|20)\d\d(?:年|[—–~至、 -])/);
const YEAR_SIGNS = new CharacterSet("12【〔[（●■◆·•▲▶-");

const topics = new WeakMap<Extraction, { topic: Topic | undefined }>();

/** What the document tells of, found once. */
export function topicOf(x: Extraction): Topic | undefined {
  let known = topics.get(x);
  if (known === undefined) {
    const entity = toldOf(x);
    known = { topic: entity === undefined ? undefined : { entity, byYears: isByYears(x) } };
    topics.set(x, known);
  }
  return known.topic;
}

/** Whether most paragraphs begin with a year or stand below one that stands alone. */
function isByYears(x: Extraction): boolean {
  const { blocks, norm } = x;
  const frames = framesOf(x);
  let entries = 0;
  let others = 0;
  for (let i = 1; i < blocks.length; i++) {
    const { kind, start, end } = blocks[i]!;
    if (kind === "title" || kind === "heading" || kind === "byline" || kind === "boilerplate") continue;
    if (
      frames[i] !== undefined ||
      (YEAR_SIGNS.has(norm.charCodeAt(start)) && YEAR_FIRST.test(norm, start, end))
    )
      entries++;
    else others++;
  }
  return entries >= ENTRIES && entries >= others;
}
