import type { EntityType } from "../../../schema/index.js";
import { gated } from "../../patterns/gated.js";
import type { Extraction, Mention } from "../types.js";
import { isDigit } from "./numerals.js";
import { withoutLead } from "./phrases.js";
import { withoutTimes } from "./times.js";

/** How a clause uses a name: as its subject, as the place where something is, or as neither. */
export type Role = "subject" | "local" | "none";

export const PLACES: readonly EntityType[] = ["Province", "City", "County", "Zone"];
export const SUBJECTS: readonly EntityType[] = [
  ...PLACES,
  "Company",
  "Institution",
  "Platform",
  "GovernmentBody",
  "StandardsBody",
];

/** Before a name: what makes it an agent, a partner or a yardstick rather than what is spoken of. */
const OBLIQUE = gated(
  /(?:由|受|为|与|和|同|跟|向|从|对|比|较|经|被|占|依托|联合|携手|以|含|获|居|给|按|按照|根据|依据|据|围绕|参照|比照|支持|推动|帮助|服务|高出|低于|高于|优于|好于|快于|慢于|不同于|区别于|原|即|前身(?:是|为)|更名为|名为|简称|下称)$/,
);
/** 这里是甲中心, 龙头企业是甲公司: who it is comes after, unless it only tells more of whom the sentence has named. */
const IDENTIFIED = gated(/^[，、\s]*[^，（）“”]{2,12}[是为]$/);
/** 最多的是甲县, 其次是乙区: whose figure follows. */
const SUPERLATIVE_IS = gated(
  /(?:最[多高大强快好少](?:的(?:县|区|市|园区|企业|公司)?)?|其次|次之|第[二三四]|紧随其后的?|[居排列]第?[一二三]位?的|领[先跑]的|排名第[一二三]的|靠前的)[是为]\s?$/,
);
/** Before a name: where it is, which makes it a subject only where the clause names no other. */
const LOCAL = gated(/(?:在|于|至|到|落户|落地|入驻|位居|走进|来到|聚焦)$/);
/** Before a name, after times and adverbs are gone: a verb makes the name an object. */
const VERBAL = gated(
  /[是为在于由与和向从对被把将有获入任到过给让使及比占送请聘立进建设承担引成拿夺创攻评选推定置辖居列管牵携邀签派代造育]/,
);
/** Verbs that a subject left out has: what follows is had or done, not spoken of. */
const HAVING = gated(
  /(?:拥有|建有|设有|开设|建成|办有|形成|集聚了?|聚集了?|汇聚了?|下设|下辖|旗下有|实现|完成|达到|是|使|让|有|于|从|比|由)$/,
);
/** After a name in a place: 在甲区打造的某驿站 speaks of what is there. */
const ATTRIBUTE = gated(/^[^，。；：、]{0,10}的(?!是)/);
const VENUE = gated(/^(?:隆重|正式|顺利|圆满)?(?:开幕|闭幕|举行|召开|举办|启动|揭幕|拉开)/);
/** After a place's name: the name goes on as that of an award. */
const AWARD = gated(
  /^(?:(?:人民政府|市长|省长|区长|县长|州长|主席|政府|质量)[^，。；、]{0,6}奖|市?委(?!托)|政协)/,
);
/** 全省率先, 全国首个: the field of a superlative. */
const SUPERLATIVE = gated(
  /^(?:\d{1,12}[多余]?[个座](?:地?市|州|县|区|旗|国家|省|设区|地级|经开|高新|园区|城市|同类)(?!市?总?共|市?合计)|各?(?:市州|地市|地级市|设区市|县市区|同行|同类)|率先|首(?!席质量)|唯一|第[一二三四五六七八九十\d]|前列|领先|平均|范围)/,
);
/** 总量全市排第二: the field, where it has no name of its own or is a province; 某某高新区排第二 has the place itself. */
const RANKED = gated(/^(?:[^，。；]{0,8}[排列居]第|排|位[列居次])/);
const FIELDS = gated(/^[全本我]/);
/** After a province that is spoken of; others are part of a title: 江苏省工业企业…10家. */
const OF_PROVINCE = gated(
  /^(?:[，、：（”的]|共|累计|现|已|有|拥有|全省|实现|此次|在|获|完成|新增|各|经济|地区|坚持|大力|积极|聚焦|深入|扎实|持续|着力|围绕|把|将)/,
);
/** After 企业 that means no firm in particular: 企业标准2项. */
const OF_FIRMS = gated(
  /^(?:满意|获得感|开办|注册|准入|融资|培训|自我|标准|数|总|产值|质量|首席|研发|信用|认证|专利|商标|户|家|类|税收|用电|利润|营收|技术中心|年金|增加)/,
);

/** After the name of a class of platforms, which is counted or spread rather than spoken of. */
const CLASS = gated(
  /^(?:建成|达到?|增至|共|已达|总数)?(?:超过?|近|约)?\d+[余多]?[个家]|^(?:普及率|覆盖率|数量)/,
);

/** How far after a name is looked. */
const AFTER = 12;
/** 是, 为 right before a name. */
const COPULA = gated(/[是为]\s?$/);
/** What stands before a committee that is spoken of: nothing, or which of its terms. */
const TERM = gated(/^[\s，、”’]{0,40}(?:第[一二三四五六七八九十]{1,12}届)?$/);
const NO_ATTRIBUTE = gated(/[由为把被将给替]|^受托/);
const NOT_BETWEEN = gated(/[占为是有获入任，]/);

/**
 * The role of a name in a clause that begins at `start`, by what stands before it in the clause and after it. `figured`
 * says that the clause has a figure after the name.
 */
export function roleOf(
  x: Extraction,
  mention: Mention,
  start: number,
  last: boolean,
  figured: boolean,
): Role {
  const { norm } = x;
  const { type, start: at, end } = mention;
  if (!SUBJECTS.includes(type) || isDigit(mention.surface, 0)) return "none";
  if (isWithin(norm, start, at) && !(norm[at - 1] === "“" && at > start && norm[end] === "”")) return "none";
  // A committee is spoken of only where its own figure follows: elsewhere it is what a firm takes part in.
  if (type === "StandardsBody" && !(figured && TERM.test(withoutTimes(norm.slice(start, at))))) return "none";
  const stop = Math.min(norm.length, end + AFTER);
  const isPlace = PLACES.includes(type);
  if (isPlace && (isPlaceOfAward(x, mention) || SUPERLATIVE.test(norm, end, stop))) return "none";
  const isField = type === "Province" || (isPlace && mention.generic && FIELDS.test(mention.surface));
  if (isField && RANKED.test(norm, end, stop)) return "none";
  if (type === "Province" && !mention.generic && !last && !OF_PROVINCE.test(norm, end, stop)) return "none";
  if (mention.surface === "企业" && OF_FIRMS.test(norm, end, stop)) return "none";
  if (FIRMS.includes(mention.surface) && COUNTED_FIRMS.test(norm, end, stop)) return "none";
  if (type === "Platform" && CLASS.test(norm, end, stop)) return "none";
  if (COPULA.test(norm, start, at) && SUPERLATIVE_IS.test(norm, Math.max(start, at - 12), at))
    return "subject";
  if (COPULA.test(norm, start, at) && IDENTIFIED.test(withoutTimes(norm.slice(start, at)).trimEnd()))
    return "local";
  const near = Math.max(start, at - 8);
  if (OBLIQUE.test(norm, near, at)) return mention.generic && !isPlace ? "local" : "none";
  // 在某会展中心开幕: a venue.
  if (!isPlace && at > start && norm[at - 1] === "在" && VENUE.test(norm, end, stop)) return "none";
  if (LOCAL.test(norm, near, at)) return isPlace && ATTRIBUTE.test(norm, end, stop) ? "none" : "local";
  // 唯一的质检机构——某中心由…: who it is.
  if (at - start > 2 && CLASSED.test(norm, Math.max(start, at - 8), at)) return "subject";
  return at === start || isSubjectAfter(norm.slice(start, at)) ? "subject" : "none";
}
const CLASSED = gated(/(?:机构|中心|平台|企业|公司|单位|基地|实验室|园区|院所|龙头|之一|老字号|项目)——$/);
const FIRMS = ["公司", "集团"];
/** 公司数, 集团32家; 公司营收 is that of the firm that is spoken of. */
const COUNTED_FIRMS = gated(/^(?:数(?![控字据智])|\d|户|家|类|注册|准入|开办)/);

/** Whether a place's name goes on as that of an award: 某市|市长质量奖. */
export function isPlaceOfAward({ norm }: Extraction, { generic, end }: Mention): boolean {
  return !generic && AWARD.test(norm, end, Math.min(norm.length, end + AFTER));
}

/** Whether a second name is what the clause speaks of, and the first only tells of it: X的Y, X运营的Y, 某市某县. */
export function isHeadOf({ norm }: Extraction, first: Mention, second: Mention): boolean {
  if (!SUBJECTS.includes(second.type)) return false;
  if (second.start === first.end) return PLACES.includes(first.type) && PLACES.includes(second.type);
  return norm[second.start - 1] === "的" && !NOT_BETWEEN.test(norm, first.end, second.start);
}

/** Whether a name after these words is the subject: nothing but times, adverbs and attributes before it. */
function isSubjectAfter(before: string): boolean {
  const text = withoutTimes(before).trimEnd();
  if (HAVING.test(text)) return false;
  const rest = withoutLead(text);
  if (rest === "") return true;
  if (rest.endsWith("的")) return !NO_ATTRIBUTE.test(rest);
  return rest.length <= 6 && !VERBAL.test(rest);
}

/** Whether brackets, a title or a short quotation are open where a name begins. */
function isWithin(norm: string, start: number, at: number): boolean {
  let bracket = 0;
  let title = 0;
  let quoted = -1;
  for (let i = start; i < at; i++) {
    switch (norm.charCodeAt(i)) {
      case OPEN_BRACKET:
        bracket = 1;
        break;
      case CLOSE_BRACKET:
        bracket = 0;
        break;
      case OPEN_TITLE:
        title = 1;
        break;
      case CLOSE_TITLE:
        title = 0;
        break;
      case OPEN_QUOTE:
        quoted = i;
        break;
      case CLOSE_QUOTE:
        quoted = -1;
    }
  }
  return bracket + title > 0 || (quoted >= 0 && at - quoted < 12);
}
const [OPEN_BRACKET, CLOSE_BRACKET, OPEN_TITLE, CLOSE_TITLE, OPEN_QUOTE, CLOSE_QUOTE] = Array.from(
  "（）《》“”",
  (mark) => mark.charCodeAt(0),
);
