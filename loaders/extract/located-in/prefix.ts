import type { EntityType } from "../../../schema/index.js";
import { cityOf, type PlaceHit, placeContext } from "../names/place-context.js";
import { PLACE_NAMES } from "../names/place-lexicon.js";
import type { DocEntity, Extraction, RuleFamily } from "../types.js";

const BEARERS: readonly EntityType[] = ["Company", "Institution", "Zone"];

/**
 * A name that begins with a city's or county's name places its bearer there (兰州海默…, 昆明高新区); one that begins with
 * a province's and then a county's as well (福建德化…). Provinces alone and places elsewhere in a name do not count.
 */
export const locatedByPrefix: RuleFamily = {
  id: "located-in/prefix",
  run(x) {
    const context = placeContext(x);
    for (const entity of x.entities) {
      if (!BEARERS.includes(entity.type)) continue;
      for (const mention of entity.mentions) {
        if (mention.generic || mention.end - mention.start < 4) continue;
        const hit = firstPlace(x, mention.start);
        if (hit === undefined || hit.end >= mention.end) continue;
        // Districts go by their full names; a firm that shares two characters with one (惠济) is not thereby there.
        if (
          hit.short &&
          hit.division.name.endsWith("区") &&
          hit.division.type === "County" &&
          !context.outright.has(hit.division.code)
        )
          continue;
        const { division } = hit;
        const place = placeEntity(x, division.type, division.name, hit);
        place.adcode ??= division.code;
        const sentence = x.sentenceAt(mention.start) ?? mention;
        x.relate({
          type: "LOCATED_IN",
          from: entity,
          to: place,
          start: sentence.start,
          end: sentence.end,
          rule: this.id,
          confidence: 0.9,
        });
        entity.region ??= division.code;
        break;
      }
    }

    /** An everyday word that is a county's name too names the county at the head of a firm of its city. */
    function ownCounty(norm: string, start: number): PlaceHit | undefined {
      const place = PLACE_NAMES.longestAt(norm, start);
      const division = place?.value.divisions.find(
        (d) => d.type === "County" && !d.name.endsWith("区") && cityOf(d.code) === context.city?.code,
      );
      return place === undefined || division === undefined
        ? undefined
        : { start, end: place.end, division, short: true };
    }

    function firstPlace(y: Extraction, start: number) {
      const first = context.at.get(start) ?? ownCounty(y.norm, start);
      if (first === undefined) return undefined;
      if (first.division.type !== "Province") return first;
      // 福建德化…: the county of that province right after it; a city there says no more than a place elsewhere.
      let at = first.end;
      if (first.short && /[省市]/u.test(y.norm[at] ?? "")) at++;
      const next = context.at.get(at);
      return next !== undefined && next.division.code.slice(0, 2) === first.division.code.slice(0, 2)
        ? next
        : undefined;
    }
  },
};

/** The entity of a place that stands within a name. */
function placeEntity(
  x: Extraction,
  type: EntityType,
  name: string,
  at: { start: number; end: number },
): DocEntity {
  return x.entity(type, name, { start: at.start, end: at.end, rule: "name/place-in-name" });
}
