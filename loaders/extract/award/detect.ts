import { PROGRAMMES } from "../../lexicon/awards/programmes.js";
import { divisions } from "../../lexicon/divisions.js";
import { Trie } from "../../lexicon/trie.js";
import { CharacterSet } from "../../patterns/character-set.js";
import { gated } from "../../patterns/gated.js";
import { matchesAt } from "../../patterns/matches-at.js";
import { candidate, namedCandidate } from "../candidate.js";
import { PLACE_NAMES } from "../names/place-lexicon.js";
import { lastIndexWithin, spanAt } from "../spans.js";
import type { Candidate, NameDetector } from "../types.js";
import { announcedTitles } from "./announced-titles.js";
import { ASSESSED, PASSES } from "./assessed.js";
import { conferred } from "./bounds.js";
import { codedAwards } from "./codes.js";
import { conferredTitles } from "./conferred-titles.js";
import { headedTitles } from "./headed-titles.js";
import { GENERIC, HEADS, type HeadClass, NOT_A_PRIZE } from "./heads.js";
import { conferredLater } from "./held.js";
import { awardStart, placedQuotation, placeLength } from "./left-edge.js";
import { isPlaceTitle, placeTitles } from "./place-titles.js";
import { kindNames, rankNames } from "./rank-names.js";
import { tierOfLabel } from "./tier-labels.js";
import { isPrizeTier } from "./tiers.js";
import {
  certifiedMarks,
  fieldStart,
  isChainedTitle,
  isDashedTitle,
  isDatedNote,
  isTitleField,
  knownElsewhere,
  labelledHonours,
  qualifier,
  rollTitles,
  sharedBeginnings,
} from "./title-lines.js";

type Source = Parameters<NameDetector["detect"]>[0];

/** Known programmes in all their forms; the value is the canonical name. */
const KNOWN = Trie.of<string>(
  PROGRAMMES.flatMap(({ name, aliases = [] }) =>
    [name, ...aliases].map((form): [string, string] => [form, name]),
  ),
).shared();

/** 国家科技进步二等奖, 中国专利金奖: the tier stands within the name. */
export const TIER_WITHIN =
  /^(.*(?:专利|外观设计|进步|发明|自然科学|成果|科学技术|科技|贡献|社会科学|工程|设计))(特等|一等|二等|三等|金|银|铜|优秀|提名)奖$/;

/** 某省政府质量提名奖: the same. */
export const QUALITY_NOMINATION = /^(.*质量)(提名)奖$/;

/** 某省农业博览会|金奖: the contest is the award. */
const OF_CONTEST = gated(
  /^.{2,30}(?:博览会|展览会|展销会|展会|博会|交易会|大赛|大奖赛|竞赛|评比|发明展|质量管理小组|QC小组)(?=(?:特别?金|特等金|大金|双金|金|银|铜|优秀|优胜|特等|一等|二等|三等)奖$)/,
);

/** In the sentence after a contest, or in the next that tells how it ended: who took which place. */
const PLACED =
  /^[^。！？\n]{0,90}?(?:。(?:经|最终|结果|其中|(?=[特一二三]等奖|[金银铜]奖|[冠亚季]军))[^。！？\n]{0,70}?)?(?:[特一二三]等奖|[金银铜]奖|优[胜秀]奖|提名奖|冠军|亚军|季军)/;
/** Right after a contest's name in a title: it is the list of those who took a place. */
const LISTED = /^[^。！？\n]{0,60}?(?:获奖名单|获奖结果|获奖情况|(?:比赛|竞赛|评审|评选)结果|光荣榜)/;
/** 关于某某竞赛结果的通报, 某某大赛成绩榜: the same, where the text tells places. */
const RESULTS = /^[”》]?(?:（[^（）\n]{1,16}）)?(?:决赛|总决赛)?(?:获奖|优胜)?(?:结果|成绩|选手|人员|榜)/;
const TELLS_PLACES = gated(/[特一二三]等奖|[金银铜]奖|优胜奖/);
/** How far behind a title the places of a contest are told. */
const PLACES_WITHIN = 800;
/** What may stand behind a contest's name that a line is made of. */
const LINE_END = /^[”》]?(?:（[^（）\n]{1,16}）)?(?:获奖|得奖)?(?:名单|结果)?：?$/;
const PLACE_LINE = /^.{0,16}?(?:[特一二三]等奖|[金银铜]\s?奖|优[胜秀]奖|冠军|亚军|季军)/;

/** Whether the list below a contest's name, or the one that it announces, says who took which place. */
function headsPlaces(norm: string, end: number): boolean {
  if (LISTED.test(norm.slice(end, end + 80))) return true;
  if (RESULTS.test(norm.slice(end, end + 24)) && TELLS_PLACES.test(norm, end, end + PLACES_WITHIN))
    return true;
  const [line, ...below] = norm.slice(end, end + 160).split("\n");
  if (!LINE_END.test(line!.trim())) return false;
  return below
    .filter((text) => text.trim() !== "")
    .slice(0, 3)
    .some((text) => PLACE_LINE.test(text.trim()));
}

/** 某市“某某工匠”技能大赛: where a name begins that goes on before its quotation marks; `start` without them. */
function quotedStart(norm: string, start: number, floor: number): number {
  const open = lastIndexWithin(norm, "“", Math.max(floor, start - 16), start + 1);
  if (open < 0) return start;
  const before = awardStart(norm, open, floor);
  return placeLength(norm.slice(before, open)) > 0 ? before : open;
}

/** 中国陶瓷“大地奖”: where the words begin before the marks that say whose prize it is; -1 without them. */
function ledQuotation(norm: string, start: number, floor: number): number {
  const before = awardStart(norm, start - 1, floor);
  const lead = norm.slice(before, start - 1);
  return lead.length >= 4 && lead.length <= 16 && NATIONAL.test(lead) && !CONFERRER.test(lead) ? before : -1;
}
const CONFERRER = gated(/(?:[会局部厅委院社司]|集团|中心|首届|[届批年度次])$/);

const CONTEST_GENERIC =
  /^(?:本|此|该|这|各|历|上|首|第|一|多|等|和|及|与|[首第][一二三四五六七八九十\d]{1,12})?[次届项类级个]?$/;

const LEVEL_FIRST =
  /^(?:全[省市县区]|(?:[省市县区]|自治区)级|中国|全国|中华|国家|国际|世界|亚洲|全球|[\u4e00-\u9fa5]{1,8}?(?:省|市|自治区|州|县|区|旗|兵团)|(?:齐鲁|荆楚|燕赵|江淮|八闽|三秦|三晋|中原|湖湘|八桂|陇原|赣鄱|龙江|天府|巴渝|巴蜀|钱江|浙江|南粤|岭南|琼州|北疆|吴越|楚天|徽|苗岭|黔贵|云岭|塞上|青海湖|天山|雪域|辽沈|长白)(?=[\u4e00-\u9fa5]{0,6}(?:工匠|技师|能手|模范|标兵|之星|先锋|英才)))/;
const NATIONAL = gated(/^(?:中国|全国|国家级?|中华|世界|国际(?!化))/);
/** Ends of what may stand between a place and a title. */
const DATE_ENDS = new CharacterSet("批届年度");
/** What follows a title when it is not the title itself that is spoken of. */
const GOES_ON = gated(
  /^[”]?(?:奖(?![杯牌状座])|建设|培育|候选|创建(?:单位|城市|县|区|市)|试点|建设名单|创建名单|评价|评选|管理|家族|培训|协会|学会|榜样|精神|学院|摇篮|杯|发表[会赛]|[大竞比]赛|钢(?:基地|城|厂))/,
);
/** 全国百强|农民合作社: of which the best are named. */
const OF_BEST = gated(
  /^[强佳](?:农民|专业|民营|制造业|工业|农业|食品){0,2}(?:合作社|企业|园区|品牌|医院|学校|单位)(?=[，。；、”）\n]|称号|$)/,
);
const STARS = gated(
  /^（(?:[一二三四五]星级|[A-Z\d]{1,5}[级类]|[一二三]级|市|区|县|[县市区、]{1,5}|优秀|行业|[\u4e00-\u9fa5]{1,4}类)）/,
);

/** Awards, honours and titles by the shape of their names; see heads.ts for what counts where. */
export const awards: NameDetector = {
  id: "award",
  detect(source) {
    const found: Candidate[] = [];
    const { norm } = source;
    for (const known = KNOWN.in(norm); known.next(); ) {
      const { start, end, value: name } = known;
      if (!name.endsWith("奖") && goesOn(norm, end)) continue;
      const after = norm.charCodeAt(end);
      if (name.endsWith("奖") && NO_PRIZE_ENDS.has(after) && NOT_A_PRIZE.test(norm.slice(end - 1, end + 2)))
        continue;
      const region =
        /^(?:中国|全国|国家|中华|大国)/.test(name) && norm.startsWith(name, start)
          ? 0
          : regionLength(norm, start);
      found.push(
        region > 0
          ? candidate("Award", start - region, end, "award/lexicon", 0.95)
          : namedCandidate("Award", start, end, name, "award/lexicon", 0.98),
      );
    }
    const ends = new Set<number>();
    for (const { end } of found) ends.add(end);
    for (const head = HEADS.in(norm); head.next(); ) {
      const name = shaped(source, head.start, head.end, head.value, ends);
      if (name === undefined) continue;
      found.push(name);
      ends.add(name.end);
    }
    for (const rule of BY_TEXT) append(found, rule(source));
    for (const rule of BY_OTHERS) append(found, rule(source, found));
    return found;
  },
};

/** Whether what stands behind a title makes another word of it. */
const goesOn = (norm: string, end: number): boolean =>
  GOES_ON.test(norm, Math.min(end, norm.length), Math.min(norm.length, end + 6));

function append(found: Candidate[], more: readonly Candidate[]): void {
  for (const one of more) found.push(one);
}

/** How long the name of a place is that stands right before an offset: 湖南省 before 专精特新小巨人企业; 0 without one. */
function regionLength(norm: string, before: number): number {
  if (norm[before - 1] === "级" && /[省市]/.test(norm[before - 2] ?? "")) return 2;
  for (let length = Math.min(8, before); length >= 2; length--)
    if (PLACE_NAMES.longestAt(norm, before - length, before)?.end === before) return length;
  return 0;
}

const OF_REGION = gated(
  /^(?:[省市区县州]长|主席|[省市区县州](?:人民)?政府|(?:人民)?政府|质量|科技进步|科学技术|专利)/,
);

/** 南通市2021年度市长质量奖, 个旧市历届政府质量奖: the place that stands before the year. */
const regionApart = (norm: string, start: number, surface: string, floor: number): string | undefined =>
  OF_REGION.test(surface) ? placeApart(norm, start, floor) : undefined;

/** The place whose name is parted by a batch, year or the like from what stands at `start`. */
function placeApart(norm: string, start: number, floor: number): string | undefined {
  const before =
    /([\u4e00-\u9fa5]{2,11}?)：?(?:(?:19|20)\d\d年度?|[首第][一二三四五六七八九十\d]{0,12}[届批]|历届|历年|历批|近[一二三四五六七八九十\d]{1,2}[届年]){1,3}$/.exec(
      norm.slice(Math.max(floor, start - 24), start),
    )?.[1];
  if (before === undefined) return undefined;
  for (let length = Math.min(11, before.length); length >= 2; length--) {
    const division = divisions.byName(before.slice(-length))[0];
    if (division !== undefined) return division.name;
  }
  return undefined;
}

/** Right behind a title: it is called one. */
const NAMED_SO = gated(
  /^[”》]?(?:（[^）]{1,8}）)?[”]?(?:等?荣?誉?称号|荣誉(?!台账|名录|档案|登记|[墙榜册簿])|牌匾|殊荣|奖牌|名号|(?:的)?(?:名片|美誉|头衔|桂冠|牌子)|[也又都]?(?:[收揽纳]入(?:囊中|怀中))|名单(?:[中里上]|公布|出炉|揭晓|发布|正式|的?通[知报]|（|\n|$))/,
);
/** 2席|正奖: how many, before a tier. */
const SEATS = gated(/^(?:[\d一二两三四五六七八九十]{1,3}[席座个块枚项名家尊]){1,2}/);
/** 某省1正奖, 某学院止步提名奖: a tier, of how many or of whom. */
const COUNTED_TIER = gated(
  /^[\u4e00-\u9fa5]{0,9}\d{1,3}(?:正奖|提名奖)$|(?:大学|学院|[中小]学|学校|幼儿园|[站院所馆社局队厂])(?:止步|屈居|也?获)?提名奖$/,
);
/** 某百强县第4位|、, A”、“, A|和: between a title and the next. */
const LINKED = gated(/[”）]?(?:第[\d一二三四五六七八九十]{1,4}[位名])?[、和及与][“]?$/);

const HOW_MANY = gated(
  /[一两二三四五六七八九十\d][家个名位](?:组织|企业|单位)?、?[一两二三四五六七八九十\d][名位个]?$|[两二三四五六七八九十\d](?:组织|企业|单位)、?[一两二三四五六七八九十\d][名位个]?$/,
);

/** What makes another word of 奖 when it follows. */
const NO_PRIZE_ENDS = new CharacterSet("金励补项杯牌品惩券状章掖赏旗学台评");
const isNoPrize = (norm: string, at: number): boolean =>
  NO_PRIZE_ENDS.has(norm.charCodeAt(at + 1)) && NOT_A_PRIZE.test(norm.slice(at, at + 3));

const DONE_WITH = new CharacterSet("领颁授评获得报捧");
const OF_YEARS = gated(/历[年届]质量$/);

/** What a tier within a name ends in before 奖. */
const BEFORE_TIER = new CharacterSet("等金银铜秀名");

/** 获|奖组织要当好标杆: words between an award's name and a head are none of it. */
const GOES_ON_AFTER = gated(/^奖(?!学金)/);

/** 三秦工匠|马某（2022年获评）: who is one, and since when. */
const INTRODUCED = gated(
  /^[”]?[\u4e00-\u9fa5]{2,3}(?:（(?:19|20)\d\d年[^（）]{0,6}）|——[^，。；]{4,30}，(?:19|20)\d\d年(?:当选|获评|入选))/,
);

/** ”之称, ”的美誉: so it is called. */
const BY_REPUTE = gated(/^”(?:之[称誉名]|的?美[誉称])/);

/** 国家质量奖银质奖章: a tier of the award before it. */
const OF_METAL = gated(/奖[金银铜]质奖章$/);

/** Nothing that far before a name says anything of it. */
const FARTHEST = 1_000;

function shaped(
  source: Source,
  at: number,
  end: number,
  cls: HeadClass,
  ends: ReadonlySet<number>,
): Candidate | undefined {
  const { norm } = source;
  if (cls === "prize" ? isNoPrize(norm, at) : goesOn(norm, end)) return undefined;
  const block = Math.max(spanAt(source.blocks, at)?.start ?? 0, at - FARTHEST);
  const floor = Math.max(block, lastIndexWithin(norm, "\t", block, at) + 1);
  const edge = awardStart(norm, at, floor);
  const start = cls === "prize" || cls === "contest" ? edge : fieldStart(norm, edge, end, floor);
  const body = norm.slice(start, at);
  const surface = norm.slice(start, end);
  if (GOES_ON_AFTER.test(norm, start, at) || (cls === "honour" && OF_METAL.test(surface))) return undefined;
  if (cls === "contest") {
    const from = norm[start - 1] === "”" ? quotedStart(norm, start, floor) : start;
    if (from === start && (body.length <= 2 || CONTEST_GENERIC.test(body))) return undefined;
    return PLACED.test(norm.slice(end, end + 120)) || headsPlaces(norm, end)
      ? candidate("Award", from, end, "award/contest", 0.9)
      : undefined;
  }
  if (cls === "prize") {
    const contest = OF_CONTEST.exec(surface);
    if (contest !== null) return candidate("Award", start, start + contest[0].length, "award/contest", 0.9);
    const within = BEFORE_TIER.has(norm.charCodeAt(end - 2))
      ? (TIER_WITHIN.exec(surface) ?? QUALITY_NOMINATION.exec(surface))
      : null;
    const name = within === null ? surface : `${within[1]}奖`;
    const region = body.includes("奖") ? undefined : regionApart(norm, start, surface, floor);
    if (region !== undefined)
      // 平凉市历届市政府质量奖: one 市 does for two.
      return namedCandidate(
        "Award",
        start,
        end,
        `${region}${name.replace(/^[省市区县州](?=(?:人民)?政府)/, "")}`,
        "award/prize",
        0.96,
      );
    // 青岛市市长质量奖提名奖: the name ends at the first 奖, what follows is a tier.
    if (
      GENERIC.test(surface) ||
      isPrizeTier(SEATS.replace(surface, "")) ||
      COUNTED_TIER.test(surface) ||
      body.includes("奖")
    )
      return undefined;
    if (body.length < 2 || body.endsWith("最高") || /^含原?/.test(body)) return undefined;
    // 某某中学登台领奖: what is done with prizes.
    if (DONE_WITH.has(norm.charCodeAt(at - 1))) return undefined;
    if (GENERIC.test(name)) return undefined;
    const whole = norm[start - 1] === "“" && norm[end] === "”" ? ledQuotation(norm, start, floor) : -1;
    if (whole >= 0) return candidate("Award", whole, end + 1, "award/prize", 0.95);
    // 某市历年质量奖一览: of prizes of several years and names.
    if (OF_YEARS.test(body)) return undefined;
    // 服务类银奖, 成长型企业组金奖: tiers of the award spoken of.
    if (/[类组](?:[特一二三]等|[金银铜]|优秀|提名)奖$/.test(surface) && !LEVEL_FIRST.test(surface))
      return undefined;
    // 质量创新奖：, 管理奖（2家）: a tier of the award that the list is of.
    const placed = LEVEL_FIRST.test(surface) || placeLength(body) > 0;
    if (!placed && tierOfLabel(surface) !== undefined) return undefined;
    const sure =
      placed ||
      /^[A-Z]{2,}/.test(body) ||
      LEVEL_FIRST.test(surface) ||
      /(?:质量|科技|科学技术|专利|标准)/.test(body);
    if (!sure && !conferred(norm, start, floor, "title")) return undefined;
    const full = KNOWN.get(name) ?? name;
    const prize = namedCandidate("Award", start, end, full, "award/prize", sure ? 0.95 : 0.8);
    if (full !== name) prize.aliases = [name];
    return prize;
  }
  // 某市两组织一|工匠: how many of them.
  if (cls === "honour" && HOW_MANY.test(norm, start, at)) return undefined;
  // 某奖优秀|贡献奖: of a tier.
  if (body.endsWith("奖")) return undefined;
  const named = NAMED_SO.test(norm, end, Math.min(norm.length, end + 12));
  // 某市第三批绿色工厂: the place stands before the batch or year.
  const led = LEVEL_FIRST.test(surface) || placeLength(body) > 0;
  const region =
    !led && DATE_ENDS.has(norm.charCodeAt(start - 1)) ? placeApart(norm, start, floor) : undefined;
  // 全国文明城市、国家卫生城市: what goes for the first goes for the next.
  const link = LINKED.exec(norm, Math.max(floor, start - 8), start);
  const chain = link !== null && (ends.has(start - link[0].length) || ends.has(start - link[0].length + 1));
  const kind = cls === "area" && !isPlaceTitle(surface) ? "area" : "title";
  const dated =
    cls === "honour" && norm[start - 1] === "“" && norm[end] === "”" && OF_YEAR.test(norm, start - 8, start);
  const introduces = surface.endsWith("工匠") && INTRODUCED.test(norm, end, Math.min(norm.length, end + 52));
  if (
    !named &&
    POST_TOO.test(surface) &&
    !LEVEL_ONLY.test(body) &&
    placeLength(body) < body.length &&
    (BEARER_FOLLOWS.test(norm, end, end + 2) || EMPLOYS.test(body))
  )
    return undefined;
  const inQuotes = norm[start - 1] === "“" && norm[end] === "”";
  // “中国某某之乡”这块匾: what marks hold that begins with whose title it is.
  const marked =
    inQuotes &&
    (NATIONAL.test(body, 0, body.length) || placeLength(body) > 0) &&
    !BY_REPUTE.test(norm, end, end + 4);
  const said =
    named ||
    (marked && isDatedTitle(norm, start, end, floor)) ||
    chain ||
    introduces ||
    dated ||
    (led && isDatedNote(norm, start, end)) ||
    conferred(norm, start, floor, kind) ||
    isPassed(norm, start, end, floor) ||
    (cls === "area" && isHeld(norm, start, end, floor)) ||
    (led && OF_PLACES.test(surface) && tellsPlaces(norm, start, end, floor));
  const placed = led || said ? -1 : placedQuotation(norm, start, end, floor);
  const licensed = said || (placed >= 0 && conferred(norm, placed, floor, kind));
  const level = led || region !== undefined || placed >= 0;
  const listed =
    (level && (start < edge || isTitleField(norm, start, end, floor))) ||
    isDashedTitle(norm, start, end) ||
    isChainedTitle(norm, start, end, floor);
  if (
    cls === "honour"
      ? !level && !licensed && !listed && !/年度[“]?$/.test(norm.slice(floor, start))
      : !licensed && !listed && !marked
  )
    return undefined;
  if (region === undefined && (body.length < (level ? 2 : 1) || !/[\u4e00-\u9fa5A-Za-z]/.test(body)))
    return undefined;
  const craftsman = licensed && /工匠$/.test(surface);
  if (cls !== "honour" && !level && body.length < 4 && !named && !inQuotes && !listed && !craftsman)
    return undefined;
  if (/百强|500强|十强/.test(body) || (!level && /强[县市区镇]$/.test(surface))) return undefined;
  const stars =
    (cls === "title"
      ? OF_BEST.exec(norm, end - 1, Math.min(norm.length, end + 12))?.[0].slice(1)
      : undefined) ??
    STARS.exec(norm, end, Math.min(norm.length, end + 12))?.[0] ??
    (listed ? qualifier(norm.slice(end, end + 24)) : "");
  const found = candidate(
    "Award",
    placed < 0 ? start : placed,
    placed < 0 ? end + stars.length : end + 1,
    `award/${cls}`,
    cls === "honour" || licensed ? 0.92 : 0.8,
    // A line of honours names a title, whatever else its words could be (an industrial base, a pilot).
    (listed && cls !== "honour") || (licensed && surface.endsWith("园区")) ? 1 : 0,
  );
  if (region !== undefined) found.name = `${region}${norm.slice(start, end + stars.length)}`;
  return found;
}

/** 2007年有了|“某某示范区”, “某某示范区”|是2013年给某县的: a title between marks, with when it was got. */
const isDatedTitle = (norm: string, start: number, end: number, floor: number): boolean =>
  (YEAR_BEFORE.test(norm, Math.max(floor, start - 30), start) ||
    YEAR_BEHIND.test(norm, end, Math.min(norm.length, end + 30))) &&
  !SOUGHT_BEFORE.test(norm, Math.max(floor, start - 20), start);
const YEAR_BEFORE = gated(/(?:19|20)\d\d年[^。；“”]{0,24}“$/);
const YEAR_BEHIND = gated(/^”(?:是|[^，。；“”\d]{0,6}（|[^，。；“”\d]{0,10}，)?(?:早?在|于)?(?:19|20)\d\d年/);
const SOUGHT_BEFORE = gated(
  /(?:争创|创建|申[报请创]|[筹在]建|获批|建设|打造|拟|试点|推进|开展|实施|启动|冲刺|瞄准|目标|力争)[^，。；“”]{0,10}“$/,
);

/** 某公司首席技师某某: who bears the name is one by his post. */
const LEVEL_ONLY = gated(/(?:[省市县区州]级?|全国|中国|国家)$/);
const POST_TOO = gated(/(?:首席技师|特级教师)$/);
const BEARER_FOLLOWS = gated(/^[\u4e00-\u9fa5]{2}/);
/** 某合作社|首席技师, 某公司造纸车间|首席技师 behind a name. */
const EMPLOYS = gated(/(?:公司|集团|合作社|[^省市区县][厂院所站]|医院|中心|车间|分厂|[大中小]学|学[校院])$/);

/** 某县是|中国轴承贸易之乡, 是2021年的|国家森林城市: a title of the country that a place is said to be. */
const isHeld = (norm: string, start: number, end: number, floor: number): boolean =>
  HELD.test(norm, Math.max(floor, start - 12), start) &&
  TITLE_OF_PLACE.test(norm, start, end) &&
  HELD_ENDS.test(norm, end, Math.min(norm.length, end + 1));
const HELD = gated(/(?:是|系|成为|成了)(?:全国|全省)?(?:首[个批])?(?:(?:19|20)\d\d年的?)?$/);
const TITLE_OF_PLACE = gated(
  /^(?:中国|国家|世界)[^，。；]{2,14}(?:之[都乡城]|名城|(?:森林|卫生|园林|文明|模范|环保)城市)$/,
);
const HELD_ENDS = gated(/^(?:[，。；、（]|$)/);

/**
 * 某某之都（某县，2016年）, 某某示范县：甲县（2011年）、乙县（2015年）, 某某之乡有甲县、乙县; 2014年的某某园区和2022年的某某园区: a title with when it was
 * got, or with those who have it.
 */
function tellsPlaces(norm: string, start: number, end: number, floor: number): boolean {
  if (CARRIED_OUT.test(norm, start, end)) return false;
  const until = Math.min(norm.length, end + LONGEST_NOTE);
  if (NOTE_OF_PLACE.test(norm, end, until)) return true;
  if (YEAR_OF.test(norm, Math.max(floor, start - 8), start) || FALLS_TO.test(norm, end, end + 4)) return true;
  const behind = PLACES_FOLLOW.exec(norm, end, until);
  if (behind === null) return false;
  const place = end + behind[0].length;
  return PLACE_ENDS.has(norm.charCodeAt(PLACE_NAMES.longestEnd(norm, place) - 1));
}
const OF_PLACES = gated(/(?:[县市区镇城园都乡]|基地)$/);
const CARRIED_OUT = gated(/标准化|试点|项目|综合示范|工程/);
const LONGEST_NOTE = 30;
const NOTE_OF_PLACE = gated(/^”?（(?:[^（），。；]{2,14}，)?(?:19|20)\d\d年?(?:获评|命名|获授|授予|认定)?）/);
const YEAR_OF = gated(/(?:19|20)\d\d年的“?$/);
const PLACE_ENDS = new CharacterSet("县市区旗州");
const PLACES_FOLLOW = gated(/^”?(?:：|(?:共|现)?有|分别[是为])/);
const FALLS_TO = gated(/^”?花落(?!谁)/);

/** 2023年“陇原工匠”: of a year. */
const OF_YEAR = gated(/(?:19|20)\d\d年度?“$/);

/** 通过国家农产品质量安全县验收命名: a title, where not a pilot or zone that is built passes. */
const isPassed = (norm: string, start: number, end: number, floor: number): boolean =>
  PASSES.test(norm, Math.max(floor, start - 12), start) &&
  ASSESSED.test(norm, end, Math.min(norm.length, end + 24)) &&
  !UNDERTAKEN.test(norm, start, end);
const UNDERTAKEN = gated(/标准化|试点|试验|项目|工程|示范区|基地|平台|中心/);

const DATED =
  /^(?:(?:19|20)\d\d(?:[-—–至](?:19|20)?\d\d)?年?度?|[首第][一二三四五六七八九十\d]{0,12}[届批]|的){0,6}/;

/** Right behind quotation marks: what they hold is an honour. */
const TITLED =
  /^(?:（(?:19|20)\d\d年[^（）]{0,6}）)?(?:的|这[块个张一]{1,2})?(?:等?荣?誉?称号|荣誉|牌匾|殊荣|名号|美誉|头衔|桂冠|牌子|招牌|金字招牌|名片|奖牌)/;
/** “甲”（2007年）、|“乙”（2021年）两项称号: behind the last of several, how many titles they are. */
const TITLED_TOGETHER = gated(
  /^(?:（[^（）\n]{0,20}）)?(?:(?:[、和与及]|以及)?“[^“”，。；\n]{3,24}”(?:（[^（）\n]{0,20}）)?){0,6}等?[\d一二两三四五六七八九十]{1,3}[余多]?[项个块张](?:国家级|省级|国字号)?(?:荣誉)?(?:称号|荣誉|殊荣|牌子|招牌|名片|头衔|桂冠)/,
);
/** Right before them: it is conferred. */
const CONFERRED_BEFORE =
  /(?:被授予|获评|荣获|荣膺|被评为|被?命名为?|获颁|获授|授予|评为|认定为|评定为|当选为?|[又再新喜增]添|(?:获[得评]|拿到|捧回|挣来)的)(?:了|过|[\u4e00-\u9fa5]{2,3}[省市县区](?=[首第“])|[首第][一二三四五六七八九十\d]{0,12}[届批]|(?:19|20)\d\d年?度?|全[国省市球]|首个|唯一){0,6}(?:[\u4e00-\u9fa5]{2,8}(?:部|委|局|厅|协会|联合会|总工会|学会))?$/;

/** 作为“某某示范园区”|上榜 */
const LISTED_AS = gated(/^(?:[上登入]榜|[在入]列|榜上有名|(?:获|受到?|被)(?:通报)?表[扬彰])/);

const PRIZE_GIVEN = gated(/[等金银铜秀步利术]奖(?:授予|颁给)$/);
/** 已成为“某某之都”（2010年. */
const BECAME = gated(/^成为“[^”]{3,24}”（(?:19|20)\d\d/);

/** “中国瓷都”称号, 被授予“世界陶瓷之都”: whatever stands between the quotation marks is conferred. */
function quoted(source: Source): Candidate[] {
  const { norm } = source;
  const found: Candidate[] = [];
  for (let open = norm.indexOf("“"); open >= 0; open = norm.indexOf("“", open + 1)) {
    const close = norm.indexOf("”", open);
    if (close < 0) break;
    // “2022年度某市市长质量奖”: when it was given is no part of its name.
    const dated = DATED.exec(norm.slice(open + 1, close))![0].length;
    const inner = norm.slice(open + 1 + dated, close);
    if (inner.length < 3 || inner.length > 24 || /[，。；：！？\n\t“]|^[国省市部]字号/.test(inner)) continue;
    const floor = spanAt(source.blocks, open)?.start ?? 0;
    const after = norm.slice(close + 1, close + 24);
    if (
      !TITLED.test(after) &&
      !TITLED_TOGETHER.test(norm, close + 1, Math.min(norm.length, close + 200)) &&
      !(norm.startsWith("作为", open - 2) && LISTED_AS.test(after)) &&
      conferredLater(norm, close, spanAt(source.blocks, open)?.end ?? close) === undefined &&
      // 被授予“甲”“乙”: what goes for the first goes for the next.
      found.at(-1)?.end !== open - 1 &&
      !CONFERRED_BEFORE.test(norm.slice(Math.max(floor, open - 20), open)) &&
      !(
        (norm[open - 1] === "是" || BECAME.test(norm, open - 2, close + 8)) &&
        open > floor &&
        /^(?:中国|全国|世界|国家|国际|中华|华夏)/.test(inner)
      )
    )
      continue;
    // 授予“某技术”首届…奖一等奖: what the marks hold is a work that is awarded.
    if (
      /^(?:、?“[^”\n]{3,40}”){0,12}(?:[首第][一二三四五六七八九十\d]{0,12}[届批]|(?:19|20)\d\d年度?|[\u4e00-\u9fa5]{2,12}奖)/.test(
        norm.slice(close + 1, close + 120),
      )
    )
      continue;
    if (
      /^(?:等[\d一二三四五六七八九十百]+[余多]?[项件个篇]|项目|专利|发明|成果|工程|课题|标准|案例|模式|计划|行动|管理|培育|创建|论证|等?商标)/.test(
        after,
      )
    )
      continue;
    // 二等奖授予“某技术及应用”: the prize stands before it.
    if (PRIZE_GIVEN.test(norm, Math.max(floor, open - 6), open)) continue;
    if (/[届批]|提名奖|[一二三]等奖|(?:技术|方法|工艺|装置|模式|系统)$/.test(inner)) continue;
    found.push(candidate("Award", open + 1 + dated, close, "award/quoted", 0.92));
  }
  return found;
}

const HONOURS =
  /等(?:[\d一二三四五六七八九十百]+[余多]?[项个]?)?(?:[\u4e00-\u9fa5]{0,6})(?:荣誉|称号|奖项|殊荣)/y;

/** 先后获得甲、乙、丙等荣誉称号; 集甲、乙等16项国家级荣誉于一身: what the list names are honours, whatever their shape. */
function honoursList({ norm, blocks }: Source): Candidate[] {
  const found: Candidate[] = [];
  let previous = 0;
  for (const match of matchesAt("等", HONOURS, norm)) {
    const block = spanAt(blocks, match.index);
    if (block === undefined) continue;
    const second = norm.slice(previous, match.index);
    const before =
      previous >= block.start && /^[和及与、]/.test(second) && !/[。；]/.test(second)
        ? `获${second.slice(1)}`
        : norm.slice(Math.max(block.start, previous, match.index - 240), match.index);
    previous = match.index + match[0].length;
    const lead = /.{0,300}(?:获得过?|荣获|获评|获授|获|被授予|被评为|荣膺|集(?!团))(?!得|评|授|奖|批)/s.exec(
      before.slice(before.search(/[^。；！？]{0,300}$/)),
    );
    if (lead === null) continue;
    let at = match.index - before.length + before.search(/[^。；！？]{0,300}$/) + lead[0].length;
    for (const item of norm.slice(at, match.index).split(/(?<=[、和]|”(?=“))/)) {
      const core = item.replace(/[、和]$/, "");
      const marks = /^[“”\s]*(?:(?:19|20)\d\d年度?|[首第][一二三四五六七八九十\d]*[届批])*[“]?/.exec(core)![0]
        .length;
      const name = core
        .slice(marks)
        .replace(
          /(?:[”\s]|（(?:(?:19|20)\d\d年?度?|[首第][一二三四五六七八九十\d]{0,3}[届批])）){1,12}$/,
          "",
        );
      if (/^[\u4e00-\u9fa5A-Za-z\d“”（）·]{5,28}$/.test(name) && !/奖$|[了是在将被的]/.test(name))
        found.push(candidate("Award", at + marks, at + marks + name.length, "award/list", 0.9));
      at += item.length;
    }
  }
  return found;
}

/** Rules that read the text alone, and those that look at what was found before. */
const BY_TEXT = [quoted, announcedTitles, rollTitles, honoursList, certifiedMarks];
const BY_OTHERS = [
  conferredTitles,
  placeTitles,
  sharedBeginnings,
  labelledHonours,
  headedTitles,
  knownElsewhere,
  rankNames,
  kindNames,
  codedAwards,
];
