import { allMatches } from "../../patterns/all-matches.js";
import { CharacterSet } from "../../patterns/character-set.js";
import { gated } from "../../patterns/gated.js";
import { sortFew } from "../../sort-few.js";
import type { Sentence } from "../../types.js";
import { lastIndexWithin, wordWithin } from "../spans.js";
import type { DocEntity, Extraction } from "../types.js";
import { whoReturns } from "./comeback.js";
import { anaphorOf, employerOf, isPerson, type Unit } from "./units.js";

/**
 * 这家扎根某区的“链主”, 这位车间主任, 那所百年医院, 它, 其 at a clause's beginning: the organization spoken of. 他, 她: the person.
 * What it begins with comes first, so that most places of a text need one look.
 */
const ANAPHOR =
  /(?=[这那前后公企集该它其他她贵所人本医学研合协])(?:[这那][家所](?:公司|企业|集团|工厂|医院|学校|单位|合作社|研究[院所])(?=[和与同跟及、][^，。；]{4})|贵(?:公司|集团|企业|厂|院|校|单位|所|合作社|社|学院|学校|医院|研究院|研究所)|[这那][家所](?:[^，。；：、的]{0,24}的)?[^，。；：、的]{0,10}?(?:企业|公司|[制厂][造商]商?|供应商|生产商|服务商|运营商|[药车民国央酒]企|链主|工厂|[老小]厂|厂|医院|学校|单位|老字号|龙头|集团|巨头|合作社|研究院|研究所|银行|巨人|新秀|黑马)”?(?!家)|[这那]位(?!是)(?:[^，。；：、的]{0,8}的)?[^，。；：、的了]{0,12}(?:[员师长工手匠任监理记民户农傅官]|老人|手艺人|传人|艺人|掌门人|带头人|专家|教授|劳模|老匠|[汉女]子|女将|姑娘|小伙子?|老?党员|老兵|[5-9]0后)(?=[，戴获捧摘夺拿入当又还也再被曾先荣问登走凭以成是评斩喜得在于靠用去今\d])|[那](?:家|所)(?=[做主专生是在有，])|(?<=归了?|给了?|授予|属于)[前后]者(?=[，。；])|[前后]者(?=[\d当荣被去今前于则在曾也一两三四五六七八九晚早最终紧随同次翌隔如差更仍距还又再获凭靠以已是为系主专做位地坐拿夺摘捧得止未没只落无上登入胜中先折，])|(?<=[年月日说道，；])(?:公司|企业|集团|该厂)(?=[获再又首曾荣被摘捧夺拿凭以入斩捎领评刚才还]|(?:19|20)\d\d年)|(?<=[年月日])(?:医院|学校|学院|研究[院所]|合作社|协会|该[院校所社])(?=[获再又首曾荣被摘捧夺拿凭以入斩捎领评刚才还也就成登跻]|两度|通过|[的](?=[^，。；]{0,30}奖))|(?<![其由为与和对给把将被从向比让使])它(?!们)|(?<=^|[，。；：！？”])其(?![中他次实余它间后]|所在)|(?<=[助让使推])其(?=[跻获入登成晋闯斩捧摘夺问])|(?<=^|[，。；：！？“])人家(?=[也可倒早还已曾又拿获得去今前\d])|(?:[他她其]|(?<=^|[，。；]))所在的?(?:公司|集团|企业|单位|工厂|厂|医院|学校|研究院)|[他她]的(?:公司|集团|企业|工厂|厂子?)(?![长员内里区])|(?<=^|[，。；：！？年月日])本人(?=[也还又曾先再获被荣当于在是\d，]|代表)|(?<![其由为与和对给把将被从向比让使]|个人，)[他她](?:本人)?(?![们人乡的]))/g;

/** What is known of whom the text was about before. */
export interface Antecedents {
  organization(sentence: Sentence): readonly Unit[] | undefined;
  who(): Unit | undefined;
  /** The two organizations that the sentence before named. */
  pair(): readonly Unit[] | undefined;
  /** The organizations that the sentence before named, where they were several. */
  several(): readonly Unit[] | undefined;
  /** The two persons that the sentence before named. */
  couple(): readonly Unit[] | undefined;
}

/** 它们, 这几家企业: all that were named last. */
const PLURAL =
  /(?<![由与和对给把将被从向比让使])(?:[它他]们(?!(?:分别|依次)?[是为])|(?:这|上述)(?!一[家个名位])[\d一二两三四五六七八九十几些]{1,2}[家个名位]?(?:企业|单位|组织|公司|机构)?|(?<=^|[，。；：]|结果|最终|最后)(?:[两三四五六七八九十\d]家(?:企业|单位|组织|公司|机构)?|[二两三四五]者)(?=(?:(?:19|20)\d\d年|[今去前]年)?(?:最终|企业)?(?:都|均|同|全|双双|分别|先后|相继|也|又|再度|皆|一[起道同])))(?=[获都均双同也一曾先分还在于的，是全今去前12又再最终如])/g;

/** 前两家, 后一家, 第一家, 另两家: some of those that were named last. */
const SOME =
  /(?<=^|[，。；：—]|结果|最终|最后|其中|而)(?:(前|最?后|第|头)|另外?的?|其余的?|其他|剩下的?|余下的?)([一二两三四五六七八九])家(?:企业|单位|组织|公司|医院)?(?=[^，。；：、]{2})(?![是为叫由]|来自|位于|[^，。；]{0,2}也没|获奖|得奖|上榜)/g;

const ORGANIZATIONS: readonly string[] = ["Company", "Institution", "Zone"];

const [NEITHER, ONE, SEVERAL] = [0, 1, 2];
const REFERRING = new CharacterSet("它他她其们这那前后公企集该上述家者贵所人本医学研合协");
/** What is addressed as 贵公司, 贵集团, 贵院. */
const ADDRESSED = new CharacterSet("公集企厂院校单所合社学医研");
const NUMBERS = new CharacterSet("0123456789一二两三四五六七八九十几些");
/** Before 公司 and 企业 where they mean the one spoken of. */
const BEFORE_FIRM = new CharacterSet("年月日说道，；");
/** 2013年|医院获. */
const BEHIND_DATE = new CharacterSet("年月日");
const BEFORE_ITS = new CharacterSet("，。；：！？”助让使推");
const [HOUSE, PLACE, WHO, SOMEBODY, HERE, PERSON] = ["家", "所", "者", "位", "在", "人"].map((character) =>
  character.charCodeAt(0),
);

/** Whether the patterns of one and of several may find something: by the pairs of characters that they ask for. */
function mayRefer(norm: string, start: number, end: number): number {
  let found = NEITHER;
  for (let at = start; at < end; at++) {
    const unit = norm.charCodeAt(at);
    if (!REFERRING.has(unit)) continue;
    const before = norm.charCodeAt(at - 1);
    const after = norm.charCodeAt(at + 1);
    switch (norm[at]) {
      case "人":
        if (after === HOUSE) found |= ONE;
        break;
      case "本":
        if (after === PERSON) found |= ONE;
        break;
      case "所":
        if (after === HERE) found |= ONE;
        break;
      case "它":
      case "他":
      case "她":
        found |= ONE;
        break;
      case "们":
        found |= SEVERAL;
        break;
      case "其":
        if (at === start || BEFORE_ITS.has(before) || after === PLACE) found |= ONE;
        break;
      case "贵":
        if (ADDRESSED.has(after)) found |= ONE;
        break;
      case "前":
      case "后":
        if (after === WHO) found |= ONE;
        break;
      case "医":
      case "学":
      case "研":
      case "合":
      case "协":
        if (BEHIND_DATE.has(before)) found |= ONE;
        break;
      case "公":
      case "企":
      case "集":
      case "该":
        if (BEFORE_FIRM.has(before)) found |= ONE;
        break;
      case "家":
      case "者":
        if (NUMBERS.has(before)) found |= SEVERAL;
        break;
      default:
        if (after === HOUSE || after === PLACE || after === SOMEBODY) found |= ONE;
        if (NUMBERS.has(after)) found |= SEVERAL;
    }
  }
  return found;
}

/** The units of a sentence and what refers to one named before, each as that one; names within 这家…企业 are left out. */
export function withAnaphors(x: Extraction, sentence: Sentence, found: Unit[], spoken: Antecedents): Unit[] {
  const { start, end } = sentence;
  const units = withReturned(x, sentence, found);
  const refers = mayRefer(x.norm, start, end);
  if (refers === NEITHER) return units;
  const text = x.norm.slice(start, end);
  const all = (refers & ONE) === 0 ? units : withSingular(x, sentence, text, units, spoken);
  return (refers & SEVERAL) === 0 ? all : withPlural(text, sentence, all, spoken);
}

function withSingular(
  x: Extraction,
  sentence: Sentence,
  text: string,
  units: Unit[],
  spoken: Antecedents,
): Unit[] {
  let all = units;
  for (const match of allMatches(ANAPHOR, text)) {
    const from = sentence.start + match.index;
    const to = from + match[0].length;
    if (match[0].length <= 3 && isNamed(x, from, to)) continue;
    // 它的邻居甲公司: another one.
    if (BESIDE_IT.test(x.norm, to, Math.min(sentence.end, to + 10))) continue;
    // 索道公司获: the end of a name.
    if (endsName(units, from, to)) continue;
    const antecedent = antecedentOf(x, sentence, match[0], from, unitsBefore(all, from), spoken);
    if (antecedent === undefined) continue;
    const others: Unit[] = [];
    for (const unit of all) if (unit.start >= to || unit.end <= from) others.push(unit);
    others.push(anaphorOf(antecedent, from, to));
    all = sortFew(others, byStart);
  }
  return all;
}

/** 公司再次参评: the one who had missed it, whoever was named last. */
function withReturned(x: Extraction, sentence: Sentence, units: Unit[]): Unit[] {
  if (!units.some(isGenericFirm)) return units;
  const entity = whoReturns(x, sentence);
  return entity === undefined ? units : units.map((u) => (isGenericFirm(u) ? { ...u, entity } : u));
}
const isGenericFirm = (unit: Unit): boolean => unit.generic && isOrganizationUnit(unit);

const byStart = (a: Unit, b: Unit): number => a.start - b.start;

/** After 它 or 他: who stands beside it is told of. */
const BESIDE_IT = gated(
  /^(?:的|(?:一手)?[带教]出?来?的)(?:[大小女老首]|关门|得意)?(?:徒弟|弟子|学生|班组|团队|妻子|丈夫|儿子|女儿|搭档|同事)|^的?(?:一墙之隔|隔壁|(?:老|近)?(?:邻居|近邻|邻里|对手|同行|伙伴|搭档|友商|同乡|老乡|同城)|(?:配套|上游|下游|上下游|关联|兄弟|参股|控股|全资)?(?:企业|公司|供应商|配套商|客户|子公司|厂家)(?=[\u4e00-\u9fa5]{2})|对面|旁边|不远处)/,
);

/** Whether a name that reaches at most one character further covers [from, to). */
function isNamed(x: Extraction, from: number, to: number): boolean {
  for (const { start, end } of x.mentionsIn(from - 1, to + 1)) if (start <= from && end >= to) return true;
  return false;
}

/** Whether a name that begins before it ends with or after [from, to). */
function endsName(units: readonly Unit[], from: number, to: number): boolean {
  for (const { anaphor, start, end } of units) if (!anaphor && start < from && end >= to) return true;
  return false;
}

function unitsBefore(units: readonly Unit[], by: number): Unit[] {
  const before: Unit[] = [];
  for (const unit of units) if (unit.end <= by) before.push(unit);
  return before;
}

function overlapsAny(units: readonly Unit[], from: number, to: number): boolean {
  for (const { start, end } of units) if (start < to && end > from) return true;
  return false;
}

/** The last two organizations that the sentence names before 前者. */
function pairBefore(x: Extraction, { start, end }: Sentence, named: readonly Unit[]): Unit[] | undefined {
  const first = wordWithin(x.norm, "前者", start, end);
  const pair = named.filter((unit) => isOrganizationNamed(unit) && (first < 0 || unit.end <= first));
  return pair.length > 1 ? pair.slice(-2) : undefined;
}

/** 李某和妻子王某同在某公司，前者…: the two persons that the sentence names before. */
function coupleBefore(named: readonly Unit[]): readonly Unit[] | undefined {
  const persons = named.filter((unit) => isPerson(unit) && !unit.anaphor);
  return persons.length === 2 ? persons : undefined;
}

/** 本公司与某公司没有股权关系。后者…: the one that the sentence before names beside the firm itself. */
function besideUs(x: Extraction, { start, block }: Sentence): DocEntity | undefined {
  const from = Math.max(block.start, start - LONGEST_BEFORE, x.norm.lastIndexOf("。", start - 2) + 1);
  const named = new Set<DocEntity>();
  for (const { entity, generic } of x.mentionsIn(from, start, ["Company", "Institution"]))
    if (!generic) named.add(entity);
  const [other] = named;
  return named.size === 1 && US.test(x.norm, from, start) ? other : undefined;
}

const LONGEST_BEFORE = 160;
const US = gated(/(?:本|我)(?:公司|集团|厂|企业|院|单位|司)[与和同跟]/);

const COUNT = "零一二三四五六七八九十";

/** Whether so many may be meant by 两家企业 or 三者; by 它们 and 这几家 any number. */
function isNumber(word: string, several: number): boolean {
  const first = word[0]!;
  if (word[1] !== "家" && word[1] !== "者") return true;
  const number = first === "两" ? 2 : COUNT.indexOf(first) > 0 ? COUNT.indexOf(first) : Number(first);
  return !(number > 0) || number === several;
}

function withPlural(text: string, sentence: Sentence, units: Unit[], spoken: Antecedents): Unit[] {
  const { start } = sentence;
  const all = units;
  for (const match of allMatches(PLURAL, text)) {
    const from = start + match.index;
    const to = from + match[0].length;
    if (overlapsAny(all, from, to)) continue;
    const here = unitsBefore(all, from).filter(isOrganizationNamed);
    const several = here.length > 1 ? here : spoken.several();
    if (several === undefined && here.length === 0 && match[0] === "他们") {
      // “…。”某公司董事长某某说。2019年，他们终于拿到: the firm's people.
      const [firm] = spoken.organization(sentence) ?? [];
      if (firm !== undefined) all.push(anaphorOf(firm.entity, from, to));
      sortFew(all, byStart);
      continue;
    }
    if (several === undefined || !isNumber(match[0], several.length)) continue;
    let next = 0;
    while (next < all.length && all[next]!.start <= from) next++;
    for (const { entity } of several) all.splice(next++, 0, anaphorOf(entity, from, to));
  }
  return withSome(text, start, all, spoken);
}

/** Adds whom 前两家, 第一家 and 另两家 mean. */
function withSome(text: string, start: number, all: Unit[], spoken: Antecedents): Unit[] {
  for (const match of allMatches(SOME, text)) {
    const from = start + match.index;
    const to = from + match[0].length;
    if (overlapsAny(all, from, to)) continue;
    const before = unitsBefore(all, from);
    const here = before.filter(isOrganizationNamed);
    const whole = new Set((here.length > 2 ? here : (spoken.several() ?? here)).map(({ entity }) => entity));
    const several = [...whole];
    const [, which, word] = match;
    const n = word === "两" ? 2 : COUNT.indexOf(word!);
    if (n >= several.length && which !== "第") continue;
    const meant =
      which === undefined
        ? othersOf(several, before)
        : which === "前" || which === "头"
          ? several.slice(0, n)
          : which === "第"
            ? several.slice(n - 1, n)
            : several.slice(-n);
    if (which !== "第" && meant.length !== n) continue;
    for (const entity of meant) all.push(anaphorOf(entity, from, to));
  }
  return sortFew(all, byStart);
}

/** Those of several that are not named before 另两家; where all of them are, not named last. */
function othersOf(several: readonly DocEntity[], before: readonly Unit[]): DocEntity[] {
  const others = several.filter((entity) => !before.some((unit) => unit.entity === entity));
  return others.length > 0 ? others : several.filter((entity) => before.at(-1)?.entity !== entity);
}

const isOrganizationUnit = ({ entity }: Unit): boolean => ORGANIZATIONS.includes(entity.type);
const isOrganizationNamed = (unit: Unit): boolean => isOrganizationUnit(unit) && !unit.anaphor;

/** Whom a letter is to: the one organization of a line near the top that ends in a colon. */
function addressee(x: Extraction): DocEntity | undefined {
  for (const { start, end } of x.blocks.slice(0, 8)) {
    if (x.norm[end - 1] !== "：" || end - start > 60) continue;
    const [first, second] = x.mentionsIn(start, end, ["Company", "Institution"]);
    if (first !== undefined && second === undefined && first.start === start) return first.entity;
  }
  return undefined;
}

/** 同台领奖的还有落户某园的|乙: whom the clause is about. */
export const TOLD_LAST = gated(/的(?:，?还)?(?:有|包括|是)[^，。；、]{0,16}$/);

/** Before the one from whom another is told apart. */
const TOLD_APART = gated(
  /(?:^|[^不])(?:别|勿|莫|不要|请勿|不同于|有别于|区别于|误作|误认为|不是|并非)(?:同|与|和|跟|将|把)?$/,
);

/** 乙公司是做燃气表的，跟我们没有关系。人家也…: the organization that the paragraph named last by its name. */
function otherOf(x: Extraction, { block }: Sentence, at: number): DocEntity | undefined {
  return x.mentionsIn(block.start, at, ["Company", "Institution"]).findLast((m) => !m.generic)?.entity;
}

/** 甲获某奖；乙2023年获评某称号，同年|它|…: those named behind the last ；, where there are any. */
function sincePause({ norm }: Extraction, named: readonly Unit[], at: number): readonly Unit[] {
  if (named.length < 2) return named;
  const pause = lastIndexWithin(norm, "；", named[0]!.end, at);
  const last = pause < 0 ? [] : named.filter(({ start }) => start > pause);
  return last.length > 0 ? last : named;
}

/** What the name ends in of whom 医院, 该校 and the like mean. */
const KINDS: readonly (readonly [ReturnType<typeof gated>, ReturnType<typeof gated>])[] = [
  [gated(/^(?:医院|该院|学院|研究院)$/), gated(/(?:院|医学中心)$/)],
  [gated(/^(?:学校|该校)$/), gated(/(?:学|校|学院|[技中]专)$/)],
  [gated(/^(?:研究所|该所)$/), gated(/所$/)],
  [gated(/^(?:合作社|该社)$/), gated(/社$/)],
  [gated(/^协会$/), gated(/会$/)],
];

/** Whom a word refers to, of those named before it in its sentence or spoken of before. */
function antecedentOf(
  x: Extraction,
  sentence: Sentence,
  word: string,
  at: number,
  before: readonly Unit[],
  spoken: Antecedents,
): DocEntity | undefined {
  if (word.includes("所在") || /^[他她]的/.test(word)) {
    const person = before.findLast(isPerson) ?? spoken.who();
    const firm = person === undefined ? undefined : employerOf(x, person);
    return firm ?? spoken.organization(sentence)?.[0]?.entity;
  }
  if (word.startsWith("他") || word.startsWith("她") || word === "本人" || word[1] === "位")
    return (before.findLast(isPerson) ?? spoken.who())?.entity;
  if (word === "人家") return otherOf(x, sentence, at);
  // 子公司甲获某奖；公司获某奖: in a chronicle, the one of which it is.
  if (word === "公司" && x.about.isChronicle && x.about.told?.type === "Company") return x.about.told;
  if (word.startsWith("贵")) return addressee(x) ?? spoken.organization(sentence)?.[0]?.entity;
  const kind = KINDS.find(([one]) => one.test(word))?.[1];
  if (kind !== undefined) {
    const own = before.findLast(({ entity }) => kind.test(entity.name)) ?? spoken.organization(sentence)?.[0];
    const { told } = x.about;
    if (own !== undefined && kind.test(own.entity.name)) return own.entity;
    return told !== undefined && kind.test(told.name) ? told : undefined;
  }
  const named = sincePause(x, before.filter(isOrganizationUnit), at);
  if (word.startsWith("前者") || word.startsWith("后者")) {
    // 别同乙混为一谈，后者…: the other one that the sentence itself names.
    const [apart] = named;
    if (word.startsWith("后") && named.length === 1 && TOLD_APART.test(x.norm, sentence.start, apart!.start))
      return apart!.entity;
    const pair = pairBefore(x, sentence, named) ?? coupleBefore(before) ?? spoken.pair() ?? spoken.couple();
    if (pair === undefined && word.startsWith("后")) return besideUs(x, sentence);
    return pair?.[word.startsWith("前") ? 0 : 1]?.entity;
  }
  if (word.startsWith("那")) return (named.at(-1) ?? spoken.organization(sentence)?.at(-1))?.entity;
  if (named.length > 1) {
    const last = named[named.length - 1]!;
    // 与甲同场领奖的还有乙，不过它捧回的是提名奖.
    if (word === "它" && TOLD_LAST.test(x.norm, Math.max(sentence.start, last.start - 24), last.start))
      return last.entity;
  }
  if (named.length > 0) return named[0]!.entity;
  const returned = whoReturns(x, sentence);
  if (returned !== undefined) return returned;
  const officer = before.find(isPerson);
  const employer = officer === undefined ? undefined : employerOf(x, officer);
  return employer ?? spoken.organization(sentence)?.[0]?.entity;
}
