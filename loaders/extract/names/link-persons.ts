import { CharacterSet } from "../../patterns/character-set.js";
import { firstMention, overlapsMention } from "../spans.js";
import type { DocEntity, Linker, Mention } from "../types.js";
import { genericMention } from "./generic-mention.js";

const BEFORE = new CharacterSet("，。；：！？、“”（）—\n\t 　的是说听和与");
const AFTER = new CharacterSet(
  "，。；：、“”（）—\n 说是在的被获有也又还就从把和却曾先自凭拿捧当干今去前一二两早更生本退0123456789",
);
const [OLD, YOUNG] = ["老".charCodeAt(0), "小".charCodeAt(0)];
/** Behind a surname: 赵|师傅, 赵|大姐. */
const CALLS = ["师傅", "大姐", "大哥", "老师", "先生", "女士", "总工"];
const CALLS_BEGIN = new CharacterSet("师大老先女总");

/** 老赵, 小沈, 赵师傅, 余老: who is called by the surname alone, after the full name has been told. */
export const linkPersons: Linker = {
  id: "link/persons",
  run(x) {
    const { norm } = x;
    const named = new Map<number, Mention[]>();
    for (const mention of x.mentions) {
      if (mention.type !== "Person" || mention.generic || mention.surface.length > 3) continue;
      const surname = norm.charCodeAt(mention.start);
      const others = named.get(surname);
      if (others === undefined) named.set(surname, [mention]);
      else others.push(mention);
    }
    if (named.size === 0) return;
    const added: Mention[] = [];
    for (const [surname, mentions] of named) {
      const character = String.fromCharCode(surname);
      for (
        let at = norm.indexOf(character, mentions[0]!.end);
        at >= 0;
        at = norm.indexOf(character, at + 1)
      ) {
        const [start, end] = calledAt(norm, at);
        if (end <= start || overlapsMention(x.mentions, start, end)) continue;
        const entity = lastNamed(mentions, start);
        if (entity !== undefined) added.push(genericMention(x, entity, start, end, "name/surname"));
      }
    }
    if (added.length > 0) x.addMentions(added);
  },
};

/** Where somebody is called by the surname at an offset; nowhere: an empty stretch. */
function calledAt(norm: string, at: number): [number, number] {
  const before = norm.charCodeAt(at - 1);
  // 老赵|说
  if ((before === OLD || before === YOUNG) && AFTER.has(norm.charCodeAt(at + 1)))
    return at < 2 || BEFORE.has(norm.charCodeAt(at - 2)) ? [at - 1, at + 1] : [at, at];
  if (!BEFORE.has(before) || !CALLS_BEGIN.has(norm.charCodeAt(at + 1))) return [at, at];
  // 余老|1985年
  if (norm.charCodeAt(at + 1) === OLD && AFTER.has(norm.charCodeAt(at + 2))) return [at, at + 2];
  for (const call of CALLS) if (norm.startsWith(call, at + 1)) return [at, at + 1 + call.length];
  return [at, at];
}

/** Whom of one surname a text has named last before an offset. */
function lastNamed(mentions: readonly Mention[], at: number): DocEntity | undefined {
  return mentions[firstMention(mentions, at) - 1]?.entity;
}
