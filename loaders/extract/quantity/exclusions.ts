import type { EntityType } from "../../../schema/index.js";
import { COUNTING_UNITS } from "../../lexicon/units.js";
import { CharacterSet } from "../../patterns/character-set.js";
import { gated } from "../../patterns/gated.js";
import { firstMention } from "../spans.js";
import type { Mention } from "../types.js";
import type { Figure } from "./figures.js";
import { predicateOf } from "./nouns.js";
import type { Paragraph } from "./paragraph.js";
import { type Part, REACH } from "./part.js";
import { withoutTrail } from "./phrases.js";
import { PLACES } from "./roles.js";

const MEASURE = gated(/^(?:米|厘米|毫米|公里|吨|公斤|克|升|千瓦|兆瓦|度)$/);
const AREA = gated(/^(?:亩|公顷|平方米|吨)$/);
/** What is paid to each is a rule, not an attribute. */
const REWARD = gated(
  /(?:每[家人名项个][^，]{0,6}|给予|一次性|各[得奖]|最高|授予|分别)(?:奖励|奖补|补助|奖金|资助|补贴)?[^，；]{0,12}$|奖励(?!资金|基金)[^，；]{0,6}$|奖(?:励|金|补)[^，；]{0,8}[由从][^，；]{0,16}$|(?:^|，)奖$/,
);
const REWARDED = gated(/^(?:的?(?:奖励|奖补|补助|奖金|补贴|资助)|不等)/);
const NO_FIGURE = gated(
  /(?:往[东南西北]|授予|给予|每[家人名项]|持股|连续|第|为期|历时|长达|距|满|时隔|相距|^离[^，]{1,8})$/,
);
/** Before the size of a field in which something has a place: 位列169个园区第7位. */
const FIELD = gated(/(?:全国|全省|全市|全球|位列|位居|居|列|在|的|名列|排名?|^)[^，]{0,4}$/);
const WITHIN = gated(/^[^，]{0,14}(?:中(?![国心小部央西华药医学])|里)(?:名列|排|列|居|位)?/);
const FIELD_UNIT = new CharacterSet("个家座");
const NAMES: readonly EntityType[] = [
  "Company",
  "Institution",
  "Person",
  "Platform",
  "Zone",
  "County",
  "GovernmentBody",
];
/** Organizations by whose names no measure goes. */
const BEARERS: readonly EntityType[] = ["Company", "Institution", "GovernmentBody"];
const LEAST_NAME = 4;
/** Before an enumeration: what makes the number after 等 an amount that is had. */
const HAS = gated(
  /(?:[拥共现设建]有|有|建成|引进|集聚|汇聚|培育|形成|成立|编制|制定|打造|创建|聚集|实施|推进|推动)(?:了|出)?$/,
);
const PARTS = gated(
  /^(?:全资|控股|参股)?(?:子公司|分公司|下属|成员|生产基地|基地|工厂|产业发展规划|[^，]{0,8}规划)/,
);

/** On a stage rather than an attribute: 6家组织、3名职工先后登台. */
const SCENE = gated(
  /^[^，；。]{0,24}(?:齐聚|登台|上台|领奖|亮相|捧杯|参会|到会|参加(?:了)?(?:此次|本次|了|这次)?(?:会议|培训|活动|考试|评审|投票|现场会|大会|座谈会|仪式)|出席|到场|座谈|作(?:了)?(?:交流|发言)|受(?:到)?(?:表彰|表扬))/,
);
/** 5万元/人 of a prize. */
const EACH = gated(/元\/[家人个项名位]$/);

/** 帮助56家企业获得贷款2.6亿元 counts both. */
const SERVED = gated(/(?:为|向|给|帮助|助力|支持|服务|惠及|带动|推动|指导)$/);
/** Counted for themselves, not for the names before 等. */
const LISTED = gated(/^[^，、]{0,6}(?:荣誉|称号|重点项目|重大项目|项目)/);

const LISTS = gated(/^[^，]{0,4}(?:榜单|名单)/);
const ROUNDS = gated(/^(?:次)?总?共/);
/** 报送的1名个人: one that is known already. 获奖的3家组织，是甲、乙和丙: those that are named. */
const ARE_NAMED = gated(/^[^，、]{0,8}，?(?:分别)?[是为]/);
/** 算上这3座: those that were told. */
const TOLD_BEFORE = gated(/(?:[这那]|上述|以上)$/);
const TOWARDS = gated(/对[^，。；]{0,8}$/);
const TREATED = gated(/^[^，。；]{0,16}(?:予以|给予|进行)(?:通报)?(?:表彰|表扬|奖励|公示|通报)/);
const SENT_IN = gated(/(?:报送|上报|推荐|选派|选送|申报|提交|举荐)的$/);
const JUDGES = gated(/(?:评审|专家|评委|考察|代表|检查|验收)(?:组|团|会)?由$/);
const EACH_HAS = gated(
  /(?:帮扶|结对|奖励|配备|选派|培育|支持)[^，]{0,8}各$|^(?:.{0,300}[^，])?各(?:新?建设?|设立|打造)?$/,
);
/** 两区合计: of none of them. */
const TOGETHER = gated(/[两三四五][地区县市家][^，]{0,2}(?:合计|共|总共|相加)/);
const AWARDED = gated(/授予/);
const EACH_IS = gated(/^[^，]{0,6}分别(?:为|是)?$/);

const isMoney = ({ unit }: Figure): boolean => unit.endsWith("元");

/** Whether a figure tells of no attribute: rewards, counters after names, the size of a ranking's field. */
export function isNone(p: Paragraph, part: Part, next: Part | undefined): boolean {
  const { figure, before, after } = part;
  const { norm } = p.x;
  if (EACH.test(figure.unit) && before.includes("奖")) return true;
  // 甲公司29票: a ballot.
  if (figure.unit === "票") return true;
  if (before.endsWith("前") && LISTS.test(after)) return true;
  const counts = COUNTING_UNITS.has(figure.unit);
  if (counts && isOfOthers(p, part)) return true;
  if (isNamed(p, part)) return true;
  // 10批共289个: in how many rounds.
  if (figure.unit === "批" && ROUNDS.test(norm, figure.end, figure.end + 3)) return true;
  if (isMoney(figure)) {
    const from = Math.max(p.sentence, part.clause.start - 60, figure.start - 200);
    if (REWARD.test(norm, from, figure.start) || REWARDED.test(after)) return true;
  }
  const { start } = part.clause;
  if (TOGETHER.test(norm, Math.max(start, figure.start - 40), figure.start)) return true;
  if (AWARDED.test(norm, Math.max(start, figure.start - 200), figure.start)) return true;
  if (EACH_IS.test(after) || after.endsWith("之一") || NO_FIGURE.test(part.stem)) return true;
  // 5000亩以上的专业村15个: which ones are counted.
  if (
    next !== undefined &&
    AREA.test(figure.unit) &&
    after.startsWith("的") &&
    COUNTING_UNITS.has(next.figure.unit)
  )
    return true;
  // 101米碳纤维臂架: a measure that tells which one.
  if (after !== "" && MEASURE.test(figure.unit) && !after.startsWith("的")) return true;
  if (figure.unit === "次" && figure.value < 10) return true;
  if (figure.han && figure.unit === "位" && !figure.rank) return true;
  return isField(part, next) || isModifier(part, next) || (counts && isCounter(p, part));
}

/** Whether those are counted that are known from elsewhere, share in a scene or are looked at. */
function isOfOthers(p: Paragraph, part: Part): boolean {
  const { figure, before, after, clause } = part;
  // 对384家企业的分析显示, 公布178家园区评价结果, 前50名榜单: of what is looked at.
  if (!figure.rank && (LOOKED_AT.test(after) || isNational(p, part) || isTold(p, part))) return true;
  const { norm } = p.x;
  const to = Math.min(clause.end, figure.end + 40);
  if (before.endsWith("的") && ARE_NAMED.test(norm, figure.end, to)) return true;
  // 对附件所列7家组织予以表彰
  const near = Math.max(clause.start, figure.start - 12);
  if (TREATED.test(norm, figure.end, to) && TOWARDS.test(norm, near, figure.start)) return true;
  if (TOLD_BEFORE.test(before) || after === "参加") return true;
  if (SCENE.test(norm, figure.end, to) || (after !== "" && SENT_IN.test(before))) return true;
  // 评审组由7名专家组成
  if (after.endsWith("组成") && JUDGES.test(before)) return true;
  return EACH_HAS.test(before);
}

/** 甲公司15人、乙公司12人: nothing but the name of an organization stands before the figure, and nothing after it. */
function isNamed(p: Paragraph, { figure, before, after }: Part): boolean {
  if (after !== "" || figure.rank || before.length < LEAST_NAME) return false;
  const { mentions } = p.x;
  const from = Math.max(p.block.start, figure.start - REACH);
  let told: string | undefined;
  for (let i = firstMention(mentions, from); i < mentions.length && mentions[i]!.end <= figure.start; i++) {
    const { type, surface, generic } = mentions[i]!;
    if (generic || !BEARERS.includes(type) || !before.includes(surface)) continue;
    told ??= withoutTrail(before.trim());
    if (surface === told && told.length >= LEAST_NAME) return true;
  }
  return false;
}

const NATIONAL = gated(/(?:全国|全球|全世界)(?:共有?|已有?|现有)?$/);
const DIVISIONS = gated(/^(?:地级市|设区市|县市区|市州|地市|区县|州市)(?:总?共|合计)/);

/** 全国40家单位, 全省13个地级市共有…: of the whole country, or how many share what the next figure counts. */
const isNational = (p: Paragraph, { figure, after }: Part): boolean =>
  NATIONAL.test(p.x.norm, Math.max(0, figure.start - 6), figure.start) || DIVISIONS.test(after);

/** 3家单位甲区、乙县、丙市: those that are counted are named right after. */
function isTold(p: Paragraph, { figure, clause }: Part): boolean {
  const { norm, mentions } = p.x;
  const noun = TOLD.exec(norm, figure.end, figure.end + 10)?.[0];
  if (noun === undefined) return false;
  const at = figure.end + noun.length;
  const mention = mentions[firstMention(mentions, at)];
  return mention?.start === at && mention.end <= clause.end && TOLD_NAMES.includes(mention.type);
}
const TOLD_NAMES: readonly EntityType[] = [...NAMES, "City"];
const LOOKED_AT = gated(
  /^[^，、]{0,24}(?:(?:评价|考核|考评|测评)结果|的(?:分析|调查|统计|监测|抽样)(?:数据|结果)?(?:显示|表明))/,
);
const TOLD = gated(/^(?:试点|获奖|承担|入选|上榜|示范)?(?:单位|企业|组织|地区|园区|县|市|区|公司)[：（]?/);

/** 列全国110个城市第3位, 在230家经开区中: how many take part. */
function isField({ figure, before, after }: Part, next: Part | undefined): boolean {
  // 以12家居首, 12家居首 give the number itself.
  if (figure.rank || !FIELD_UNIT.within(figure.unit)) return false;
  if (next?.figure.rank === true && next.figure.start - figure.end <= 1) return false;
  if (next?.figure.rank !== true && !WITHIN.test(after)) return false;
  return !before.endsWith("以") && FIELD.test(before);
}

/** 全省134家园区平均得分87.75分, 产值超百亿元企业5家: tells of what the next figure measures. */
export function isModifier({ figure, before, after, joint }: Part, next: Part | undefined): boolean {
  if (next === undefined || after === "" || joint !== "" || figure.rank) return false;
  // 12家居首
  if (next.figure.rank && next.figure.start - figure.end <= 1) return false;
  if (next.after !== "" || next.figure.unit === figure.unit || after.startsWith("占")) return false;
  const counts = COUNTING_UNITS.has(figure.unit);
  if (!counts && !(isMoney(figure) && COUNTING_UNITS.has(next.figure.unit))) return false;
  if (before.endsWith("以") || SERVED.test(before)) return false;
  // 42家企业主导或参与制定标准170项: both are counted.
  return !counts || predicateOf(after) === undefined;
}

/** A、B、C等3家企业: the number only sums up the names, unless it counts parts of a whole or what one has. */
function isCounter(p: Paragraph, part: Part): boolean {
  const { norm, mentions } = p.x;
  const { figure } = part;
  const until = firstMention(mentions, figure.start);
  const least = Math.max(p.block.start, part.from - REACH);
  let last: Mention | undefined;
  for (let i = until - 1; i >= 0 && mentions[i]!.start >= least && last === undefined; i--)
    if (mentions[i]!.end <= figure.start && NAMES.includes(mentions[i]!.type)) last = mentions[i];
  if (last === undefined) return false;
  const gap = GAP.replace(norm.slice(last.end, figure.start), "").trimEnd();
  if (gap !== "" && gap !== "等") return false;
  if (PARTS.test(part.after) || LISTED.test(part.after)) return false;
  const named = p.x.mentionsIn(least, figure.start, NAMES);
  if (gap === "等") return !named.some((m) => m.start >= part.from && HAS.test(norm, part.from, m.start));
  return named.length > 1 && !PLACES.includes(last.type);
}
const GAP = gated(/^[”’]|^（[^（）]{0,200}）/);
