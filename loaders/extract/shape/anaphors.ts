import type { EntityType } from "../../../schema/index.js";
import type { Sentence } from "../../types.js";
import type { DocEntity, Extraction } from "../types.js";
import { clauseOf } from "./clauses.js";
import { ORGANIZATIONS } from "./types.js";

/** 前者…, 后者与X…. */
const FORMER = /^(?:而|但|且|其中)?([前后])者/u;
/** 双方共建…, 两家去年合办…, 三家单位联合…. */
const BOTH =
  /^(?:此后|去年|今年|随后|后来|其后|同年|目前|\d{4}年，?)?(双方|两家|二者|两者|校企双方|三家|三方)(?!企业获|都|均|公司均)/u;
/** 由它和X共同…, 是它同X一道…; not 其中, 其他. */
const IT = /(?:^|由|是|系|被|与|和|同|，)(它们?|该[院所校厂企]|其)(?=[和与同跟联携牵主承运建负参共]|$)/u;
/** We, and whose we are: 我们承建的, 由我们所运营. */
const WE = /我们(?:[院所校局会厂]|公司|集团|中心|企业|单位)?/u;
const SPEAKER = /^[^，。：]{0,4}?答?：/u;
const REACH_BACK = 200;
const LONGEST_SPEECH = 2_000;

/** The one of the last two named before that 前者 or 后者 means at `at`; undefined where the clause says neither. */
export function formerOrLatter(
  x: Extraction,
  sentence: Sentence,
  at: number,
  named: (from: number, to: number) => DocEntity[],
): DocEntity | undefined {
  const clause = clauseOf(x.norm, at, sentence);
  const said = FORMER.exec(x.norm.slice(clause.start, at));
  if (said === null) return undefined;
  const from = Math.max(sentence.block.start, clause.start - REACH_BACK);
  const [latter, former] = [...new Set(named(from, clause.start).toReversed())];
  return said[1] === "前" ? former : latter;
}

/** The two or three organizations named last before a clause that begins with 双方 or 两家. */
export function bothBefore(x: Extraction, sentence: Sentence, at: number): DocEntity[] | undefined {
  const clause = clauseOf(x.norm, at, sentence);
  const said = BOTH.exec(x.norm.slice(clause.start, at));
  if (said === null) return undefined;
  const from = Math.max(sentence.block.start, clause.start - REACH_BACK);
  const named = x.mentionsIn(from, clause.start, ORGANIZATIONS).map((mention) => mention.entity);
  const count = said[1]!.startsWith("三") ? 3 : 2;
  const last = [...new Set(named.toReversed())].slice(0, count).reverse();
  return last.length === count ? last : undefined;
}

/** Where 它, 其 or 该院 stands in [start, end) as one who acts. */
export function pronounIn(norm: string, start: number, end: number): number | undefined {
  const match = IT.exec(norm.slice(start, end));
  return match === null ? undefined : start + match.index + match[0].length - match[1]!.length;
}

/** Whether [start, end) says 我们, no further back than a speaker goes on. */
export function saysWe(norm: string, start: number, end: number): boolean {
  return WE.test(norm.slice(Math.max(start, end - LONGEST_SPEECH), end));
}

/** The organization of the person who speaks in a paragraph (某某答：…), by the post that the document gives. */
export function speakersOrganization(
  x: Extraction,
  sentence: Sentence,
  types: readonly EntityType[],
): DocEntity | undefined {
  const { start, end } = sentence.block;
  const [person] = x.mentionsIn(start, Math.min(end, start + 20), ["Person"]);
  if (person === undefined || !SPEAKER.test(x.norm.slice(person.end, person.end + 8))) return undefined;
  return x.relations.find(
    ({ type, from, to }) =>
      type === "HOLDS_POSITION" &&
      from === person.entity &&
      types.includes(to.type) &&
      ORGANIZATIONS.includes(to.type),
  )?.to;
}
