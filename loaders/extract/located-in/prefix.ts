import type { EntityType } from "../../../schema/index.js";
import { cityOf, hitAt, ownCounties, type PlaceHit, placeContext } from "../names/place-context.js";
import { PLACE_NAMES } from "../names/place-lexicon.js";
import type { DocEntity, Extraction, Mention, RuleFamily } from "../types.js";

const BEARERS: readonly EntityType[] = ["Company", "Institution", "Zone", "Platform"];

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
      // A zone that only the name of its part gives: 甲经济技术开发区|乙工业园区.
      if (entity.mentions.length === 0 && entity.named !== undefined) {
        const hit = firstPlace(x, entity.named.start);
        if (entity.type === "Zone" && hit !== undefined && hit.end < entity.named.end) {
          const place = placeEntity(x, hit.division.type, hit.division.name, hit);
          place.adcode ??= hit.division.code;
          const { start, end } = x.sentenceAt(entity.named.start) ?? entity.named;
          x.relate({
            type: "LOCATED_IN",
            from: entity,
            to: place,
            start,
            end,
            rule: this.id,
            confidence: 0.8,
          });
        }
        continue;
      }
      for (const mention of entity.mentions) {
        if (mention.generic || mention.end - mention.start < 4) continue;
        const hit = firstPlace(x, mention.start) ?? ownPlace(entity, mention) ?? ownDistrict(entity, mention);
        if (hit === undefined || hit.end >= mention.end) continue;
        // 嵩山实验室 bears a mountain's name.
        if (hit.short && hit.division.type === "County" && x.norm.slice(hit.end, mention.end) === "实验室")
          continue;
        // 赤水河酒业 bears a river's name.
        if (hit.short && hit.division.type === "County" && /[河溪湖]/u.test(x.norm[hit.end] ?? "")) continue;
        // What a firm was once called places it in the document's city alone.
        if (mention.rule === "name/former" && cityOf(hit.division.code) !== context.city?.code) continue;
        // Districts go by their full names; a firm that shares two characters with one (惠济) is not thereby there.
        if (
          hit.short &&
          !(entity.type === "Zone" && cityOf(hit.division.code) === context.city?.code) &&
          hit.division.name.endsWith("区") &&
          hit.division.type === "County" &&
          !context.outright.has(hit.division.code)
        )
          continue;
        const sentence = x.sentenceAt(mention.start) ?? mention;
        // 甲市乙区…: the district as well as the city.
        const inner = hitAt(context, hit.end);
        const district =
          inner !== undefined && !inner.short && inner.end < mention.end && within(inner, hit) ? [inner] : [];
        for (const { division, ...at } of [hit, ...district]) {
          const place = placeEntity(x, division.type, division.name, at);
          place.adcode ??= division.code;
          x.relate({
            type: "LOCATED_IN",
            from: entity,
            to: place,
            start: sentence.start,
            end: sentence.end,
            rule: this.id,
            confidence: 0.9,
          });
        }
        entity.region ??= (district[0] ?? hit).division.code;
        break;
      }
    }

    /** 海门工业园区: a zone bears its district's name without 区. */
    function ownDistrict(entity: DocEntity, mention: Mention): PlaceHit | undefined {
      if (entity.type !== "Zone") return undefined;
      const division = ownCounties(context).find(
        (d) => d.name.length > 2 && d.name.endsWith("区") && mention.surface.startsWith(d.name.slice(0, -1)),
      );
      if (division === undefined) return undefined;
      return { start: mention.start, end: mention.start + division.name.length - 1, division, short: false };
    }

    /** 市计量所, once it is known whose: the place that begins its full name. */
    function ownPlace(entity: DocEntity, mention: Mention): PlaceHit | undefined {
      if (entity.type !== "Institution" || !/^[市县区]/u.test(mention.surface)) return undefined;
      const place = PLACE_NAMES.longestAt(entity.name, 0);
      const division = place?.value.divisions.find((d) => context.outright.has(d.code));
      return division === undefined || division.type === "Province"
        ? undefined
        : { start: mention.start, end: mention.start + 1, division, short: false };
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
      const first = hitAt(context, start) ?? ownCounty(y.norm, start);
      if (first === undefined) return undefined;
      if (first.division.type !== "Province") return first;
      // 福建德化…: the county of that province right after it; a city there says no more than a place elsewhere.
      let at = first.end;
      if (first.short && /[省市]/u.test(y.norm[at] ?? "")) at++;
      const next = hitAt(context, at);
      // A county's everyday name may be any word: it counts in a document of its city, or where it is named in full.
      return next !== undefined &&
        next.division.code.slice(0, 2) === first.division.code.slice(0, 2) &&
        (!next.short ||
          next.division.type !== "County" ||
          context.city === undefined ||
          context.outright.has(next.division.code) ||
          cityOf(next.division.code) === context.city.code)
        ? next
        : undefined;
    }
  },
};

/** Whether a place that follows another in a name lies in it. */
const within = (inner: PlaceHit, outer: PlaceHit): boolean =>
  inner.division.type === "County" &&
  (outer.division.type === "City" ? cityOf(inner.division.code) === outer.division.code : false);

/** The entity of a place that stands within a name. */
function placeEntity(
  x: Extraction,
  type: EntityType,
  name: string,
  at: { start: number; end: number },
): DocEntity {
  return x.entity(type, name, { start: at.start, end: at.end, rule: "name/place-in-name" });
}
