import type { EntityType } from "../../../schema/index.js";
import type { Sentence } from "../../types.js";
import { saysWe, speakersOrganization } from "../shape/anaphors.js";
import { clauseOf } from "../shape/clauses.js";
import { isAside } from "../shape/subjects.js";
import type { DocEntity, Extraction, Mention } from "../types.js";

const NAMED: readonly EntityType[] = [
  "Company",
  "Zone",
  "City",
  "County",
  "Province",
  "Institution",
  "GovernmentBody",
];
/** Before a name that is not who the clause speaks of: 由X改制, 与X相邻, 位于X. */
const OBLIQUE =
  /(?:由|从|与|同|和|跟|给|为|向|对|被|把|将|于|在|到|往|隔|离|靠|依托|隶属|属|落户|入驻|扎根|驻|来自|系|是|及|暨|原|叫|把|自|兼并|收购|控股|参股|旗下|邻近|毗邻|相邻的?)$/u;
const JOINED = /^(?:、|和|与|及|以及|同|（[^（）]{1,14}）(?:、|和|与|及))$/u;
/** Whose work the sentence speaks of where it names no firm: everybody's. */
const EVERYBODY =
  /全市|我市|全区|全县|全省|全镇|园区|我们|居民|农户|村民|人员|人从事|企业[\d近达有超]|[\d余多]家/u;
const ADVERBS = /^(?:则|也|还|正|已|主要|重点|大力|着力|近年来|目前|如今|\d{4}年(?:起|以来)?)*$/u;
const REACH_BACK = 200;

/**
 * The firms that do what the verb at `at` says: those of its clause, else those that the clauses before it in the sentence
 * speak of, else whom the context gives. None where another (a place, a bureau) is spoken of. With `inSentence` only those
 * that the sentence names.
 */
export function firmsAt(x: Extraction, sentence: Sentence, at: number, inSentence = false): DocEntity[] {
  const pronoun = formerOrLatter(x, sentence, at);
  if (pronoun !== undefined) return pronoun;
  let limit = at;
  for (let own = true; ; own = false) {
    const clause = clauseOf(x.norm, own ? at : limit, sentence);
    const named = x.mentionsIn(clause.start, limit, NAMED);
    const nearest = own && named.length > 0 ? named[named.length - 1] : undefined;
    // 与X相邻的Y主攻: Y acts, whatever stands before it.
    if (nearest !== undefined && nearest.type !== "Company" && ADVERBS.test(x.norm.slice(nearest.end, at)))
      return [];
    const mentions = named.filter((mention) => !isAside(x, mention, at) && !isOblique(x, mention, sentence));
    const firms = mentions.filter((mention) => mention.type === "Company");
    if (firms.length > 0) {
      const rival = own ? mentions[mentions.length - 1] : undefined;
      if (rival !== undefined && rival.type !== "Company" && isSubject(x, rival, clause.start)) return [];
      return entitiesOf(own ? groupBefore(x, firms) : groupAfter(x, firms));
    }
    if (mentions.some((mention) => isSubject(x, mention, clause.start))) return [];
    // 某检测中心，去年启用，业务是…: what opens the sentence is spoken of.
    if (mentions.some(({ type, start }) => type === "Institution" && start === sentence.start)) return [];
    if (clause.start <= sentence.start) break;
    limit = clause.start - 1;
  }
  if (saysWe(x.norm, sentence.start, at)) {
    const we = speakersOrganization(x, sentence, ["Company"]);
    if (we !== undefined) return [we];
  }
  if (inSentence || EVERYBODY.test(x.norm.slice(sentence.start, at + 12))) return [];
  const firm = x.subjectAt(sentence.start, ["Company", "Institution"]);
  return firm?.type === "Company" ? [firm] : [];
}

/** 前者, 后者: of the last two firms named before in the paragraph; undefined where the clause says neither. */
function formerOrLatter(x: Extraction, sentence: Sentence, at: number): DocEntity[] | undefined {
  const clause = clauseOf(x.norm, at, sentence);
  const said = /^(?:而|但|且|其中)?([前后]者|[那这]家)/u.exec(x.norm.slice(clause.start, at));
  if (said === null) return undefined;
  const from = Math.max(sentence.block.start, clause.start - REACH_BACK);
  const firms = x
    .mentionsIn(from, clause.start, ["Company"])
    .filter((mention) => !mention.generic)
    .map((mention) => mention.entity);
  const [latter, former] = [...new Set(firms.toReversed())];
  const who = said[1] === "前者" ? former : latter;
  return who === undefined ? [] : [who];
}

function isOblique(x: Extraction, mention: Mention, sentence: Sentence): boolean {
  const before = x.norm.slice(Math.max(sentence.start, mention.start - 4), mention.start);
  if (!OBLIQUE.test(before)) return false;
  // A和B: joined to another firm rather than oblique.
  if (!/[和与及同]$/u.test(before)) return true;
  return !x
    .mentionsIn(sentence.start, mention.start, ["Company"])
    .some((other) => JOINED.test(x.norm.slice(other.end, mention.start)));
}

/** Whether a name opens its clause and is not but the place of what follows: 某县的…, 某县企业. */
function isSubject(x: Extraction, mention: Mention, start: number): boolean {
  return (
    mention.start - start <= 6 &&
    !/^(?:的|企业|公司|籍|产|市场|$)/u.test(x.norm.slice(mention.end, mention.end + 2)) &&
    x.norm[mention.end] !== "，"
  );
}

/** The last firm and those joined to it on the left. */
function groupBefore(x: Extraction, firms: readonly Mention[]): Mention[] {
  const group = [firms[firms.length - 1]!];
  for (let i = firms.length - 2; i >= 0; i--) {
    if (!JOINED.test(x.norm.slice(firms[i]!.end, group[0]!.start))) break;
    group.unshift(firms[i]!);
  }
  return group;
}

/** The first firm and those joined to it on the right. */
function groupAfter(x: Extraction, firms: readonly Mention[]): Mention[] {
  const group = [firms[0]!];
  for (const next of firms.slice(1)) {
    if (!JOINED.test(x.norm.slice(group[group.length - 1]!.end, next.start))) break;
    group.push(next);
  }
  return group;
}

const entitiesOf = (mentions: readonly Mention[]): DocEntity[] => [
  ...new Set(mentions.map((mention) => mention.entity)),
];
