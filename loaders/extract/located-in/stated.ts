import type { EntityType } from "../../../schema/index.js";
import { Begun, compounds } from "../../lexicon/begun.js";
import type { Division } from "../../lexicon/divisions.js";
import { CharacterSet } from "../../patterns/character-set.js";
import { ownCounties, placeContext } from "../names/place-context.js";
import { PLACE_NAMES } from "../names/place-lexicon.js";
import { oncePer } from "../once.js";
import { isPlanSection } from "../shape/stance.js";
import { firstMention, lastIndexWithin } from "../spans.js";
import type { DocEntity, Extraction, Mention, RuleFamily } from "../types.js";
import {
  afterBracket,
  byField,
  byHere,
  byInhabitant,
  byNeighbour,
  byPossession,
  byPronoun,
  byScene,
  joinedBefore,
  spokenOf,
} from "./around.js";
import { BEARERS, byColumn, PLACES } from "./columns.js";
import type { Relate } from "./relate.js";

/** Words between a bearer and the place where it is. */
const VERB = new Begun(
  "位于 坐落 落户 落地 入驻 进驻 注册 总部 设在 设于 建在 建于 扎根 地处 来自 所在地 揭牌于 选址 布局在 落子 开建于 落在 落脚 安家 开在 办在 建到 厂址在 厂区在 同处 身处 同在 就在 也在 已引进 引进 落成于 迁入 迁至 搬至 搬入 搬进 搬到 在",
  /(?:位于|坐落于|坐落在|坐落|落户于|落户在|落户|落地于|落地|入驻|进驻|注册地在|注册地为|注册于|注册在|总部设在|总部位于|总部在|设在|设于|建在|建于|扎根于?|地处|来自|所在地为?|揭牌于|选址(?:在|于)?|布局在|落子|开建于|落在|落脚(?:在|于)?|安家(?:在|于)?|开在|办在|建到|厂址在|厂区在|同处|身处|同在|就在|也在|已?引进(?=[^，。；]{2,8}(?:，|。|；|$))|落成于|迁入|迁至|搬[至入进到]|在)/uy,
);
/** 施工 after 在乙: what stands before is there. */
const HAPPENS =
  /^(?:正式|顺利|全面|加紧|破土|如期|同步|同期)?(?:揭牌|挂牌|成立|落户|建成|投产|开工|启用|加紧建设|动工|设立|建设|施工|奠基|打下|打桩|落地|落成|开建|启用|投运|投入使用|投入运行|开业|开张|开园|启动|投用|封顶|扩建|安家|扎根|开办)/u;
/** 在乙打造的甲, 在乙投下23亿元，建设甲: what is built there. */
const BUILDS =
  /^(?:打造|建设|新建|兴建|建成|建起|建立|设立|成立|组建|布局|投资|投下|投入|砸下|开出|办起|创办|合建|共建)/u;
const BUILT: readonly EntityType[] = ["Initiative", "Platform", "Institution", "Zone"];

/**
 * Where a document says outright that something is: 甲位于乙, 位于乙的甲, 落户乙, 在乙建设甲, 甲（乙市）, 均来自乙市, and a
 * table's column for the place.
 */
export const locatedAsStated: RuleFamily = {
  id: "located-in/stated",
  run(x) {
    /** The city whose name begins a zone's: who is in the zone is there too. */
    const around = new Map(
      x.relations.filter((r) => r.type === "LOCATED_IN" && r.from.type === "Zone").map((r) => [r.from, r.to]),
    );
    const relate = (
      from: DocEntity,
      to: DocEntity,
      start: number,
      end: number,
      rule: string,
      confidence: number,
    ) => {
      if (from === to) return;
      x.relate({ type: "LOCATED_IN", from, to, start, end, rule, confidence });
      const city = around.get(to);
      if (city?.type === "City" && from.type !== "Zone" && from.type !== "Initiative")
        x.relate({
          type: "LOCATED_IN",
          from,
          to: city,
          start,
          end,
          rule: "located-in/zone-city",
          confidence: confidence * 0.8,
        });
      if (to.adcode !== undefined) from.region ??= to.adcode;
    };
    byVerb(x, relate);
    byBracket(x, relate);
    byColumn(x, relate);
    bySources(x, relate);
    byPossession(x, relate);
    byInhabitant(x, relate);
    byScene(x, relate);
    byHere(x, relate);
    byPronoun(x, relate);
    byField(x, relate);
    byNeighbour(x, relate);
    byThis(x, relate);
    byHaving(x, relate);
    byParts(x, relate);
    byInside(x, relate);
    zonesElsewhere(x, relate);
  },
};

function byVerb(x: Extraction, relate: Relate): void {
  for (const match of VERB.matches(x.norm)) {
    const at = match.index + match[0].length;
    const sentence = x.sentenceAt(match.index);
    if (sentence === undefined) continue;
    const place = placeFrom(x, at, sentence.end);
    if (place === undefined) continue;
    if (x.modalityAt(match.index, at) !== "fact") continue;
    const end = afterBracket(x.norm, place.end);
    // 马尾区的福州物联网产业基地: the zone lies there itself.
    const [outer, inner] = [place.entities[0]!, place.entities[place.entities.length - 1]!];
    if (inner !== outer && inner.type === "Zone")
      relate(inner, outer, sentence.start, sentence.end, "located-in/attribute", 0.85);
    const bare = match[0] === "在";
    const clause = clauseStart(x.norm, match.index, sentence.start);
    // 同样扎根乙的，还有甲和丁
    const list = /^的，?(?:还有|则?有|就?是|包括)/u.exec(x.norm.slice(end, end + 6));
    if (list !== null) {
      let listAt = end + list[0].length;
      for (const m of x.mentionsIn(listAt, sentence.end, ["Company", "Institution"])) {
        if (!/^[、和与及]?$/u.test(x.norm.slice(listAt, m.start))) break;
        for (const e of place.entities)
          relate(m.entity, e, sentence.start, sentence.end, "located-in/listed", 0.8);
        listAt = m.end;
      }
      continue;
    }
    // 位于乙的甲, 在乙的甲, 落户乙的甲
    if (x.norm[end] === "的" || x.norm.startsWith("境内的", end)) {
      const next = x.mentionsIn(end, Math.min(sentence.end, end + 40), BEARERS)[0];
      // 这家落户乙区的内燃机企业: the firm spoken of before.
      const self =
        /^的[“\u4e00-\u9fa5]{0,10}?(?:企业|公司|集团|工厂|单位|老厂|老字号|龙头|链主|院校|医院)/u.exec(
          x.norm.slice(end, end + 16),
        );
      if (self !== null && /(?:这家|该|此)$/u.test(x.norm.slice(Math.max(0, match.index - 2), match.index))) {
        const firm = spokenOf(x, match.index, ["Company", "Institution"]);
        if (firm !== undefined)
          for (const e of place.entities)
            relate(firm, e, sentence.start, sentence.end, "located-in/attribute", 0.75);
        continue;
      }
      if (next !== undefined && !/[，。；]/u.test(x.norm.slice(end, next.start))) {
        // 同处乙区的甲: as is the firm spoken of before.
        const other = /^同[在处]/u.test(match[0])
          ? spokenOf(x, match.index, ["Company", "Institution"])
          : undefined;
        if (other !== undefined && other !== next.entity)
          for (const e of place.entities)
            relate(other, e, sentence.start, sentence.end, "located-in/attribute", 0.65);
        for (const e of place.entities)
          relate(next.entity, e, sentence.start, sentence.end, "located-in/attribute", 0.85);
        continue;
      }
    }
    if (bare) {
      // 在乙，甲的实验室…: what the sentence goes on to speak of.
      if (match.index === sentence.start && x.norm[end] === "，") {
        const next = x.mentionsIn(end, Math.min(sentence.end, end + 40), BEARERS)[0];
        if (next !== undefined && next.start === end + 1) {
          for (const e of place.entities)
            relate(next.entity, e, sentence.start, sentence.end, "located-in/scene", 0.7);
          continue;
        }
      }
      const built = BUILDS.test(x.norm.slice(end, end + 4))
        ? x.mentionsIn(end, Math.min(sentence.end, end + 60), BUILT)[0]
        : undefined;
      if (
        built !== undefined &&
        isPlanSection(x, sentence.block, match.index) &&
        !/已|20\d\d年/u.test(x.norm.slice(clause, match.index))
      )
        continue;
      if (built !== undefined && BUILDING.test(x.norm.slice(end, built.start))) {
        for (const e of place.entities)
          relate(built.entity, e, sentence.start, sentence.end, "located-in/built", 0.8);
        continue;
      }
      // 甲在乙，…: a firm at the head of its clause.
      const [firm] = x.mentionsIn(clause, match.index, ["Company", "Institution"]);
      if (firm?.start === clause && firm.end === match.index && x.norm[end] === "，" && !firm.generic) {
        for (const e of place.entities)
          relate(firm.entity, e, sentence.start, sentence.end, "located-in/verb", 0.8);
        continue;
      }
      // 甲由丙运行，在乙，…: a clause of its own.
      if (match.index === clause && clause > sentence.start && ENDS_CLAUSE.has(x.norm.charCodeAt(end))) {
        const [head] = x.mentionsIn(sentence.start, match.index, BEARERS);
        if (head !== undefined && !head.generic && RUN_BY.test(x.norm.slice(head.end, match.index)))
          for (const e of place.entities)
            relate(head.entity, e, sentence.start, sentence.end, "located-in/verb", 0.75);
        continue;
      }
      // 甲在乙揭牌/建设/挂牌
      if (!HAPPENS.test(x.norm.slice(end, end + 8))) continue;
    }
    if (/^同[在处]/u.test(match[0])) {
      for (const m of joinedBefore(x, match.index, sentence.start))
        for (const e of place.entities)
          relate(m.entity, e, sentence.start, sentence.end, "located-in/verb", 0.75);
      continue;
    }
    // 甲位于乙: the last bearer before the verb, in its clause or as the subject of an earlier one.
    const before = x.mentionsIn(clause, match.index, BEARERS);
    const from = before.length > 0 ? before[before.length - 1]! : undefined;
    // 甲、丙与丁三家整机企业都已落户乙: all of them.
    if (from !== undefined && SEVERAL.test(x.norm.slice(from.end, match.index))) {
      for (const m of joinedBefore(x, match.index, clause))
        for (const e of place.entities)
          relate(m.entity, e, sentence.start, sentence.end, "located-in/several", 0.8);
      continue;
    }
    const gap = from === undefined ? "" : x.norm.slice(from.end, match.index);
    const seat = /^(?:总部|注册|厂)/u.test(match[0]) && gap === "的";
    if (from !== undefined && (seat || gapAllows(gap))) {
      for (const e of place.entities)
        relate(from.entity, e, sentence.start, sentence.end, "located-in/verb", 0.85);
      continue;
    }
    if (bare) {
      // 甲，2020年5月30日在乙启用: a date alone stands between.
      const former = clauseStart(x.norm, Math.max(sentence.start, clause - 1), sentence.start);
      const last = x.mentionsIn(former, Math.max(former, clause - 1), BEARERS)[0];
      if (
        last !== undefined &&
        last.start === former &&
        /^[^，。；]{0,24}，(?:已?于)?(?:\d{4}年|\d{1,2}月|\d{1,2}日|[今去]年|近日|日前|月初|月底){1,12}(?:正式)?$/u.test(
          x.norm.slice(last.end, match.index),
        )
      )
        for (const e of place.entities)
          relate(last.entity, e, sentence.start, sentence.end, "located-in/verb", 0.8);
      continue;
    }
    const part = Math.max(sentence.start, lastIndexWithin(x.norm, "；", sentence.start, match.index + 1) + 1);
    const last = x.mentionsIn(part, match.index, BEARERS);
    // 总部位于乙, below the line or behind the label that names 甲.
    const told =
      last.length === 0 && match.index - clause <= 4 ? x.about.profileOf(sentence.block) : undefined;
    if (told !== undefined) {
      for (const e of place.entities)
        relate(told, e, sentence.start, sentence.end, "located-in/profile", 0.75);
      continue;
    }
    // 甲与丙合资的丁项目，总投资…，选址乙: the project at the end of the clause.
    const head = last.find((m) => m.type === "Initiative" && x.norm[m.end] === "，");
    const lead = x.norm.slice(clause, match.index);
    // 一处设在甲，一处设在乙: parts of what is spoken of.
    if (/^(?:另?一[处家个座]|分别)/u.test(lead)) continue;
    // 一家是甲，另一家是丙，都设在乙.
    if (/^(?:都|均|全部|全都)$/u.test(lead) && last.length > 1) {
      for (const m of last.filter(({ type }) => type === last[last.length - 1]!.type))
        for (const e of place.entities)
          relate(m.entity, e, sentence.start, sentence.end, "located-in/all", 0.7);
      continue;
    }
    const kind = KINDS.find(([word]) => word.test(lead))?.[1];
    const subject =
      kind === undefined
        ? (head ?? last.find((m, i) => !isOwner(x, m, last[i + 1])))
        : last.findLast((m) => kind.includes(m.type));
    if (kind !== undefined && subject !== undefined && match.index - clause <= 6) {
      for (const e of place.entities)
        relate(subject.entity, e, sentence.start, sentence.end, "located-in/kind", 0.7);
      continue;
    }
    if (
      subject !== undefined &&
      x.norm[clause] !== undefined &&
      match.index - clause <= 4 &&
      !/同在|均/u.test(x.norm.slice(clause, match.index))
    )
      for (const e of place.entities)
        relate(
          (/^[就也]在$/u.test(match[0]) ||
          (last[last.length - 1]!.end === clause - 1 &&
            !/(?:单位|方|主体|者)(?:是|为|：)$/u.test(
              x.norm.slice(0, last[last.length - 1]!.start).slice(-5),
            ))
            ? last[last.length - 1]!
            : subject
          ).entity,
          e,
          sentence.start,
          sentence.end,
          "located-in/verb",
          0.7,
        );
  }
}

/** 由丙承建的甲…，落户乙: 丙 only tells of 甲. */
const isOwner = (x: Extraction, { end }: Mention, next: Mention | undefined): boolean =>
  next !== undefined &&
  /^[^，。；]{0,8}(?:建|建设|运营|牵头|管理|承担)的$/u.test(x.norm.slice(end, next.start));
const ENDS_CLAUSE = new CharacterSet("，。；");
/** Between a bearer and where it is: by whom it is run, or another name. */
const RUN_BY = /^(?:（[^（）]{1,30}）)?(?:由[^，。；]{2,30}(?:建设|承建|运营|运行|管理|共建|承担))?，$/u;

/** 中心设在, 公司落户, 项目选址: what kind of thing a clause goes on to speak of. */
const KINDS: readonly (readonly [RegExp, readonly EntityType[]])[] = [
  [/^该?(?:中心|平台|实验室|基地)[也就]?$/u, ["Platform", "Institution"]],
  [/^(?:该?(?:公司|企业|集团)|(?:公司|企业|集团)?(?:总部|厂区|新厂))[也就]?$/u, ["Company"]],
  [/^该?项目[也就]?$/u, ["Initiative"]],
  [/^该?(?:学院|研究院|协会|联盟)[也就]?$/u, ["Institution"]],
];

const SEVERAL =
  /^(?:等|这)?[\d一二两三四五六七八九十]+[家户个][^，。；、]{0,10}(?:企业|公司|单位|机构|院所|工厂)?(?:都|均|全部|先后|相继|陆续|已经?)*$/u;

/** Between 在乙打造 and what is built. */
const BUILDING =
  /(?:打造|建设|建成|建起|建|设立|成立|组建|办起|创办|布局)(?:的|了|起)?(?:[一首两]?[个座家])?[“]?$/u;

/** Between a bearer and 位于: 的…, 等, 均, 秘书处 would make it another thing. */
function gapAllows(gap: string): boolean {
  return gap.length <= 8 && !/[、秘书处]|获|的/u.test(gap);
}

/** A place at `at`, with the one in it that follows: 乙市丙区; 乙区的丙园. */
function placeFrom(
  x: Extraction,
  at: number,
  limit: number,
): { entities: DocEntity[]; end: number } | undefined {
  const entities: DocEntity[] = [];
  let end = at;
  for (let step = 0; step < 3; step++) {
    const skip = step > 0 && x.norm[end] === "的" ? 1 : 0;
    const mention = x.mentionsIn(end + skip, Math.min(limit, end + 30), PLACES)[0];
    if (mention === undefined || mention.start !== end + skip) break;
    if (step > 0 && skip > 0 && mention.type !== "Zone") break;
    entities.push(mention.entity);
    end = mention.end;
  }
  const [first] = entities;
  if (first === undefined) return districtAt(x, at);
  // The narrowest counts, and a city or county before it; a province only where nothing else is said.
  const said = entities.filter((e) => e.type !== "Province");
  // 成都市郫都区|安德街道 …: the rest of an address.
  const rest = /^[\u4e00-\u9fa5\d]{1,10}?(?:街道|镇|乡|村|社区|大道|路(?:\d{1,12}号)?)(?=的|，|。)/u.exec(
    x.norm.slice(end, end + 18),
  );
  if (rest !== null) end += rest[0].length;
  return { entities: said.length > 0 ? said : entities, end };
}

/** The districts of the document's city by their names without 区. */
const districtsOf = oncePer((x): readonly { stem: string; county: Division }[] =>
  ownCounties(placeContext(x))
    .filter(({ name }) => name.length > 2 && name.endsWith("区"))
    .map((county) => ({ stem: county.name.slice(0, -1), county })),
);

/** 同在顺德: a district of the document's city by its name without 区, where no longer name follows. */
function districtAt(x: Extraction, at: number): { entities: DocEntity[]; end: number } | undefined {
  for (const { stem, county } of districtsOf(x)) {
    if (!x.norm.startsWith(stem, at)) continue;
    const end = at + stem.length;
    if (!/^(?:$|[，。；、的\s])/u.test(x.norm.slice(end, end + 1))) continue;
    const entity = x.entity("County", county.name, { start: at, end });
    entity.adcode ??= county.code;
    return { entities: [entity], end };
  }
  return undefined;
}

const BRACKET = new Begun("（", /（([^（）\n]{2,60})）/uy);

/** 甲（乙市）, 甲（原丙，乙市）, 甲（丙省乙市）. */
function byBracket(x: Extraction, relate: Relate): void {
  for (const match of BRACKET.matches(x.norm)) {
    const start = match.index + 1;
    // 甲（乙市，以下简称丙）, 甲（乙市，提名奖）: the place comes first.
    const comma = match[1]!.search(/[，、；]/u);
    const end = start + (comma < 0 ? match[1]!.length : comma);
    const within = x.mentionsIn(start, end);
    if (within.length === 0) continue;
    const last = within[within.length - 1]!;
    if (last.end !== end || !PLACES.includes(last.type)) continue;
    if (within[0]!.start !== start) continue;
    if (!within.every((m) => PLACES.includes(m.type))) continue;
    if (within.reduce((n, m) => n + m.end - m.start, 0) !== end - start) continue;
    const before = x.mentionsIn(Math.max(0, match.index - 40), match.index, BEARERS);
    if (before.length === 0) continue;
    const from = before[before.length - 1]!;
    if (
      (from.end !== match.index && !(from.end === match.index - 1 && x.norm[from.end] === "”")) ||
      (from.type !== "Company" && from.type !== "Institution" && from.type !== "Zone")
    )
      continue;
    if (last.type === "Province") continue;
    const sentence = x.sentenceAt(match.index);
    relate(
      from.entity,
      last.entity,
      sentence?.start ?? from.start,
      Math.max(sentence?.end ?? 0, end + 1),
      "located-in/bracket",
      0.85,
    );
  }
}

const HERE = new Begun(
  "坐落 落户 扎根 集聚 聚集 汇聚 落子 安家 落脚 入驻 位于 位在 位此 位这里 总部 在此 在这里",
  /(?:坐落|落户|扎根|集聚|聚集|汇聚|落子|安家|落脚|入驻|位)(?:于|在)?(?:此地?|这里)(?=[，。；])|总部(?:就|也|正)?(?:在|设在)(?:此地?|这里)(?=[，。；])|在(?:此|这里)(?:建厂|设厂|投产|落户|扎根|安家|建设)/uy,
);

/** 甲、丙均坐落于此: in the zone or county that the text named last before them. */
function byThis(x: Extraction, relate: Relate): void {
  for (const match of HERE.matches(x.norm)) {
    const sentence = x.sentenceAt(match.index);
    if (sentence === undefined || x.modalityAt(match.index, match.index + 1) !== "fact") continue;
    const group = joinedBefore(x, match.index, sentence.start);
    const [first] = group;
    if (first === undefined) continue;
    const floor = Math.max(sentence.block.start, sentence.start - 120);
    const place = x
      .mentionsIn(floor, first.start, ["Zone", "County", "City"])
      .findLast((m) => !group.some((other) => other.start <= m.start && m.end <= other.end));
    if (place === undefined) continue;
    for (const m of group)
      relate(m.entity, place.entity, sentence.start, sentence.end, "located-in/this", 0.7);
  }
}

const HAVING = /(?:现|已|则|也|还)?(?:拥有|建有|设有|建成|有)(?:了)?(?:一[个家座])?/uy;

/** 乙县有甲中心，由…运营: a platform that a county or zone has at the head of a clause. */
function byHaving(x: Extraction, relate: Relate): void {
  for (const platform of x.mentions) {
    if (platform.type !== "Platform") continue;
    const place = x.mentions[firstMention(x.mentions, platform.start) - 1];
    if (place === undefined || place.generic || (place.type !== "County" && place.type !== "Zone")) continue;
    HAVING.lastIndex = place.end;
    if (!HAVING.test(x.norm) || HAVING.lastIndex !== platform.start) continue;
    if (place.start > 0 && !/[。；，：\n]/u.test(x.norm[place.start - 1]!)) continue;
    if (x.modalityAt(platform.start, platform.end) !== "fact") continue;
    const sentence = x.sentenceAt(platform.start);
    if (sentence !== undefined)
      relate(platform.entity, place.entity, sentence.start, sentence.end, "located-in/having", 0.75);
  }
}

const CLAUSE_ENDS = new CharacterSet("，。；：");

function clauseStart(norm: string, at: number, floor: number): number {
  let i = at;
  while (i > floor && !CLAUSE_ENDS.has(norm.charCodeAt(i - 1))) i--;
  return i;
}

const SOURCES = new Begun(
  compounds("均 都 全 均部 都部 全部", "来自 位于 地处 出自"),
  /[均都全](?:部)?(?:来自|位于|地处|出自)/uy,
);

/** 均来自乙市，即甲一、甲二，以及甲三: all that the sentence goes on to name. */
function bySources(x: Extraction, relate: Relate): void {
  for (const match of SOURCES.matches(x.norm)) {
    const at = match.index + match[0].length;
    const sentence = x.sentenceAt(match.index);
    const place = sentence && placeFrom(x, at, sentence.end);
    if (place === undefined || sentence === undefined) continue;
    if (!/^[，：](?:即|分别是|分别为|包括|其中|为|是)/u.test(x.norm.slice(place.end, place.end + 5)))
      continue;
    for (const m of x.mentionsIn(place.end, sentence.end, ["Company", "Institution"]))
      for (const e of place.entities)
        relate(m.entity, e, sentence.start, sentence.end, "located-in/sources", 0.75);
  }
}

const PARTED = new Begun(
  "下设 下辖 辖有 内设 内有 区内有 包括 涵盖 组成 构成 分成 分为",
  /(?:下设|下辖|辖有|内设|内有|区内有|包括|涵盖|(?:组成|构成|分成|分为)[^，。；：]{0,6}[：，])/uy,
);

/** A zone's parks: 甲区下设乙园、丙园. */
function byParts(x: Extraction, relate: Relate): void {
  for (const match of PARTED.matches(x.norm)) {
    const areas = /[：，]$/u.test(match[0]);
    const sentence = x.sentenceAt(match.index);
    if (sentence === undefined) continue;
    const parts: Mention[] = [];
    let at = match.index + match[0].length;
    for (const m of x.mentionsIn(at, sentence.end, ["Zone"])) {
      const gap = x.norm.slice(at, m.start);
      // 北片是丙园，南片是丁园
      if (
        !(
          areas ? /^[，、；]?(?:[\u4e00-\u9fa5]{1,4}[是为])?$/u : /^(?:[\u4e00-\u9fa5]{0,2}|[、和及与])$/u
        ).test(gap)
      )
        break;
      parts.push(m);
      at = m.end;
    }
    if (parts.length === 0) continue;
    const whole =
      x.mentionsIn(sentence.start, match.index, ["Zone"])[0]?.entity ?? x.subjectAt(match.index, ["Zone"]);
    if (whole === undefined) continue;
    for (const part of parts)
      if (part.entity !== whole)
        relate(part.entity, whole, sentence.start, sentence.end, "located-in/part", 0.8);
  }
}

/** The zone that the document is about: most of its mentions of zones name it. */
function mainZone(x: Extraction): DocEntity | undefined {
  const zones = x.entities.filter((e) => e.type === "Zone");
  const all = zones.reduce((n, e) => n + e.mentions.length, 0);
  return zones.find((e) => e.mentions.length >= 5 && e.mentions.length * 2 > all);
}

/** A zone of which nothing else is said lies in the place that the document is about. */
function zonesElsewhere(x: Extraction, relate: Relate): void {
  if (x.place === undefined || x.place.type === "Province") return;
  const placed = new Set(x.relations.filter((r) => r.type === "LOCATED_IN").map((r) => r.from));
  const main = mainZone(x);
  for (const zone of x.entities) {
    if (zone.type !== "Zone" || placed.has(zone)) continue;
    // A free-trade zone or park that bears its province's name is wider than a city.
    const first = PLACE_NAMES.longestAt(zone.name, 0);
    if (first !== undefined || /^中国（/u.test(zone.name)) continue;
    const mention = zone.mentions.find((m) => !m.generic && x.modalityAt(m.start, m.end) === "fact");
    const sentence = mention && x.sentenceAt(mention.start);
    // A park without a place in its name, where the text is about one zone: within it.
    const whole = main !== undefined && main !== zone && /[园城谷港]区?$/u.test(zone.name) ? main : x.place;
    if (sentence !== undefined) relate(zone, whole, sentence.start, sentence.end, "located-in/document", 0.5);
  }
}

/** 区内建成甲、乙等平台: what stands within the zone that the text speaks of. */
function byInside(x: Extraction, relate: Relate): void {
  for (const zone of x.mentions) {
    if (zone.type !== "Zone" || !zone.surface.endsWith("内")) continue;
    const sentence = x.sentenceAt(zone.start);
    if (
      sentence === undefined ||
      !/^(?:已|现|先后|还|目前)?(?:建成|建有|拥有|设有|落户|现有|布局|有)/u.test(
        x.norm.slice(zone.end, zone.end + 4),
      )
    )
      continue;
    if (x.modalityAt(zone.end, zone.end + 1) !== "fact") continue;
    for (const m of x.mentionsIn(zone.end, sentence.end, ["Platform", "Institution"]))
      relate(m.entity, zone.entity, sentence.start, sentence.end, "located-in/inside", 0.75);
  }
}
