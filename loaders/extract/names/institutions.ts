import { Trie } from "../../lexicon/trie.js";
import { CharacterSet } from "../../patterns/character-set.js";
import { gated } from "../../patterns/gated.js";
import { candidate } from "../candidate.js";
import { lastIndexWithin } from "../spans.js";
import type { Candidate, NameDetector } from "../types.js";
import { formsIn } from "./forms.js";
import { PLACE_NAMES } from "./place-lexicon.js";
import { nameStart } from "./window.js";

const FORMS = Trie.ofWords(
  "大学 学院 学堂 标准化院 指挥中心 认证总院 检测总院 研究总院 研究院 研究所 设计院 科学院 工程院 检测院 检验院 测试院 试验院 检定院 计量院 质检院 药检院 勘察院 党校 医院 保健院 卫生院 学校 中学 小学 中心初中 实验初中 实验高中 幼儿园 协会 学会 商会 同业公会 行业公会 联合会 总会 促进会 基金会 联盟 检验所 检测所 计量所 测试所 检定所 质检所 药检所 监测站 检验站 检测站 血站 血库 血液中心 诊断中心 保健中心 医学中心 交流中心 信息中心 控制中心 疾控中心 急救中心 政务服务中心 推广中心 标准化研究中心 检测研究中心 产业发展中心 果业发展中心 农业发展中心 产业服务中心 知识产权保护中心 维权中心 服务中心 管理中心 传承中心 保障中心 防治中心 监测中心 救援中心 监测中心站 检测中心 检验中心 认证中心 鉴定中心 测试中心 技术中心 信息中心 交易中心 会展中心 养老院 福利院 电视台 少年宫 文化宫 博物院 气象台 植物园 动物园 文化馆 图书馆 博物馆 美术馆 科技馆 档案馆 体育馆 联合社 供销社 出版社 消费者权益保护委员会 消费者委员会 消保委 调解委员会 红十字会 服务站 分院 地质队 大队 总队 总体设计部 总体部".split(
    " ",
  ),
).shared();
/** Those that make a name only after a place's name. */
const PLACED = Trie.ofWords(
  "研究室 职业中专 职业高中 职教高中 卫校 技校 中专 景区管理处 客运站 消防救援站 试验站 实验站 变电站 供电所 农技推广站 技术推广站 推广总站 服务总站 殡仪馆 纪念馆 敬老院 职教中心 教育中心 影像中心 养护中心 客服中心 康复中心 救助中心 中小学 管理中心 传承中心 传习所 水库管理处 公路管理处 管理所".split(
    " ",
  ),
).shared();
/** Words that make a class rather than a name when nothing else stands before the form. */
const GENERIC = gated(
  /^(?:(?:国家)?[一二三]级[甲乙]等[\u4e00-\u9fa5]{0,4}|[\d一二两三四五六七八九十多各每该本这那其某几数]{0,40}[家所个名批]?|高等|科研|重点|知名|国内|国外|行业|有关|相关|全国|国家|国家级|省级|市级|县级|全省|全市|省|市|县|区|中|大|小|公共|社区|职业|技术|中外|专业|产业|技术创新|企业|检验|检验检测|检测|认证|计量|综合|一站式|便民|公立|民营|综合性|标准|产业链|研发|创新|数据|质量|认定企业|企业认定|基层|乡镇|街道|省级检验|市级检验|国家级检验|.{0,300}产业技术创新|.{0,300}产业创新|.{0,300}[与和及]|校企|政企|非洲|国际|产学研用?|[韩日德美英法外合独台港中]资|政产学研用?|战略|(?:[相有]关|当地|各|全[省市国]|[\d一二两三四五六七八九十]{1,3}[家所个])(?:行业|职业|高等|科研|技工|民办)|(?:国家|[省市县区])级(?:以上)?(?:企业|工业|行业|公共|技术|工程|设计|研发|研究|产品|质量|认定){0,12})$/u,
);
const SEAT = /（(?:华东|华北|华南|华中|北京|武汉|深圳|威海|珠海|徐州|青岛|秦皇岛|保定|杭州|广州|苏州)）/uy;
/** 某医院|东院区, 某大学|翠屏校区, 某检测院|昌平分院: a seat of its own, which is named as one. */
const CAMPUS = gated(
  /^(?:[东南西北中新老本总主](?:院区|校区)|(?:(?![设建启开办将把从在的了与和及为是共各两三多其该以到由新扩迁搬拥有获被用])[\u4e00-\u9fa5]){2,4}(?:院区|校区|分院|分校|分所)|分院|分校|[东南西北][院区](?![域长内的市县]))(?!长)/,
);
/** What no name holds right before its form. */
const NO_LAST = new CharacterSet("为将是由被把的");
const CAMPUS_WITHIN = new CharacterSet("院学校所");
const CENTRE = gated(/(?:中心|联盟)$/u);

const SCHOOLS: ReadonlySet<string> = new Set("大学 学院 学校 中学 小学".split(" "));
/** 地市级|医院, 三甲|医院: a class of them. */
const OF_CLASS = gated(/^(?:地市级|地级|省会级?|县级|镇级|专科|三甲)/u);
/** 某县葡萄产业发展中心: an office of a place for its trade. */
const OF_TRADE = gated(/(?:产业|农业|果业)(?:发展|服务)中心$/u);
/** 某市|殡仪馆: of which a town has one. */
const OF_TOWN: ReadonlySet<string> = new Set("殡仪馆 敬老院 纪念馆".split(" "));
/** Whether the full name of a city or county begins there. */
const isSeat = (norm: string, at: number): boolean => {
  const place = PLACE_NAMES.longestAt(norm, at);
  return (
    place !== undefined && !place.value.short && place.value.divisions.some((d) => d.type !== "Province")
  );
};
const OF_FIRM = gated(/有限(?:责任)?公司./u);

/** Institutions by the words that end their names; centres only where a city's or county's name begins them. */
export const institutions: NameDetector = {
  id: "name/institution",
  detect({ norm }) {
    const found: Candidate[] = [];
    for (const match of formsIn(norm, FORMS)) {
      const { form } = match;
      let { end } = match;
      // 某大学（华东）: a school of several seats.
      if (form === "大学" || form === "学院") {
        SEAT.lastIndex = end;
        if (SEAT.test(norm)) end = SEAT.lastIndex;
      }
      if (SCHOOLS.has(form) && /^(?:生|毕业)/u.test(norm.slice(end, end + 2))) continue;
      if (CAMPUS_WITHIN.has(norm.charCodeAt(end - 1))) {
        const campus = CAMPUS.exec(norm, end, Math.min(norm.length, end + 10));
        if (campus !== null) end += campus[0].length;
      }
      let start = nameStart(norm, match.index, form.length > 2 ? 1 : 2, 32);
      // 某检验院|泰州分院, 某大学|附属医院: a branch bears the whole's name.
      if (
        start > 0 &&
        "院所学校会".includes(norm[start - 1]!) &&
        /^(?:分|.*附属)|分[院校所会]$/u.test(norm.slice(start, end))
      ) {
        const whole = nameStart(norm, start - 1, 2, 26);
        if (whole >= 0) start = whole;
      }
      if (start < 0) continue;
      const stem = norm.slice(start, match.index);
      // 增补总经理某某为|协会副会长, 现将|协会工作报告如下: a clause that speaks of it.
      if (NO_LAST.has(norm.charCodeAt(match.index - 1))) continue;
      // 市|消费者权益保护委员会 is the city's own; 市|医院 is any.
      if (GENERIC.test(stem) && !(form.length > 3 && /^[市县]$/u.test(stem))) continue;
      // 某研究院长度计量所所长: the department's head, and the institution before it.
      const inner =
        norm[end] === "所"
          ? /^(.+(?:研究院|检测院|检验院|科学院|医院|大学))[\u4e00-\u9fa5]{2,8}所$/u.exec(
              norm.slice(start, end),
            )
          : null;
      if (inner !== null) {
        found.push(candidate("Institution", start, start + inner[1]!.length, "name/institution", 0.9));
        continue;
      }
      const name = norm.slice(start, end);
      if (OF_CLASS.test(name)) continue;
      // 某有限公司检验中心 is a part of the firm.
      if (OF_FIRM.test(name)) continue;
      // 中国某某（小商品）知识产权保护中心: one of the nation's.
      if (form === "知识产权保护中心" && name.startsWith("中国")) continue;
      if (CENTRE.test(form) && /^(?:国家|全国|[一二两三四五六七八九十\d]+[个家所大])/u.test(name)) continue;
      // 多巴镇藏毯产业服务站, 东方医院分院: only of a place or of what is named.
      if ((form === "服务站" || form === "分院") && PLACE_NAMES.longestEnd(norm, start) < 0) continue;
      if (form.endsWith("中心")) {
        const place = PLACE_NAMES.longestAt(norm, start);
        if (place === undefined && !/^(?:[市省县区]|中国)/u.test(name)) continue;
        // Centres for an industry or a kind of product are platforms that others run.
        if (/产业|工程|创新|重点/u.test(name) && !(OF_TRADE.test(name) && isSeat(norm, start))) continue;
        // 某市国家企业技术中心: a class of them.
        if (/(?:国家|级)(?:认定)?(?:企业)?$/u.test(stem)) continue;
        if (/产品质量|质量检验/u.test(name) && place?.value.divisions.some((d) => d.type === "Province"))
          continue;
      }
      // “广东功夫”品牌促进会: what stands in quotes right before belongs to the name.
      const open = norm[start - 1] === "”" ? lastIndexWithin(norm, "“", start - 12, start) : -1;
      const quoted = open >= 0 && !/[，。！？；：]/u.test(norm.slice(open, start));
      const from = quoted ? open : start;
      found.push(candidate("Institution", from, end, "name/institution", 0.9));
    }
    for (const match of formsIn(norm, PLACED)) {
      const start = nameStart(norm, match.index, 2, 24);
      if (start < 0) continue;
      const place = PLACE_NAMES.longestEnd(norm, start);
      if (place < 0 || /[的了各多数些有和与及]/u.test(norm.slice(place, match.index))) continue;
      if (place === match.index && match.form.length < 4 && !(OF_TOWN.has(match.form) && isSeat(norm, start)))
        continue;
      found.push(candidate("Institution", start, match.end, "name/institution-placed", 0.7));
    }
    return found;
  },
};
