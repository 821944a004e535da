import type { EntityType } from "../../../schema/index.js";
import { gated } from "../../patterns/gated.js";
import type { Block } from "../../types.js";
import { MAIN } from "../about/main.js";
import { isOfPlace } from "../about/portrayed.js";
import { firstMention, indexWithin } from "../spans.js";
import type { DocEntity, Extraction, Mention } from "../types.js";
import { type Clause, Hint } from "./clauses.js";
import { Headings } from "./headings.js";
import { withoutLead } from "./phrases.js";
import { isHeadOf, isPlaceOfAward, PLACES, type Role, roleOf, SUBJECTS } from "./roles.js";
import { withoutTimes } from "./times.js";

const NATIONAL = gated(
  /^(?:国家|全国|中国|国务院|中共|中央|教育部|科技部|科学技术部|商务部|财政部|工业和信息化部|农业农村部)/,
);
const LEADING_TIME = gated(
  /^\s*(?:到|至|截至|截止)?\s?(?:20\d{2}\s?年|[今去]年)(?:上半年|前三季度|\d{1,2}月|底|末|[—-]|\d)*/,
);
const TRADE = gated(/产业|集群|链|工业|经济|GDP/);
/** 某某家具产业集群, 某某轴承产业: a trade of the place. */
const OF_TRADE = gated(/^[^，。；、的\d]{4,14}?(?:产业|集群|链|工业|经济|GDP)/);
/** Places by their width; zones and counties are alike. */
const WIDTH: readonly EntityType[] = ["Zone", "City", "Province"];
/** How many mentions back a short name's full one is sought. */
const MANY = 300;
/** How far back a firm is that 这家企业 means. */
const FAR = 600;
const THIS_FIRM = gated(
  /^[\s，、“]{0,40}(?:说起|提起|如今|目前|现在)?(?:这家|这个|该)(?!县|市|区|省|院|所|校)[^，。；、]{0,20}?(?:企业|公司|工厂|集团|老字号|车企|药企|厂(?!区|房|家))/,
);
const OWN_BODY = gated(
  /^[\s，、]{0,9}(?:\d{1,2}月|全年|[今去]年|目前|截至目前)?(?:[我全]局|全[市县区州](?:市场监管|市监)?系统)/,
);
const SHORTENED = gated(
  /中心|实验室|平台|[究检测验学]院|[验测究]所|务站|基地|产业园|联盟|[协学员委]会|作组|项目/,
);
/** At the head of a clause: a short name, and what a subject is followed by. */
const SHORT = gated(
  /^(?:该|这个|这家|这座)?“?([^，。；：、的该这某各一两三\d]{0,6}(?:中心|实验室|平台|研究院|检验所|检测所|研究所|检验院|检测院|服务站|基地|产业园|学院|联盟|协会|学会|委员会|分委会|技委会|工作组|项目))”?(?=现|拟|位|坐|落|设|选|规|是|具|集|还|面|已|目前|拥|累|共|由|预|能|将|每|平|近|持|向|对|面|\d(?!\d{0,3}[余多]?[个家座])|今|去|年|自|先|可|，|有|建|实|完|检|出|接|为|管|投|占|总|全)/,
);
const NAMED_SO: readonly EntityType[] = ["Platform", "Institution", "Initiative", "StandardsBody", "Zone"];
/** Among how many of a document's first lines its titles are. */
const TITLES = 4;
const ROUND = gated(/^[\s，、]{0,9}(?:第[一二三四五六七八九十\d]{1,3}届|新一[届轮]|本届|今年|20\d\d年度?)?$/);
const STARTED = gated(
  /^(?:评选|评审|申报)?(?:工作|活动)?(?:现|已|于|正|日前)?[^，。；]{0,6}(?:启动|开展|受理|评出|评选|设立|揭晓|公布)/,
);
/** 建成53个|某某服务平台: so many of a kind, none of which the text below is about. */
const COUNTED = gated(/\d[余多]?[个家座处所项]$/);
/** How far into a clause its subject can stand. */
const REACH = 120;
/** How long the name of a place is at most. */
const LONGEST = 24;

/** Before a short name at the head of a clause. */
const BEFORE_SHORT = gated(/^[\s，、但而]{0,40}(?:目前|现在|如今|第[一二三四五六七八九十]{1,12}届)?/);
const LATTER = gated(/^[\s，、而但其中]{0,40}(前者|后者)(?!总|数|的)/);
const TITLED = gated(
  /^[^，。；：《》]{0,16}(?:按照|根据|依据|依照|对照|按|(?:印发|出台|发布|实施|公布)[的了]?(?=《[^》]{4,40}(?:方案|规划|计划|纲要|意见|措施|行动)))《([^》]{4,40})|^\s{0,4}《([^》]{4,40})》(?:提出|明确|要求|确定|给出|规定|划定|印发|出台)/,
);
/** 全市, 我区, 本县. */
const OWN_PLACE = gated(/^[全我本](.)$/);
const THIS = gated(/^[该这]/);
const FULL_PLACE = gated(/[省市区县州]$/);
/** What counts an award's winners without saying whose it is. */
const WINNERS = gated(
  /^(?:累计)?(?:[^，。]{2,16}奖)?(?:获奖|上榜)(?:单位|组织|企业|个人)$|^(?:累计)?(?:获得?|拿到)(?!国家|全国|中国).{0,24}奖的?(?:单位|组织|企业|个人)$/,
);
const OF_PLACE = gated(/(?:[市县区]长|政府|质量)[^，]{0,6}奖$/);
/** Around a signature: nothing but a date and brackets. */
const AROUND_SIGNATURE = gated(/^[\s（）\d年月日]*$/);

/** Whom a clause names as its subject. */
export interface Named {
  entity: DocEntity;
  /** Only as a place where something is (机器人放在某区), which counts where nothing else is named. */
  local: boolean;
  /** Only as the place of a trade (某某家具产业集群): another trade is of whom was spoken of before. */
  passing: boolean;
  /** Where the words for it end, -1 where nothing stands for it. */
  end: number;
}

/** Whom figures are about: what the clauses name, and what the headings and the document are about. */
export class Topics {
  /** What the headings tell. */
  readonly headings: Headings;
  private readonly main: DocEntity | undefined;
  private readonly ofHeadings = new Map<Block, DocEntity | undefined>();
  private readonly ofBodies = new Map<DocEntity, DocEntity | undefined>();
  private readonly firsts = new Map<DocEntity, number>();
  private signed: { by: DocEntity | undefined; heads: DocEntity | undefined } | undefined = undefined;
  private names: Map<string, DocEntity> | undefined = undefined;
  private initials: Set<number> | undefined = undefined;
  private longestName = 0;
  private firms: Map<string, DocEntity> | undefined = undefined;
  private readonly namesLatter: boolean;
  private elsewhere: { place: DocEntity | undefined } | undefined = undefined;

  constructor(private readonly x: Extraction) {
    this.headings = new Headings(x.norm);
    this.main = mainOf(x);
    this.namesLatter = namesLatter(x.norm);
  }

  /** Whether the document is about a place or zone, so that firms are only spoken of in passing. */
  get ofPlace(): boolean {
    return this.main !== undefined && PLACES.includes(this.main.type);
  }

  /** Whether the first goes on where a sentence that named it first has come to the second: what the document is about, a wider place. */
  isWhole(first: DocEntity, second: DocEntity | undefined): boolean {
    if (second === undefined || first === second) return false;
    return first === this.main || WIDTH.indexOf(first.type) > Math.max(0, WIDTH.indexOf(second.type));
  }

  /** Whether a place that a sentence named is only in passing: in a text about a firm, or a province in one about a city. */
  isPassing(topic: DocEntity | undefined): boolean {
    const { main } = this;
    if (topic === undefined || main === undefined || !PLACES.includes(topic.type)) return false;
    if (PLACES.includes(main.type)) return topic.type === "Province" && main.type !== "Province";
    return main.type === "Company" || main.type === "Institution";
  }

  /** The place that the document is about, for what only a place can have. */
  get place(): DocEntity | undefined {
    if (this.ofPlace) return this.main;
    this.elsewhere ??= { place: this.x.place ?? this.x.subjectAt(this.x.text.length, PLACES) };
    return this.elsewhere.place;
  }

  /** The subject that a clause names before `until`, undefined where it names none. */
  named(clause: Clause, until: number, topic?: DocEntity): Named | undefined {
    const { x } = this;
    const meant = this.latterOf(clause);
    if (meant !== undefined) return { entity: meant, local: false, passing: false, end: -1 };
    const pointed = this.pointedAt(clause) ?? this.ownBody(clause);
    if (pointed !== undefined) return pointed;
    let subject: Mention | undefined;
    let local: Mention | undefined;
    let several = false;
    let previousEnd = -1;
    let previousRole: Role = "none";
    for (let i = firstMention(x.mentions, clause.start); i < x.mentions.length; i++) {
      const mention = x.mentions[i]!;
      if (mention.end > until || mention.start - clause.start > REACH) break;
      // 高出某市全市: the second name is used as the first.
      const joined = isNextTo(x.norm, previousEnd, mention.start);
      const role: Role =
        previousEnd === mention.start || (previousRole !== "subject" && joined)
          ? previousRole
          : roleOf(x, mention, clause.start, mention.end === clause.end, until < clause.end);
      previousEnd = mention.end;
      previousRole = role;
      if (subject !== undefined) {
        if (isHeadOf(x, subject, mention)) subject = mention;
        continue;
      }
      if (role === "none" || this.isEarly(mention)) continue;
      if (mention.type === "GovernmentBody" && this.territory(mention.entity) === undefined) continue;
      if (role === "subject") subject = mention;
      // 在甲区、乙区建成…: the figures are of the whole.
      else if (joined && local !== undefined) several = true;
      else local ??= mention;
    }
    if (subject !== undefined)
      return { entity: this.meant(subject, topic), local: false, passing: false, end: subject.end };
    const titled = this.titled(clause);
    if (titled !== undefined) return { entity: titled, local: false, passing: false, end: -1 };
    const referred = this.referredTo(clause);
    if (referred !== undefined) return referred;
    const place = this.headed(clause, until);
    if (place !== undefined) return { entity: place, local: false, passing: true, end: -1 };
    const where = several ? (this.place ?? topic) : local?.entity;
    return where && { entity: where, local: true, passing: false, end: -1 };
  }

  /** 检验中心现有…, 分委会管理…: what was named last by a name that the words at the head of a clause shorten. */
  private referredTo(clause: Clause): Named | undefined {
    if ((clause.hints & Hint.shortened) === 0) return undefined;
    const { mentions, norm } = this.x;
    const to = Math.min(clause.end + 1, clause.start + 32);
    if (!SHORTENED.test(norm, clause.start, to)) return undefined;
    const head = BEFORE_SHORT.replace(withoutTimes(norm.slice(clause.start, to)), "");
    const short = SHORT.exec(head)?.[1];
    if (short === undefined) return undefined;
    // A long one may stand for what another paragraph named.
    const from = short.length > 4 ? 0 : (this.x.blockAt(clause.start)?.start ?? clause.start);
    const end = norm.indexOf(short, clause.start) + short.length;
    let like: DocEntity | undefined;
    const titled = short.length > 4 ? undefined : this.ofTitle(short);
    const last = firstMention(mentions, clause.start) - 1;
    for (let i = last; i >= Math.max(0, last - MANY) && mentions[i]!.start >= from; i--) {
      const { entity, type } = mentions[i]!;
      if (!NAMED_SO.includes(type)) continue;
      const name = entity.name.replace(/[（(].{0,300}$/, "");
      if (name.endsWith(short)) return { entity, local: false, passing: false, end };
      if (like === undefined && isWithinOrder(short, name)) like = entity;
    }
    const entity = like ?? titled;
    return entity && { entity, local: false, passing: false, end };
  }

  /** 中心, where a title names one. */
  private ofTitle(short: string): DocEntity | undefined {
    for (const { kind, start, end } of this.x.blocks.slice(0, TITLES)) {
      if (kind !== "title") continue;
      const found = this.x.mentionsIn(start, end, NAMED_SO).find(({ surface }) => surface.endsWith(short));
      if (found !== undefined) return found.entity;
    }
    return undefined;
  }

  /** 这家成立于2006年的企业: the firm that was named last. */
  private pointedAt(clause: Clause): Named | undefined {
    if ((clause.hints & Hint.pointing) === 0) return undefined;
    const { norm } = this.x;
    const match = THIS_FIRM.exec(norm, clause.start, Math.min(clause.end, clause.start + 40));
    const entity = match === null ? undefined : this.lastFirm(clause.start);
    return entity && { entity, local: false, passing: false, end: clause.start + match![0].length };
  }

  private lastFirm(before: number): DocEntity | undefined {
    const { mentions } = this.x;
    for (let i = firstMention(mentions, before) - 1; i >= 0 && mentions[i]!.end > before - FAR; i--)
      if (mentions[i]!.type === "Company" && !mentions[i]!.generic) return mentions[i]!.entity;
    return undefined;
  }

  /** 我局: the authority that the document is by. */
  private ownBody(clause: Clause): Named | undefined {
    if ((clause.hints & Hint.body) === 0) return undefined;
    const match = OWN_BODY.exec(this.x.norm, clause.start, Math.min(clause.end, clause.start + 12));
    return match === null || this.author === undefined
      ? undefined
      : { entity: this.author, local: false, passing: false, end: clause.start + match[0].length };
  }

  /** The local authority that signs the document: alone on one of its first or last lines. */
  get author(): DocEntity | undefined {
    this.signed ??= { by: signerOf(this.x), heads: headOf(this.x) };
    return this.signed.by ?? this.signed.heads;
  }

  /** Whether the authority signs the document, rather than only head its title. */
  get isSigned(): boolean {
    return this.author !== undefined && this.signed?.by !== undefined;
  }

  /** 前者, 后者 at the head of a clause: the first or last of the two that were named together before it. */
  private latterOf(clause: Clause): DocEntity | undefined {
    if (!this.namesLatter) return undefined;
    const { x } = this;
    const to = Math.min(x.norm.length, clause.start + 24);
    if (indexWithin(x.norm, "者", clause.start, to) < 0) return undefined;
    const which = LATTER.exec(withoutTimes(x.norm.slice(clause.start, to)))?.[1];
    if (which === undefined) return undefined;
    const block = x.blockAt(clause.start);
    const named: DocEntity[] = [];
    for (const { entity } of x.mentionsIn(
      Math.max(block?.start ?? 0, clause.start - 200),
      clause.start,
      SUBJECTS,
    ))
      if (!PLACES.includes(entity.type) || named.length === 0) {
        if (named.includes(entity)) named.splice(named.indexOf(entity), 1);
        named.push(entity);
      }
    const [former, latter] = named.slice(-2);
    return latter === undefined || former!.type !== latter.type
      ? undefined
      : which === "前者"
        ? former
        : latter;
  }

  /** 某某家具产业集群产值: the place with whose name what is measured begins, which is no name of its own there. */
  private headed(clause: Clause, until: number): DocEntity | undefined {
    const { x } = this;
    const start = this.tradeAt(clause, until);
    if (start === undefined) return undefined;
    const after = firstMention(x.mentions, start + 1);
    const cover = after === 0 ? undefined : x.mentions[after - 1];
    if (cover !== undefined && cover.end > start && cover.type !== "Industry") return undefined;
    return this.placeAtHead([x.norm.slice(start, start + LONGEST)], true);
  }

  /** Where a clause begins with a trade, after its time: 到2027年，|稀土新材料集群营业收入. */
  tradeAt(clause: Clause, until: number): number | undefined {
    if ((clause.hints & Hint.trade) === 0) return undefined;
    const { norm } = this.x;
    const to = Math.min(until, clause.start + 60);
    if (!TRADE.test(norm, clause.start, to)) return undefined;
    const text = norm.slice(clause.start, to);
    const time = LEADING_TIME.exec(text)?.[0].length ?? 0;
    const rest = withoutLead(time === 0 ? text : "，".repeat(time) + text.slice(time));
    return OF_TRADE.test(rest) ? clause.start + text.length - rest.length : undefined;
  }

  /** 区里, 市里: the place of that level that was named last before the offset. */
  level(kind: string, offset: number): DocEntity | undefined {
    const { mentions } = this.x;
    const from = firstMention(mentions, offset) - 1;
    for (let i = from; i >= 0 && i > from - 200; i--) {
      const { entity } = mentions[i]!;
      if (PLACES.includes(entity.type) && entity.name.endsWith(kind)) return entity;
    }
    return undefined;
  }

  /** What headings and the document are about, for a paragraph that names nobody before its first figure. */
  of(block: Block): DocEntity | undefined {
    for (let heading = block.parent; heading !== null && heading.kind !== "title"; heading = heading.parent) {
      const entity = this.ofHeading(heading);
      if (entity !== undefined) return entity;
    }
    return this.main;
  }

  private ofHeading(heading: Block): DocEntity | undefined {
    if (!this.ofHeadings.has(heading)) {
      const { norm } = this.x;
      // “某省制造”: no place is spoken of.
      const found = this.x
        .mentionsIn(heading.start, heading.end, MAIN)
        .find(
          (m) =>
            !m.generic &&
            !(norm[m.start - 1] === "“" && norm[m.end] !== "”") &&
            !COUNTED.test(norm, Math.max(heading.start, m.start - 6), m.start),
        );
      const isAbout = found !== undefined && !isPlaceOfAward(this.x, found);
      this.ofHeadings.set(heading, isAbout ? found.entity : undefined);
    }
    return this.ofHeadings.get(heading);
  }

  /** 第五届某奖已启动申报，共受理43家: a sentence about an award goes on about no firm. */
  isOfAward({ start, end }: Clause): boolean {
    const first = this.x.mentions[firstMention(this.x.mentions, start)];
    if (first?.type !== "Award" || first.end > end) return false;
    return ROUND.test(this.x.norm, start, first.start) && STARTED.test(this.x.norm, first.end, end);
  }

  /** The association or alliance that a stretch names last, as an object or not: whose members are counted. */
  association(start: number, end: number): DocEntity | undefined {
    return this.x.mentionsIn(start, end, ["Institution", "StandardsBody"]).at(-1)?.entity;
  }

  /** The place or zone that an authority's figures are about; undefined for one of the whole country. */
  territory(body: DocEntity): DocEntity | undefined {
    if (!this.ofBodies.has(body)) {
      const names = [body.name, ...body.aliases.keys()];
      const national = names.some((name) => NATIONAL.test(name));
      this.ofBodies.set(body, national ? undefined : (this.placeAtHead(names) ?? this.place));
    }
    return this.ofBodies.get(body);
  }

  /** 盐城东辉 of a 盐城东辉汽车…公司: the firm whose name goes on as the text does after the place at its head. */
  private firmFrom(mention: Mention): DocEntity | undefined {
    // Four characters tell a firm: two of them are the place's.
    if (mention.generic || mention.end - mention.start > 2) return undefined;
    if (!PLACES.includes(mention.type) || FULL_PLACE.test(mention.surface)) return undefined;
    this.firms ??= firmsByHead(this.x);
    return this.firms.get(this.x.norm.slice(mention.start, mention.end + 2));
  }

  /** 全市, 我区: the document's own place where it is of that kind, whatever was named last. */
  private meant(mention: Mention, topic: DocEntity | undefined): DocEntity {
    const firm = this.firmFrom(mention);
    if (firm !== undefined) return firm;
    if (mention.generic && THIS.test(mention.surface) && PLACES.includes(mention.type))
      return this.level(mention.surface.slice(-1), mention.start) ?? mention.entity;
    if (mention.generic && mention.type === "Company") {
      // 该公司 is the firm that was named last, 公司 the one that is spoken of.
      if (THIS.test(mention.surface)) return this.lastFirm(mention.start) ?? mention.entity;
      if (this.main?.type === "Company") return this.main;
      return topic?.type === "Company" ? topic : mention.entity;
    }
    const { main } = this;
    const kind = mention.generic ? OWN_PLACE.exec(mention.surface)?.[1] : undefined;
    if (kind === undefined || main === undefined || !PLACES.includes(main.type)) return mention.entity;
    if (kind === "市") return main.type === "City" || main.name.endsWith("市") ? main : mention.entity;
    if (kind === "区") return main.type === "Zone" || main.name.endsWith("区") ? main : mention.entity;
    return main.name.endsWith(kind) ? main : mention.entity;
  }

  /** A generic word cannot mean what is named only after it, unless it is what the document is about. */
  private isEarly(mention: Mention): boolean {
    if (!mention.generic || mention.entity === this.main) return false;
    let first = this.firsts.get(mention.entity);
    if (first === undefined) {
      first = mention.entity.mentions.find((m) => !m.generic)?.start ?? 0;
      this.firsts.set(mention.entity, first);
    }
    return first > mention.start;
  }

  /** 按照《某市…规划》: what follows is of the place that the title begins with. */
  private titled(clause: Clause): DocEntity | undefined {
    if ((clause.hints & Hint.title) === 0) return undefined;
    const match = TITLED.exec(this.x.norm, clause.start, Math.min(clause.end, clause.start + 60));
    const title = match?.[1] ?? match?.[2];
    return title === undefined ? undefined : (this.placeAtHead([title]) ?? this.firmAtHead(title));
  }

  /** 《恒远轴承五年规划》: the firm or institution with whose name or short name a title begins. */
  private firmAtHead(title: string): DocEntity | undefined {
    const begins = (name: string): boolean => name.length > 2 && title.startsWith(name);
    return this.x.entities.find(
      ({ type, name, aliases }) =>
        (type === "Company" || type === "Institution") && (begins(name) || [...aliases.keys()].some(begins)),
    );
  }

  /** 获奖单位一共16家, 获得某区区长质量奖的组织: the place whose award is spoken of, where it is a city's or county's. */
  placeOfWinners(indicator: string, offset: number): DocEntity | undefined {
    if (!WINNERS.test(indicator)) return undefined;
    const { mentions } = this.x;
    let i = firstMention(mentions, offset) - 1;
    for (const least = Math.max(0, i - 60); i >= least; i--) {
      const { type, entity } = mentions[i]!;
      if (type !== "Award") continue;
      if (!OF_PLACE.test(entity.name)) return undefined;
      const place = this.placeAtHead([entity.name]);
      return place?.type === "Province" ? undefined : place;
    }
    return undefined;
  }

  /** The place or zone with whose name one of the names begins. */
  private placeAtHead(names: readonly string[], short = false): DocEntity | undefined {
    this.names ??= placesByName(this.x);
    if (this.initials === undefined) {
      this.initials = new Set();
      for (const name of this.names.keys()) {
        this.initials.add(name.charCodeAt(0));
        this.longestName = Math.max(this.longestName, name.length);
      }
    }
    const { initials } = this;
    if (!names.some((name) => initials.has(name.charCodeAt(0)))) return undefined;
    for (let length = Math.min(LONGEST, this.longestName); length > 1; length--)
      for (const name of names) {
        const place =
          name.length >= length
            ? (this.names.get(name.slice(0, length)) ??
              (short
                ? (this.names.get(`${name.slice(0, length)}区`) ??
                  this.names.get(`${name.slice(0, length)}县`) ??
                  this.names.get(`${name.slice(0, length)}市`))
                : undefined))
            : undefined;
        if (place !== undefined) return place;
      }
    return undefined;
  }
}

/** What the document is about: where nothing but its place is known for it, the organization of which its title or beginning tells. */
function mainOf(x: Extraction): DocEntity | undefined {
  const { main, told } = x.about;
  if (told === undefined || told === main || (main !== undefined && !PLACES.includes(main.type))) return main;
  // 某市率先引进某公司，…: the place is spoken of.
  const first = told.mentions[0]?.start ?? 0;
  const from = x.blockAt(first)?.start ?? first;
  // A bureau's yearly report that begins with a firm's prize speaks of 全市 all the same.
  if (first >= (x.blocks[0]?.end ?? 0) && isOfPlace(x)) return main;
  return x.mentionsIn(from, first, SUBJECTS).length === 0 ? told : main;
}

/** 即甲、乙: what is joined to a name is used as it is. */
const isNextTo = (norm: string, end: number, start: number): boolean =>
  end >= 0 && end + 1 === start && norm[end] === "、";

/** Whether 前者 or 后者 stands in a text at all. */
function namesLatter(norm: string): boolean {
  for (let at = norm.indexOf("者", 1); at >= 0; at = norm.indexOf("者", at + 1))
    if (norm[at - 1] === "前" || norm[at - 1] === "后") return true;
  return false;
}

/** Whether a name has all the characters of a shorter one in their order, and ends alike. */
function isWithinOrder(short: string, name: string): boolean {
  if (short.at(-1) !== name.at(-1)) return false;
  let at = -1;
  for (const char of short) {
    at = name.indexOf(char, at + 1);
    if (at < 0) return false;
  }
  return true;
}

const REPORTS = gated(/^(?:关于)?(?:20\d\d年)?.{0,30}(?:通报|总结|报告|汇报|情况|简报)$/);

/** 某局2024年上半年工作情况通报: the authority with which the title begins. */
function headOf({ blocks: [title], mentions, norm }: Extraction): DocEntity | undefined {
  const head = title === undefined ? undefined : mentions[firstMention(mentions, title.start)];
  if (title === undefined || head?.type !== "GovernmentBody" || head.start !== title.start) return undefined;
  if (!head.surface.endsWith("局") || NATIONAL.test(head.entity.name)) return undefined;
  return REPORTS.test(norm, head.end, title.end) ? head.entity : undefined;
}

function signerOf(x: Extraction): DocEntity | undefined {
  const { blocks } = x;
  for (const block of [...blocks.slice(0, 6), ...blocks.slice(-6).reverse()]) {
    if (block.end - block.start > 60) continue;
    const body = x.mentionsIn(block.start, block.end, ["GovernmentBody"])[0];
    if (body === undefined || NATIONAL.test(body.entity.name) || !body.entity.name.endsWith("局")) continue;
    const isAlone =
      AROUND_SIGNATURE.test(x.norm, block.start, body.start) &&
      AROUND_SIGNATURE.test(x.norm, body.end, block.end);
    if (isAlone) return body.entity;
  }
  return undefined;
}

/** Firms and institutions by the first four characters of their names, those that share them left out. */
function firmsByHead(x: Extraction): Map<string, DocEntity> {
  const firms = new Map<string, DocEntity>();
  const shared = new Set<string>();
  for (const entity of x.entities)
    if (entity.type === "Company") {
      const head = entity.name.slice(0, 4);
      if (firms.has(head)) shared.add(head);
      firms.set(head, entity);
    }
  for (const head of shared) firms.delete(head);
  return firms;
}

function placesByName(x: Extraction): Map<string, DocEntity> {
  const names = new Map<string, DocEntity>();
  for (const entity of x.entities)
    if (PLACES.includes(entity.type)) {
      if (!names.has(entity.name)) names.set(entity.name, entity);
      if (entity.aliases.size > 0)
        for (const name of entity.aliases.keys()) if (!names.has(name)) names.set(name, entity);
    }
  return names;
}
