import { CharacterSet } from "../../patterns/character-set.js";
import { gated } from "../../patterns/gated.js";
import type { Block } from "../../types.js";
import type { DocEntity, Extraction, Mention } from "../types.js";
import { framesOf } from "./frames.js";
import { FIRMS, TOLD_OF } from "./introduced.js";

/** The one organization that a document tells of, so that its sentences may leave it out. */
export interface Topic {
  entity: DocEntity;
  /** Whether it is told entry by entry, each with its year (【2016年】获…), as chronicles are. */
  byYears: boolean;
}

/** How long a first line may be that is a title, though not known for one; how far behind the beginning of its paragraph a firm is introduced. */
const [LONGEST_TITLE, LABEL] = [50, 8];
/** How many characters a title has of a name that no rule has found in it: 三峡机床：五十年质量路. */
const CORE = 4;
/** How many of the first blocks may introduce a firm; how many entries make a chronicle. */
const [FIRST, ENTRIES] = [4, 3];
const YEAR_FIRST = gated(/^[【〔[（●■◆·•▲▶-]{0,2} ?(?:19|20)\d\d(?:年|[—–~至、 -])/);
const YEAR_SIGNS = new CharacterSet("12【〔[（●■◆·•▲▶-");
const ENDED = gated(/[。；，]$/);

const topics = new WeakMap<Extraction, { topic: Topic | undefined }>();

/** What the document tells of, found once. */
export function topicOf(x: Extraction): Topic | undefined {
  let known = topics.get(x);
  if (known === undefined) {
    const entity = titled(x) ?? introduced(x);
    known = { topic: entity === undefined ? undefined : { entity, byYears: isByYears(x) } };
    topics.set(x, known);
  }
  return known.topic;
}

/** The one organization that the title names; else the one of whose name the title has the beginning or core. */
function titled(x: Extraction): DocEntity | undefined {
  const [first] = x.blocks;
  if (first === undefined || !isTitle(x, first)) return undefined;
  const named = new Set<DocEntity>();
  for (const { entity } of x.mentionsIn(first.start, first.end, FIRMS)) named.add(entity);
  if (named.size > 0) return named.size === 1 ? [...named][0] : undefined;
  const core = x.norm.slice(first.start, Math.min(first.end, first.start + CORE));
  if (core.length < CORE || x.mentionsIn(first.start, first.start + CORE).length > 0) return undefined;
  for (const entity of x.entities)
    if (FIRMS.includes(entity.type) && entity.name.includes(core)) named.add(entity);
  return named.size === 1 ? [...named][0] : undefined;
}

const isTitle = ({ norm }: Extraction, { kind, start, end }: Block): boolean =>
  kind === "title" || (end - start <= LONGEST_TITLE && !ENDED.test(norm, start, end));

/** 某公司创建于1988年，…: the firm with which the text begins, named more often than any other. */
function introduced(x: Extraction): DocEntity | undefined {
  for (let i = 0; i < x.blocks.length && i < FIRST; i++) {
    const { kind, start, end } = x.blocks[i]!;
    if (kind !== "paragraph") continue;
    const first = x.mentionsIn(start, end, FIRMS)[0];
    if (first === undefined) continue;
    if (first.start > start + LABEL || !TOLD_OF.test(x.norm, first.end, end)) return undefined;
    return isNamedMost(x, first) ? first.entity : undefined;
  }
  return undefined;
}

function isNamedMost({ mentions }: Extraction, { entity, type }: Mention): boolean {
  const named = new Map<DocEntity, number>();
  for (const mention of mentions)
    if (mention.type === type && !mention.generic)
      named.set(mention.entity, (named.get(mention.entity) ?? 0) + 1);
  const own = named.get(entity) ?? 0;
  for (const [other, times] of named) if (other !== entity && times >= own) return false;
  return true;
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
