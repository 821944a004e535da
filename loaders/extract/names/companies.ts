import { Begun } from "../../lexicon/begun.js";
import { spotsOfNames } from "../../lexicon/together.js";
import { Trie } from "../../lexicon/trie.js";
import { CharacterSet } from "../../patterns/character-set.js";
import { gated } from "../../patterns/gated.js";
import { candidate } from "../candidate.js";
import type { Candidate, NameDetector } from "../types.js";
import { type Form, formsIn } from "./forms.js";
import { PLACE_NAMES } from "./place-lexicon.js";
import { wholeNameStart } from "./whole.js";
import { nameStart } from "./window.js";

/** Legal forms, and shapes of firms that are named without one. `least` is what must stand before the form. */
const FORMS = Trie.ofWords(
  "有限责任公司 股份有限公司 有限公司 股份公司 集团公司 总公司 （集团）公司 供电公司 电力公司 运检公司 送变电公司 超高压公司 自来水公司 燃气公司 水务公司 公交公司 烟草公司 石油公司 地铁公司 分公司 专业合作社 合作联社 合作社 农商银行 银行 集团".split(
    " ",
  ),
).shared();
const BEHIND_GROUP = new CharacterSet("公股有化军总控（");
/** What before 厂 makes no factory's name (工厂, 出厂), and what after it (厂房, 厂家). */
const NOT_FACTORY = gated(
  /^(?:的|.的|[^\u4e00-\u9fa5]|.[^\u4e00-\u9fa5]|.[工该全建出老新进本我设办分入离各这那两座家个商水司套]厂)|厂[史志训歌徽庆房区家长商址方界里内]$/u,
);
/** Words before a form that make no name: 上市公司, 产业集团. */
const GENERIC: ReadonlySet<string> = new Set(
  (
    "贵 一批 多家 上市 国有 民营 大型 知名 骨干 龙头 央企 国企 外资 中外 合资 控股 参股 全资 平台 母 子 企业 产业 投资 世界 国际 跨国 优秀 先进 老 大 小 新 农民 商业 中央 人民 产业链 " +
    "血浆 知识产权 成立 城市水 金融控 金融控股 投资控股 特色园区 世界一流 领军 头部 链主 本土"
  ).split(" "),
);
const COUNTED = gated(/^[一二两三四五六七八九十\d多数余各每该本这那其某]*[家个]?$/u);
/** 全国百强|农民合作社: a title. */
const CLASS_OF =
  /^(?:全国|国家级?|[\u4e00-\u9fa5]{0,3}[省市县区]级?)?(?:百强|百佳|十佳|十强|\d{2,3}强|示范|优秀|先进)|[\d一二两三四五六七八九十多几][家个]$/u;
const isGeneric = (stem: string): boolean =>
  GENERIC.has(stem) || stem.endsWith("企业和") || stem.endsWith("污水处理") || COUNTED.test(stem);

/** Businesses and institutions by forms that make a name only after a place's name. */
const PLACED = Trie.ofWords(
  "大酒店 酒店 宾馆 饭店 酒楼 度假村 大厦 商场 超市 商贸城 百货大楼 购物中心 事务所 旅行社 酒庄 茶庄 饭庄 饭馆 面馆 菜馆 餐馆 饺子馆 烧麦馆 照相馆 酒坊 油坊 醋坊 豆腐坊 烧饼铺 糕点铺 点心铺 酱菜铺 茶铺 饼铺 银楼 酱园 药房 药店 煤矿 油田 林场 茶场 农场 牧场 园艺场 供电局 供水站 水厂 电厂 水电站 信用社 信用联社 支行 分行".split(
    " ",
  ),
).shared();

/** 某县某某村蔬菜种植专业合作社: cooperatives tell where they are and what they do. */
const isCooperative = (norm: string, start: number, stem: string, form: string): boolean =>
  form.endsWith("合作社") && stem.length <= 18 && PLACE_NAMES.longestEnd(norm, start) >= 0;

const COUNTRIES =
  "意大利 德国 日本 美国 法国 韩国 英国 瑞士 瑞典 荷兰 奥地利 丹麦 芬兰 西班牙 加拿大 俄罗斯 以色列 比利时 新加坡 挪威".split(
    " ",
  );
const FOREIGN = new Begun(
  COUNTRIES,
  new RegExp(
    `(?:${COUNTRIES.join("|")})(?![^，。；、]{0,9}(?:的|家|等|与|和|在))[\\u4e00-\\u9fa5A-Za-z]{2,9}?公司(?![制法们])`,
    "uy",
  ),
);

/** 中建三局, 中铁十二局: builders that go by number. */
const BUREAUS = new Begun(
  "中建 中铁 中铁建 中交 中冶 中水 中电建 中国水电".split(" "),
  /(?:中(?:铁建|电建|国水电)|中[建铁交冶水])[一二三四五六七八九十]{1,3}局(?:集团)?(?!集团|有限|[\u4e00-\u9fa5]{0,6}公司)/uy,
);

/** After a legal form: 公司制, 公司法. */
const NOT_AFTER_LEGAL = gated(/^(?:制(?![定作造成订])|法)/u);
const BRANCH = gated(/^(?![和与及])(?:[\u4e00-\u9fa5]{2,6}(?:分公司|供电公司))/u);
/** 污水处|理厂, 垃圾|发电厂: works of any town. */
const WORKS = gated(/(?:污水处|垃圾|自来|城市)$/u);
const ANY_GROUP = gated(/^(?:全$|并非|同一|世界|全国|国内|国际|大型|龙头|骨干)|企业$/u);
/** What schools and hospitals form together. */
const OF_SCHOOLS = gated(/(?:(?:[小中]学|学校|幼儿园)教育|医院(?:医疗)?|[健医]共体)$/u);
/** The rest of a name that a line or column broke: 铜业|有限公司. */
const BROKEN = gated(/^[\u4e00-\u9fa5](?:业|材|车|电)$/u);

/** 整体变更为|股份公司: of what form a firm is now. */
const BECOMES = gated(/(?:变更|改制|改组|转制|转型|重组|改建|发展|升级)(?:设立)?[为成]$/u);

/** Firms by their legal forms, and by shapes of firms that go without one. */
export const companies: NameDetector = {
  id: "name/company",
  detect({ norm }) {
    const found: Candidate[] = [];
    const whole = new Set<string>();
    for (const match of formsIn(norm, FORMS).concat(factoriesIn(norm, whole))) {
      const { form } = match;
      let { end } = match;
      if (form === "集团" && BEHIND_GROUP.has(norm.charCodeAt(end))) {
        // A legal form that follows makes the longer name; 集团军 and 集团化 are none.
        if (
          /^(?:公司|股份|有限|化|军|总公司|控股|（(?:[\u4e00-\u9fa5]{2,6}）)?(?:公司|股份|有限|控股))/u.test(
            norm.slice(end, end + 10),
          )
        )
          continue;
      }
      const legal = form.endsWith("公司");
      if (legal && NOT_AFTER_LEGAL.test(norm, end, end + 2)) continue;
      const start = nameStart(norm, match.index, form.length === 2 ? 1 : 2, legal ? 34 : 18);
      if (start < 0) {
        const alone = wholeNameStart(norm, end);
        if (alone >= 0) whole.add(norm.slice(alone, end));
        continue;
      }
      const stem = norm.slice(start, match.index);
      if (isGeneric(stem)) continue;
      if (form.endsWith("合作社") && CLASS_OF.test(stem)) continue;
      if (form.endsWith("厂") && !isFactory(norm, start, match.index)) continue;
      if (!legal && WORKS.test(stem)) continue;
      if (form === "集团" && ANY_GROUP.test(stem)) continue;
      if (legal && (BROKEN.test(stem) || BECOMES.test(stem))) continue;
      // 某县某某小学教育集团, 某市人民医院健共体集团
      if (form === "集团" && OF_SCHOOLS.test(stem)) {
        found.push(candidate("Institution", start, end, "name/institution", 0.9));
        continue;
      }
      if (!legal && stem.length > 10 && !isCooperative(norm, start, stem, form)) continue;
      // （集团）, （中国） after the form belong to the name only where a form follows; nothing to do here.
      const branch = legal ? BRANCH.exec(norm, end, end + 12) : null;
      if (branch !== null) end += branch[0].length;
      found.push(
        candidate("Company", start, end, legal ? "name/company" : "name/company-shape", legal ? 0.95 : 0.7),
      );
    }
    for (const { start, end } of spotsOfNames(norm, whole.entries()))
      found.push(candidate("Company", start, end, "name/company-whole", 0.9));
    // 意大利贝斯特窑炉公司: foreign firms go without a legal form.
    for (const match of FOREIGN.matches(norm))
      found.push(
        candidate("Company", match.index, match.index + match[0].length, "name/company-foreign", 0.7),
      );
    found.push(...plainFirms(norm));
    for (const match of BUREAUS.matches(norm))
      found.push(candidate("Company", match.index, match.index + match[0].length, "name/company-shape", 0.7));
    for (const match of formsIn(norm, PLACED)) {
      if (/[业集行]/u.test(norm[match.end] ?? "")) continue;
      const start = nameStart(norm, match.index, 2, 16);
      if (start < 0 || !isOfPlace(norm, start, match.index)) continue;
      found.push(candidate("Company", start, match.end, "name/company-placed", 0.7));
    }
    return found;
  },
};

/** Whether what stands before a form begins with a place and goes on with a name: not 赣州的酒店, 全市各酒店. */
function isOfPlace(norm: string, start: number, form: number): boolean {
  const place = PLACE_NAMES.longestEnd(norm, start);
  return place >= 0 && !OF_ALL.test(norm.slice(place, form));
}

const OF_ALL = /[的了各多数些有和与及]|^(?:某|本地|全部|所有|境内|[省市县区州])$/u;

/** Before 公司, after a place's name: what says which kind of firm rather than what it is called. */
const KIND_OF_FIRM = gated(
  /向贵|人民政府|[的了在有和与及被将是为家个各某该本这那其把由从对给等院局校]|所(?!罗)|依托|作为|联合|(?:企业|本地|本土|当地|国有|民营|上市|龙头|骨干|重点|领军|知名|外资|合资|集团|有限|责任|股份|控股|分|(?<![电量粒种分原离光])子|母|总|投资|产业|相关|两|几|多|首)$|^(?:[省市县区州]?(?:企业|本地|本土|当地|国有|民营|上市|龙头|骨干|重点|领军|知名|外资|合资|属|级|内|首))/u,
);

const FIRM = Trie.ofWords(["公司"]).shared();
const NOT_BEFORE = new CharacterSet("任份限团总分母");
const NOT_BEHIND = new CharacterSet("制法股");

/** 鹤城热力公司, 遵州缝制机械公司: firms that the text names by a place, what they are called or make, and 公司 alone. */
function plainFirms(norm: string): Candidate[] {
  const found: Candidate[] = [];
  const words = FIRM.in(norm);
  while (words.next()) {
    const at = words.start;
    if (NOT_BEFORE.has(norm.charCodeAt(at - 1)) || NOT_BEHIND.has(norm.charCodeAt(at + 2))) continue;
    const start = nameStart(norm, at, 4, 14);
    if (start < 0) continue;
    const place = PLACE_NAMES.longestEnd(norm, start);
    if (place < 0) continue;
    const stem = norm.slice(place, at);
    if (stem.length < 2 || !/^[\u4e00-\u9fa5]+$/u.test(stem) || KIND_OF_FIRM.test(stem)) continue;
    found.push(candidate("Company", start, at + 2, "name/company-placed", 0.7));
  }
  return found;
}

/** Words that say that a factory's name follows: the former name of a firm. */
const FORMER = /(?:原|旧|前身|曾|以前|过去|早年|名|叫|称|由|从|自|为|是|成|于|在|“)[^，。；]{0,3}$/u;
/** What a factory's name begins with where no place does. */
const OWN_HEAD =
  /^(?:国营|地方国营|公私合营|红旗|东方红|第[一二三四五六七八九十百]+|[\d一二三四五六七八九〇○]{3,4}厂?)/u;

/** 景和镇|酒厂: a town that no lexicon has. */
const OF_TOWN = /^[\u4e00-\u9fa5]{2,3}[镇乡][^镇乡]{0,6}$/u;

/** Whether a stem before 厂 names one: it begins with a place or as factories do, or is said to be a former name; no part of a firm. */
function isFactory(norm: string, start: number, form: number): boolean {
  // 某公司电解二|厂: a part of the firm named right before.
  if (/(?:公司|集团)$/u.test(norm.slice(Math.max(0, start - 2), start))) return false;
  // 等三厂: several.
  if (
    /(?:[等这那共有]|[、和与])[一二两三四五六七八九十]$/u.test(
      norm.slice(start, form + 1).replace(/厂$/u, ""),
    )
  )
    return false;
  if (
    PLACE_NAMES.longestEnd(norm, start) >= 0 ||
    OF_TOWN.test(norm.slice(start, form)) ||
    OWN_HEAD.test(norm.slice(start, form))
  )
    return true;
  // 中原集团|开封轴承厂: one of a group's.
  const group = norm.lastIndexOf("集团", form) + 2;
  if (group - 2 > start && PLACE_NAMES.longestEnd(norm, group) >= 0) return true;
  // 、某某材料厂、某某有限公司: in a list of firms.
  if (
    form - start >= 3 &&
    !/[有上的是为由在等]/u.test(norm.slice(start, form)) &&
    (/(?:公司|集团)[、和与及]$/u.test(norm.slice(Math.max(0, start - 3), start)) ||
      (/[，、：；。\s]/u.test(norm[start - 1] ?? "\n") &&
        /^厂?[、和与及][^，。；、]{2,24}(?:公司|集团)/u.test(norm.slice(form + 1, form + 32))))
  )
    return true;
  return FORMER.test(norm.slice(Math.max(0, start - 8), start));
}

const FACTORY = Trie.ofWords(["厂"]).shared();

/** 厂 with the character before it: 轴承厂, 仪表厂. */
function factoriesIn(norm: string, whole: Set<string>): Form[] {
  const found: Form[] = [];
  const words = FACTORY.in(norm);
  while (words.next()) {
    const { start: at, end } = words;
    if (at < 2) continue;
    if (!NOT_FACTORY.test(norm, at - 2, at + 2))
      found.push({ form: norm.slice(at - 1, end), index: at - 1, end });
    // 某某石材加工厂
    else if (norm.startsWith("加工", at - 2)) {
      const alone = wholeNameStart(norm, end);
      if (alone >= 0) whole.add(norm.slice(alone, end));
    }
  }
  return found;
}
