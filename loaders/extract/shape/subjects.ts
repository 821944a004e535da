import type { EntityType } from "../../../schema/index.js";
import { CharacterSet } from "../../patterns/character-set.js";
import type { Sentence } from "../../types.js";
import { indexWithin } from "../spans.js";
import type { DocEntity, Extraction, Mention } from "../types.js";
import { bothBefore, formerOrLatter, pronounIn, saysWe, speakersOrganization } from "./anaphors.js";
import { clauseOf } from "./clauses.js";
import { ACTORS, ORGANIZATIONS, PLACES } from "./types.js";

const JOIN =
  /^(?:、|和|与|及|以及|暨|同|[则还又也再]?(?:携手|联合|牵手|联手)|（[^（）]{1,12}）(?:、|和|与|及))$/u;
/** Before a partner whose own subject stands further left: 并与X联合组建. */
const WITH = /(?:与|和|同|跟|携手|联合|联手)$/u;
/** Before one whom the clause only brings in: with whom, by means of whom. */
const OBLIQUE = /(?:与|和|同|跟|携手|联合|联手|依托|通过)$/u;
const LOCAL = /(?:区内|园内|辖区内?|市内|县内|境内|本地|当地)[^，。；]{0,4}$/u;

/** Whether a mention says where rather than who: 在X, 落户X, X的企业. */
export function isWhere(x: Extraction, mention: Mention): boolean {
  if (!PLACES.includes(mention.type)) return false;
  // 机器人产业放在X，2013年获批…: X is what the sentence goes on to speak of.
  if (
    /(?:放|布局|集中|摆)在$/u.test(x.norm.slice(Math.max(0, mention.start - 3), mention.start)) &&
    x.norm[mention.end] === "，"
  )
    return false;
  return (
    /(?:在|落户|位于|坐落|坐落于|驻|来自|隔壁|邻近的?|相邻|邻居|对标|毗邻|相邻的|同在)$/u.test(
      x.norm.slice(Math.max(0, mention.start - 3), mention.start),
    ) || /^(?:的|市场|市民|企业|籍|造)/u.test(x.norm.slice(mention.end, mention.end + 2))
  );
}

/** 甲市|乙区的: the city before a place that only says where. */
function isAround(x: Extraction, mention: Mention): boolean {
  if (mention.type !== "City" && mention.type !== "Province") return false;
  const [inner] = x.mentionsIn(mention.end, mention.end + 16, PLACES);
  return inner?.start === mention.end && isWhere(x, inner);
}

/** Whether a mention names who approved, or whose measure it is, rather than who acts: 通过X的审批, 经X批准. */
function isApprover(x: Extraction, mention: Mention): boolean {
  return (
    mention.type === "GovernmentBody" &&
    (/(?:通过|经|被|受|获|报|向|由|落实|抓好|贯彻|据|获得|得到)$/u.test(
      x.norm.slice(Math.max(0, mention.start - 2), mention.start),
    ) ||
      /^(?:的?(?:审批|批准|批复|同意|认定|授予|激励|表彰|验收|授权|支持|公布|公示))/u.test(
        x.norm.slice(mention.end, mention.end + 4),
      ))
  );
}

/** Whether a mention only explains another in a bracket that is closed before `at`: X（原Y）承担. */
export function isAside(x: Extraction, mention: Mention, at: number): boolean {
  // Hardly any bracket is closed between the two.
  if (indexWithin(x.norm, "）", mention.end, at) < 0) return false;
  let open = mention.start - 1;
  while (open >= 0 && mention.start - open < LONGEST_ASIDE && !ASIDE_BOUNDS.has(x.norm.charCodeAt(open)))
    open--;
  if (x.norm[open] !== "（") return false;
  const [explained] = x.mentionsIn(Math.max(0, open - LONGEST_ASIDE), open).slice(-1);
  return explained?.end === open;
}

const LONGEST_ASIDE = 60;
/** Up to where a bracket's beginning is looked for. */
const ASIDE_BOUNDS = new CharacterSet("（）。\n");
/** Says that those who are named with one another act together. */
const JOINTLY = /合资|共同|联合|双方|合作|携手|联手|牵手|共建|合建|合办|联办|联建|一道|一起/u;
const FOUND = /^(?:共同?|合|组|联|建|成立|设立|挂牌|揭牌|搭|筹|打造|创|开展|承)/u;
/** The same where what they do together follows: A与B签约，共建…. */
const SIGNED =
  /^(?:（[^（）]{0,200}）)?(?:[两三]家|[两三双]方)?(?:单位|企业)?(?:达成)?(?:战略)?(?:签约|合作|牵手|携手|联手|签[署订了下][^，。；]{0,12}(?:协议|合同|约定?)?)，?$/u;

/**
 * Who acts where a verb stands: in its clause the last actor before it with those joined to it (X、Y和Z; X与Y); else the
 * subject of the nearest clause before, the first that acts in it; else whom the context gives. A place that only says
 * where, a name in brackets and an authority that approved do not act.
 */
export function actorsBefore(
  x: Extraction,
  sentence: Sentence,
  verb: number,
  types: readonly EntityType[] = ACTORS,
): DocEntity[] {
  const local = LOCAL.exec(x.norm.slice(sentence.start, verb));
  // 某研究所在区内: who acts stands right before.
  const acting =
    local !== null &&
    x.norm[sentence.start + local.index - 1] === "在" &&
    x
      .mentionsIn(sentence.start, verb, ORGANIZATIONS)
      .some((mention) => mention.end === sentence.start + local.index - 1);
  if (local !== null && !acting) {
    const within = /[区园]内/u.test(x.norm.slice(sentence.start, verb));
    const here =
      (within ? x.subjectAt(sentence.start, ["Zone"]) : undefined) ?? x.subjectAt(sentence.start, PLACES);
    if (here !== undefined) return [here];
  }
  const clause = clauseOf(x.norm, verb, sentence);
  const pointed = byAnaphor(x, sentence, clause.start, verb, types);
  if (pointed !== undefined) return pointed;
  const before = actorsIn(x, sentence.start, verb, types);
  const near = before.filter((mention) => mention.start >= clause.start);
  if (hasUnknownSubject(x, near, clause.start, verb)) return [];
  if (near.length === 0) {
    if (before.length === 0) return contextActors(x, sentence, types);
    const jointly =
      JOINTLY.test(x.norm.slice(clause.start, verb + 4)) ||
      (FOUND.test(x.norm.slice(verb, verb + 4)) &&
        /(?:牵手|携手|联手|联合)$/u.test(x.norm.slice(0, before[before.length - 1]!.start).slice(-2))) ||
      (FOUND.test(x.norm.slice(verb, verb + 4)) &&
        SIGNED.test(x.norm.slice(before[before.length - 1]!.end, clause.start)));
    return subjectOfClauses(x, sentence, before, jointly, types);
  }
  const group = joinedTo(x, near, near.length - 1);
  const first = group[0]!;
  const lead = x.norm.slice(Math.max(sentence.start, first.start - 2), first.start);
  if (WITH.test(lead) || lead === "依托") {
    const own = before.filter((mention) => mention.end <= first.start - 1);
    const subject =
      own.length > 0
        ? subjectOfClauses(x, sentence, own, false, types)
        : lead === "依托"
          ? []
          : contextActors(x, sentence, types);
    return [...new Set([...subject, ...group.map((mention) => mention.entity)])];
  }
  return [...new Set(group.map((mention) => mention.entity))];
}

function actorsIn(x: Extraction, start: number, end: number, types: readonly EntityType[]): Mention[] {
  return x
    .mentionsIn(start, end, types)
    .filter(
      (mention) =>
        !isWhere(x, mention) &&
        !isAround(x, mention) &&
        !isApprover(x, mention) &&
        !isAside(x, mention, end) &&
        !isAhead(mention),
    );
}

/** Of actors before, those of the nearest clause that has any: its first one with those joined to it other than by 与. */
function subjectOfClauses(
  x: Extraction,
  sentence: Sentence,
  before: readonly Mention[],
  jointly: boolean,
  types: readonly EntityType[],
  goBack = true,
): DocEntity[] {
  const last = clauseOf(x.norm, before[before.length - 1]!.start, sentence);
  const inClause = before.filter((mention) => mention.start >= last.start);
  const own = inClause.filter(
    (mention) => !OBLIQUE.test(x.norm.slice(Math.max(sentence.start, mention.start - 2), mention.start)),
  );
  if (own.length === 0) {
    const earlier = before.filter((mention) => mention.end <= last.start);
    const subject =
      earlier.length > 0
        ? subjectOfClauses(x, sentence, earlier, jointly, types, goBack)
        : goBack
          ? contextActors(x, sentence, types)
          : [];
    if (!jointly) return subject.length > 0 ? subject : [inClause[0]!.entity];
    return [...new Set([...subject, ...inClause.map((mention) => mention.entity)])];
  }
  // 甲市乙区: the inner place acts.
  let lead = 0;
  while (isOuter(own[lead]!, own[lead + 1])) lead++;
  const group = [own[lead]!];
  for (const next of jointly ? inClause.slice(inClause.indexOf(own[lead]!) + 1) : own.slice(lead + 1)) {
    if (
      !(jointly ? JOIN : /^(?:、|和|及|以及)$/u).test(x.norm.slice(group[group.length - 1]!.end, next.start))
    )
      break;
    group.push(next);
  }
  return [...new Set(group.map((mention) => mention.entity))];
}

const isOuter = (first: Mention, second: Mention | undefined): boolean =>
  second !== undefined &&
  second.start === first.end &&
  (first.type === "City" || first.type === "Province") &&
  PLACES.includes(second.type);

/** Whom 前者, 双方, 它 or 我们 means where the clause of a verb begins with it or names it as the one who acts. */
function byAnaphor(
  x: Extraction,
  sentence: Sentence,
  start: number,
  verb: number,
  types: readonly EntityType[],
): DocEntity[] | undefined {
  const rest = actorsIn(x, start, verb, types);
  const one = formerOrLatter(x, sentence, verb, (from, to) =>
    actorsIn(x, from, to, types).map((mention) => mention.entity),
  );
  if (one !== undefined) return [...new Set([one, ...rest.map((mention) => mention.entity)])];
  const both = bothBefore(x, sentence, verb);
  if (both !== undefined) return both;
  const it = pronounIn(x.norm, start, verb);
  if (it !== undefined && !rest.some((mention) => mention.end <= it)) {
    const before = actorsIn(x, sentence.start, start, types);
    const meant =
      before.length > 0
        ? subjectOfClauses(x, sentence, before, false, types)
        : contextActors(x, sentence, types);
    return [...new Set([...meant, ...rest.map((mention) => mention.entity)])];
  }
  if (rest.length === 0 || saysWe(x.norm, start, verb)) {
    const we = speakersOrganization(x, sentence, types);
    const here = saysWe(x.norm, sentence.block.start, verb);
    if (we !== undefined && here) return [...new Set([we, ...rest.map((mention) => mention.entity)])];
  }
  const withOthers = rest.length > 0 && WITH.test(x.norm.slice(start, rest[0]!.start));
  const speaker =
    withOthers && rest[0]!.start - start <= 3 ? speakersOrganization(x, sentence, types) : undefined;
  return speaker === undefined
    ? undefined
    : [...new Set([speaker, ...rest.map((mention) => mention.entity)])];
}

const ADVERBIAL =
  /\d{4}年|\d{1,12}月|\d{1,12}日|[去今前当次同翌]年|近年来?|此外|另外|同时|目前|眼下|如今|至今|现已|还|也|并|又|均|都|则|再|就|先后|陆续|相继|成功|累计|共|率先|顺利|正式|随后|其中|为此|日前|近日|年内|全年|期间|积极|大力|主动|一举|首次|再次|双双|已经?|新|连续|加快|着力|全力|[一二三四五六七八九十]是|（[一二三四五六七八九十]）|\d{1,12}\.|联合|共同|企业|公司|集团|单位|我们|该|这家|由|被|先|正在?|开始|继续|进一步|门口|门前|墙上|并排|[\s、：]/gu;
const CIRCUMSTANCE =
  /^(?:为|历时|总?投资|耗资|经|凭|以|在|从|于|用|围绕|针对|根据|按照|随着|自|面向|利用|通过|依托|因|对|把|将|截至|到|作为|除|包括|与|和|同|拥有|是|完善|修订|创新|强化|健全|深化|坚持|推行|探索|建立健全|派|选派|推荐|组织|主导|参与|投入|引进|获|率|受|提升|围绕|攻克|突破|荣)/u;
const BODY_AT_END = /[所院局厂站会办校社队部司团]$/u;
const LEAST_SUBJECT = 4;

/** Whether a clause has a subject before its verb that no mention stands for: then nobody known acts. */
function hasUnknownSubject(x: Extraction, near: readonly Mention[], start: number, verb: number): boolean {
  const last = near[near.length - 1];
  if (last !== undefined) {
    // 某市质监所筹建: the place is but the beginning of a body's name.
    const rest = x.norm.slice(last.end, verb);
    return PLACES.includes(last.type) && rest.length >= 2 && rest.length < 20 && BODY_AT_END.test(rest);
  }
  const text = x.norm.slice(start, verb);
  const rest = text.replace(/（[^（）]*）/gu, "").replace(ADVERBIAL, "");
  return (
    rest.length >= LEAST_SUBJECT &&
    rest.length <= 16 &&
    !CIRCUMSTANCE.test(rest) &&
    !/\d/u.test(rest) &&
    x.mentionsIn(start, verb).length === 0
  );
}

/** Whether 该院, 该公司 is taken for one that the text names only later: it speaks of another. */
function isAhead(mention: Mention): boolean {
  if (!mention.generic || PLACES.includes(mention.type)) return false;
  const named = mention.entity.mentions.find((other) => !other.generic);
  return named !== undefined && named.start > mention.start;
}

const SENTENCES_BACK = 3;

/** Whom a sentence without an actor goes on to speak of: the subject of the last sentence before it in its block, or the context's. */
export function contextActors(x: Extraction, sentence: Sentence, types: readonly EntityType[]): DocEntity[] {
  const profiled = x.about.profileOf(sentence.block);
  if (profiled !== undefined && types.includes(profiled.type)) return [profiled];
  for (let i = 1; i <= SENTENCES_BACK; i++) {
    const earlier = x.sentences[sentence.index - i];
    if (earlier === undefined || earlier.block !== sentence.block) break;
    const actors = actorsIn(x, earlier.start, earlier.end, types);
    if (actors.length > 0) return subjectOfClauses(x, earlier, actors, false, types, false).slice(0, 1);
  }
  const subject = x.subjectAt(
    sentence.start,
    types.filter((type) => type !== "Province"),
  );
  // An authority acts where the paragraph or the document's title speaks of it.
  if (
    subject?.type === "GovernmentBody" &&
    !x.mentionsIn(sentence.block.start, sentence.end, ["GovernmentBody"]).some((m) => m.entity === subject) &&
    x.blocks[0] !== undefined &&
    !x.mentionsIn(x.blocks[0].start, x.blocks[0].end, ["GovernmentBody"]).some((m) => m.entity === subject)
  )
    return [];
  return subject === undefined ? [] : [subject];
}

/** The mention at `index` and those before it that are joined to it. */
function joinedTo(x: Extraction, mentions: readonly Mention[], index: number): Mention[] {
  const group = [mentions[index]!];
  for (let i = index - 1; i >= 0; i--) {
    if (!JOIN.test(x.norm.slice(mentions[i]!.end, group[0]!.start))) break;
    group.unshift(mentions[i]!);
  }
  return group;
}

/** The mentions of the types that begin at or after `start` in a row: the first within `gap` characters, the rest joined to it. */
export function actorsAfter(
  x: Extraction,
  start: number,
  end: number,
  gap: RegExp,
  types: readonly EntityType[] = ACTORS,
): Mention[] {
  const [first, ...rest] = x.mentionsIn(start, end, types);
  if (first === undefined || !gap.test(x.norm.slice(start, first.start))) return [];
  const group = [first];
  for (const next of rest) {
    if (!JOIN.test(x.norm.slice(group[group.length - 1]!.end, next.start))) break;
    group.push(next);
  }
  return group;
}
