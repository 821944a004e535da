import type { EntityType } from "../../../schema/index.js";
import { COUNTING_UNITS } from "../../lexicon/units.js";
import { predicateOf } from "./nouns.js";
import type { Paragraph } from "./paragraph.js";
import { type Part, REACH } from "./part.js";
import { withoutTrail } from "./phrases.js";
import { PLACES } from "./roles.js";

const MEASURE = /^(?:米|厘米|毫米|公里|吨|公斤|克|升|千瓦|兆瓦|度)$/;
const AREA = /^(?:亩|公顷|平方米|吨)$/;
const MONEY = /元$/;
/** What is paid to each is a rule, not an attribute. */
const REWARD =
  /(?:每[家人名项个][^，]{0,6}|给予|一次性|各[得奖]|最高|授予|分别)(?:奖励|奖补|补助|奖金|资助|补贴)?[^，；]{0,12}$|奖励(?!资金|基金)[^，；]{0,6}$|奖(?:励|金|补)[^，；]{0,8}[由从][^，；]{0,16}$|(?:^|，)奖$/;
const REWARDED = /^(?:的?(?:奖励|奖补|补助|奖金|补贴|资助)|不等)/;
const NO_FIGURE =
  /(?:往[东南西北]|授予|给予|每[家人名项]|持股|连续|第|为期|历时|长达|距|满|时隔|相距|^离[^，]{1,8})$/;
/** Before the size of a field in which something has a place: 位列169个园区第7位. */
const FIELD = /(?:全国|全省|全市|全球|位列|位居|居|列|在|的|名列|排名?|^)[^，]{0,4}$/;
const WITHIN = /^[^，]{0,14}(?:中(?![国心小部央西华药医学])|里)(?:名列|排|列|居|位)?/;
const FIELD_UNIT = /[个家座]/;
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
const HAS =
  /(?:[拥共现设建]有|有|建成|引进|集聚|汇聚|培育|形成|成立|编制|制定|打造|创建|聚集|实施|推进|推动)(?:了|出)?$/;
const PARTS =
  /^(?:全资|控股|参股)?(?:子公司|分公司|下属|成员|生产基地|基地|工厂|产业发展规划|[^，]{0,8}规划)/;

/** On a stage rather than an attribute: 6家组织、3名职工先后登台. */
const SCENE =
  /^[^，；。]{0,24}(?:齐聚|登台|上台|领奖|亮相|捧杯|参会|到会|参加(?:了)?(?:此次|本次|了|这次)?(?:会议|培训|活动|考试|评审|投票|现场会|大会|座谈会|仪式)|出席|到场|座谈|作(?:了)?(?:交流|发言)|受(?:到)?(?:表彰|表扬))/;
/** 5万元/人 of a prize. */
const EACH = /元\/[家人个项名位]$/;

/** 帮助56家企业获得贷款2.6亿元 counts both. */
const SERVED = /(?:为|向|给|帮助|助力|支持|服务|惠及|带动|推动|指导)$/;
/** Counted for themselves, not for the names before 等. */
const LISTED = /^[^，、]{0,6}(?:荣誉|称号|重点项目|重大项目|项目)/;

/** Whether a figure tells of no attribute: rewards, counters after names, the size of a ranking's field. */
export function isNone(p: Paragraph, part: Part, next: Part | undefined): boolean {
  const { figure, before, after } = part;
  if (EACH.test(figure.unit) && /奖/.test(before)) return true;
  // 对384家企业的分析显示, 公布178家园区评价结果, 前50名榜单: of what is looked at.
  if (COUNTING_UNITS.has(figure.unit) && !figure.rank && LOOKED_AT.test(after)) return true;
  if (/前$/.test(before) && /^[^，]{0,4}(?:榜单|名单)/.test(after)) return true;
  // 甲公司29票: a ballot.
  if (figure.unit === "票") return true;
  if (isNamed(p, part)) return true;
  // 10批共289个: in how many rounds.
  if (figure.unit === "批" && /^(?:次)?总?共/.test(p.text(figure.end, figure.end + 3))) return true;
  if (COUNTING_UNITS.has(figure.unit) && !figure.rank && (isNational(p, part) || isTold(p, part)))
    return true;
  if (MONEY.test(figure.unit)) {
    const text = p.text(Math.max(p.sentence, part.clause.start - 60, figure.start - 200), figure.start);
    if (REWARD.test(text) || REWARDED.test(after)) return true;
  }
  if (COUNTING_UNITS.has(figure.unit)) {
    const rest = p.text(figure.end, Math.min(part.clause.end, figure.end + 40));
    // 报送的1名个人: one that is known already.
    // 获奖的3家组织，是甲、乙和丙: those that are named.
    if (/的$/.test(before) && /^[^，、]{0,8}，?(?:分别)?[是为]/.test(rest)) return true;
    // 算上这3座: those that were told.
    if (/(?:[这那]|上述|以上)$/.test(before) || /^参加$/.test(after)) return true;
    if (SCENE.test(rest) || (/(?:报送|上报|推荐|选派|选送|申报|提交|举荐)的$/.test(before) && after !== ""))
      return true;
    if (
      /(?:帮扶|结对|奖励|配备|选派|培育|支持)[^，]{0,8}各$|^(?:.{0,300}[^，])?各(?:新?建设?|设立|打造)?$/.test(
        before,
      )
    )
      return true;
  }
  // 两区合计: of none of them.
  if (
    /[两三四五][地区县市家][^，]{0,2}(?:合计|共|总共|相加)/.test(
      p.text(Math.max(part.clause.start, figure.start - 40), figure.start),
    )
  )
    return true;
  if (/授予/.test(p.text(Math.max(part.clause.start, figure.start - 200), figure.start))) return true;
  if (/^[^，]{0,6}分别(?:为|是)?$/.test(after) || /之一$/.test(after) || NO_FIGURE.test(withoutTrail(before)))
    return true;
  // 5000亩以上的专业村15个: which ones are counted.
  if (
    next !== undefined &&
    AREA.test(figure.unit) &&
    after.startsWith("的") &&
    COUNTING_UNITS.has(next.figure.unit)
  )
    return true;
  // 101米碳纤维臂架: a measure that tells which one.
  if (MEASURE.test(figure.unit) && after !== "" && !after.startsWith("的")) return true;
  if (figure.unit === "次" && figure.value < 10) return true;
  if (figure.han && figure.unit === "位" && !figure.rank) return true;
  return isField(part, next) || isModifier(part, next) || isCounter(p, part);
}

/** 甲公司15人、乙公司12人: nothing but the name of an organization stands before the figure, and nothing after it. */
function isNamed(p: Paragraph, { figure, before, after }: Part): boolean {
  if (after !== "" || figure.rank) return false;
  const told = withoutTrail(before.trim());
  return (
    told.length >= LEAST_NAME &&
    p.x
      .mentionsIn(Math.max(p.block.start, figure.start - REACH), figure.start, BEARERS)
      .some((mention) => mention.surface === told && !mention.generic)
  );
}

/** 全国40家单位, 全省13个地级市共有…: of the whole country, or how many share what the next figure counts. */
const isNational = (p: Paragraph, { figure, after }: Part): boolean =>
  /(?:全国|全球|全世界)(?:共有?|已有?|现有)?$/.test(p.text(figure.start - 6, figure.start)) ||
  /^(?:地级市|设区市|县市区|市州|地市|区县|州市)(?:总?共|合计)/.test(after);

/** 3家单位甲区、乙县、丙市: those that are counted are named right after. */
function isTold(p: Paragraph, { figure, clause }: Part): boolean {
  const noun = TOLD.exec(p.text(figure.end, figure.end + 10))?.[0];
  if (noun === undefined) return false;
  const at = figure.end + noun.length;
  return p.x.mentionsIn(at, clause.end, [...NAMES, "City"]).some((mention) => mention.start === at);
}
const LOOKED_AT =
  /^[^，、]{0,24}(?:(?:评价|考核|考评|测评)结果|的(?:分析|调查|统计|监测|抽样)(?:数据|结果)?(?:显示|表明))/;
const TOLD = /^(?:试点|获奖|承担|入选|上榜|示范)?(?:单位|企业|组织|地区|园区|县|市|区|公司)[：（]?/;

/** 列全国110个城市第3位, 在230家经开区中: how many take part. */
function isField({ figure, before, after }: Part, next: Part | undefined): boolean {
  // 以12家居首 gives the number itself.
  if (figure.rank || !FIELD_UNIT.test(figure.unit) || !FIELD.test(before) || /以$/.test(before)) return false;
  return next?.figure.rank === true || WITHIN.test(after);
}

/** 全省134家园区平均得分87.75分, 产值超百亿元企业5家: tells of what the next figure measures. */
export function isModifier({ figure, before, after, joint }: Part, next: Part | undefined): boolean {
  if (SERVED.test(before) || /以$/.test(before)) return false;
  // 42家企业主导或参与制定标准170项: both are counted.
  if (COUNTING_UNITS.has(figure.unit) && predicateOf(after) !== undefined) return false;
  const classes = MONEY.test(figure.unit) && next !== undefined && COUNTING_UNITS.has(next.figure.unit);
  return (
    next !== undefined &&
    after !== "" &&
    !/^占/.test(after) &&
    joint === "" &&
    next.after === "" &&
    next.figure.unit !== figure.unit &&
    (classes || COUNTING_UNITS.has(figure.unit)) &&
    !figure.rank
  );
}

/** A、B、C等3家企业: the number only sums up the names, unless it counts parts of a whole or what one has. */
function isCounter(p: Paragraph, part: Part): boolean {
  const { norm } = p.x;
  const { figure } = part;
  if (!COUNTING_UNITS.has(figure.unit) || PARTS.test(part.after)) return false;
  const named = p.x.mentionsIn(Math.max(p.block.start, part.from - REACH), figure.start, NAMES);
  const last = named.at(-1);
  if (last === undefined) return false;
  const gap = norm
    .slice(last.end, figure.start)
    .replace(/^[”’]|^（[^（）]{0,200}）/, "")
    .trimEnd();
  if (gap !== "" && gap !== "等") return false;
  if (LISTED.test(part.after)) return false;
  if (gap === "等")
    return !named.some((m) => m.start >= part.from && HAS.test(norm.slice(part.from, m.start)));
  return named.length > 1 && !PLACES.includes(last.type);
}
