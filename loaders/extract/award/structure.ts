import { CharacterSet } from "../../patterns/character-set.js";
import { gated } from "../../patterns/gated.js";
import { gatedAll } from "../../patterns/gated-all.js";
import type { Block, Sentence } from "../../types.js";
import { firstFrom, firstMention, indexWithin, mentionsType } from "../spans.js";
import type { DocEntity, Extraction } from "../types.js";
import type { Entry } from "./entry.js";
import { numberingLength } from "./fields.js";
import { type Heading, isOfLooks, nearest, ofAward, placeOf } from "./heading.js";
import { datesOfHeading, isDate, roundBeside } from "./heading-dates.js";
import { withoutLevel } from "./levels.js";
import type { Prize } from "./prize.js";
import { datesIn, tiersAndAwardsIn } from "./prizes.js";
import { tierOfLabel } from "./tier-labels.js";
import { hasTiers, type TierName } from "./tiers.js";
import { unitsIn } from "./units.js";

const LEAD = gated(
  /表彰|授予|公布|颁发|颁奖|揭晓|通报|名单|如下|决定|颁出|评审结果|获奖情况|公告|发布|出炉|荣誉榜|光荣榜/,
);
const SENTENCE = new CharacterSet("。！？；");
/** 【某奖】共3项。, 二、某奖，共4项。: a heading that counts its winners as a sentence does. */
export const COUNTED = gated(
  /^(?:【[^【】，。；：]{2,30}】|[一二三四五六七八九十]{1,3}、[^，。；：]{2,30}奖)[，：]?(?:全市|我市|我区|我县)?[共计有]{0,3}[\d一二三四五六七八九十]{1,4}[项家个名件]。$/,
);
/** 某奖二等奖：《某标准》: an entry, though it may look like a heading. */
const WORK_BEHIND = gated(/奖[^：]{0,8}：[《“]/);
/** A heading's words that are neither name nor number. */
const VERBAL = gated(/获得?了|捧回|摘得|斩获|夺得|拿下|授予/);
/** 该奖2013年设立，历届得主如下——: what leads from an award's heading to its list. */
export const OF_ABOVE = gated(
  /^(?:该|本|此)奖(?!.{0,60}(?:创建|申报))|(?:得主|获奖(?:者|组织|单位|企业|名单)|名单)(?:分别)?(?:如下|为)[：—]{0,2}$/,
);
/** 授予下列单位第八届某奖: the verb of a heading whose winners stand below it. */
export const OF_THOSE_BELOW = gated(/(?:授予|颁给|颁予)(?:给|了)?(?:下列|以下|如下)/);
/** 关于授予某某等5名同志某称号的决定: the others stand below. */
const CONFERS_ON_SEVERAL = gated(
  /授予.{2,40}等[\d一二三四五六七八九十]{1,4}[家个名位].{2,40}(?:决定|通报|通知|公告|命令)$/,
);
/** 关于授予第六届某奖的决定: on those that it names below. */
const CONFERS = gated(/关于授予.{4,40}的(?:决定|通报|通知|公告|通告|命令)$/);
/** 二、授予第六届某奖（3家）: a sub-heading with its verb. */
const CONFERS_BELOW =
  /^(?:[^\p{L}\d]{1,4}|[（(]?[一二三四五六七八九十\d]{1,3}[）)、.．] ?)?(?:决定)?授予(?=[^，。；：]{4,40}(?:[：:】]|\*\*)?$)/u;
/** 授予某奖及撤销有关称号: of more than those. */
const BOTH = gated(/授予|授奖|表彰|保留|确认|颁发/);
const ABOUT_HONOURS = gated(/创建|争创|活动|工作|办法|解读|怎样|如何/);
/** 某奖获奖组织（2012—2020年）: the time that a list is of. */
const SPAN = gated(/(?:19|20)\d\d年?(?:[—–\-~～至到]{1,2})(?:19|20)\d\d/);
const JOINT = gated(/^[”]?[、和及与暨][“]?$/);

/** Lists of those who may yet win: 拟奖名单公示, 申报单位, 入围现场评审名单, but not 获奖名单（按得分排序）. */
const NOT_YET = gated(
  /拟|申报|入围(?!奖)|公示(?!期满|无异议)|候选|推荐|参评|初评|初审|现场评审|答辩|培育对象|未获|(?<!获奖.{0,10}|按.{0,4})得分/,
);

const OF_CANDIDATES = gated(
  /^[^，。；]{0,8}(?:候选|申报|参评|初评|(?<!获奖.{0,8}|按)评审得分|未获奖|入围(?!奖)|公示名单)/,
);

/** 二、历届获奖组织: of the award that the title names, whatever the title says of this round. */
export const PAST_ROUNDS = gated(
  /(?:历届|往届|历年|历次|以往|此前|[近前](?:[二两三四五六七八九几]|十[一二三四五六七八九]?|\d{1,2})[届次]|上一?届)的?(?:获奖|得主|获评|受奖|得奖|授奖|评选结果|评定结果)/,
);

/** 附件：历次获奖组织: a line of its own, though it looks like no heading. */
const ATTACHED = gated(/^附(?:件|表|录)?[\d一二三四]{0,2}[：:\s]/);
/** 附件2：第四届某奖获奖名单（2017年） */
const ATTACHED_LIST = gated(/^附[^，。；]{4,50}(?:名单|名录|一览表?)(?:（[^（）]{1,16}）)?$/);
export const isAttachedList = ({ norm }: Extraction, { start, end }: Block): boolean =>
  ATTACHED.test(norm, start, end) && ATTACHED_LIST.test(norm, start, end);
export const isOfPast = ({ norm }: Extraction, { start, end }: Block): boolean =>
  end - start <= LONGEST_ATTACHED &&
  ATTACHED.test(norm, start, end) &&
  PAST_ROUNDS.test(norm, start, end) &&
  !SENTENCE.within(norm, start, end);
const LONGEST_ATTACHED = 30;

/** How many lines a title may have: whose notice it is, its number, what it is about. */
const TITLE_LINES = 5;

/** The one prize that the document's title names, on whichever of its lines. */
export function awardOfTitle({ blocks, mentions }: Extraction): DocEntity | undefined {
  let last = 0;
  while (last + 1 < blocks.length && last + 1 < TITLE_LINES && blocks[last + 1]!.kind !== "paragraph") last++;
  const end = blocks[last]?.end ?? 0;
  const named = new Set<DocEntity>();
  for (const { type, entity, end: to, start } of mentions) {
    if (to > end) break;
    if (type !== "Award" || !hasTiers(entity.name)) continue;
    const block = blocks.find((b) => b.end >= start)!;
    const { kind } = block;
    // Above the first of its lists a title may look like an entry.
    if (kind === "title" || kind === "heading" || (block === blocks[0] && kind !== "paragraph"))
      named.add(entity);
  }
  return named.size === 1 ? [...named][0] : undefined;
}

interface Announcement {
  at: number;
  edition: number | undefined;
  years: readonly number[];
}

/** Editions and years that titles and lead sentences (现将第十届市长质量奖获奖名单通报如下) give an award for the lists below. */
export class Announced {
  private readonly found = new Map<DocEntity, Announcement[]>();

  constructor(x: Extraction) {
    let read: Sentence | undefined;
    for (const mention of x.mentions) {
      if (mention.type !== "Award" || (read !== undefined && mention.start < read.end)) continue;
      const sentence = x.sentenceAt(mention.start);
      if (sentence === undefined) continue;
      read = sentence;
      const titled = sentence.block.kind === "title" || sentence.block.kind === "heading";
      if (!titled && !LEAD.test(x.norm, sentence.start, sentence.end)) continue;
      // 第七届某奖资料评审得分: of a round that has no winners yet.
      if (
        titled &&
        sentence.block.kind === "heading" &&
        OF_CANDIDATES.test(x.norm, mention.end, sentence.end)
      )
        continue;
      let end = -1;
      let edition: number | undefined;
      let years: readonly number[] = [];
      for (const prize of tiersAndAwardsIn(x, sentence.start, sentence.end)) {
        // 2023年度质量工作先进集体和先进个人: the dates go for both.
        const joint = titled && end >= 0 && JOINT.test(x.norm, end, prize.start);
        const { award, start } = prize;
        if (!joint || prize.edition !== undefined || prize.years.length > 0) {
          edition = prize.edition;
          years = prize.years;
          if (titled && edition === undefined && years.length === 0) years = yearBehind(x, sentence.block);
        }
        end = prize.end;
        if (titled && years.length > 0 && SPAN.test(x.norm, sentence.start, sentence.end)) years = [];
        if (award === undefined || (edition === undefined && years.length === 0)) continue;
        const known = this.found.get(award);
        // 第四届（2020年度）某奖 in the title, 第四届某奖 in the lead: of one round.
        if (years.length === 0) years = known?.find((a) => a.edition === edition)?.years ?? years;
        if (known === undefined) this.found.set(award, [{ at: start, edition, years }]);
        else known.push({ at: start, edition, years });
      }
    }
  }

  /** What was last announced of the award before an offset. */
  of(award: DocEntity, before: number): Announcement | undefined {
    return this.found.get(award)?.findLast((a) => a.at < before);
  }
}

interface Round {
  edition: number | undefined;
  years: readonly number[];
}

/** 第四届某奖获奖名单 below a title of 第四届（2020年度）某奖: a round with the years that were announced for it. */
function ofRound(announced: Announced, award: DocEntity, before: number, { edition, years }: Round): Round {
  const known = years.length === 0 ? announced.of(award, before) : undefined;
  return known?.edition === edition ? { edition, years: known?.years ?? years } : { edition, years };
}

/** 在第四届某奖颁奖仪式上的致辞: the line below it is of who speaks. */
const SPEECH = gated(
  /[上中时]的?(?:致辞|讲话|发言|演讲|主持词|主持辞|答谢词|贺词|寄语)(?:（[^（）]{0,30}）)?$/,
);
export const isSpeech = (norm: string, from: number, to: number): boolean => SPEECH.test(norm, from, to);

/**
 * The heading that a block makes for what follows, given the one above it; `undefined` where it is none, "ends" where it is
 * a heading that has nothing to do with awards.
 */
export function headingOf(
  x: Extraction,
  block: Block,
  above: Heading | undefined,
  announced: Announced,
  entry: Entry | undefined,
): Heading | "ends" | undefined {
  const isHeading = block.kind === "heading" || block.kind === "title" || isAttachedList(x, block);
  if (block.kind === "table-row" || block.kind === "byline" || block.kind === "boilerplate") return undefined;
  if (block.end - block.start > 60 || SENTENCE.within(x.norm, block.start, block.end - 1)) return undefined;
  if (x.norm[block.end - 1] === "。" && !COUNTED.test(x.norm, block.start, block.end)) return undefined;
  if (WORK_BEHIND.test(x.norm, block.start, block.end)) return undefined;
  // A line with a name in it that is no heading by its look.
  const alone = namesNobody(x, block, entry);
  const text = x.norm.slice(block.start, block.end);
  const dated = isDate(text);
  if (!isHeading && !alone && !dated) return undefined;
  const prizes = prizesOf(x, block, entry);
  const prize = prizes.length === 0 ? undefined : prizes[0];
  if (prize === undefined && above?.award !== undefined && OF_ABOVE.test(text)) return undefined;
  if (prize !== undefined && namesSomething(entry)) return undefined;
  // 第四届（2022年）　正奖1家、提名奖1家: of all its tiers.
  const ofTiers = dated && prizes.length > 1;
  const label = labelOf(text);
  const short = prize === undefined && alone && !dated ? awardBySuffix(x, label) : undefined;
  const tier =
    prize?.kind === "tier"
      ? prize.tier
      : prize === undefined
        ? (tierOfLabel(label) ?? (above?.award === undefined ? undefined : tierOfRound(label)))
        : undefined;
  if (
    !isHeading &&
    (!(prize ?? short ?? tier) || !alone || label.includes("：")) &&
    !dated &&
    !isOfPast(x, block)
  )
    return undefined;
  const around = withoutAwards(x, block, text);
  if (short === undefined && ABOUT_HONOURS.test(around)) return isHeading ? "ends" : undefined;
  if (NOT_YET.test(around) || isSpeech(text, 0, text.length)) return "ends";
  if (REVOKED.test(text) && !BOTH.test(text)) return "ends";
  if (
    VERBAL.test(text) &&
    !OF_THOSE_BELOW.test(text) &&
    !CONFERS_ON_SEVERAL.test(text) &&
    !confersOnThoseBelow(x, block, text)
  )
    return isHeading ? "ends" : undefined;
  const award = prize?.kind === "award" ? prize.award! : short;
  if (award !== undefined) {
    const beside = prizes.length <= 2 ? roundBeside(x, block, around) : undefined;
    if (prize !== undefined && beside !== undefined) {
      prize.edition ??= beside.edition;
      if (prize.years.length === 0) prize.years = beside.years;
    }
    const own = prize !== undefined && (prize.edition !== undefined || prize.years.length > 0);
    // 市长质量奖 and 提名奖 below 第五届: of the award that the list is of, it is one of its tiers.
    const gives = !own && above?.award === award ? "tier" : "award";
    const over = placeOf(x, above, block, gives);
    const told = own
      ? ofRound(announced, award, block.start, prize)
      : (roundOf(nearest(over, "date"), award) ??
        announced.of(award, block.start) ??
        datesApart(x, block, prizes.length));
    const years = told !== undefined && told.years.length > 0 ? told.years : yearBehind(x, block);
    return {
      gives,
      award,
      tier: prize?.tier ?? tierBeside(x, prizes),
      edition: told?.edition,
      years: own && SPAN.test(text) ? [] : years,
      over,
      block,
    };
  }
  if (isHeading && prize === undefined && ONLY_LIST.test(text)) return ofList(x, block, above, announced);
  const past =
    (isHeading || isOfPast(x, block)) && tier === undefined && PAST_ROUNDS.test(text)
      ? awardOfTitle(x)
      : undefined;
  if (past !== undefined) return ofAward(past, {}, block);
  if (above !== undefined && tier !== undefined && !ofTiers && text.length <= 30) {
    const over = placeOf(x, above, block, "tier");
    // 提名奖 · 第四届 · 2021年: what the tier has not drawn to itself.
    const own = datesOfHeading(x, block);
    const years = prize !== undefined && prize.years.length > 0 ? prize.years : own.years;
    return {
      gives: "tier",
      award: over?.award,
      tier,
      edition: prize?.edition ?? own.editions[0] ?? over?.edition,
      years: years.length > 0 ? years : (over?.years ?? []),
      over,
      block,
    };
  }
  if (dated) {
    const { years, editions } = datesOfHeading(x, block);
    const over = placeOf(x, above, block, "date");
    return {
      gives: "date",
      // 第六届（2021年）: of the award that the title names where nothing else does.
      award: over?.award ?? (editions.length === 1 ? awardOfTitle(x) : undefined),
      tier: over?.tier,
      edition: editions[0] ?? (years.length > 0 && over?.years.length !== 0 ? undefined : over?.edition),
      years: years.length > 0 ? years : (over?.years ?? []),
      over,
      block,
    };
  }
  if (!isHeading) return undefined;
  // 〔贰〕 区域类 below ◆某奖 of 〔壹〕: a part of its own, of the title's award if of any.
  if (block.level === 1 && above?.block.kind === "heading" && above.block.level > 1) {
    let over: Heading | undefined = above;
    while (over !== undefined && over.block.kind !== "title") over = over.over;
    return over?.award === undefined ? "ends" : { ...over, gives: "group", over, block };
  }
  if (above?.award !== undefined && (CATEGORY.test(label) || KEPT.test(text))) {
    let over = placeOf(x, above, block, "group");
    // （二）个人 beside or above 鼓励奖: its tier is over; else the award's list goes on with those.
    if (over?.gives === "tier" && block.level <= over.block.level && !partsTier(x, over, above, block))
      over = over.over;
    return over === undefined ? undefined : { ...over, gives: "group", over, block };
  }
  // Another line of the title: 届次　年份　获奖组织.
  if (block.kind === "title" && above?.block.kind === "title") return undefined;
  // （三）医疗教育 beside （一）制造业, or the first of them.
  const over = above?.gives === "group" ? placeOf(x, above, block, "group") : above;
  if (over === undefined || block.level <= over.block.level || over.block.level === 0)
    return isSubtitle(x, block, above) ? undefined : "ends";
  return over === above ? undefined : { ...over, gives: "group", over, block };
}

/** 第三届质量奖 below the heading of the award that is called so for short. */
const tierOfRound = (label: string): TierName | undefined =>
  ROUND_OF.test(label) ? tierOfLabel(label.slice(label.search(/[届批]/) + 1)) : undefined;
const ROUND_OF = gated(/^(?:(?:19|20)\d\d年度?)?[首第][一二三四五六七八九十\d]{0,3}[届批](?!.{12})/);

/** 2022/全国工人先锋号/某某小队: whether a line that is dated names what has won, though it is not known. */
const namesSomething = (entry: Entry | undefined): boolean =>
  entry?.fields.length === 3 &&
  entry.fields[0]!.kind === "date" &&
  entry.fields[1]!.kind === "award" &&
  entry.fields[2]!.kind === "text";

/** 一、某奖 and 质量是企业的生命 right below it: another line of that heading. */
const isSubtitle = (x: Extraction, block: Block, above: Heading | undefined): boolean =>
  above?.award !== undefined &&
  above.block.kind !== "title" &&
  block.end - block.start <= LONGEST_SUBTITLE &&
  isOfLooks(x, block) &&
  x.blocks[firstFrom(x.blocks, block.start) - 1]?.start === above.block.start &&
  !LISTS_OTHERS.test(x.norm, block.start, block.end);
const LONGEST_SUBTITLE = 24;
const LISTS_OTHERS = gated(/(?:名单|企业|单位|组织|梯队|情况|工作|说明|概况|[县区市]|：)$/);

/** 附件, 附：获奖名单, 获奖组织和个人名单: the list that the document's title is of. */
const ONLY_LIST = gated(
  /^(?:附件?[\d一二三四]{0,2}[：:]?\s{0,4})?(?:附件[\d一二三四]{0,2}|(?:获奖|受表彰|受表扬|表彰|授奖)(?:组织|单位|企业|个人|者|对象|[和及、与]){0,4}名单)(?:（[^（）]{1,16}）)?$|^附[：:]?$/,
);

/** The outermost award of the headings that are open, or else that of the title. */
function ofList(
  x: Extraction,
  block: Block,
  above: Heading | undefined,
  announced: Announced,
): Heading | "ends" {
  let outermost: Heading | undefined;
  for (let one = above; one !== undefined; one = one.over) if (one.gives === "award") outermost = one;
  if (outermost !== undefined) return { ...outermost, block };
  const award = awardOfTitle(x);
  if (award === undefined) return "ends";
  const told = announced.of(award, block.start);
  return ofAward(award, { edition: told?.edition, years: told?.years ?? [] }, block);
}

/** 某市人民政府关于授予第六届某奖的决定, 授予第六届某奖: a title that names the award and nobody who has it. */
function confersOnThoseBelow(x: Extraction, { start, end }: Block, text: string): boolean {
  const about = CONFERS.test(text) || CONFERS_BELOW.test(text) ? text.indexOf("授予") : -1;
  return about >= 0 && unitsIn(x, start + about, end).length === 0;
}

/** 组织类 right below 一、正奖, and 个人类 beside that: which of those of the tier follow. */
const partsTier = ({ norm }: Extraction, tier: Heading, above: Heading, { start }: Block): boolean =>
  above === tier
    ? norm.slice(tier.block.end, start).trim() === ""
    : above.gives === "group" && above.over === tier;

/** What a date that stands alone above an award's heading says of it: its years, and its edition where no other award is meant. */
function roundOf(round: Heading | undefined, award: DocEntity): Round | undefined {
  if (round === undefined) return undefined;
  const { edition, years } = round;
  const same = round.award === undefined || round.award === award;
  return same ? { edition, years } : years.length > 0 ? { edition: undefined, years } : undefined;
}

/** …。市政府决定，授予下列单位第八届某奖：, 日前公布的第四届某奖名单中，获奖者为：: what a sentence before a list says that it is a list of. */
export function leadOf(
  x: Extraction,
  block: Block,
  announced: Announced,
  above?: Heading,
): Heading | "ends" | undefined {
  const { norm } = x;
  const end = block.end - 1;
  const colon = COLONS.has(norm.charCodeAt(end));
  const from = Math.max(block.start, norm.lastIndexOf("。", end - 1) + 1);
  // 某市市长质量奖设立于2013年，两年一评。各年得主：
  if (colon && LISTS_ROUNDS.test(norm, from, end)) {
    const topic = from > block.start ? topicOf(x, block, from) : undefined;
    if (topic !== undefined) return { ...topic, block };
  }
  if (end - from > LONGEST_LEAD || !TELLS_WINNERS.test(norm, from, end)) return undefined;
  // 第六届某奖。共评出5家：: what the sentence before names.
  const before = colon && COUNTS_OUT.test(norm, from, end) ? norm.lastIndexOf("。", from - 2) + 1 : from;
  const prizes = tiersAndAwardsIn(x, Math.max(block.start, before), end);
  const prize = prizes.findLast((p) => p.kind === "award");
  if (prize === undefined && above?.award !== undefined && colon)
    return (
      ofEdition(x, block, from, end, above) ??
      (ASKS.test(norm, above.block.start, above.block.end) && !NOT_TOLD.test(norm, from, end)
        ? { ...above, block }
        : undefined)
    );
  // 某市政府质量奖每两年评一次。第五届结果揭晓：: of the award that the sentence before begins with.
  if (prize === undefined && colon) {
    const topic = topicOf(x, block, from);
    if (topic !== undefined) return ofEdition(x, block, from, end, topic);
  }
  if (prize === undefined || prizes.some((p) => p.kind === "award" && p.award !== prize.award))
    return undefined;
  const clause = Math.max(from, norm.lastIndexOf("，", prize.start) + 1);
  if (NOT_YET.test(norm, clause, prize.start) || NOT_YET.test(norm, prize.end, end)) return "ends";
  if (!TELLS_WINNERS.test(norm, clause, end) || NOT_TOLD.test(norm, clause, end)) return undefined;
  const own = prize.edition !== undefined || prize.years.length > 0;
  // Without a colon it tells of the round whose winners stand below.
  if (!colon && !own) return undefined;
  for (const { entity } of unitsIn(x, clause, end))
    if (entity.type === "Company" || entity.type === "Institution" || entity.type === "Person")
      return undefined;
  const told = own
    ? ofRound(announced, prize.award!, block.start, prize)
    : announced.of(prize.award!, block.start);
  const years = told?.years ?? [];
  const year = years.length > 0 ? years : theOnlyYear(x, from, prize.start, end);
  const several = prizes.some((p) => p !== prize && p.tier !== undefined);
  return ofAward(
    prize.award,
    { tier: several ? undefined : prize.tier, edition: told?.edition, years: year },
    block,
  );
}

/** 某市市长质量奖评过几次？ above 答：评过三次，名单如下：: the one award of a question. */
export function askedOf(x: Extraction, block: Block | undefined): Heading | undefined {
  if (block === undefined || block.end - block.start > 60 || !ASKS.test(x.norm, block.start, block.end))
    return undefined;
  const prizes = tiersAndAwardsIn(x, block.start, block.end);
  return prizes.length === 1 && prizes[0]!.award !== undefined
    ? ofAward(prizes[0]!.award, {}, block)
    : undefined;
}
const ASKS = gated(/[？?]”?$/);

/** 第六届评选结果如下： under the heading of an award: which of its editions the list is of. */
function ofEdition(
  x: Extraction,
  block: Block,
  from: number,
  end: number,
  above: Heading,
): Heading | undefined {
  if (NOT_YET.test(x.norm, from, end) || NOT_TOLD.test(x.norm, from, end)) return undefined;
  const { years, editions } = datesIn(x, from, end);
  if (editions.length !== 1 || years.length > 1 || unitsIn(x, from, end).length > 0) return undefined;
  const told = { edition: editions[0]!.edition, years: years.map((y) => y.year) };
  return { ...above, ...told, block };
}

/** Whether what leads to a list says that it is one of those who have not won: 申报组织名单：, 拟奖名单：. */
export const isOfCandidates = (norm: string, from: number, to: number): boolean =>
  NOT_YET.test(norm, from, to);

/** 2023年，市政府评出第四届某奖; 第五届某奖于2022年12月评出: the only year of the sentence before its award, else behind it. */
export function theOnlyYear(x: Extraction, from: number, at: number, to: number): number[] {
  const { years } = datesIn(x, from, at);
  if (years.length > 0) return years.length === 1 ? [years[0]!.year] : [];
  const behind = RESULT_OF.exec(x.norm, at, to);
  return behind === null ? [] : [Number(behind[1])];
}
const RESULT_OF = gated(
  /^[^。；\d]{2,30}((?:19|20)\d\d)年(?:\d{1,2}月(?:\d{1,2}日)?)?(?:正式)?(?:评出|评选|揭晓|公布|颁[发出奖]|产生|授予|表彰|发布)/,
);

/** 某市市长质量奖设立于2013年，两年一评。 above the winners of each year: the award with which [block.start, to) begins. */
export function topicOf(x: Extraction, block: Block, to: number): Heading | undefined {
  const [prize] = tiersAndAwardsIn(x, block.start, to);
  if (prize?.kind !== "award" || prize.tier !== undefined) return undefined;
  // 答：某市政府质量奖两年一评。
  const begins = prize.start <= block.start + (COLONS.has(x.norm.charCodeAt(prize.start - 1)) ? LABEL : 1);
  if (!begins) return undefined;
  return ofAward(prize.award, {}, block);
}

const COLONS = new CharacterSet("：:");
/** How long the label before a speaker's words may be, with its colon. */
const LABEL = 8;
const LONGEST_LEAD = 160;
const TELLS_WINNERS = gated(/授予|公布|揭晓|名单|获奖|获评|评出|评选出|产生|颁发|颁给|颁奖|表彰|结果|通报/);
const NOT_TOLD = gated(/办法|条例|细则|设立|设置|奖励标准|启动|条件|流程|程序|标准|历[届年次]|分布|数量|未/);

/** 正奖暂无，提名奖共3个。 under an award's heading: all who stand below are of the nomination. */
export const onlyNominated = (
  x: Extraction,
  block: Block,
  above: Heading | undefined,
): Heading | undefined =>
  above?.award !== undefined && ONLY_NOMINATED.test(x.norm, block.start, block.end)
    ? { ...above, tier: "NOMINATION", block }
    : undefined;
const ONLY_NOMINATED = gated(
  /^(?:答：)?[^，。；：]{0,8}?正奖[^，。；：]{0,4}(?:暂无|空缺|从缺|没有|尚无|暂缺|为零|还是空白|未实现)[^，。；：]{0,6}[，；。][^，。；：]{0,4}提名奖(?:共?有?|共计|累计|已有)\s?[\d一二两三四五六七八九十]{1,3}\s?[个家项名席次][^，。；：]{0,10}[。：]$/,
);

/** 按年抄录如下：, 各届得主： */
const LISTS_ROUNDS = gated(
  /^(?:现|兹|以下)?(?:将|把|是)?(?:按年|逐年|按届|逐届|分年|历[届年次]|[各每][届年次])(?![^，。；：]{0,16}(?:申报|候选|参评))[^，。；：]{0,8}(?:得主|获奖(?:者|组织|企业|单位|名单)?|名单|名录|抄录|列出|罗列|开列|记录|抄列|排列|结果|如下)[^，。；：]{0,8}$/,
);

/** 共评出5家： */
const COUNTS_OUT = gated(
  /^(?:本届|该奖|此次|全市)?(?:共|一共|最终)?(?:评出|评选出|产生|授予|表彰|有)[\d一二三四五六七八九十]{1,3}[家个名项位](?:企业|单位|组织|个人)?(?:获奖)?$|^(?:具体|获奖|最终|现将)?[^，。；]{0,4}名单[^，。；]{0,4}如下$/,
);

const NO_PRIZES: readonly Prize[] = [];

/** Whether a block names nobody who can win; an entry that begins with it, but for its number, has told. */
function namesNobody(x: Extraction, { start, end }: Block, entry: Entry | undefined): boolean {
  if (entry === undefined || (entry.start > start && !isNumber(x, start, entry.start)))
    return unitsIn(x, start, end).length === 0;
  return entry.units.length === 0;
}

/** Whether what stands before an entry is its number: no name, nor a bracket that holds all of it. */
const isNumber = ({ norm, mentions }: Extraction, start: number, end: number): boolean =>
  norm[end - 1] !== "（" && (mentions[firstMention(mentions, start)]?.start ?? end) >= end;

/** The awards and tiers that a block names; what was read of it as an entry need not be read again. */
function prizesOf(x: Extraction, { start, end }: Block, entry: Entry | undefined): readonly Prize[] {
  if (entry?.prizes === undefined || entry.start !== start || entry.end !== end)
    return indexWithin(x.norm, "奖", start, end) >= 0 || mentionsType(x, start, end, "Award")
      ? tiersAndAwardsIn(x, start, end)
      : NO_PRIZES;
  return entry.prizes.filter(isAwardOrTier);
}

const isAwardOrTier = ({ kind }: Prize): boolean => kind === "award" || kind === "tier";

function withoutAwards({ mentions }: Extraction, { start, end }: Block, text: string): string {
  let rest = text;
  for (let i = firstMention(mentions, start); i < mentions.length && mentions[i]!.start < end; i++) {
    const mention = mentions[i]!;
    if (mention.type === "Award" && mention.end <= end) rest = rest.replace(mention.surface, "");
  }
  return rest;
}

/** A heading that only says which of the winners follow: 组织（3家）, 制造业, 个人. */
const CATEGORY =
  /^(?:获?奖|受表彰|受表扬)?(?:组织|企业|单位|个人|集体|团队|名单|机关|事业单位|[\u4e00-\u9fa5]{2,6}(?:业|类|领域|组))(?:类|名单)?$/;

/** 一、继续保留称号（2家）, 复核合格单位: those who have the award of the list still. */
const KEPT = gated(
  /(?:保留|保持|延续|确认)(?:称号|资格|荣誉)|(?:复[评核审查]|复评审|确认)(?:合格|通过)|(?<!未)通过复[评核审查]/,
);
/** 二、撤销称号（1家）, 未通过复审、取消资格的组织: those who have it no more. */
const REVOKED = gated(
  /(?:撤销|取消|收回|终止|暂停|退出|放弃|不再保留)(?:的?[^，。；、及和与并]{0,10})(?:称号|资格|奖牌|荣誉|组织|企业|单位|名单|（|$)/,
);

/** A heading without numbering, counts and colon: 先进集体 of 一、先进集体（6个）. */
export function labelOf(text: string): string {
  const line = withoutLevel(text.slice(numberingLength(text, 0, text.length)));
  const counted = COUNT.replace(line.endsWith("：") ? line.slice(0, -1) : line, "");
  const named = KIND.replace(LEADS.replace(ANNEX.replace(counted, ""), ""), "");
  return QUOTES.replace(named, "");
}

const COUNT = gatedAll(/（[^（）]{0,200}）|，?共?[\d一二三四五六七八九十]{1,12}[家个名项位人]$/g);
const ANNEX = gated(/^附件\d*[：\s]*/);
const LEADS = gated(/^(?:(?:19|20)\d\d年度?|获得?|受表彰的?|受表扬的?|评选出的?|荣获)+/);
const KIND = gated(/(?:名单|称号|荣誉称号|获得者|获奖者|获奖名单)$/);
/** Marks around a label: 【提名奖】, —— 提名奖 ——. */
const QUOTES = gatedAll(/[“”【】\s]|^[—–-]{1,6}|[—–-]{1,6}$/g);

/** 先进集体 under a decision that confers 某市质量工作先进集体: the document's one award whose name ends so. */
export function awardBySuffix(x: Extraction, label: string): DocEntity | undefined {
  if (label.length < 4 || label.length > 14 || !/^[\u4e00-\u9fa5]{4,14}$/.test(label)) return undefined;
  let found: DocEntity | undefined;
  for (const entity of x.entities) {
    if (entity.type !== "Award" || !QUOTES.replace(entity.name, "").endsWith(label)) continue;
    if (found !== undefined) return undefined;
    found = entity;
  }
  return found;
}

const WHAT_IT_HAS = gated(/（(?:下|分)?(?:设|含|分为?|包括|包含|不含|带|标|加|有)[^（）]{0,30}$/);

/** The tier that a heading gives its award; 某奖（设正奖和提名奖） only tells what there is. */
function tierBeside(x: Extraction, prizes: readonly Prize[]): TierName | undefined {
  const [beside, more] = prizes.filter((p) => p.kind === "tier");
  // 某奖　设正奖、提名奖: what it has.
  if (beside === undefined || more !== undefined || WHAT_IT_HAS.test(x.norm, prizes[0]!.end, beside.start))
    return undefined;
  return beside.tier;
}

const LAST_BRACKET = gated(/（[^（）]*）$/);

/** 第四届某市市长质量奖获奖组织（2022年）: the year that ends a heading. */
function yearBehind(x: Extraction, block: Block): number[] {
  const bracket = LAST_BRACKET.exec(x.norm, block.start, block.end);
  if (bracket === null || /截至|统计|修订|设立|创立|每|—|至/.test(bracket[0])) return [];
  const { years } = datesIn(x, block.start + bracket.index, block.end);
  return years.length === 1 ? [years[0]!.year] : [];
}

/** 2023年度某市“质量工匠”名单: the one date of a heading with one award goes for it though a place stands between. */
function datesApart(
  x: Extraction,
  block: Block,
  prizes: number,
): { edition: number | undefined; years: number[] } | undefined {
  if (prizes > 1) return undefined;
  const { years, editions } = datesIn(x, block.start, block.end);
  if (years.length > 1 || editions.length > 1 || years.some((y) => !y.annual)) return undefined;
  return { edition: editions[0]?.edition, years: years.map((y) => y.year) };
}
