import type { Sentence } from "../../types.js";
import { clauseOf, isMute } from "../shape/clauses.js";
import { isWhere } from "../shape/subjects.js";
import { PLACES } from "../shape/types.js";
import type { DocEntity, Extraction, Mention } from "../types.js";
import type { Item } from "./items.js";
import { industryOf } from "./named.js";

/** The sentence at `at`, unless it stands where no facts are. */
export function spoken(x: Extraction, at: number): Sentence | undefined {
  const sentence = x.sentenceAt(at);
  return sentence === undefined || isMute(sentence.block) ? undefined : sentence;
}

/** Relates each of the places to each of the industries. */
export function relatePlaces(
  x: Extraction,
  sentence: Sentence,
  places: readonly Mention[],
  items: readonly Item[],
  rule: string,
): void {
  for (const place of places) relate(x, sentence, items, rule, place.entity);
}

/** Relates the place, or whom the industries belong to where none is given, to each of them; a firm operates in them. */
export function relate(
  x: Extraction,
  sentence: Sentence,
  items: readonly Item[],
  rule: string,
  place?: DocEntity,
): void {
  if (items.length === 0) return;
  const subject = place ?? whose(x, sentence, items[0]!.start, items[items.length - 1]!.end);
  for (const { name, start, end } of items) {
    // 以甲新能源、乙商用车为核心: firms.
    if (x.mentionsIn(start, end, ["Company"]).some((firm) => firm.start <= start && firm.end >= end))
      continue;
    const industry = industryOf(x, { name, start, end }, rule);
    // 以某某为链主的产业: that firm's line.
    const leader = CHAIN_OF.test(x.norm.slice(start - 6, start))
      ? x.mentionsIn(start - 16, start, ["Company"]).at(-1)
      : undefined;
    if (leader !== undefined) {
      x.relate({
        type: "OPERATES_IN",
        from: leader.entity,
        to: industry,
        start: sentence.start,
        end: sentence.end,
        rule,
        confidence: 0.8,
      });
      continue;
    }
    if (subject === undefined) continue;
    x.relate({
      type: subject.type === "Company" ? "OPERATES_IN" : "FOCUSES_ON",
      from: subject,
      to: industry,
      start: sentence.start,
      end: sentence.end,
      rule,
      confidence: 0.8,
    });
  }
}

/** 《某市…行动方案》提出，聚焦A、B: the place with whose name the plan's title begins. */
function placeOfPlan(x: Extraction, from: number, to: number): DocEntity | undefined {
  const open = x.norm.lastIndexOf("《", to);
  if (open < from) return undefined;
  if (!PLAN.test(x.norm.slice(Math.max(from, open - 2), to))) return undefined;
  const close = x.norm.indexOf("》", open);
  if (x.mentionsIn(close, to, PLACES).some((mention) => !mention.generic)) return undefined;
  const title = x.norm.slice(open + 1, open + 20);
  return x.entities.find(({ type, name }) => PLACES.includes(type) && title.startsWith(name));
}
const PLAN =
  /^(?:(?:按照|依据|根据|依照|对照)《[^《》]{4,60}》|[^《》]{0,2}《[^《》]{4,60}》(?:[^，。；]{0,6}(?:提出|明确|确定|圈定|部署)|[出发]台|印发|要求))[^。；]{0,100}$/u;

const CHAIN_OF = /为链主(?:企业)?的$/u;
const SEATED = /^(?:（[^（）]{1,30}）)?(?:设在|设于|位于|坐落|地处)/u;
/** A firm that begins a sentence is what it speaks of. */
const NEAR = 12;

const OF_IT = /^(?:成?为|是|构成)其/u;

/** Whose industries they are: the place, zone or firm last named before them in the sentence, else the place after, else the context's. */
function whose(x: Extraction, sentence: Sentence, start: number, end: number): DocEntity | undefined {
  const clause = clauseOf(x.norm, start, sentence);
  // 某园区是全市A产业的…: the one that is spoken of.
  const [first] = x.mentionsIn(clause.start, start, PLACES);
  if (
    first !== undefined &&
    first.start - clause.start < 4 &&
    /^(?:则|也|都|已)?(?:是|为|成为)/u.test(x.norm.slice(first.end, start)) &&
    /^(?:产业|产业链)?的?(?:主?承载地|集聚[区地]|聚集[区地]|大本营|主产[区地]|重镇|集散地|高地|主阵地)/u.test(
      x.norm.slice(end, sentence.end),
    )
  )
    return first.entity;
  if (
    /(?:^|[，。；：])(?:市里|全市|我市)[\u4e00-\u9fa5]{0,6}$/u.test(x.norm.slice(sentence.start, start)) &&
    x.place?.type === "City"
  )
    return x.place;
  const planned = placeOfPlan(x, sentence.start, start);
  if (planned !== undefined) return planned;
  const named = x.mentionsIn(sentence.start, start, [...PLACES, "Company"]);
  // 某市地处…，…，A、B为其支柱产业.
  if (named[0] !== undefined && named[0].start === sentence.start && OF_IT.test(x.norm.slice(end, end + 4)))
    return named[0].entity;
  // 某开发区设在某县，以…为主导产业: the zone's.
  const [zone] = named;
  if (
    zone?.type === "Zone" &&
    zone.start - sentence.start <= 2 &&
    SEATED.test(x.norm.slice(zone.end, zone.end + 40)) &&
    named.every((m) => m.entity === zone.entity || (PLACES.indexOf(m.type) >= 0 && m.type !== "Zone"))
  )
    return zone.entity;
  const before = named
    .filter((mention) =>
      mention.type === "Company"
        ? mention.start >= clause.start || mention.start - sentence.start < NEAR
        : // 某公司坐落在某区，主攻…: the firm is spoken of.
          !(named[0]!.type === "Company" && isWhere(x, mention)),
    )
    .pop();
  if (before !== undefined) return before.entity;
  const after = x.mentionsIn(end, sentence.end, PLACES).find((mention) => mention.generic) ?? undefined;
  if (after !== undefined) return after.entity;
  const subject = x.subjectAt(sentence.start, ["City", "County", "Zone"]);
  if (subject === undefined || subject.type === "City") return subject;
  // 全市…，其中某县12家; 项目在某园开工: the one is but mentioned where the block speaks of another.
  const spokenOf = x
    .mentionsIn(sentence.block.start, sentence.start, PLACES)
    .filter(
      (mention) =>
        !isWhere(x, mention) &&
        /^[，。；：\n]?$/u.test(
          x.norm.slice(Math.max(sentence.block.start, mention.start - 1), mention.start),
        ),
    )
    .pop();
  if (spokenOf !== undefined) return spokenOf.entity;
  return x.mentionsIn(sentence.block.start, sentence.start, PLACES).length > 0
    ? (x.subjectAt(sentence.block.start, ["City", "County", "Zone"]) ?? subject)
    : subject;
}
