import type { Linker } from "../types.js";
import { placeContext } from "./place-context.js";

/** Says which place the document is about, and names it where only other names hold it (甲市市长质量奖, 甲市人民政府). */
export const linkPlace: Linker = {
  id: "link/place",
  run(x) {
    const { main, hits } = placeContext(x);
    if (main === undefined) return;
    const hit = hits.find(
      (h) => h.division === main && x.norm[h.start - 1] !== "（" && x.blockAt(h.start) !== undefined,
    );
    const at = hit && { start: hit.start, end: hit.end, rule: "name/place-in-name" };
    const entity = x.entity(main.type, main.name, at);
    entity.adcode ??= main.code;
    x.setPlace(entity);
  },
};
