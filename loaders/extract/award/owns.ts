import type { DocEntity, Extraction, RuleFamily } from "../types.js";
import { Brackets } from "./brackets.js";
import type { RollLine } from "./roll.js";
import { makerBefore } from "./units.js";

const OWNERS = ["Company", "Institution", "Person"] as const;

/** OWNS of patents that tables and rolls give with their owners. */
export function reportOwners(x: Extraction, owns: RollLine["owns"]): void {
  for (const { owner, patent, start, end } of owns)
    if ((OWNERS as readonly string[]).includes(owner.type)) relate(x, owner, patent, start, end, "owns/list");
}

/** OWNS from prose: the last owner named before the patent in its sentence, else the sentence's or section's subject. */
export const owns: RuleFamily = {
  id: "owns",
  run(x) {
    const known = new Set(x.relations.filter((r) => r.type === "OWNS").map((r) => r.to));
    for (const mention of x.mentions) {
      if (mention.type !== "Patent" || known.has(mention.entity)) continue;
      const sentence = x.sentenceAt(mention.start);
      if (sentence === undefined || sentence.block.kind === "table-row") continue;
      const brackets = new Brackets(x.norm, sentence.start, mention.start);
      const before = x
        .mentionsIn(sentence.start, mention.start, OWNERS)
        .findLast((m) => !brackets.hold(m.start));
      const maker = makerBefore(x, mention, sentence.start);
      const owner = maker?.entity ?? before?.entity ?? x.subjectAt(mention.start, ["Company", "Institution"]);
      if (owner === undefined) continue;
      known.add(mention.entity);
      relate(
        x,
        owner,
        mention.entity,
        maker?.start ?? before?.start ?? mention.start,
        mention.end,
        "owns/prose",
      );
    }
  },
};

function relate(
  x: Extraction,
  from: DocEntity,
  to: DocEntity,
  start: number,
  end: number,
  rule: string,
): void {
  x.relate({ type: "OWNS", from, to, start, end, rule, confidence: 0.85 });
}
