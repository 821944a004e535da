import { SURNAMES } from "../../lexicon/surnames.js";
import { allMatches } from "../../patterns/all-matches.js";
import { CharacterSet } from "../../patterns/character-set.js";
import { gated } from "../../patterns/gated.js";
import type { Block } from "../../types.js";
import { oncePer } from "../once.js";
import { firstFrom } from "../spans.js";
import type { DocEntity, Extraction, Mention, RuleFamily } from "../types.js";
import { genericMention } from "./generic-mention.js";

/** Who is asked in an interview begins the paragraph: 某某：, 某某答：, 某某（某公司总经理）：, 【答·某某】, [某某], 答（某某）：. */
const LABEL = /^(?:（[^（）\n]{2,40}）)?(?:[答说]?：|[】\]〕]|）：)/;
const LABEL_ENDS = new CharacterSet("：】]〕 　|｜│/／>＞▶›”」』—-");
/** 林：, 林总：, 林局长：: who has been named in full speaks on under the surname. */
const INITIAL = gated(
  /^(?:总|董|工|老|[局处科厂院校所会行站部社市县区]长|主任|书记|经理|总监|总工|董事长|总经理|秘书长|教授|博士|师傅|老师)?：/,
);
const SURNAME = new CharacterSet([...SURNAMES].join(""));
/** 林宏远　, 林宏远｜, 「林宏远」: labels where the name returns so. */
const SIGN = gated(/^(?:[ 　|｜│/／>＞▶›”」』]|—{1,2}|--)/);
/** All of a heading that is a speaker's name: 林宏远, ### 林宏远（某公司总经理）. */
const ALONE = gated(/^(?:（[^（）\n]{2,40}）)?(?:[答说]?：?|[】\]」』〕])$/);
/** [15:21] 某某：, [15:21 某某]: when it was said. */
const CLOCK = gated(/^[[【(（]\d{1,2}:\d\d(?::\d\d)?[\]】)）]? ?/);
const SPOKEN = gated(/[。？！]”?$/);
const OPENS_LABEL = /^(?:[【[〔](?:答·?)?|答（)$/;
/** How long a line may be that is but a speaker. */
const LONGEST_LABEL = 30;
const WE = /我们(?:公司|企业|集团|厂)?|我司|我厂|咱们|咱(?=[厂公])/g;
const RULE = "name/speaker";

/** Who speaks in a paragraph, by the label at its head, and where the label ends. */
export interface Speaker {
  person: DocEntity;
  /** Where the name at the head of the paragraph begins and ends. */
  start: number;
  name: number;
  end: number;
}

/** Who speaks in a paragraph of an interview; undefined for other paragraphs. */
export const speakerOf = (x: Extraction, block: Block): Speaker | undefined => labelled(x).get(block);

/** The mention of the firm for whom the speaker of an answer speaks, at its label; undefined for other paragraphs. */
export function speakersFirm(
  x: Extraction,
  { start, end }: { start: number; end: number },
): Mention | undefined {
  const [first, second] = x.mentionsIn(start, Math.min(end, start + 60));
  return first?.type === "Person" && second !== undefined && isLabel(second) ? second : undefined;
}

/** Whether a mention is that of the firm at the label of an answer. */
export const isLabel = ({ rule, surface }: Mention): boolean =>
  rule === RULE && surface.length === 1 && LABEL_ENDS.has(surface.charCodeAt(0));

/**
 * The firms for which those speak who answer in an interview: of what a paragraph that begins with the speaker's name says
 * without a subject, and of 我们. After the family that finds posts.
 */
export const speakers: RuleFamily = {
  id: "speakers",
  run(x) {
    const said = labelled(x);
    if (said.size === 0) return;
    const firms = employers(x);
    const added: Mention[] = [];
    for (const [block, { person, start, name, end }] of said) {
      if (name > start && x.mentionsIn(start, name, ["Person"]).length === 0)
        added.push(genericMention(x, person, start, name, RULE));
      const firm = firms.get(person);
      if (firm === undefined) continue;
      const colon = Math.max(start, end - 1);
      if (end > name) added.push(genericMention(x, firm, colon, end, RULE));
      for (const { index, 0: we } of allMatches(WE, x.norm.slice(colon, block.end))) {
        const from = colon + index;
        const to = from + we.length;
        if (x.mentionsIn(from - 8, to + 8).every((m) => m.end <= from || m.start >= to))
          added.push(genericMention(x, firm, from, to, RULE));
      }
    }
    if (added.length > 0) x.addMentions(added);
  },
};

/** The paragraphs that begin with a speaker's label, in order. */
const labelled = oncePer((x): Map<Block, Speaker> => {
  const found = new Map<Block, Speaker>();
  if (x.mentions.every(({ type }) => type !== "Person")) return found;
  const signed = new Map<DocEntity, [Block, Speaker][]>();
  let above: DocEntity | undefined;
  for (const block of x.blocks) {
    const alone = block.kind === "heading" || block.end - block.start <= LONGEST_LABEL;
    if (block.kind === "heading") above = personAlone(x, block);
    else if (alone && CLOCK.test(x.norm, block.start, block.end)) above = personAlone(x, block) ?? above;
    if (block.kind !== "paragraph" && block.kind !== "list-item") continue;
    const first = x.mentions[firstFrom(x.mentions, block.start)];
    if (first?.type === "Person" && isAtHead(x.norm, block.start, first.start)) {
      const { entity: person, start, end: name } = first;
      const label = LABEL.exec(x.norm.slice(name, Math.min(block.end, name + 48)));
      if (label !== null) found.set(block, { person, start, name, end: name + label[0].length });
      else {
        const sign = SIGN.exec(x.norm, name, Math.min(block.end, name + 2));
        if (sign === null) continue;
        const others = signed.get(person) ?? [];
        others.push([block, { person, start, name, end: name + sign[0].length }]);
        signed.set(person, others);
      }
      continue;
    }
    const { start } = block;
    const speaker = byInitial(x, block) ?? (above && { person: above, start, name: start, end: start });
    if (speaker !== undefined) found.set(block, speaker);
  }
  // One who is heard but once speaks in whole sentences, beside others who are heard more often.
  const several = [...signed.values()].some((said) => said.length > 1);
  for (const said of signed.values())
    for (const [block, speaker] of said)
      if (said.length > 1 || (several && SPOKEN.test(x.norm, block.end - 2, block.end)))
        found.set(block, speaker);
  return found;
});

/** The person who is all that a heading names: 15:03 林宏远. */
function personAlone(x: Extraction, { start, end }: Block): DocEntity | undefined {
  const first = x.mentions[firstFrom(x.mentions, start)];
  if (first?.type !== "Person" || first.end > end || !isAtHead(x.norm, start, first.start)) return undefined;
  return ALONE.test(x.norm, first.end, end) ? first.entity : undefined;
}

/** 林：: the one person of that surname whom the text has named before. */
function byInitial(x: Extraction, { start, end }: Block): Speaker | undefined {
  const { norm } = x;
  if (!SURNAME.has(norm.charCodeAt(start)) || !INITIAL.test(norm, start + 1, Math.min(end, start + 5)))
    return undefined;
  let person: DocEntity | undefined;
  for (const { type, entity, generic, start: at } of x.mentions) {
    if (at >= start) break;
    if (type !== "Person" || generic || entity.name[0] !== norm[start] || entity === person) continue;
    if (person !== undefined) return undefined;
    person = entity;
  }
  if (person === undefined) return undefined;
  return { person, start, name: start + 1, end: norm.indexOf("：", start) + 1 };
}

/** 🎤 某某：: nothing but signs before a name. */
const isAtHead = (norm: string, start: number, at: number): boolean =>
  at <= start + 2 ||
  at === start + (CLOCK.exec(norm, start, at)?.[0].length ?? 0) ||
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
