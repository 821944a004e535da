import type { EntityType } from "../../../schema/index.js";
import type { Extraction, Mention } from "../types.js";
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
const OBLIQUE =
  /(?:由|受|为|与|和|同|跟|向|从|对|比|较|经|被|占|依托|联合|携手|以|含|获|居|给|按|按照|根据|依据|据|围绕|参照|比照|支持|推动|帮助|服务|高出|低于|高于|优于|好于|快于|慢于|不同于|区别于|原|即|前身(?:是|为)|更名为|名为|简称|下称)$/;
/** 这里是甲中心, 龙头企业是甲公司: who it is comes after, unless it only tells more of whom the sentence has named. */
const IDENTIFIED = /^[，、\s]*[^，（）“”]{2,12}[是为]$/;
/** Before a name: where it is, which makes it a subject only where the clause names no other. */
const LOCAL = /(?:在|于|至|到|落户|落地|入驻|位居|走进|来到|聚焦)$/;
/** Before a name, after times and adverbs are gone: a verb makes the name an object. */
const VERBAL =
  /[是为在于由与和向从对被把将有获入任到过给让使及比占送请聘立进建设承担引成拿夺创攻评选推定置辖居列管牵携邀签派代造育]/;
/** Verbs that a subject left out has: what follows is had or done, not spoken of. */
const HAVING =
  /(?:拥有|建有|设有|开设|建成|办有|形成|集聚了?|聚集了?|汇聚了?|下设|下辖|旗下有|实现|完成|达到|是|使|让|有|于|从|比|由)$/;
/** After a name in a place: 在甲区打造的某驿站 speaks of what is there. */
const ATTRIBUTE = /^[^，。；：、]{0,10}的(?!是)/;
const VENUE = /^(?:隆重|正式|顺利|圆满)?(?:开幕|闭幕|举行|召开|举办|启动|揭幕|拉开)/;
/** After a place's name: the name goes on as that of an award. */
const AWARD = /^(?:(?:人民政府|市长|省长|区长|县长|州长|主席|政府|质量)[^，。；、]{0,6}奖|市?委(?!托)|政协)/;
/** 全省率先, 全国首个: the field of a superlative. */
const SUPERLATIVE =
  /^(?:\d{1,12}[多余]?[个座](?:地?市|州|县|区|旗|国家|省|设区|地级|经开|高新|园区|城市|同类)(?!市?总?共|市?合计)|各?(?:市州|地市|地级市|设区市|县市区|同行|同类)|[^，。；]{0,8}[排列居]第|排|位[列居次]|率先|首|唯一|第[一二三四五六七八九十]|前列|领先|平均|范围)/;
/** After a province that is spoken of; others are part of a title: 江苏省工业企业…10家. */
const OF_PROVINCE =
  /^(?:[，、：（”的]|共|累计|现|已|有|拥有|全省|实现|此次|在|获|完成|新增|各|经济|地区|坚持|大力|积极|聚焦|深入|扎实|持续|着力|围绕|把|将)/;
/** After 企业 that means no firm in particular: 企业标准2项. */
const OF_FIRMS =
  /^(?:满意|获得感|开办|注册|准入|融资|培训|自我|标准|数|总|产值|质量|首席|研发|信用|认证|专利|商标|户|家|类|税收|用电|利润|营收|技术中心|年金|增加)/;

/** After the name of a class of platforms, which is counted or spread rather than spoken of. */
const CLASS = /^(?:建成|达到?|增至|共|已达|总数)?(?:超过?|近|约)?\d+[余多]?[个家]|^(?:普及率|覆盖率|数量)/;

/**
 * The role of a name in a clause, by what stands before it in the clause and after it. `figured` says that the
 * clause has a figure after the name.
 */
export function roleOf(
  x: Extraction,
  mention: Mention,
  before: string,
  last: boolean,
  figured: boolean,
): Role {
  if (!SUBJECTS.includes(mention.type) || /^\d/.test(mention.surface)) return "none";
  if (isWithin(before) && !(before.endsWith("“") && x.norm[mention.end] === "”")) return "none";
  // A committee is spoken of only where its own figure follows: elsewhere it is what a firm takes part in.
  if (
    mention.type === "StandardsBody" &&
    !(figured && /^[\s，、”’]{0,40}(?:第[一二三四五六七八九十]{1,12}届)?$/.test(withoutTimes(before)))
  )
    return "none";
  const after = x.norm.slice(mention.end, mention.end + 12);
  if (PLACES.includes(mention.type) && (isPlaceOfAward(x, mention) || SUPERLATIVE.test(after))) return "none";
  if (mention.type === "Province" && !mention.generic && !last && !OF_PROVINCE.test(after)) return "none";
  if (/^(?:企业|公司|集团)$/.test(mention.surface) && OF_FIRMS.test(after)) return "none";
  if (mention.type === "Platform" && CLASS.test(after)) return "none";
  const near = before.slice(-8);
  if (/[是为]\s?$/.test(before) && IDENTIFIED.test(withoutTimes(before).trimEnd())) return "local";
  if (OBLIQUE.test(near)) return mention.generic && !PLACES.includes(mention.type) ? "local" : "none";
  // 在某会展中心开幕: a venue.
  if (/在$/.test(near) && !PLACES.includes(mention.type) && VENUE.test(after)) return "none";
  if (LOCAL.test(near)) return PLACES.includes(mention.type) && ATTRIBUTE.test(after) ? "none" : "local";
  return isSubjectAfter(before) ? "subject" : "none";
}

/** Whether a place's name goes on as that of an award: 某市|市长质量奖. */
export function isPlaceOfAward(x: Extraction, mention: Mention): boolean {
  return !mention.generic && AWARD.test(x.norm.slice(mention.end, mention.end + 12));
}

/** Whether a second name is what the clause speaks of, and the first only tells of it: X的Y, X运营的Y, 某市某县. */
export function isHeadOf(x: Extraction, first: Mention, second: Mention): boolean {
  if (!SUBJECTS.includes(second.type)) return false;
  if (second.start === first.end) return PLACES.includes(first.type) && PLACES.includes(second.type);
  const between = x.norm.slice(first.end, second.start);
  return /的$/.test(between) && !/[占为是有获入任，]/.test(between);
}

/** Whether a name after these words is the subject: nothing but times, adverbs and attributes before it. */
function isSubjectAfter(before: string): boolean {
  const text = withoutTimes(before).trimEnd();
  if (HAVING.test(text)) return false;
  const rest = withoutLead(text);
  if (/的$/.test(rest)) return !/[由为把被将给替]|^受托/.test(rest);
  return rest === "" || (rest.length <= 6 && !VERBAL.test(rest));
}

function isWithin(before: string): boolean {
  const inside = (open: string, close: string): boolean =>
    before.lastIndexOf(open) > before.lastIndexOf(close);
  if (inside("（", "）") || inside("《", "》")) return true;
  return inside("“", "”") && before.length - before.lastIndexOf("“") < 12;
}
