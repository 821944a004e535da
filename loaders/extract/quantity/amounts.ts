import { COUNTING_UNITS } from "../../lexicon/units.js";
import { CharacterSet } from "../../patterns/character-set.js";
import { gated } from "../../patterns/gated.js";
import { firstFrom } from "../spans.js";
import type { Clause } from "./clauses.js";
import { isModifier } from "./exclusions.js";
import { described, nounOf, predicateOf } from "./nouns.js";
import type { Paragraph } from "./paragraph.js";
import { type Part, partOf } from "./part.js";
import { measured, tidy, withoutBrackets, withoutLead, withoutTrail } from "./phrases.js";
import { evaluationIn } from "./ranks.js";
import { isProject } from "./subject.js";
import { withoutTimes } from "./times.js";
import { ratesOf } from "./together.js";

const AREA: ReadonlySet<string> = new Set(["平方公里", "公顷"]);
/** Who says it is no part of what is said. */
const SAID = gated(
  /^.{0,300}(?:介绍|表示|获悉|透露|指出|显示|了解到|提出|明确|说)(?:[，：“]|(?=截|到|全|我|目))/,
);
/** What follows a figure and is no name for it. */
const FOLLOWS = gated(
  /^(?:大关|关口|居|位居|位列|并|且|用于|投入使用|落户|较|比|同比|环比|全部|均|来自|以|分布|左右|为|是|后|时|在|被|将|已|等|不等|提[到升高]|增[到长加至]|[升降减]至|降|上升|下降|元|正在|仍|进行|开工|投产|名列|排|跃|高于|低于|超|占|不[超低]|稳|其中|到|至|台阶|门槛|之多|规模$|次之|居次|居首|紧随|最多|最少|领先|[）)”】])/,
);
/** The verbs that an enumeration's later items share with its first. */
const HEAD = gated(
  /^((?:累计|新增|净增|新|每年)?(?:主导|参与|牵头|主持|承担|起草|修订|研制|编制|制定|制修订|发布|完成|和|或|、|获得|荣获|获评|获|拥有){0,8})(?=.{2})/,
);
/** With what such verbs begin; without them the pattern matches nothing at great cost. */
const HEADS = new CharacterSet("累新净每主参牵承起修研编制发完和或、获荣拥");
const SCORE = gated(/^(?:综合|平均)?(?:得分|总分|评分)$/);
const WHO = gated(/^(?:累计)?(?:个人|组织|企业|单位)$/);
/** 认证企业38家、产品51个: of the same kind. */
const KIND = gated(/^(?:企业|产品|服务|品牌|单位|组织|个人|项目|机构|标准|商标|专利)$/);
const OF_KIND = gated(/(?<=.{2})(?:企业|产品|服务|品牌|单位|组织|个人|项目|机构)$/);
const NOMINATED = gated(/^提名奖(?:企业|组织|单位|个人)?$/);
/** Who won, at the end of a count of winners: of 省长质量奖组织 the next figure counts the 个人. */
const WON = gated(/(?<=奖(?:获奖|获得)?)(?:组织|企业|单位|个人)$/);
/** Rates that say of what only by what was counted before: 受理投诉8万件，办结率99%. */
const BARE_RATE = gated(
  /^(?:按时|按期)?(?:办结|合格|不合格|达标|满意|履约|及时|回访|结案|完成|投产|开工|通过|成活|采纳|调解成功|成功|处置|整改|复检|签约|达产|转化|市场占有|市占)率$/,
);
const RATED = gated(
  /抽检|抽查|抽样|监督|检[查验定测]|投诉|举报|受理|案件|办[理结件]|调解|纠纷|项目|产品|贷款|诉求|工单|合同|订单/,
);
/** How something fares, at the end of a clause that has no figure of it. */
const FARES = gated(
  /(?:要|将|有望|再|又|首次|力争|预计|实现|保持|呈现?|持续|稳步|快速|大幅|不断|进一步|明显|显著|连年|均){0,6}(?:翻[了一两]?[番倍]|零的?突破|突破[^，]{0,8}|超过?[^，]{0,8}成|[再创刷]{0,40}(?:新|历史)(?:高|纪录)|[再迈跨越上]{1,40}[^，]{0,7}台阶|增长|提[升高]|上升|下降|攀升|走高|扩大|壮大|回升|改善|向好|领跑|领先|增加|增强)[^，]{0,4}$/,
);
const NAMED_ALONE = gated(
  /^([^，。；：]{2,24}(?:率|数量|总量|总数|总额|产值|面积|指数|强度|得分|比重|占比|营业?收入|生产总值))$/,
);
const MOST = gated(/^([^，。；：]{2,24}?)(?:数量?)?最[多高大](?:的(?:县|区|市|县区|企业)?)?[是为]/);
const SERVED = gated(/^([^，、的]{0,4}?(?:企业|工厂|单位|商户|农户|客户|用户|机构|家庭|群众|市民))(?=.{2})/);
/** 公司还在某地投下23亿元. */
const INVESTED = gated(
  /^(?:还|又|再|并|先后|计划|已|将|预计|共|总共|累计)*(?:投下|斥资|砸下|豪掷|投出)(?:了|近|约|超)?$/,
);
const GRADE = gated(/^(?:国家|自治区|省|市|县|区|省部)级(?:以上)?$/);
const ENUMERATED = gated(
  /(出口|远销|销往|畅销|覆盖|辐射|编制|引进|建成|培育|成立|制定|集结|汇聚|创建|打造|开展|发布|实施|推进)/,
);
const SHARE_OF = gated(/比重$|占比$/);
const IN_ALL = gated(/累计|总/);
/** 为1.2万家企业提供服务: those who are served. */
const SERVING = gated(/[为向给](?!期)[^，。；、的]{0,6}$/);
const SPENT_OF = gated(/((?:销售|营业|主营业务|产品销售)?(?:收入|额)|营收|利润|产值|财政支出|预算)的$/);
const SPENT_ON = gated(
  /^(?:以上|左右)?(?:资金|经费)?(?:都|均)?(?:投入|用于|用在|投向|作为)(?:到|于)?([^，、和与]{2,10}?)(?:投入|经费|资金|[中上])?$/,
);
const ALTOGETHER = gated(/^(.{2,6}?)(?:总?共|合计)$/);
const JOINED = gated(/^[、和与及的]/);
const ENDS_IN_ETC = gated(/等\s*$/);
const ALIKE = gated(/^[、和及]/);
const BUILDS = gated(/建设|新建|打造|实施|推进/);
const TO_BUILDING = gated(/^.{0,300}(?:建设|新建|打造|实施|推进)(?=.{2})/);
const GIVES = gated(/^(?:贡献|占|用)/);
const HEAD_END = gated(/(?:正在|已|将|在|落地|项目).{0,300}$/);
const AMONG_THEM = gated(/其中/);
const TRADE = gated(/(?:(?<!企)业|领域)$/);
const TO_TRADE = gated(/^.{0,300}?业(?=.{4})/);
const ADDED = gated(/^(?:当年|今年|年内)?(?:新增|净增)$/);
const YEARS_MORE = gated(/^(?:当年|今年|年内)?新增$/);
const NUMBERING = gated(/^[\s\d.、-]+/);
const NEW = gated(/^(?:新认定|新增|净增|新)|(?:净增|新增|增加|较.{0,300}增)$/);
const TOTALS: ReadonlySet<string> = new Set("总数 总量 数量 规模 总规模".split(" "));
const LONGEST_TOTAL = Math.max(...Array.from(TOTALS, (word) => word.length));
const AWARD = gated(/^(.{0,300}奖)(?!.{0,300}提名)/);
const OF_NUMBER = gated(/(?:率|数量|总数)$/);
const GRADES = gated(/^(?:(?:国家|自治区|省|市|县|区)级(?:以上)?|各级|各类)+/);

/** What an amount is of: the words before it, those after it, or both. */
export function amountNames(p: Paragraph, parts: readonly Part[], i: number): string[] | undefined {
  const part = parts[i]!;
  const { unit } = part.figure;
  const rates = unit === "%" ? ratesOf(part.before) : undefined;
  if (rates !== undefined) return rates;
  if (part.after === "" && unit.endsWith("元") && INVESTED.test(part.before)) return ["投资"];
  const spent = unit === "%" ? spentOn(part) : undefined;
  if (spent !== undefined) return [spent];
  const told = SAID.replace(classed(p, parts, i), "");
  const own = tidy(told === part.before ? withoutLead(part.stem) : measured(told));
  const after = sharing(parts, i);
  if (after === "" && SCORE.test(own)) {
    const evaluation = evaluationIn(p.told(part.from));
    if (evaluation !== undefined) return [evaluation + own];
  }
  if (after.startsWith("的")) return [attributed(own, withoutTrail(after.slice(1)).slice(0, 30), unit)];
  if (after === "" || FOLLOWS.test(after)) {
    if (own !== "") return [graded(p, part, narrowed(p, part, withHead(p, part, i, own)))];
    const label = i === 0 ? labelOf(p, part) : "";
    if (label !== "") return [label];
    if (unit === "倍") return undefined;
    const led = i === 0 ? ledBy(p, part) : "";
    if (led !== "") return [led];
    // After a share the next amount is of what the share is of: 甲区19家占近三成，乙区13家次之.
    const { level, amount } = p.said;
    const last = unit === "%" || !SHARE_OF.test(level) || amount === "" ? level : amount;
    return last === "" ? undefined : [IN_ALL.test(part.before) ? whole(p) : last];
  }
  // 为1.2万家企业提供服务: those who are served.
  const served = SERVING.test(part.before)
    ? (predicateOf(after)?.noun ?? SERVED.exec(after)?.[1])
    : undefined;
  if (served !== undefined) return [`服务${served}`];
  if (own.length >= 2) return [`${verbOf(part, own)}${after}`];
  return AREA.has(unit) ? undefined : [nounOf(after)];
}

/** 每年拿出营收的6%投入研发 is a share of the revenue. */
function spentOn({ before, after }: Part): string | undefined {
  if (after === "") return undefined;
  const of = SPENT_OF.exec(before)?.[1];
  const on = of === undefined ? undefined : SPENT_ON.exec(after)?.[1];
  return of === undefined || on === undefined ? undefined : `${on}投入占${of}比重`;
}

/** 产值超百亿元企业5家: the sum before is part of what is counted. */
function classed(p: Paragraph, parts: readonly Part[], i: number): string {
  const part = parts[i]!;
  if (i === 0) return part.before;
  const previous = parts[i - 1]!;
  if (!previous.figure.unit.endsWith("元") || !isModifier(previous, part)) return part.before;
  return previous.before + p.text(previous.figure.start, previous.figure.end) + part.before;
}

/** 5家组织、2名个人获提名奖: the verb of the last holds for all. */
function sharing(parts: readonly Part[], i: number): string {
  const { after, joint } = parts[i]!;
  if (after === "" || i === parts.length - 1) return after;
  const last = parts.findLast((part) => part.after !== "")!;
  const did = last === parts[i] ? undefined : predicateOf(last.after);
  // 3家公司共6个产品获得…: both did.
  const together = did && ALTOGETHER.exec(after)?.[1];
  if (did !== undefined && together !== undefined) return described(together, did.predicate);
  if (!JOINED.test(joint) || predicateOf(after) !== undefined) return after;
  return did === undefined ? after : described(after, did.predicate);
}

/** 总规模200亿元的产业基金 is 产业基金总规模, 128平方公里的土地 an area, 41.3%的产值 its share. */
function attributed(own: string, head: string, unit: string): string {
  if (isProject(own)) return own;
  if (AREA.has(unit)) return "面积";
  if (BUILDS.test(own)) return TO_BUILDING.replace(own, "");
  if (own === "" || GIVES.test(own)) return head;
  const rest = HEAD_END.exec(head)?.[0] ?? "";
  return HEAD_END.replace(head, rest.startsWith("项目") ? "项目" : "") + own;
}

/** 其中制造业34家 of 获奖组织52家 counts winners of a kind. */
function narrowed(p: Paragraph, part: Part, own: string): string {
  const { level } = p.said;
  if (level === "" || !COUNTING_UNITS.has(part.figure.unit)) return own;
  // 秘书处28个，当年新增3个
  if (YEARS_MORE.test(own) && !NEW.test(level)) return own + level;
  const { start } = part.figure;
  if (!AMONG_THEM.test(p.x.norm, Math.max(part.clause.start, start - 64), start)) return own;
  if (TRADE.test(own)) return own + TO_TRADE.replace(level, "");
  return ADDED.test(own) ? own + level : own;
}

function clauseBefore({ clauses }: Paragraph, { clause }: Part): Clause | undefined {
  const i = firstFrom(clauses, clause.start);
  return i === 0 ? undefined : clauses[i - 1];
}

/** 产值要翻一番，达到200亿元: the clause before names it, and says how it fares. */
function ledBy(p: Paragraph, part: Part): string {
  const previous = clauseBefore(p, part);
  if (previous?.mark !== "，" || previous.start < p.sentence) return "";
  if (p.figures.some((figure) => figure.start >= previous.start && figure.end <= previous.end)) return "";
  const told = partOf(
    p,
    previous,
    { ...part.figure, start: previous.end, end: previous.end },
    undefined,
    undefined,
  ).before;
  // 质量奖企业最多的是甲县，有11家
  const most = MOST.exec(p.x.norm, previous.start, previous.end)?.[1];
  if (most !== undefined) return tidy(measured(withoutTimes(most)));
  // 制造业产品质量合格率，2022年是95.3%
  const alone = NAMED_ALONE.exec(p.x.norm, previous.start, previous.end)?.[1];
  if (alone !== undefined && part.stem === "") return tidy(measured(withoutTimes(alone)));
  const fares = FARES.exec(told);
  return fares === null ? "" : tidy(measured(told.slice(0, fares.index)));
}

/** 中国质量奖提名奖：1家 is named before the colon. */
function labelOf(p: Paragraph, part: Part): string {
  const previous = clauseBefore(p, part);
  if (previous?.mark !== "：" || previous.end - previous.start > 30) return "";
  const subject = p.x.mentionsIn(previous.start, previous.end).find((m) => m.entity === p.said.topic);
  const from = subject === undefined || subject.start > previous.start + 4 ? previous.start : subject.end;
  const label = withoutTimes(withoutBrackets(p.text(from, previous.end)));
  return tidy(measured(NUMBERING.replace(label, "")));
}

/** 新增试点3个（累计15个）: of all, not of the new ones. */
function whole(p: Paragraph): string {
  const { level } = p.said;
  return NEW.test(level)
    ? level.replace(/^(?:新认定|新增|净增|新)|(?:净增|新增|增加|较.{0,300}增)$/g, "")
    : level;
}

/** 国家级平台9个、省级78个: of the same at another grade. */
function graded(p: Paragraph, part: Part, own: string): string {
  const { level } = p.said;
  if (level !== "" && own.length <= LONGEST_TOTAL && TOTALS.has(own)) return whole(p) + own;
  // 市长质量奖6个、提名奖9个: the nominations of that award.
  const award = NOMINATED.test(own) ? AWARD.exec(level)?.[1] : undefined;
  if (level !== "" && BARE_RATE.test(own) && RATED.test(level)) {
    const counted = p.text(p.sentence, part.figure.start).includes(level.slice(0, 4));
    if (counted) return OF_NUMBER.replace(whole(p), "") + own;
  }
  if (award !== undefined && !award.includes("提名")) return award + own;
  if (KIND.test(own) && OF_KIND.test(level) && ALIKE.test(p.x.norm, part.from, part.from + 1))
    return OF_KIND.replace(level, own);
  if (WHO.test(own) && WON.test(level)) return WON.replace(level, own.replace("累计", ""));
  return GRADE.test(own) ? own + GRADES.replace(level, "") : own;
}

/** 主导或参与制修订国际标准76项、国家标准2145项: the verb holds for what follows. */
function withHead(p: Paragraph, part: Part, i: number, own: string): string {
  const head = HEADS.begins(own) ? (HEAD.exec(own)?.[1] ?? "") : "";
  if (i > 0 && head === "" && !KIND.test(own) && ALIKE.test(p.x.norm, part.from, part.from + 1))
    return p.said.head + own;
  p.said.head = head;
  return own;
}

/** 引进了A、B等18个机构: of the enumeration only the verb belongs to the name. */
function verbOf(part: Part, own: string): string {
  return ENDS_IN_ETC.test(part.before) ? (ENUMERATED.exec(own)?.[1] ?? "") : own;
}
