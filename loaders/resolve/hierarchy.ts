import { placeId } from "./designation.js";
import type { Gazetteer } from "./gazetteer.js";
import type { PlacePair, ResolvedEntity } from "./types.js";

/**
 * Which places an entity is part of and which are part of it, by the lexicon: of a county its city and its province, so
 * that either is found whether or not the other is in the graph.
 */
export function placePairs(gazetteer: Gazetteer, { id, properties }: ResolvedEntity): PlacePair[] {
  const { adcode } = properties;
  if (typeof adcode !== "string") return [];
  const pair = (inner: string, outer: string): PlacePair => ({
    inner,
    outer,
    id: `PART_OF:${inner}>${outer}`,
  });
  return [
    ...gazetteer.above(adcode).map((outer) => pair(id, placeId(gazetteer, outer))),
    ...gazetteer.within(adcode).map((inner) => pair(placeId(gazetteer, inner), id)),
  ];
}
