import type { EntityType } from "../../../schema/index.js";
import { allMatches } from "../../patterns/all-matches.js";
import { gated } from "../../patterns/gated.js";
import { isHeadOf, PLACES } from "../quantity/roles.js";
import type { About, DocEntity, Extraction, Mention } from "../types.js";

/** What a document can be about. */
export const MAIN: readonly EntityType[] = [
  "Company",
  "Zone",
  "County",
  "City",
  "Province",
  "Institution",
  "Platform",
];
/** Bodies whose own figures their news tell. */
const SOCIETY = gated(/(?:协会|促进会|商会|学会|联合会|联盟)$/);

/** Whom a document is about: the firm, zone or county that its title names first, else its place, else whom it names most. */
export function mainOf(x: Extraction, about: About): DocEntity | undefined {
  for (const block of x.blocks) {
    if (block.kind === "paragraph" || block.kind === "list-item" || block.kind === "table-row") break;
    if (block.kind !== "title") continue;
    const [first, ...others] = x.mentionsIn(block.start, block.end, [...PLACES, "Company", "Institution"]);
    if (first === undefined) continue;
    // 某协会三届理事会在某市召开: an association's own news.
    if (first.type === "Institution" && first.start === block.start && SOCIETY.test(first.entity.name))
      return first.entity;
    if (first.type === "Institution") continue;
    // 某市某县 is about 某县.
    const inner = others[0] !== undefined && isHeadOf(x, first, others[0]) ? others[0] : first;
    if (isStray(x, inner)) continue;
    const county = inner.type === "City" ? countyAfter(x, inner) : undefined;
    if (county !== undefined) return county;
    if (inner.type === "Company" || inner.type === "Zone" || inner.type === "County") return inner.entity;
  }
  return (
    dominantOf(x) ?? firmOfBrand(x) ?? about.portrayed ?? x.place ?? about.subjectAt(x.text.length, MAIN)
  );
}

/** 走近老字号“某某”: the firm that the text names first, where its title quotes part of its name. */
function firmOfBrand(x: Extraction): DocEntity | undefined {
  let first: Mention | undefined;
  for (const { kind, start, end } of x.blocks) {
    if (kind !== "title") continue;
    for (const [, brand] of allMatches(QUOTED, x.norm.slice(start, end))) {
      first ??= x.mentions.find(({ type }) => type === "Company");
      if (first?.entity.name.includes(brand!)) return first.entity;
    }
  }
  return undefined;
}
const QUOTED = /“([\u4e00-\u9fff]{2,6})”/g;

/** 走近龙江老字号: a county's short name that the text never gives again means something else. */
function isStray({ place }: Extraction, { type, surface, entity }: Mention): boolean {
  if (type !== "County" || surface === entity.name || place === entity) return false;
  return entity.mentions.every((mention) => mention.generic || mention.surface === surface);
}

/** 绍兴柯桥 without its 区: the county whose name goes on after that of its city. */
function countyAfter(x: Extraction, city: Mention): DocEntity | undefined {
  const rest = x.norm.slice(city.end, city.end + 8);
  return x.entities.find(
    (e) => e.type === "County" && e.name.length > 2 && rest.startsWith(e.name.replace(/[市县区]$/, "")),
  );
}

/** The one zone that a document names over and over, and its place hardly. */
function dominantOf(x: Extraction): DocEntity | undefined {
  let best: DocEntity | undefined;
  let second = 0;
  for (const entity of x.entities) {
    if (entity.type !== "Zone") continue;
    if (best === undefined || entity.mentions.length > best.mentions.length) {
      second = best?.mentions.length ?? 0;
      best = entity;
    } else second = Math.max(second, entity.mentions.length);
  }
  const n = best?.mentions.length ?? 0;
  return n >= 6 && n >= second * 1.5 && n >= 3 * (x.place?.mentions.length ?? 0) ? best : undefined;
}
