import type { EntityType } from "../../../schema/index.js";
import { AnyOf, Begun, compounds } from "../../lexicon/begun.js";
import { allMatches } from "../../patterns/all-matches.js";
import { CharacterSet } from "../../patterns/character-set.js";
import { gated } from "../../patterns/gated.js";
import { firstMention, indexWithin, lastIndexWithin } from "../spans.js";
import type { DocEntity, Extraction, Mention } from "../types.js";
import type { Relate } from "./relate.js";

const PLACES: readonly EntityType[] = ["City", "County", "Zone"];
const BEARERS: readonly EntityType[] = ["Company", "Institution", "Zone", "Platform"];
const ORGANIZATIONS: readonly EntityType[] = ["Company", "Institution"];

/** What may stand between a place and who is there: 的, 内的, 的老牌企业, 的“链主”. */
const OF =
  /^(?:[境辖市县区园城]?[区域]?[内里])?的(?:[“”\u4e00-\u9fa5]{0,10}?(?:企业|公司|工厂|龙头|链主|单位|老字号|厂家|院所|机构|大户|巨头|冠军))?[“”—]*$/u;
const OF_START = new CharacterSet("的内里境辖市县区园城");
/** A town between a county and what is there: 乙区丙镇的. */
const TOWN = /[\u4e00-\u9fa5]{1,3}(?:镇|乡|街道|村|社区)(?=的)/uy;
const TOWN_END = new CharacterSet("镇乡街村社");
const CLASS =
  /^的[^，。；]{0,14}?(?:企业|公司|工厂|龙头|链主|单位|老字号|厂家|院所|机构|大户|巨头|名片|冠军|医院|学校)/u;
/** The longest stretch between the two. */
const LONGEST_GAP = 18;

/** Past a town's name that stands there. */
function afterTown(norm: string, at: number): number {
  // Of two or three characters and 镇, or the like.
  if (!TOWN_END.within(norm, at + 1, Math.min(norm.length, at + 4))) return at;
  TOWN.lastIndex = at;
  return at + (TOWN.exec(norm)?.[0].length ?? 0);
}

/** 乙区的甲, 乙园内的甲; 甲是乙区的老牌企业. */
export function byPossession(x: Extraction, relate: Relate): void {
  for (const place of x.mentions) {
    if (!PLACES.includes(place.type) || (place.generic && !place.surface.endsWith("内"))) continue;
    const behind = afterBracket(x.norm, place.end);
    const end = place.type === "Zone" ? behind : afterTown(x.norm, behind);
    if (!OF_START.has(x.norm.charCodeAt(end))) continue;
    const sentence = x.sentenceAt(place.start);
    if (sentence === undefined) continue;
    const next = x.mentionsIn(end, Math.min(sentence.end, end + LONGEST_GAP + 40), BEARERS)[0];
    if (
      next !== undefined &&
      !next.generic &&
      next.start - end <= LONGEST_GAP &&
      OF.test(x.norm.slice(end, next.start)) &&
      !PLANNED.test(x.norm.slice(Math.max(sentence.start, place.start - 6), place.start)) &&
      !/(?:对|向|面向|针对|销往|比)$/u.test(x.norm.slice(Math.max(0, place.start - 2), place.start))
    ) {
      relate(next.entity, place.entity, sentence.start, sentence.end, "located-in/possession", 0.85);
      // 甲市乙区的: the city before it as well.
      const outer = x.mentions[firstMention(x.mentions, place.start) - 1];
      if (outer?.type === "City" && outer.end === place.start)
        relate(next.entity, outer.entity, sentence.start, sentence.end, "located-in/possession", 0.85);
      continue;
    }
    const copula = /(?:是|为|系|作为|堪称|算是)$/u.exec(
      x.norm.slice(Math.max(0, place.start - 2), place.start),
    );
    if (copula === null || !CLASS.test(x.norm.slice(end, end + 22))) continue;
    const [subject] = x.mentionsIn(sentence.start, place.start, ORGANIZATIONS).slice(-1);
    if (subject !== undefined && place.start - subject.end <= 6)
      relate(subject.entity, place.entity, sentence.start, sentence.end, "located-in/possession", 0.8);
  }
}

const INHABITANT = new Begun(
  compounds("入驻 进驻 落户 扎根 引进 园内 园区内 辖区内 境内 新区内 开发区内 驻区 驻园", "的"),
  /(?:入驻|进驻|落户|扎根|引进|园内|园区内|辖区内|境内|新区内|开发区内|驻区|驻园)的/uy,
);
/** What may stand between 入驻的 and the name: 龙头企业. */
const KIND = /^(?:[\u4e00-\u9fa5“”]{0,10}?(?:企业|公司|龙头|链主|单位|机构|项目))?[“”—]*$/u;
const PLANNED = /[拟将未]|计划|有望|争取|力争|打算|准备/u;

/** 温岭新区瞄准智能装备，入驻的甲…: who is in the zone or county of which the sentence speaks. */
export function byInhabitant(x: Extraction, relate: Relate): void {
  for (const match of INHABITANT.matches(x.norm)) {
    const at = match.index + match[0].length;
    const sentence = x.sentenceAt(match.index);
    // A zone that 瞄准 an industry has its firms all the same: only the clause's own words count.
    if (
      sentence === undefined ||
      PLANNED.test(x.norm.slice(Math.max(sentence.start, match.index - 6), match.index))
    )
      continue;
    // 甲开发区|内的: whose it is stands there.
    if ((x.mentions[firstMention(x.mentions, match.index + 1) - 1]?.end ?? 0) > match.index) continue;
    const next = x.mentionsIn(at, Math.min(sentence.end, at + 50), BEARERS)[0];
    if (next === undefined || !KIND.test(x.norm.slice(at, next.start))) continue;
    const place =
      x.mentionsIn(sentence.start, match.index, ["Zone"])[0]?.entity ??
      x.mentionsIn(sentence.start, match.index, ["County"]).at(-1)?.entity ??
      x.subjectAt(sentence.start, ["Zone", "County"]);
    if (place !== undefined)
      relate(next.entity, place, sentence.start, sentence.end, "located-in/inhabitant", 0.75);
  }
}

/** Going to a place or being there, at the head of a sentence. */
const ARRIVAL =
  /^(?:在|走进|来到|步入|踏进|走访|驱车(?:来到|前往)|地处|[^，。]{0,8}(?:的|隔壁|相邻|邻近))?$/u;
/** The rest of an address, and what ends the clause. */
const ADDRESS =
  /^(?:的?[\u4e00-\u9fa5\d]{0,10}?(?:街道|镇|乡|村|路|大道|大街|街|片区|园区|社区|厂区|工业园|产业园|码头)(?:\d+号)?)?(?:境内|里|内|上|边|畔|深处|现场)?，[“]?/u;

const AT_TIME = gated(
  /^[^，]{0,12}(?:[点时]半?|[早清凌]晨|傍晚|上午|下午|中午|午后|深夜|夜里|[初仲深][春夏秋冬]|\d日)$/,
);

/** 走进乙区建设路，甲…; 十几公里外的乙区，甲…; 乙新区的丙片区，甲…: a scene, and at once who is there. */
export function byScene(x: Extraction, relate: Relate): void {
  for (const mention of x.mentions) {
    if ((mention.type !== "County" && mention.type !== "Zone") || mention.generic) continue;
    const sentence = x.sentenceAt(mention.start);
    if (sentence === undefined || mention.start - sentence.start > 30) continue;
    // 9月的一个清晨，记者来到…: from the clause's beginning.
    const clause = Math.max(sentence.start, lastIndexWithin(x.norm, "，", sentence.start, mention.start) + 1);
    const others = x.mentionsIn(clause, mention.start);
    const from = others.length > 0 ? others[0]! : undefined;
    // 佛山市|南海区: a city before it, or nothing.
    if (from !== undefined && (!PLACES.includes(from.type) || others.at(-1)!.end !== mention.start)) continue;
    const lead = x.norm.slice(clause, from?.start ?? mention.start);
    if (!ARRIVAL.test(lead)) continue;
    // 清晨七点半，乙区，甲的…: a time of day may stand before it.
    if (clause > sentence.start && lead === "" && !AT_TIME.test(x.norm, sentence.start, clause - 1)) continue;
    const rest = ADDRESS.exec(x.norm.slice(mention.end, mention.end + 24));
    if (rest === null) continue;
    const at = mention.end + rest[0].length;
    const next = x.mentionsIn(at, Math.min(sentence.end, at + 40), BEARERS)[0];
    if (next !== undefined && next.start === at && !next.generic)
      relate(next.entity, mention.entity, sentence.start, sentence.end, "located-in/scene", 0.7);
  }
}

const HERE = new Begun(
  "这里 此处 此地",
  /(?:这里|此处|此地)(?:就?是|便是|坐落着|建有|建起|设有|落着|有)(?:[一]座|一家)?[“]?/uy,
);

/** 乙区丙街道，…。这里是甲: the place of the sentence before. */
export function byHere(x: Extraction, relate: Relate): void {
  for (const match of HERE.matches(x.norm)) {
    const at = match.index + match[0].length;
    const sentence = x.sentenceAt(match.index);
    if (sentence === undefined) continue;
    const next = x.mentionsIn(at, Math.min(sentence.end, at + 40), BEARERS)[0];
    if (next === undefined || next.start !== at || next.generic) continue;
    const before = x.sentences[sentence.index - 1];
    const place =
      x.mentionsIn(sentence.start, match.index, ["Zone", "County"]).at(-1) ??
      (before === undefined ? undefined : x.mentionsIn(before.start, before.end, ["Zone", "County"]).at(-1));
    if (place !== undefined)
      relate(
        next.entity,
        place.entity,
        before?.start ?? sentence.start,
        sentence.end,
        "located-in/here",
        0.75,
      );
  }
}

const NEIGHBOUR = new AnyOf("隔壁 一旁 旁边 同一园区 同一条街");
const NEXT_DOOR = /(?:就|也|都|同样)?(?:在|位于)(?:隔壁|一旁|旁边|同一园区|同一条街)/gu;

/** 甲、丙就在隔壁: where the one spoken of last is. */
export function byNeighbour(x: Extraction, relate: Relate): void {
  for (const match of NEIGHBOUR.standsIn(x.norm) ? allMatches(NEXT_DOOR, x.norm) : []) {
    const sentence = x.sentenceAt(match.index);
    if (sentence === undefined) continue;
    const group = joinedBefore(x, match.index, sentence.start);
    const names = new Set(group.map((m) => m.entity));
    const last = x.relations
      .filter(
        (r) =>
          r.type === "LOCATED_IN" &&
          r.start >= sentence.block.start &&
          r.start <= sentence.start &&
          r.rule !== "located-in/prefix" &&
          !names.has(r.from),
      )
      .sort((a, b) => a.start - b.start)
      .at(-1);
    if (last !== undefined)
      for (const m of group)
        relate(m.entity, last.to, last.start, sentence.end, "located-in/neighbour", 0.65);
  }
}

const PRONOUN_IN = new Begun(
  "前者在 后者在 而前者在 而后者在 但前者在 但后者在",
  /(?<=[，。；])(?:而|但)?([前后])者在/uy,
);

/** 后者在乙区卖瓷砖. */
export function byPronoun(x: Extraction, relate: Relate): void {
  for (const match of PRONOUN_IN.matches(x.norm)) {
    const at = match.index + match[0].length;
    const sentence = x.sentenceAt(match.index);
    if (sentence === undefined) continue;
    const place = x.mentionsIn(at, Math.min(sentence.end, at + 20), PLACES)[0];
    if (place === undefined || place.start !== at) continue;
    const from = Math.max(sentence.block.start, match.index - 160);
    const named = [
      ...new Set(
        x
          .mentionsIn(from, match.index, ORGANIZATIONS)
          .toReversed()
          .map((m) => m.entity),
      ),
    ];
    const [latter, former] = named;
    const who = match[1] === "后" ? latter : former;
    if (who !== undefined) relate(who, place.entity, sentence.start, sentence.end, "located-in/pronoun", 0.7);
  }
}

const FIELD = new Begun(
  compounds("地址 地点 所在地 坐落 坐落地 选址 注册地 建设地点", "："),
  /(?:地址|地点|所在地|坐落地?|选址|注册地|建设地点)：/uy,
);

/** 甲　建设单位：丙　地址：乙区: a line's field for the place of what it begins with. */
export function byField(x: Extraction, relate: Relate): void {
  for (const match of FIELD.matches(x.norm)) {
    const at = match.index + match[0].length;
    const block = x.blockAt(match.index);
    if (block === undefined) continue;
    const place = x.mentionsIn(at, Math.min(block.end, at + 24), PLACES);
    if (place[0]?.start !== at) continue;
    const [named] = x.mentionsIn(block.start, match.index, [...BEARERS, "Initiative"]);
    const bearer = named?.entity ?? x.about.profileOf(block);
    if (bearer === undefined) continue;
    let end = at;
    for (const m of place) {
      if (m.start !== end) break;
      relate(bearer, m.entity, block.start, block.end, "located-in/field", 0.85);
      end = m.end;
    }
  }
}

/** The last bearer before `at` in its sentence with those joined to it by 、 or 和. */
export function joinedBefore(x: Extraction, at: number, floor: number): Mention[] {
  const all = x.mentionsIn(floor, at, ORGANIZATIONS).filter((m) => !m.generic);
  const group: Mention[] = [];
  for (let i = all.length - 1; i >= 0; i--) {
    const next = group[0];
    if (next !== undefined && !/^[、和与及]$/u.test(x.norm.slice(all[i]!.end, next.start))) break;
    group.unshift(all[i]!);
  }
  return group;
}

/** Past a bracket that explains a name: 乙高新区（以下称乙区）的. */
export function afterBracket(norm: string, end: number): number {
  if (norm[end] !== "（") return end;
  const close = indexWithin(norm, "）", end, end + 31);
  return close < 0 ? end : close + 1;
}

/** Whom a sentence speaks of at a place: the first that it names, else the first of the sentences before it. */
export function spokenOf(x: Extraction, at: number, types: readonly EntityType[]): DocEntity | undefined {
  const sentence = x.sentenceAt(at);
  if (sentence === undefined) return undefined;
  for (let i = 0; i <= 3; i++) {
    const earlier = x.sentences[sentence.index - i];
    if (earlier === undefined || earlier.block !== sentence.block) break;
    const named = x
      .mentionsIn(earlier.start, i === 0 ? at : earlier.end, types)
      .find(
        (m) => !/(?:与|和|同|跟|对|向)$/u.test(x.norm.slice(Math.max(earlier.start, m.start - 1), m.start)),
      );
    if (named !== undefined) return named.entity;
  }
  return x.subjectAt(at, types);
}
