import type { Linker } from "../types.js";
import { ownCounties, placeContext } from "./place-context.js";

/** Which place the document is about: its city, or a county of it that heads the document and is named more. */
export const linkPlace: Linker = {
  id: "link/place",
  run(x) {
    const context = placeContext(x);
    const [county] = ownCounties(context);
    const { city } = context;
    let place = city ?? county;
    if (county !== undefined && city !== undefined) {
      const named = (code: string): number => context.hits.filter((hit) => hit.division.code === code).length;
      const spoken = county.name.endsWith("县")
        ? /全县|我县|县里|县域/u
        : county.name.endsWith("区")
          ? /全区|我区/u
          : /$^/u;
      const head = x.text.slice(0, 200);
      if (named(county.code) > named(city.code) && (spoken.test(x.norm) || head.includes(county.name)))
        place = county;
    }
    if (place === undefined) return;
    const entity = x.find(place.type, place.name) ?? x.entity(place.type, place.name);
    entity.adcode ??= place.code;
    x.setPlace(entity);
  },
};
