import type { Sentence } from "../../types.js";
import { isMute } from "../shape/clauses.js";
import type { DocEntity, Extraction, RuleFamily } from "../types.js";
import { itemsBefore, itemsWithin, looksLikeIndustry } from "./items.js";

/** What a firm does: 主营A, 深耕B, 主业是C. */
const VERB =
  /(?:主营业务(?:为|是|包括)?|主营产品(?:为|是|包括)?|主营|主要从事|专业从事|专门从事|长期从事|从事|专注于?|聚焦于?|深耕于?|专攻|主攻|专做|专营|主打|主要生产|专业生产|专门生产|专产|主产|主要制造|专业制造|主要产品(?:为|是|有|包括|：)|主要经营|拳头产品(?:为|是)|当家产品(?:为|是)|产品以|专耕|专精于|钟情于|扎根于?|主要产品(?:为|是|有|包括)|[做干造](?:的)(?:却|也|则|正|主要|都)?是|主业[^，。；]{0,6}?(?:是|为|离开)|经营范围(?:为|是))(?:的是)?/gu;
/** Verbs that take other objects as well. */
const WIDE = /聚焦|主打/u;
/** X做A: only right after the firm, or after 在… . */
const MAKES =
  /(?:在[^，。；]{2,8}|(?:给|为)[^，。；]{2,8})?(?:[做造]|生产)(?=[^，。；]{2,10}(?:，|。|；|$))/gu;
const NO_MAKE = /^[好强大优精实出到了成完]|贡献|文章|加法|减法|表率|标杆|榜样|功课|体检|准备|保障|支撑|主/u;
/** 把A变成B. */
const TURNS =
  /把[^，。；]{1,8}?(?:变成了?|做成了?|加工成|转化为|炼成)(?=[^，。；]{2,8}(?:，|。|；))|从[^，。；]{1,10}?(?:跨到|跨界到?|转向|拓展到|延伸到|升级到|转型到|转到|转做)了?(?=[^，。；]{2,10}(?:，|。|；))/gu;
/** 这家…的A企业; 是国内最大的A企业. */
const KIND_OF_FIRM =
  /(?:这家|(?:同是|同为|都是|均为|均是)|(?:是|系|为)(?:一家|国内|全国|全球|我国|我市|全省|国家|业内|亚洲|世界))(?:[^，。；]{0,24}的)?([\u4e00-\u9fa5]{2,8}?)(?:龙头企业|骨干企业|生产企业|制造企业|企业|制造商|供应商|生产商|服务商|生产基地)/gu;
/** A产业链以X为龙头; A产业链上，X…; X是A产业链“链主”. */
const CHAIN = /产业(?:链|集群)?(?=以|(?:上|中|方面|领域)，|的?“?链主|的?“?龙头|的?核心企业|的?骨干)/gu;
/** 龙头X: the head of the industry that the sentence spoke of before. */
const HEAD_FIRM = /(?:龙头|链主|领军|骨干)(?:企业)?”?$/u;
/** 一家做A，一家做B: of the two firms named before. */
const ONE_AND_OTHER =
  /一[家个](?:专?做|主攻|专攻|主营|生产|造)([^，。；]{2,8})[，；](?:另)?一[家个](?:专?做|主攻|专攻|主营|生产|造)([^，。；]{2,8})(?=[，。；])/gu;
/** 做A起家, 靠A起家, 以A为主业, 以A起家. */
const FROM =
  /(?:做|靠|以|从)([^，。；的]{2,24}?)(?:起家|发家|为主业|为主营|为主要产品|为主导产品|吃饭|见长|立身)/gu;
/** A龙头企业X, A生产企业X: what the firm is introduced as. */
const INTRODUCED = /([\u4e00-\u9fa5]{2,8}?)(?:龙头企业|龙头|生产企业|制造企业|骨干企业|制造商|生产商|企业)$/u;
/** X的A出货量全球第一. */
const LEADS_IN =
  /的([^，。；、的]{2,10}?)(?:出货量|产销量|产量|销量|市场占有率|市占率|销售量|出口量)[^，。；]{0,10}?(?:第一|首位|居首|第[二三四五]|前[三五十])/gu;
/** Where what is made ends and what is done with it begins. */
const DOING =
  /(?:等)?(?:系列)?(?:设计(?=、(?:研发|开发|生产|制造|施工|安装|制作))|的?(?:自主)?(?:研发|研制|研究|开发|生产(?!性)|销售|经营|营销|运营|检测服务|一体化|贸易)|的加工|、加工|出口|业务|领域|行业|产业|赛道|市场|多年|已有|已经|近?[\d一二三四五六七八九十]+(?:余|多)?(?:年|载)|系列产品|产品(?!设计)|等|不同)/u;
const NO_KIND =
  /^(?:.*(?:高新技术|民营|国有|上市|外资|合资|中小|小微|小巨人|专精特新|龙头|骨干|老牌|知名|大型|高科技|科技型|家族|独角兽|瞪羚|单项冠军|示范|标杆|获奖|加工|制造业|本土|百年|世界级|一流|领军|创新型|入围|创业|初创|新兴|外贸|集体|乡镇|校办|生产|代工|贴牌|出口|配套|链主|核心|头部|明星|混合所有制|央|国|地方|市属|省属|驻|本地|代表|拟上市|规上|规模以上|排头兵|隐形冠军|实体|参与|成员|会员|牵头|新锐|后起|老字号|试点|品牌|先进|优秀|标准化|现代化|综合性|专业化|大型综合|股份制|先锋|不同|同一|关联|兄弟|独立|两家|三家|民企|竞争|获奖|受表彰|重点))$/u;

/** The lines of business that a document gives for a firm. */
export const operation: RuleFamily = {
  id: "industry/operation",
  run(x) {
    for (const match of x.norm.matchAll(VERB))
      read(x, match.index, match.index + match[0].length, "industry/line", WIDE.test(match[0]));
    for (const match of x.norm.matchAll(MAKES)) {
      const at = match.index + match[0].length;
      if (!isFirmBefore(x, match.index) || NO_MAKE.test(x.norm.slice(at, at + 10))) continue;
      read(x, match.index, at, "industry/makes", !/^[给为]/u.test(match[0]));
    }
    for (const match of x.norm.matchAll(TURNS))
      read(x, match.index, match.index + match[0].length, "industry/turns-into");
    for (const match of x.norm.matchAll(KIND_OF_FIRM)) {
      const start = match.index + match[0].lastIndexOf(match[1]!);
      if (!NO_KIND.test(match[1]!))
        read(x, match.index, start, "industry/kind-of-firm", false, start + match[1]!.length);
    }
    for (const match of x.norm.matchAll(CHAIN)) ofChain(x, match.index, match[0].length);
    for (const match of x.norm.matchAll(LEADS_IN)) {
      const sentence = x.sentenceAt(match.index);
      const firm = sentence && x.mentionsIn(sentence.start, match.index + 1, ["Company"]).pop();
      if (firm?.end !== match.index) continue;
      read(x, match.index, match.index + 1, "industry/leads-in", false, match.index + 1 + match[1]!.length);
    }
    for (const match of x.norm.matchAll(ONE_AND_OTHER)) oneAndOther(x, match);
    for (const match of x.norm.matchAll(FROM)) {
      const start = match.index + 1;
      const end = match.index + match[0].length;
      // 做A起家的X: the firm follows.
      const named = x.norm[end] === "的" ? x.mentionsIn(end + 1, end + 40, ["Company"])[0] : undefined;
      if (named?.start === end + 1) {
        const [item] = itemsWithin(x, start, start + match[1]!.length);
        const sentence = x.sentenceAt(start);
        if (item !== undefined && sentence !== undefined && looksLikeIndustry(item.name))
          x.relate({
            type: "OPERATES_IN",
            from: named.entity,
            to: x.entity("Industry", item.name, { start: item.start, end: item.end, rule: "industry/from" }),
            start: sentence.start,
            end: sentence.end,
            rule: "industry/from",
            confidence: 0.8,
          });
        continue;
      }
      read(x, match.index, start, "industry/from", true, start + match[1]!.length);
    }
    headFirms(x);
    introduced(x);
  },
};

/** Relates the firm that heads a chain, or that the sentence goes on to speak of, to what the chain makes. */
function ofChain(x: Extraction, at: number, length: number): void {
  const sentence = x.sentenceAt(at);
  if (sentence === undefined || isMute(sentence.block)) return;
  const item = itemsBefore(x, at, sentence.start, 1).pop();
  if (item === undefined) return;
  const rest = x.norm.slice(at + length, sentence.end);
  const firm = /^的?“?(?:链主|龙头|核心|骨干)/u.test(rest)
    ? x.mentionsIn(sentence.start, item.start, ["Company"]).pop()
    : x.mentionsIn(at + length, Math.min(sentence.end, at + length + 40), ["Company"])[0];
  if (
    firm === undefined ||
    (rest.startsWith("以") &&
      !/^(?:（[^（）]*）)?[^，。；]{0,8}为(?:龙头|链主|引领|核心)/u.test(
        x.norm.slice(firm.end, sentence.end),
      ))
  )
    return;
  const industry = x.entity("Industry", item.name, {
    start: item.start,
    end: item.end,
    rule: "industry/chain",
  });
  const { start, end } = sentence;
  x.relate({
    type: "OPERATES_IN",
    from: firm.entity,
    to: industry,
    start,
    end,
    rule: "industry/chain",
    confidence: 0.8,
  });
}

/** 其中A产值…，龙头X: X is in the industry that the sentence named last before. */
function headFirms(x: Extraction): void {
  const industries = new Map<string, DocEntity>();
  for (const entity of x.entities) if (entity.type === "Industry") industries.set(entity.name, entity);
  if (industries.size === 0) return;
  for (const firm of x.mentions) {
    if (firm.type !== "Company" || !HEAD_FIRM.test(x.norm.slice(Math.max(0, firm.start - 6), firm.start)))
      continue;
    const sentence = x.sentenceAt(firm.start);
    if (sentence === undefined || isMute(sentence.block)) continue;
    const industry = lastNamed(x.text, Math.max(sentence.start, firm.start - FAR), firm.start, industries);
    if (industry === undefined) continue;
    const { start, end } = sentence;
    x.relate({
      type: "OPERATES_IN",
      from: firm.entity,
      to: industry,
      start,
      end,
      rule: "industry/head-firm",
      confidence: 0.75,
    });
  }
}

const FAR = 80;
const LONGEST_NAME = 14;

/** The entity whose name ends last in [from, to), the longest of those that end there. */
function lastNamed(
  text: string,
  from: number,
  to: number,
  names: ReadonlyMap<string, DocEntity>,
): DocEntity | undefined {
  for (let end = to; end > from; end--)
    for (let start = Math.max(from, end - LONGEST_NAME); start < end; start++) {
      const named = names.get(text.slice(start, end));
      if (named !== undefined) return named;
    }
  return undefined;
}

function oneAndOther(x: Extraction, match: RegExpExecArray): void {
  const sentence = x.sentenceAt(match.index);
  if (sentence === undefined || isMute(sentence.block)) return;
  const named = x.mentionsIn(sentence.start, match.index, ["Company"]).map((mention) => mention.entity);
  const firms = [...new Set(named)].slice(-2);
  if (firms.length < 2) return;
  let from = match.index;
  for (const i of [0, 1]) {
    const text = match[i + 1]!;
    const start = x.norm.indexOf(text, from);
    from = start + text.length;
    const [item] = itemsWithin(x, start, from);
    if (item === undefined) continue;
    x.relate({
      type: "OPERATES_IN",
      from: firms[i]!,
      to: x.entity("Industry", item.name, {
        start: item.start,
        end: item.end,
        rule: "industry/one-and-other",
      }),
      start: sentence.start,
      end: sentence.end,
      rule: "industry/one-and-other",
      confidence: 0.8,
    });
  }
}

/** Firms that a word for their trade introduces, right before the name: 轴承企业X. */
function introduced(x: Extraction): void {
  for (const firm of x.mentions) {
    if (firm.type !== "Company" || firm.generic) continue;
    const sentence = x.sentenceAt(firm.start);
    if (sentence === undefined || isMute(sentence.block)) continue;
    let from = firm.start;
    while (from > sentence.start && firm.start - from < 14 && /[\u4e00-\u9fa5]/u.test(x.norm[from - 1]!))
      from--;
    const match = INTRODUCED.exec(x.norm.slice(from, firm.start));
    if (match === null || NO_KIND.test(match[1]!)) continue;
    const start = from + match.index;
    const [item] = itemsWithin(x, start, start + match[1]!.length);
    if (item === undefined || !looksLikeIndustry(item.name) || item.name.length < 2) continue;
    const industry = x.entity("Industry", item.name, {
      start: item.start,
      end: item.end,
      rule: "industry/introduced",
    });
    x.relate({
      type: "OPERATES_IN",
      from: firm.entity,
      to: industry,
      start: sentence.start,
      end: sentence.end,
      rule: "industry/introduced",
      confidence: 0.75,
    });
  }
}

function isFirmBefore(x: Extraction, at: number): boolean {
  return (
    x
      .mentionsIn(Math.max(0, at - 30), at, ["Company"])
      .some((m) => /^(?:只|专|主要|专门|一直|就|则|也|还)?$/u.test(x.norm.slice(m.end, at))) ||
    /后者$/u.test(x.norm.slice(at - 2, at))
  );
}

/** Relates the firm before `verb` to what [start, end) lists; `certain` demands names that end as industries do. */
function read(x: Extraction, verb: number, start: number, rule: string, certain = false, end?: number): void {
  const sentence = x.sentenceAt(verb);
  if (sentence === undefined || isMute(sentence.block)) return;
  const firms = firmsBefore(x, sentence, verb, certain && rule === "industry/line");
  if (firms.length === 0) return;
  let stop = start;
  while (stop < (end ?? sentence.end) && !"，。；：（！？\n".includes(x.norm[stop]!)) stop++;
  const cut = end === undefined ? DOING.exec(x.norm.slice(start, stop)) : null;
  const items = itemsWithin(x, start, cut === null ? stop : start + cut.index).filter(
    ({ name }) => name.length >= 2 && (!certain || looksLikeIndustry(name)),
  );
  const shared =
    firms.length > 1 &&
    firms.length === items.length &&
    /分别/u.test(x.norm.slice(Math.max(0, verb - 6), verb));
  for (const [i, item] of items.entries()) {
    const industry = x.entity("Industry", item.name, { start: item.start, end: item.end, rule });
    for (const [j, firm] of firms.entries())
      if (!shared || i === j)
        x.relate({
          type: "OPERATES_IN",
          from: firm,
          to: industry,
          start: sentence.start,
          end: sentence.end,
          rule,
          confidence: 0.85,
        });
  }
}

/** The firms that do it: the last one before with those joined to it, where no place stands nearer; else the context's. */
function firmsBefore(x: Extraction, sentence: Sentence, verb: number, named = false): DocEntity[] {
  const before = x.mentionsIn(sentence.start, verb, [
    "Company",
    "Zone",
    "City",
    "County",
    "Person",
    "GovernmentBody",
  ]);
  let last = before.pop();
  while (
    last !== undefined &&
    last.type !== "Company" &&
    /(?:在|落户|位于|到|于)$/u.test(x.norm.slice(Math.max(0, last.start - 2), last.start))
  )
    last = before.pop();
  if (last === undefined) {
    if (named) return [];
    if (
      /全市|我市|全区|全县|园区|我们|居民|农户|村民|人员|人从事/u.test(
        x.norm.slice(sentence.start, verb + 12),
      )
    )
      return [];
    const firm = x.subjectAt(sentence.start, ["Company", "Institution"]);
    return firm?.type === "Company" ? [firm] : [];
  }
  if (last.type !== "Company") return [];
  const group = [last];
  for (let previous = before.pop(); previous !== undefined; previous = before.pop()) {
    if (
      previous.type !== "Company" ||
      !/^(?:、|和|与|及)$/u.test(x.norm.slice(previous.end, group[0]!.start))
    )
      break;
    group.unshift(previous);
  }
  return group.map((mention) => mention.entity);
}
