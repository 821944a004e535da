import { gated } from "../../patterns/gated.js";
import type { Sentence } from "../../types.js";
import { firstFrom } from "../spans.js";
import type { DocEntity, Extraction } from "../types.js";
import { askedOf, labelEnd } from "./asked.js";
import { fits, type Win, winOf } from "./findings.js";
import { datesOf } from "./noted.js";
import { tiersAndAwardsIn } from "./prizes.js";
import type { TierName } from "./tiers.js";
import { type Group, groupsOf, isFirm, isPerson, type Unit, unitsIn } from "./units.js";
import { yearsIn } from "./when.js";

const N = "[一二两三四五六七八九十\\d]{1,2}";
const WHO = "(?:企业|单位|组织|机构|公司|医院|学校|个人)?";
/** What tells that somebody is one of so many: a sentence without any of it is none of these. */
const OPENS = gated(
  /第[一二三四五][家个席位]|紧[随接跟]|[另再有头后下余一][一外]?[家席位个名块]|其余|其他|另外|还有|剩下|余下|打头|领头|各[占拿得获捧]|手[中里上]|[市县区旗镇][一二两三四五六七八九]家|[奖榜]的|里，|中，/,
);
/** 第一家是|, 另一家是|, 还有一位个人，是|, 其余三家分别是|, 打头的是|, 最后一个给了|, 另一席属于个人，他是|: before one of those that are counted. */
const ONE_IS = gated(
  new RegExp(
    `(?:^|[，。；：] ?)(?:另外?一[家名位]|[^，。；：、]{1,6}[市县区旗镇]${N}[家个位名]${WHO}(?:，|：|——|（)(?:分别|就)?[是为]?)$|(?:^|[，。；：、—” ])(?:而|其中)?(?:(?:第[一二三四五六七八九十]|头一|另外?一|还有一|再有一|另有一|再一|最后的?一|剩下的?一|余下的?一|一)[家个位名席块](?:正奖|提名奖)?(?:名额|席位|企业|单位|组织|个人)?|(?:其余|另外|其他|剩下|余下|另|还有)的?[一两二三四五六七八九][家个席位名]${WHO}|(?:打头|领头|领衔|排头|排在最前面?|紧随其后|紧接着|紧跟其后|排在其后)的)(?:的|，)?(?:(?:都|全|均|同)?[在来落][^，。；：]{1,6}，)?[则就便也]?(?:分别|依次)?(?:属于个人，(?:[他她它]?是|得主[是为])|[是为叫：]|——|，|给了?|归了?|归属|属于|花落)(?:[^，。；：、]{0,14}的)?$`,
  ),
);
/** 拿奖的是|做轴承的甲, 上榜的三家里，|甲 */
const WINNERS_ARE = gated(
  new RegExp(
    `(?:^|[，。；： ])(?:而|其中|最终)?(?:[本此这]届|[本这此]次)?(?:获奖|得奖|拿奖|上榜|中选|登榜|胜出|领奖|捧杯|夺奖)的${WHO}(?:${N}[家个位名]${WHO})?(?:[里中]，|当中，|之中，|(?:分别|依次)?(?:[是有为]|——|：))(?:[^，。；：、]{0,14}的)?$|[奖获得拿捧摘夺]的(?:并?不是|并非)[^，。；：]{2,30}，而是(?:[^，。；：、]{0,14}的)?$`,
  ),
);
/** 拿奖的是: as much as a number. */
const WINNERS = gated(/[奖榜选出]的[^，。；]{0,8}(?:[是有为]|——|：|[里中]，)|奖[^。；]{0,20}紧随其后的是/);
/** From whose hands they took it. */
const TAKES = gated(/^从[^，。；]{2,20}手[中里上]/);
/** 三个名额，甲和乙|各占一个 */
const HAS_ONE = gated(
  /^[各分]?[别]?(?:占|占据|拿|得|揽|捧|摘|夺|领)[了到得下走回]?其?[一二两三][个席家块枚]/,
);
/** How many there are of those who have won: 有两家。, 三个名额，, 五席占三, 都是提名奖; not 走进五家企业, 三个检测中心. */
const COUNTS = gated(
  new RegExp(
    `(?:^|[，。；：、—“” 有共计占的是]|[占拿获得摘夺捧揽收斩评选][了到获得下走回出]{1,2}|新[增添]|产生了?|揭晓|其中)${N}[席家位名个块枚]${WHO}(?=名额|席位|获奖|上榜|入选|登榜|在列|榜上|正奖|提名|奖[牌项]?[，。；：—]|[里中，。；：—和及与、]|$)|[席个家]占${N}|正[一二两三四五六七八九十]提名|都是(?:提名|正)奖`,
  ),
);
/** 五席占三。, 台州有两家上榜。, 一正两提名。: nothing but how many. */
const ONLY_COUNTS = gated(
  new RegExp(
    `^[^。；：]{0,24}?(?:${N}[席个家]占${N}|${N}[席家位名个]${WHO}(?:获奖|上榜|入选|席位|名额|榜上有名)?|[一二两三四五六七八九十]正[一二两三四五六七八九十]提名?)[。！]$`,
  ),
);
/** That it is of winners: 四家提名奖单位里, 有两家上榜, 占了三席. */
const OF_WINNERS = gated(/[奖获评榜选占席]|名额/);
/** 全市共三家，, 有两家：: with a place before the number at most. */
const OF_ANY = gated(new RegExp(`^[^，。；：的业司位]{0,6}${N}[席家位名个块枚]${WHO}[，。；：—！]{0,2}$`));
/** That it is of those who do something else, or of how many there may be: 现场发言的有三家, 亏损企业新增两家, 每届奖励五家. */
const OF_OTHERS = gated(
  /发言|签约|[承协主]办|冠名|赞助|亏损|破产|倒闭|关停|走访|参观|调研|考察|受访|采访|处罚|约谈|起草|讲师|每[届年次]|不超过|最多|至多|奖励名额/,
);
/** Said of those who have not won, or of names that are alike. */
const OTHERWISE = gated(
  /申报|参评|报[了过]?名|也报|候选|推荐|落选|[没未](?!想)|止步|名字|读音|同音|同名|[弄混]混|混淆|培育|辅导|并非|不是|评委|专家|预计|拟|力争|争取/,
);
/** Between the names of a sentence that is nothing but names. */
const BETWEEN = gated(/^(?:[，、；]|[和与及]|以及|还有|再加上|再就是|另外|还){1,3}$/);
const LEADS_NAMES = gated(/^(?:好的[，。])?(?:它们|他们)?(?:分别|依次)?(?:就)?[是为有]?[：，]?$/);
const STOPS = gated(/^[。！]?$/);
const OF_PERSON = gated(/个人|[位名]|[他她]是|得主是/);
/** How far before a name its lead begins, and how many sentences before those of a count tell of which award it is. */
const [LONGEST_LEAD, FARTHEST] = [52, 5];

interface Topic {
  award: DocEntity;
  tier: TierName | undefined;
  year: number | undefined;
  edition: number | undefined;
}

/**
 * The wins of those whom a sentence tells one by one of so many: 有两家。第一家是甲，做轴承的；第二家是乙; 三个名额，甲和乙各占一个，最后一个给了丙;
 * 五席占三。甲、乙，还有丙。 Of which award they are, the sentence tells before them, else those before it, or the question above.
 */
export function countedMembers(x: Extraction, sentence: Sentence): Win[] {
  const { norm } = x;
  const { start, end, block } = sentence;
  if (x.mentionsIn(start, end, BEARERS).length === 0) return [];
  const from = start === block.start ? labelEnd(norm, start, end) : start;
  const before = x.sentences[firstFrom(x.sentences, start) - 1];
  const counted =
    before?.block === block &&
    ONLY_COUNTS.test(
      norm,
      before.start === block.start ? labelEnd(norm, before.start, before.end) : before.start,
      before.end,
    );
  if (!counted && !OPENS.test(norm, from, end)) return [];
  const groups = groupsOf(
    norm,
    unitsIn(x, from, end).filter((unit) => isFirm(unit) || isPerson(unit)),
  );
  if (groups.length === 0) return [];
  const members =
    counted && isRoll(norm, groups, from, end)
      ? groups.map((group) => group.units)
      : membersIn(norm, groups, from, end);
  const [first] = members;
  if (first === undefined) return [];
  if (
    !WINNERS.test(norm, from, first[0]!.start) &&
    !TAKES.test(norm, first.at(-1)!.end, end) &&
    !isCounted(x, sentence, from, first[0]!.start)
  )
    return [];
  if (x.modalityAt(start, end) !== "fact") return [];
  const wins: Win[] = [];
  for (const units of members) {
    const topic = ownOf(x, topicAt(x, sentence, units[0]!.start), units.at(-1)!.end, end);
    if (topic === undefined) continue;
    for (const { entity, start: at, end: to } of units)
      if (fits(entity, topic.award))
        wins.push(
          winOf(
            entity,
            topic.award,
            topic.tier,
            topic.year,
            topic.edition,
            { start: at, end: to },
            "won/member",
            0.85,
          ),
        );
  }
  return wins;
}

/** Whether a sentence is nothing but names. */
function isRoll(norm: string, groups: readonly Group[], from: number, end: number): boolean {
  if (!LEADS_NAMES.test(norm, from, groups[0]!.start)) return false;
  for (let i = 1; i < groups.length; i++)
    if (!BETWEEN.test(norm, groups[i - 1]!.end, groups[i]!.start)) return false;
  return STOPS.test(norm, groups.at(-1)!.end, end);
}

/** Those that their leads, or what they have, tell to be some of the number. */
function membersIn(norm: string, groups: readonly Group[], from: number, end: number): (readonly Unit[])[] {
  const members: (readonly Unit[])[] = [];
  let last = from;
  for (const [i, { units, start, end: to }] of groups.entries()) {
    const at = Math.max(last, start - LONGEST_LEAD);
    last = to;
    const lead = ONE_IS.exec(norm, at, start) ?? WINNERS_ARE.exec(norm, at, start);
    if (lead === null && !HAS_ONE.test(norm, to, end)) continue;
    // 另一家是甲的|供应商乙: told by whose it is.
    const isOwner = norm[to] === "的";
    const clause = at + (lead?.index ?? 0);
    const next = groups[i + 1]?.start ?? end;
    if (OTHERWISE.test(norm, clause, start) || OTHERWISE.test(norm, to, Math.min(next, to + 20))) continue;
    // 还有一位个人，是|甲的班长某某: the person.
    const person = lead !== null && OF_PERSON.test(lead[0]) ? personFrom(norm, groups, i) : undefined;
    if (person !== undefined) members.push([person]);
    else if (!isOwner) members.push(units);
  }
  return members;
}

/** The first person of a clause. */
function personFrom(norm: string, groups: readonly Group[], at: number): Unit | undefined {
  for (let i = at; i < groups.length; i++) {
    const { units, start } = groups[i]!;
    if (i > at && PAUSE.test(norm, groups[i - 1]!.end, start)) return undefined;
    const person = units.find(isPerson);
    if (person !== undefined) return person;
  }
  return undefined;
}
const PAUSE = gated(/[，。；]/);

/** Whether a number of winners is told before the first of them, in the sentence or right before it, and none of others since. */
function isCounted(x: Extraction, { start, block }: Sentence, from: number, first: number): boolean {
  const { norm, sentences } = x;
  const told = OTHERWISE.test(norm, from, first) ? undefined : countsWinners(norm, from, first);
  if (told !== undefined) return told;
  for (let i = firstFrom(sentences, start) - 1, n = 0; i >= 0 && n < FARTHEST; i--, n++) {
    const before = sentences[i]!;
    if (before.block !== block) return false;
    if (OTHERWISE.test(norm, before.start, before.end)) return false;
    const counts = countsWinners(norm, before.start, before.end);
    if (counts !== undefined) return counts;
  }
  return false;
}

/** Whether the last number that a stretch tells is that of winners; undefined where it tells none. */
function countsWinners(norm: string, from: number, to: number): boolean | undefined {
  if (!COUNTS.test(norm, from, to)) return undefined;
  let told: boolean | undefined;
  for (let start = from; start < to; ) {
    const end = start + CLAUSE.exec(norm, start, to)![0].length;
    if (COUNTS.test(norm, start, end))
      told =
        !OF_OTHERS.test(norm, start, end) &&
        (OF_WINNERS.test(norm, start, end) || OF_ANY.test(norm, start, end));
    start = end;
  }
  return told;
}
const CLAUSE = gated(/^[^，。；]{0,200}[，。；]?/);

/** Of which award and tier those are that a sentence names from an offset on. */
function topicAt(x: Extraction, sentence: Sentence, at: number): Topic | undefined {
  const { norm, sentences } = x;
  let tier: TierName | undefined;
  for (let i = firstFrom(sentences, sentence.start), n = 0; i >= 0 && n < FARTHEST; i--, n++) {
    const { start, end, block } = sentences[i]!;
    if (block !== sentence.block) break;
    const prizes = tiersAndAwardsIn(x, start, n === 0 ? at : end);
    // 拿的都是提名奖。: of those that follow; not of whom the sentence names itself.
    const told = prizes.at(-1)?.tier;
    if (told !== undefined && (n === 0 || bearers(x, start, end) === 0)) tier ??= told;
    const named = prizes.findLast(({ award }) => award !== undefined);
    if (named === undefined) continue;
    if (SOUGHT.test(norm, start, named.start)) return undefined;
    // 牌子上刻着某奖，落款是2005年。: the one year of that sentence.
    const years =
      n === 0 || named.years.length > 0 ? named.years : yearsIn(norm, start, end, x.year).map((y) => y.year);
    return {
      award: named.award!,
      tier: tier ?? (n === 0 ? named.tier : undefined),
      year: years.length === 1 ? years[0] : undefined,
      edition: named.edition,
    };
  }
  const { block } = sentence;
  const above = x.blocks[firstFrom(x.blocks, block.start) - 1];
  if (above === undefined) return undefined;
  if (norm[above.end - 1] === "？" || above.kind === "byline") {
    const asked = askedOf(x, above, []);
    return asked === undefined
      ? undefined
      : {
          award: asked.award,
          tier: tier ?? asked.tier,
          year: asked.years.length === 1 ? asked.years[0] : undefined,
          edition: asked.edition,
        };
  }
  if (above.kind !== "heading") return undefined;
  const headed = tiersAndAwardsIn(x, above.start, above.end).find(({ award }) => award !== undefined);
  return headed === undefined
    ? undefined
    : {
        award: headed.award!,
        tier: tier ?? headed.tier,
        year: headed.years.length === 1 ? headed.years[0] : undefined,
        edition: headed.edition,
      };
}

/** 第二家是乙|，2021年的第四届提名奖；: with what is told of the one alone. */
function ownOf(x: Extraction, topic: Topic | undefined, from: number, end: number): Topic | undefined {
  const next = x.mentionsIn(from, end, BEARERS)[0]?.start ?? end;
  const to = from + UP_TO_PAUSE.exec(x.norm, from, next)![0].length;
  const prizes = topic === undefined || to === from ? [] : tiersAndAwardsIn(x, from, to);
  // 一个是甲，2018年拿到第三届某奖提名奖: told of it in full.
  if (prizes.some(({ award }) => award === topic?.award)) return undefined;
  if (topic === undefined || prizes.some(({ award }) => award !== undefined)) return topic;
  const [told, other] = datesOf(x, from, to);
  if (told === undefined || other !== undefined || !OWN_DATE.test(x.norm, from, to)) return topic;
  return {
    award: topic.award,
    tier: prizes[0]?.tier ?? topic.tier,
    year: told.year ?? topic.year,
    edition: told.edition ?? topic.edition,
  };
}
const UP_TO_PAUSE = gated(/^[^；。！]{0,40}/);
const OWN_DATE = gated(
  /^，?(?:也|则|就|都|同样|[是为在于]){0,3}(?:(?:19|20)\d\d年|[首第][一二三四五六七八九十\d]{0,3}届)/,
);
const BEARERS = ["Company", "Institution", "Person"] as const;
const SOUGHT = gated(/申报|参评|候选|推荐|力争|争取|冲[击刺]|备战/);

const bearers = (x: Extraction, from: number, to: number): number =>
  x.mentionsIn(from, to, ["Company", "Institution"]).length;
