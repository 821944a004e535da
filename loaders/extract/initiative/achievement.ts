import { isMute } from "../shape/clauses.js";
import type { DocEntity, RuleFamily } from "../types.js";

/**
 * Who did the work that won a prize: the firms and institutes named in the line or row of a prize list that names it
 * (某某关键技术——某公司、某大学). Runs after the prizes are known.
 */
export const achievement: RuleFamily = {
  id: "initiative/achievement",
  run(x) {
    const seen = new Set<DocEntity>();
    for (const { type, from } of [...x.relations]) {
      if (type !== "WON" || from.type !== "Initiative" || seen.has(from)) continue;
      seen.add(from);
      const at = from.mentions[0]?.start ?? from.named?.start;
      const block = at === undefined ? undefined : x.blockAt(at);
      if (at === undefined || block === undefined || isMute(block)) continue;
      const listed =
        block.kind === "table-row" || /^.{4,60}?(?:——|—|：|（)/u.test(x.norm.slice(at, block.end));
      if (!listed) continue;
      const start = block.kind === "table-row" ? block.start : at;
      for (const { entity } of x.mentionsIn(start, block.end, ["Company", "Institution"]))
        x.relate({
          type: "UNDERTAKES",
          from: entity,
          to: from,
          start: block.start,
          end: block.end,
          rule: "initiative/achievement",
          confidence: 0.85,
        });
    }
  },
};
