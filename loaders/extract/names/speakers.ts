import { allMatches } from "../../patterns/all-matches.js";
import { firstFrom } from "../spans.js";
import type { DocEntity, Extraction, Mention, RuleFamily } from "../types.js";
import { genericMention } from "./generic-mention.js";

/** Who is asked in an interview begins the paragraph: 某某：, 某某答：, 某某（某公司总经理）：, 【答·某某】, [某某]. */
const LABEL = /^(?:（[^（）\n]{2,40}）)?(?:[答说]?：|[】\]])/;
const LABEL_ENDS = ["：", "】", "]"];
const OPENS_LABEL = /^[【[](?:答·?)?$/;
const WE = /我们(?:公司|企业|集团|厂)?|我司|我厂|咱们|咱(?=[厂公])/g;
const RULE = "name/speaker";

/** The mention of the firm for whom the speaker of an answer speaks, at its label; undefined for other paragraphs. */
export function speakersFirm(
  x: Extraction,
  { start, end }: { start: number; end: number },
): Mention | undefined {
  const [first, second] = x.mentionsIn(start, Math.min(end, start + 60));
  return first?.type === "Person" && second !== undefined && isLabel(second) ? second : undefined;
}

/** Whether a mention is that of the firm at the label of an answer. */
export const isLabel = ({ rule, surface }: Mention): boolean => rule === RULE && LABEL_ENDS.includes(surface);

/**
 * The firms for which those speak who answer in an interview: of what a paragraph that begins with the speaker's name says
 * without a subject, and of 我们. After the family that finds posts.
 */
export const speakers: RuleFamily = {
  id: "speakers",
  run(x) {
    const firms = employers(x);
    if (firms.size === 0) return;
    const added: Mention[] = [];
    for (const block of x.blocks) {
      if (block.kind !== "paragraph") continue;
      const first = x.mentions[firstFrom(x.mentions, block.start)];
      if (first === undefined || first.type !== "Person" || !isAtHead(x.norm, block.start, first.start))
        continue;
      const firm = firms.get(first.entity);
      const label = firm && LABEL.exec(x.norm.slice(first.end, Math.min(block.end, first.end + 48)));
      if (firm === undefined || label === null || label === undefined) continue;
      const colon = first.end + label[0].length - 1;
      added.push(genericMention(x, firm, colon, colon + 1, RULE));
      for (const { index, 0: said } of allMatches(WE, x.norm.slice(colon, block.end))) {
        const start = colon + index;
        const end = start + said.length;
        if (x.mentionsIn(start - 8, end + 8).every((m) => m.end <= start || m.start >= end))
          added.push(genericMention(x, firm, start, end, RULE));
      }
    }
    if (added.length > 0) x.addMentions(added);
  },
};

/** 🎤 某某：: nothing but signs before a name. */
const isAtHead = (norm: string, start: number, at: number): boolean =>
  at <= start + 2 ||
  (at <= start + 6 && (!WORD.test(norm.slice(start, at)) || OPENS_LABEL.test(norm.slice(start, at))));
const WORD = /[\p{L}\p{N}]/u;

/** The one firm of each person that has one alone, where none the one institution: not the association that a firm's head presides. */
function employers(x: Extraction): Map<DocEntity, DocEntity> {
  const found = new Map<DocEntity, DocEntity | undefined>();
  for (const { type, from, to } of x.relations) {
    if (type !== "HOLDS_POSITION" || (to.type !== "Company" && to.type !== "Institution")) continue;
    const known = found.get(from);
    if (known?.type === "Company" && to.type === "Institution") continue;
    const other =
      found.has(from) && known !== to && !(known?.type === "Institution" && to.type === "Company");
    found.set(from, other ? undefined : to);
  }
  const firms = new Map<DocEntity, DocEntity>();
  for (const [person, firm] of found) if (firm !== undefined) firms.set(person, firm);
  return firms;
}
