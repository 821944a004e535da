import type { DocEntity, Extraction } from "../types.js";

const OFTEN = 4;
/** How many paragraphs tell of the firm before one tells of its surroundings. */
const ASIDE_AFTER = 3;
/** How a text speaks that is about a place. */
const OF_PLACE = ["全市", "我市", "全区", "我区", "全县", "我县", "全省", "我省"];

/**
 * The firm that a feature is about, where its title may not say so: the first that the text names, at least four times, more
 * than twice as often as any other and nearly as often as all of them together, in a text that speaks of no place as its own.
 */
export function portrayedFirm(x: Extraction): DocEntity | undefined {
  let first: DocEntity | undefined;
  let all = 0;
  let second = 0;
  for (const entity of x.entities) {
    if (entity.type !== "Company" || entity.mentions.length === 0) continue;
    if (first === undefined || entity.mentions[0]!.start < first.mentions[0]!.start) first = entity;
  }
  if (first === undefined) return undefined;
  for (const entity of x.entities) {
    if (entity.type !== "Company") continue;
    const named = timesNamed(entity);
    all += named;
    if (entity !== first && named > second) second = named;
  }
  const most = timesNamed(first);
  if (most < OFTEN || most <= second * 2 || most * 5 < all * 2) return undefined;
  if (x.blocks.some(({ kind }) => kind === "table-row" || kind === "roll-line")) return undefined;
  return isOfPlace(x) ? undefined : first;
}

/** Whether a text speaks of a place as its own, other than in one later paragraph about what surrounds the firm. */
export function isOfPlace({ blocks, norm }: Extraction): boolean {
  const spoken = OF_PLACE.flatMap((word) => {
    const first = norm.indexOf(word);
    return first < 0 ? [] : [first, norm.lastIndexOf(word)];
  });
  if (spoken.length === 0) return false;
  const from = Math.min(...spoken);
  const to = Math.max(...spoken);
  const paragraphs = blocks.filter(({ kind }) => kind === "paragraph");
  return paragraphs.findIndex(({ start, end }) => start <= from && to < end) < ASIDE_AFTER;
}

function timesNamed(entity: DocEntity): number {
  let n = 0;
  for (const mention of entity.mentions) if (!mention.generic) n++;
  return n;
}
