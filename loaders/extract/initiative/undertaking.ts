import type { EntityType } from "../../../schema/index.js";
import { AnyOf, Begun, compounds } from "../../lexicon/begun.js";
import { allMatches } from "../../patterns/all-matches.js";
import type { Sentence } from "../../types.js";
import { oncePer } from "../once.js";
import { clauseOf, isMute } from "../shape/clauses.js";
import { isFact, isPlanSection } from "../shape/stance.js";
import { actorsAfter, actorsBefore } from "../shape/subjects.js";
import { PLACES } from "../shape/types.js";
import { yearOf } from "../shape/years.js";
import { firstFrom, lastIndexWithin } from "../spans.js";
import type { DocEntity, Extraction, Mention, RuleFamily } from "../types.js";

const FIRMS: readonly EntityType[] = ["Company", "Institution"];
const ACTORS: readonly EntityType[] = [...FIRMS, ...PLACES];
const CARRIED: ReadonlySet<string> = new Set(["initiative/pilot", "initiative/quoted", "initiative/project"]);
const PILOT_VERB =
  /获批|获准|批准|入选|入围|入列|列入|列为|纳入|承担|承接|开展|启动|实施|进入|进了|成为|跻身|拿下|参与|赢得|也?是|确定为|定为|通过|获得|获|推进|建设|创建|挂牌|验收|建成|拿到|争取到|申报成功|试行|摘下/gu;
const PROJECT_VERB = /参与完成|主持完成|牵头完成|完成|承担|实施|投资|建设|开工|研发|凭借?|以|的/gu;

/** 2022年获批筹建, after the name. */
const ADMITTED_LATER = /^[^。；]{0,20}?(?:(\d{4})年)?(?:获批|入选|列入|获准)/u;
const DONE_BY = /^(?:承担|实施|开展|承办|负责|牵头|投资|建设|承建|运营)/u;
const THIS = new Begun("该", /该(试点|项目|工程|示范区|试验区|计划|行动)/uy);

/** Who carries out a pilot, was admitted to it, or builds a project. */
export const undertaking: RuleFamily = {
  id: "initiative/undertaking",
  run(x) {
    for (const mention of x.mentions) {
      if (mention.type !== "Initiative" || !CARRIED.has(mention.rule)) continue;
      if (mention.rule === "initiative/quoted" && !x.norm.startsWith("”项目", mention.end)) continue;
      const sentence = x.sentenceAt(mention.start);
      if (sentence === undefined || isMute(sentence.block)) continue;
      if (isPlanSection(x, sentence.block, mention.start) && !isPast(x, sentence, mention)) continue;
      if (!isFact(x, sentence, mention.start, mention.end)) continue;
      // ①某项目。: who builds it is told in what follows.
      if (x.norm[mention.end] === "。" && x.about.profileOf(sentence.block) === mention.entity) continue;
      if (x.norm[mention.end] === "：") inList(x, sentence, mention);
      else inProse(x, sentence, mention);
    }
    carriersOfThis(x);
    carriersAfter(x);
  },
};

/** 2023年获批某试点, 2022年启动, in a plan that recalls it. */
function isPast(x: Extraction, sentence: Sentence, mention: Mention): boolean {
  const clause = clauseOf(x.norm, mention.start, sentence);
  const text = x.norm.slice(clause.start, clause.end);
  const year = Number(/(20\d\d)年/u.exec(text)?.[1]);
  return (
    (/获批|入选|列入|获准|启动|承担/u.test(text) &&
      x.year !== undefined &&
      year <= x.year &&
      !/将|拟|计划|到20/u.test(text)) ||
    /已(?:获批|入选|建成|启动|列入)/u.test(text)
  );
}

const startOf = (entity: DocEntity): number => entity.mentions[0]?.start ?? entity.named?.start ?? 0;

const CARRIER_IS = new Begun(
  compounds("承担 实施 建设 试点 牵头 项目 完成 承建 主持", "单位 方 主体 企业"),
  /(?:承担|实施|建设|试点|牵头|项目|完成|承建|主持)(?:单位|方|主体|企业)(?:名单)?(分别|依次)?(?:是|为|：|有)/uy,
);
const CARRIER = new AnyOf(compounds("承担 实施 试点 建设 牵头 承建", "单位"));
const IS_CARRIER =
  /^(?:[^，。；]{0,6}[^，。；\d])?(?:是|为|系)(?:该[^，。；]{0,6})?(?:的|其)?(?:主要|具体|唯一|牵头)?(?:的)?(?:承担|实施|试点|建设|牵头|承建)单位/u;

/** 某试点…，承担单位为X和Y; 某试点…，X是主要承担单位: who carries out what the sentence named before. */
function carriersAfter(x: Extraction): void {
  for (const match of CARRIER_IS.matches(x.norm)) {
    const sentence = x.sentenceAt(match.index);
    if (sentence === undefined || isMute(sentence.block) || sentence.block.cells !== undefined) continue;
    const from = match.index + match[0].length;
    const named = x.mentionsIn(sentence.start, match.index, ["Initiative"]).map((mention) => mention.entity);
    const won = match[0].startsWith("完成") ? winningIn(x, sentence.start, match.index) : [];
    const works = [...new Set([...named, ...won])].sort((a, b) => startOf(a) - startOf(b));
    // ①某项目。建设单位：X。
    const own = works.length === 0 ? x.about.profileOf(sentence.block) : undefined;
    if (own?.type === "Initiative") works.push(own);
    const carriers = actorsAfter(x, from, sentence.end, /^$/u, [...FIRMS, "Zone", "County"]);
    if (works.length === 0 || carriers.length === 0) continue;
    const dealt = match[1] !== undefined && works.length === carriers.length && works.length > 1;
    for (const [i, carrier] of carriers.entries())
      for (const work of dealt
        ? [works[i]!]
        : works.slice(-Math.max(1, match[0].startsWith("完成") ? works.length : 1)))
        relate(x, [carrier.entity], work, sentence, "initiative/carrier-after");
  }
  if (!CARRIER.standsIn(x.norm)) return;
  for (const mention of x.mentions) {
    if (!FIRMS.includes(mention.type) || !IS_CARRIER.test(x.norm.slice(mention.end, mention.end + 24)))
      continue;
    const sentence = x.sentenceAt(mention.start);
    if (sentence === undefined || isMute(sentence.block)) continue;
    const work = x.mentionsIn(sentence.start, mention.start, ["Initiative"]).pop();
    const platform = x.mentionsIn(sentence.start, mention.start, ["Platform"]).pop();
    if (work === undefined || (platform !== undefined && platform.start > work.start)) continue;
    relate(x, [mention.entity], work.entity, sentence, "initiative/carrier-after");
  }
}

/** Works named within [start, end) that won a prize. */
function winningIn(x: Extraction, start: number, end: number): DocEntity[] {
  const found: DocEntity[] = [];
  for (const { type, from } of x.relations) {
    if (type !== "WON" || from.type !== "Initiative" || from.named === undefined) continue;
    if (from.named.start >= start && from.named.end <= end) found.push(from);
  }
  return found;
}

/** Where 被 stands that an authority and then the verb follow. */
function passiveBefore(x: Extraction, start: number, verb: number): number | undefined {
  const at = lastIndexWithin(x.norm, "被", start, verb + 1);
  if (at < 0) return undefined;
  return x.mentionsIn(at, verb, ["GovernmentBody", "Institution"]).some((m) => m.start === at + 1)
    ? at
    : undefined;
}

/** The firm whose trade name a project's name begins with: 桂菱固态电池项目. */
function namesake(x: Extraction, name: string): DocEntity | undefined {
  return firmsByLead(x).get(name.slice(0, 2));
}

/** The firm that alone has a trade name that begins so. */
const firmsByLead = oncePer((x): ReadonlyMap<string, DocEntity | undefined> => {
  const byLead = new Map<string, DocEntity | undefined>();
  const places = x.entities.filter(({ type }) => PLACES.includes(type));
  const short = new Set(places.map((place) => place.name.replace(/(?<=.{2})[省市县区]$/u, "")));
  for (const firm of x.entities) {
    if (firm.type !== "Company") continue;
    for (const own of [firm.name, ...firm.aliases.keys()]) {
      const lead = short.has(own.slice(0, 2)) ? own.slice(2, 4) : own.slice(0, 2);
      if (lead.length === 2 && !short.has(lead))
        byLead.set(lead, byLead.has(lead) && byLead.get(lead) !== firm ? undefined : firm);
    }
  }
  return byLead;
});

function relate(
  x: Extraction,
  actors: readonly DocEntity[],
  to: DocEntity,
  sentence: Sentence,
  rule: string,
  year?: number,
): void {
  for (const from of actors)
    x.relate({
      type: "UNDERTAKES",
      from,
      to,
      properties: year === undefined ? {} : { year },
      start: sentence.start,
      end: sentence.end,
      rule,
      confidence: 0.8,
    });
}

function inProse(x: Extraction, sentence: Sentence, mention: Mention): void {
  const project = mention.rule !== "initiative/pilot";
  const types = project ? FIRMS : ACTORS;
  const owner = x.mentionsIn(sentence.start, mention.start, types).pop();
  if (owner !== undefined && x.norm.slice(owner.end, mention.start) === "的") {
    relate(x, [owner.entity], mention.entity, sentence, "initiative/owner");
    return;
  }
  const granted = x
    .mentionsIn(sentence.start, mention.start, types)
    .filter((actor) => /^(?:被?[列确定]*)为“?$/u.test(x.norm.slice(actor.end, mention.start)))
    .pop();
  if (granted !== undefined) {
    const year = yearOf(x, sentence, mention.start);
    relate(x, [granted.entity], mention.entity, sentence, "initiative/granted", year);
    return;
  }
  if (mention.rule === "initiative/project") {
    const firm = namesake(x, mention.surface);
    if (firm !== undefined) {
      relate(x, [firm], mention.entity, sentence, "initiative/namesake");
      return;
    }
  }
  const seat = seatOf(x, sentence, mention, types);
  if (seat !== undefined) {
    relate(x, [seat], mention.entity, sentence, "initiative/seat");
    return;
  }
  const clause = clauseOf(x.norm, mention.start, sentence);
  // 作为某试点，X…: X follows.
  const [bearer] =
    !project && /^作为[^，。；]{0,12}$/u.test(x.norm.slice(clause.start, mention.start))
      ? x.mentionsIn(mention.end, sentence.end, ACTORS)
      : [];
  if (bearer !== undefined && /^[^，。；]{0,6}，$/u.test(x.norm.slice(mention.end, bearer.start))) {
    relate(x, [bearer.entity], mention.entity, sentence, "initiative/as");
    return;
  }
  const verb = lastVerb(x, mention, clause.start, project ? PROJECT_VERB : PILOT_VERB);
  const shared = verb === undefined ? namedTogether(x, sentence, mention) : [];
  const later = ADMITTED_LATER.exec(x.norm.slice(mention.end, sentence.end));
  if (verb === undefined && !project && shared.length === 0 && later === null) return;
  // 被某局确定为某试点: who stands before 被.
  const passive = verb === undefined ? undefined : passiveBefore(x, clause.start, verb);
  if (passive !== undefined) {
    const year = yearOf(x, sentence, mention.start);
    relate(
      x,
      actorsBefore(x, sentence, passive, types),
      mention.entity,
      sentence,
      "initiative/granted",
      year,
    );
    return;
  }
  const near = !project && verb !== undefined && nearBody(x, verb);
  const actors =
    shared.length > 0
      ? shared
      : actorsBefore(x, sentence, verb ?? mention.start, near ? [...types, "GovernmentBody"] : types);
  const year = later?.[1] === undefined ? yearOf(x, sentence, mention.start) : Number(later[1]);
  relate(
    x,
    actors,
    mention.entity,
    sentence,
    project ? "initiative/project-of" : "initiative/pilot-of",
    year,
  );
}

/** 某试点花落某市; 某项目由某公司承担. */
function seatOf(
  x: Extraction,
  sentence: Sentence,
  mention: Mention,
  types: readonly EntityType[],
): DocEntity | undefined {
  const [seat] = x.mentionsIn(mention.end, sentence.end, types);
  if (seat === undefined) return undefined;
  const between = /^[^。；]{0,24}?(花落|落户|由)$/u.exec(x.norm.slice(mention.end, seat.start));
  if (between === null) return undefined;
  if (between[1] === "由")
    return DONE_BY.test(x.norm.slice(seat.end, sentence.end)) ? seat.entity : undefined;
  return mention.rule === "initiative/pilot" ? seat.entity : undefined;
}

/** A、B两个某某试点: A and B. */
function namedTogether(x: Extraction, sentence: Sentence, mention: Mention): DocEntity[] {
  const count = /(?:[两二三四五六七八九十]|\d{1,12})(?:个|家|大)(?:[^，。；、]{0,4})$/u.exec(
    x.norm.slice(sentence.start, mention.start),
  );
  if (count === null) return [];
  const at = sentence.start + count.index;
  const last = x.mentionsIn(sentence.start, at, ACTORS).pop();
  return last?.end === at ? actorsBefore(x, sentence, at, ACTORS) : [];
}

/** 该试点…由某局批复，某管委会承担. */
function carriersOfThis(x: Extraction): void {
  const initiatives = x.mentions.filter((mention) => mention.type === "Initiative");
  if (initiatives.length === 0) return;
  for (const match of THIS.matches(x.norm)) {
    const sentence = x.sentenceAt(match.index);
    if (sentence === undefined || isMute(sentence.block)) continue;
    const said = initiatives[firstFrom(initiatives, match.index) - 1];
    if (said === undefined || said.start < sentence.block.start || !said.surface.includes(match[1]!))
      continue;
    for (const actor of x.mentionsIn(match.index, sentence.end, [...ACTORS, "GovernmentBody"]))
      if (
        /^(?:等[^，。]{0,4})?(?:承担|实施|负责|牵头|开展|建设)/u.test(x.norm.slice(actor.end, actor.end + 8))
      )
        relate(x, [actor.entity], said.entity, sentence, "initiative/this-pilot");
  }
}

function lastVerb(x: Extraction, mention: Mention, start: number, pattern: RegExp): number | undefined {
  let at: number | undefined;
  for (const match of allMatches(pattern, x.norm.slice(start, mention.start))) {
    const from = start + match.index;
    if (!x.mentionsIn(start, mention.start).some((m) => m.start <= from && from < m.end)) at = from;
  }
  return at;
}

/** An authority carries out only what it is said to right before the verb; elsewhere it approved it. */
function nearBody(x: Extraction, verb: number): boolean {
  return x.mentionsIn(Math.max(0, verb - 30), verb, ["GovernmentBody"]).some((body) => verb - body.end <= 4);
}

/** 某试点：某县、某市（2021年获批）: each with the year of its bracket. */
function inList(x: Extraction, sentence: Sentence, mention: Mention): void {
  for (const actor of x.mentionsIn(mention.end, sentence.end, ACTORS)) {
    const bracket = /^（[^（）]{0,200}?((?:19|20)\d\d)年?[^（）]{0,200}）/u.exec(
      x.norm.slice(actor.end, actor.end + 24),
    );
    relate(
      x,
      [actor.entity],
      mention.entity,
      sentence,
      "initiative/list",
      bracket === null ? undefined : Number(bracket[1]),
    );
  }
}
