import { AnyOf, Begun, compounds } from "../../lexicon/begun.js";
import { allMatches } from "../../patterns/all-matches.js";
import { CharacterSet } from "../../patterns/character-set.js";
import { gated } from "../../patterns/gated.js";
import type { Sentence } from "../../types.js";
import { isMute } from "../shape/clauses.js";
import type { Extraction, RuleFamily } from "../types.js";
import { chains } from "./chains.js";
import { firmsAt } from "./firms.js";
import { type Item, itemsWithin, looksLikeIndustry } from "./items.js";
import { relateFirms } from "./relate-firms.js";
import { businessRows } from "./rows.js";
import { titles } from "./titles.js";

/** What a firm does: 主营A, 深耕B, 主业是C. */
const VERB = new Begun(
  [
    ...compounds(
      "主要 专业 专门 长期 一直 主攻 专心 潜心",
      "从事 生产 制造 做 造 经营 加工 研发 研制 产销 供应 承接 提供 种植 养殖 酿造 销售 产",
    ),
    ...compounds("主要 主导 主打 核心 拳头 当家 代表 代表性", "产品"),
    ...compounds("做 干 造 产 卖", "的"),
    ..."主营 从事 专注 聚焦 深耕 精耕 专攻 主攻 专做 专营 专产 专造 专司 专供 专卖 专事 主打 主产 主做 转做 转产 转攻 改做 改产".split(
      " ",
    ),
    ..."改行做 转型做 转而做 专耕 专精于 钟情于 扎根 产品以 产品为 业务 主业 主要经营范围 经营范围 以生产 主要业务 现主要业务 目前主要业务".split(
      " ",
    ),
  ],
  /(?:主营业务(?:为|是|包括|涵盖|有)?|主营产品(?:为|是|有|包括)?|主营的?(?:是)?|(?:主要|专业|专门|长期|一直|主攻|专心|潜心)(?:从事|生产|制造|做|造|经营|加工|研发|研制|产销|供应|承接|提供|种植|养殖|酿造|销售|做的是|产)|从事|专注于?|聚焦于?|深耕于?|精耕于?|专攻|主攻|专做|专营|专产|专造|专司|专供|专卖|专事|主打|主产|主做|转做|转产|转攻|改做|改产|改行做|转型做|转而做|专耕|专精于|钟情于|扎根于?|(?:主要|主导|主打|核心|拳头|当家|代表性?)产品(?:为|是|有|包括|涵盖|：)|产品[以为]|业务(?:为|是|包括|涵盖|覆盖|涉及|主要是)|[做干造产卖](?:的)(?:却|也|则|正|主要|都|倒)?是|主业[^，。；]{0,6}?(?:是|为|系|离开)|(?:主要)?经营范围(?:为|是|包括|涵盖)|以生产|(?:目前|现)?主要业务(?:为|是|包括))(?:的是|着)?/uy,
);
/** Verbs that take other objects as well. */
const WIDE = /聚焦|业务(?:涵盖|覆盖|涉及|包括)|扎根/u;
/** X做A, X生产A: right after the firm, at the start of a clause, or before the firm that does it (生产A的X). */
const MAKES = new Begun(
  "在 给 为 向 替 做 造 产 供 配 生产 制造 经营 供应 配套 提供 加工 酿造 销售 研制",
  /(?:在[^，。；]{2,8}|(?:给|为|向|替)[^，。；]{2,10})?(?:[做造产供配]|生产|制造|经营|供应|配套|提供|加工|产销|酿造|销售|研制)(?=[^，。；]{2,24}(?:，|。|；|$))/uy,
);
const NO_MAKE =
  /^(?:[a-z好强大优精实出到了成完着过的]|贡献|文章|加法|减法|表率|标杆|榜样|功课|体检|准备|保障|支撑|主|效率|车间|线|过程|能力|基地|环节|成本|规模|管理|安全|一线|现场|秩序|许可|经营|总值|质量|产值|权|者|商|户|主体|活动|企业|服务|环境|不|业务|值|能|量|品|业|地|区|销|学|应|套|给|货|需|方|置|备|合)/u;
/** 把A变成B, 从A转向B. */
const TURNS = new Begun(
  "把 将 从",
  /(?:把|将)[^，。；]{1,8}?(?:变成了?|做成了?|加工成|转化为|炼成|织成|制成)(?=[^，。；]{2,8}(?:，|。|；))|从[^，。；]{1,10}?(?:跨到|跨界到?|转向|拓展到|延伸到|升级到|转型到|转到|转做)了?(?=[^，。；]{2,10}(?:，|。|；))/uy,
);
/** 一家做A，一家做B: of the two firms named before. */
const ONE_AND_OTHER = new Begun(
  "一家 一个",
  /一[家个](?:专?做|主攻|专攻|主营|生产|造|产)([^，。；]{2,8})[，；、](?:另)?一[家个](?:专?做|主攻|专攻|主营|生产|造|产)([^，。；]{2,8})(?=[，。；])/uy,
);
/** 做A起家, 以A为主业, 以A见长. */
const FROM =
  /(?:做|靠|以|从|凭)([^，。；的以]{2,24}?)(?:起家|发家|为主业|为主营(?:业务)?|为主要(?:产品|业务)|为主导(?:产品|业务)|为主(?:打|攻方向|导)产品|为核心(?:业务|产品)|为业|吃饭|见长|立身|立足|闻名|著称|打天下)/gu;
const LIVING = new AnyOf("起家 发家 为主 为核心 为业 吃饭 见长 立身 立足 闻名 著称 打天下");
/** X的A出货量全球第一. */
const LEADS_IN =
  /的([^，。；、的]{2,10}?)(?:国内|国际|全国|全球|全省)?(?:出货量|产销量|产量|产能|销量|市场占有率|市占率|销售量|出口量|全球份额|市场份额)[^，。；]{0,10}?(?:第一|首位|居首|第[二三四五]|前[三五十]|达?\d{1,2}(?:\.\d{1,2})?%)/gu;
const LEAD = new AnyOf("出货量 产销量 产量 产能 销量 市场占有率 市占率 销售量 出口量 全球份额 市场份额");
/** X属于A行业. */
const BELONGS = new Begun(
  "属于 归入 所属行业",
  /(?:属于|归入|所属行业(?:为|是))([^，。；、的]{2,10}?)(?:行业|产业|领域|企业)/uy,
);
/** Where what is made ends and what is done with it begins. */
const DOING = gated(
  /(?:等)?(?:系列)?(?:的(?:企业|公司|厂家|厂商)|设计(?=、(?:研发|开发|生产|制造|施工|安装|制作))|的?(?:自主)?(?:研发|研制|研究|开发|生产(?!性)|销售|经营|营销|运营(?=管理|服务|和)|检测服务|一体化|贸易)|的加工|、加工|出口|业务|领域|行业|产业|赛道|市场|多年|已有|已经|[近快]?[\d一二三四五六七八九十]{1,12}(?:余|多)?(?:年|载|类)|系列产品|产品(?!设计)|等|不同|两大类|三大类|两大|三大|这[个一]|为主|服务(?!业|器))/u,
);
/** 一台减速机: one thing rather than a line of business. */
const COUNTED = gated(/^(?:[一两几三四五六七八九十百]|\d+)(?:台|家|个|条|只|件|套|辆|把|块|座|种|款|间|张)/u);
const ADVERB_END = new CharacterSet("只专要门直就则也还仍现今前下转来年起后");
const PHRASE_END = new CharacterSet("，。；：（！？\n");
const ORDER = /分别|依次/u;

/** The lines of business that a document gives for a firm. */
export const operation: RuleFamily = {
  id: "industry/operation",
  run(x) {
    for (const block of x.blocks) if (block.cells !== undefined && !block.isHeader) businessRows(x, block);
    for (const match of VERB.matches(x.norm))
      read(x, match.index, match.index + match[0].length, "industry/line", WIDE.test(match[0]));
    for (const match of MAKES.matches(x.norm)) makes(x, match);
    for (const match of TURNS.matches(x.norm))
      if (firmNamed(x, match.index))
        read(x, match.index, match.index + match[0].length, "industry/turns-into");
    for (const match of LEAD.standsIn(x.norm) ? allMatches(LEADS_IN, x.norm) : []) {
      const sentence = x.sentenceAt(match.index);
      const firm = sentence && x.mentionsIn(sentence.start, match.index + 1, ["Company"]).pop();
      if (firm?.end !== match.index) continue;
      read(x, match.index, match.index + 1, "industry/leads-in", false, match.index + 1 + match[1]!.length);
    }
    for (const match of BELONGS.matches(x.norm)) {
      const start = match.index + match[0].indexOf(match[1]!);
      read(x, match.index, start, "industry/belongs", true, start + match[1]!.length);
    }
    for (const match of ONE_AND_OTHER.matches(x.norm)) oneAndOther(x, match);
    for (const match of LIVING.standsIn(x.norm) ? allMatches(FROM, x.norm) : []) {
      const start = match.index + 1;
      read(x, match.index, start, "industry/from", true, start + match[1]!.length);
    }
    titles(x);
    chains(x);
  },
};

/** Whether the sentence names a firm before `at`. */
function firmNamed(x: Extraction, at: number): boolean {
  const sentence = x.sentenceAt(at);
  return sentence !== undefined && x.mentionsIn(sentence.start, at, ["Company"]).length > 0;
}

/** 前者, 这家 right before the verb. */
const POINTED = gated(/(?:[前后]者|[那这]家)$/u);

/** X做A: whether the verb stands where it says what a firm makes. */
function makes(x: Extraction, match: RegExpExecArray): void {
  const at = match.index + match[0].length;
  if (NO_MAKE.test(x.norm.slice(at, at + 4)) || match[0].startsWith("为链主")) return;
  const sentence = x.sentenceAt(match.index);
  if (sentence === undefined) return;
  if (
    x.mentions.length > 0 &&
    x
      .mentionsIn(Math.max(0, match.index - 40), at + 20)
      .some((m) => m.start < at && at <= m.end && m.start <= match.index && m.end > match.index)
  )
    return;
  const before = x.norm.slice(Math.max(sentence.start, match.index - 12), match.index);
  const helps = /^[给为向替]/u.test(match[0]);
  const weak = /(?:提供|供应|销售|配套)$/u.test(match[0]);
  const adverbs = !ADVERB_END.ends(before)
    ? ""
    : /(?:只|专|主要|专门|一直|就|则|也|还|仍|现|如今|目前|眼下|转|后来|多年|\d{4}年(?:起|后)?){0,12}$/u.exec(
        before,
      )![0];
  const verb = match.index - adverbs.length;
  const opens = /[，。；：\n]$/u.test(x.norm.slice(Math.max(0, verb - 1), verb)) || verb === sentence.start;
  const firm = x.mentionsIn(Math.max(0, verb - 40), verb, ["Company"]).pop();
  const adjacent =
    (firm !== undefined && /^(?:（[^（）]*）)?$/u.test(x.norm.slice(firm.end, verb))) ||
    POINTED.test(x.norm, Math.max(0, verb - 2), verb);
  // 生产A的X: a modifier opens its clause or follows 、 or 和.
  const modifies = opens || /[、和与及]$/u.test(x.norm.slice(verb - 1, verb));
  if (adjacent || (opens && (helps || /(?:生产|制造|经营|酿造|产销|研制)$/u.test(match[0])))) {
    if (readModifier(x, sentence, at, "industry/makes")) return;
    read(x, match.index, at, "industry/makes", weak || !(adjacent || helps));
  } else if (modifies) readModifier(x, sentence, at, "industry/makes");
}

/** 主营A的X, where the firm follows what it does; whether it does. */
function readModifier(x: Extraction, sentence: Sentence, start: number, rule: string): boolean {
  const stop = phraseEnd(x, start, sentence.end);
  const firm = x.mentionsIn(start, Math.min(stop + 40, sentence.end), ["Company"])[0];
  if (firm === undefined || firm.start > stop) return false;
  const de =
    /的(?:(?:本土|本地|老牌|知名|民营|国有|龙头|骨干|上市|“[^“”]{2,8}”)?(?:企业|公司|“?链主”?)?(?:叫|名叫|——)?)$/u.exec(
      x.norm.slice(start, firm.start),
    );
  if (de === null) return false;
  const items = objects(x, start, start + de.index, looksLikeIndustry);
  if (items.length === 0) return false;
  relateFirms(x, sentence, [firm.entity], items, rule);
  return true;
}

function phraseEnd(x: Extraction, start: number, end: number): number {
  let stop = start;
  while (stop < end && !PHRASE_END.has(x.norm.charCodeAt(stop))) stop++;
  return stop;
}

function objects(x: Extraction, start: number, stop: number, fits: (name: string) => boolean): Item[] {
  const cut = DOING.exec(x.norm, start, stop);
  return itemsWithin(x, start, cut === null ? stop : start + cut.index).filter(
    ({ name }) => name.length >= 2 && !COUNTED.test(name) && fits(name),
  );
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
    if (item !== undefined) relateFirms(x, sentence, [firms[i]!], [item], "industry/one-and-other");
  }
}

/** Relates the firms of `verb` to what [start, end) lists; `certain` demands names that end as industries do. */
function read(x: Extraction, verb: number, start: number, rule: string, certain = false, end?: number): void {
  const sentence = x.sentenceAt(verb);
  if (sentence === undefined || isMute(sentence.block)) return;
  if (end === undefined && rule === "industry/line" && readModifier(x, sentence, start, rule)) return;
  const fits = (name: string): boolean => !certain || looksLikeIndustry(name);
  const stop = end ?? phraseEnd(x, start, sentence.end);
  const items =
    end === undefined
      ? objects(x, start, stop, fits)
      : itemsWithin(x, start, stop).filter(
          ({ name }) => name.length >= 2 && !COUNTED.test(name) && fits(name),
        );
  if (items.length === 0) return;
  const firms = firmsAt(x, sentence, verb, certain && rule === "industry/line");
  if (firms.length === 0) return;
  const shared =
    firms.length > 1 &&
    firms.length === items.length &&
    ORDER.test(x.norm.slice(Math.max(0, verb - 6), verb));
  if (shared) for (const [i, item] of items.entries()) relateFirms(x, sentence, [firms[i]!], [item], rule);
  else relateFirms(x, sentence, firms, items, rule);
}
