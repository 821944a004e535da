import { Begun } from "../../lexicon/begun.js";
import { CharacterSet } from "../../patterns/character-set.js";
import { gated } from "../../patterns/gated.js";
import type { Sentence } from "../../types.js";
import { bothBefore, saysWe, speakersOrganization } from "../shape/anaphors.js";
import { clauseOf, isMute } from "../shape/clauses.js";
import { isFact } from "../shape/stance.js";
import { contextActors, isAside, isWhere } from "../shape/subjects.js";
import { ORGANIZATIONS, PLACES } from "../shape/types.js";
import type { DocEntity, Extraction, Mention, RelationFinding, RuleFamily } from "../types.js";

/** What two do together, after the second of them. */
const TOGETHER =
  /^(?:（[^（）]{1,14}）)?(?:，(?=合资|合作|共同|联合|共建)|[^，。；、]{0,14}?)(?:合资|签约|签署|签订|共建|合建|合办|联办|联建|创办|一道|一起(?:建|办|成立)|签有|签了|签下|共同(?:搭建|筹建|举办|培养|发起|组建|建设|建立|成立|打造|设立|承建|研发|开发|承担)|联合(?:筹建|培养|举办|发起|创办|组建|建设|建立|成立|打造|共建|承建|设立|研发|开发|攻关|申报|开展)|联培|合作|携手|结成|达成|联手|牵手)/u;
/** After 联合X: what they do says enough. */
const JOINTLY =
  /^(?:（[^（）]{1,14}）)?(?:等[^，。；]{0,6})?，?(?:共同|联合|合资|合作|合力)?(?:申报|申请|申建|承担|研发|研制|开发|开展|成立|组建|建设|共建|合建|建立|攻关|打造|发起|设立|投资|推出|实施|完成|承建|创建)/u;
const SINGLE = /分别|各自|相比|不同|无关|无(?:股权|隶属)|竞争|混淆|弄混|相近|同获|并列|均|都是/u;
const WITH = /(?:与|和|同|跟|携手|联合|联手|牵手)$/u;
const WITH_END = new CharacterSet("与和同跟手合");
const LEADS_WITH = gated(/^(?:牵头|主导|领衔)[、，]/u);
const TAKES_PART = gated(
  /^(?:等)?(?:单位|企业)?(?:参与|参加|协同|共同|配合)(?:共建|建设|组建|研制|研发|承建)/u,
);
const ACTORS = [...ORGANIZATIONS, ...PLACES.filter((type) => type !== "Province")];

/** Two who sign, build or research something together; from the one that the sentence speaks of. */
export const partnership: RuleFamily = {
  id: "partner/partnership",
  run(x) {
    const mentions = x.mentions.filter((mention) => ACTORS.includes(mention.type));
    for (const [i, second] of mentions.entries()) {
      const previous = i === 0 ? undefined : mentions[i - 1]!;
      // Few stand right behind another or after 与.
      const isNear = previous !== undefined && second.start - previous.end <= 4;
      if (!isNear && !WITH_END.has(x.norm.charCodeAt(second.start - 1))) continue;
      const sentence = x.sentenceAt(second.start);
      if (sentence === undefined || isMute(sentence.block)) continue;
      const first = previous !== undefined && previous.start >= sentence.start ? previous : undefined;
      if (first !== undefined && ledBy(x, first, second)) {
        relate(x, first.entity, second.entity, sentence, "partner/lead-and-part");
        continue;
      }
      if (!WITH_END.has(x.norm.charCodeAt(second.start - 1))) continue;
      if (!WITH.test(x.norm.slice(Math.max(sentence.start, second.start - 2), second.start))) continue;
      const jointly = /(?:联合|携手|联手|牵手)$/u.test(
        x.norm.slice(Math.max(sentence.start, second.start - 2), second.start),
      );
      const row = rowFrom(x, mentions, i);
      const end = row[row.length - 1]!.end;
      if (!(jointly ? JOINTLY : TOGETHER).test(x.norm.slice(end, sentence.end))) continue;
      const clause = clauseOf(x.norm, second.start, sentence);
      if (SINGLE.test(x.norm.slice(clause.start, clause.end))) continue;
      if (!jointly && !isFact(x, sentence, second.start, second.end)) continue;
      if (/是$/u.test(x.norm.slice(clause.start, Math.max(clause.start, second.start - 1)))) continue;
      const own = subjectOf(x, mentions, i, sentence);
      if (own === undefined) continue;
      for (const { entity } of row) relate(x, own, entity, sentence, "partner/with");
    }
    for (const match of BOTH_SIGN.matches(x.norm)) {
      const sentence = x.sentenceAt(match.index);
      if (sentence === undefined || isMute(sentence.block)) continue;
      const both = bothBefore(x, sentence, match.index + match[0].length);
      if (both !== undefined) relate(x, both[0]!, both[1]!, sentence, "partner/both");
    }
    coHosts(x);
  },
};

/** 双方签有五年长协: of the two named before. */
const BOTH_SIGN = new Begun(
  "双方 两家",
  /(?:双方|两家)(?:企业|公司|单位)?(?:已|还|又|早已)?(?:签[有了订下署约]|达成|结成|结为|建立了?合作)/uy,
);
const HOSTED_TOGETHER = /共建|合建|合办|联办|联建|共同|联合|一道|联手|携手|合作|签约|签署|签订/u;

/** Two who are said to run or have built one platform together are partners. */
function coHosts(x: Extraction): void {
  const known = new Map<DocEntity, Set<DocEntity>>();
  for (const { type, from, to } of x.relations)
    if (type === "PARTNERS_WITH")
      for (const [one, other] of [
        [from, to],
        [to, from],
      ] as const)
        known.set(one, (known.get(one) ?? new Set()).add(other));
  const groups = new Map<DocEntity, Map<number, RelationFinding[]>>();
  for (const relation of x.relations) {
    if (relation.type !== "HOSTS" || !ORGANIZATIONS.includes(relation.from.type)) continue;
    const byStart = groups.get(relation.to) ?? new Map<number, RelationFinding[]>();
    groups.set(relation.to, byStart);
    byStart.set(relation.start, [...(byStart.get(relation.start) ?? []), relation]);
  }
  for (const byStart of groups.values())
    for (const [first, ...others] of byStart.values()) {
      if (others.length === 0 || first === undefined) continue;
      const sentence = x.sentenceAt(first.start);
      if (sentence === undefined || sentence.block.cells !== undefined) continue;
      if (!HOSTED_TOGETHER.test(x.norm.slice(first.start, first.end))) continue;
      for (const other of others)
        if (known.get(first.from)?.has(other.from) !== true) {
          known.set(first.from, (known.get(first.from) ?? new Set()).add(other.from));
          known.set(other.from, (known.get(other.from) ?? new Set()).add(first.from));
          relate(x, first.from, other.from, sentence, "partner/co-hosts");
        }
    }
}

/** The mention at `index` and those listed after it: X与A、B签约. */
function rowFrom(x: Extraction, mentions: readonly Mention[], index: number): Mention[] {
  const row = [mentions[index]!];
  for (let next = mentions[index + 1]; next !== undefined; next = mentions[index + row.length]) {
    if (!/^(?:、|和|及|以及)$/u.test(x.norm.slice(row[row.length - 1]!.end, next.start))) break;
    row.push(next);
  }
  return row;
}

function relate(x: Extraction, from: DocEntity, to: DocEntity, sentence: Sentence, rule: string): void {
  if (from === to || (isPlace(from) && isPlace(to))) return;
  x.relate({
    type: "PARTNERS_WITH",
    from,
    to,
    start: sentence.start,
    end: sentence.end,
    rule,
    confidence: 0.85,
  });
}

const isPlace = (entity: DocEntity): boolean => PLACES.includes(entity.type);

/** 由X牵头、Y参与共建. */
function ledBy(x: Extraction, first: Mention, second: Mention): boolean {
  return (
    second.start - first.end <= 4 &&
    LEADS_WITH.test(x.norm, first.end, second.start) &&
    TAKES_PART.test(x.norm, second.end, second.end + 12)
  );
}

/** The one who acts: the last mention before in the sentence that does not say where, else whom the context gives. */
function subjectOf(
  x: Extraction,
  mentions: readonly Mention[],
  index: number,
  sentence: Sentence,
): DocEntity | undefined {
  for (let i = index - 1; i >= 0 && mentions[i]!.start >= sentence.start; i--) {
    const mention = mentions[i]!;
    if (isWhere(x, mention) || isAside(x, mention, mentions[index]!.start)) continue;
    // A、B与C: the one before 与 as well as those joined to it are partners; the first of them speaks for all.
    return mention.entity;
  }
  if (saysWe(x.norm, sentence.block.start, mentions[index]!.start)) {
    const speaker = speakersOrganization(x, sentence, ORGANIZATIONS);
    if (speaker !== undefined) return speaker;
  }
  return contextActors(x, sentence, [...ORGANIZATIONS, "Zone"])[0];
}
