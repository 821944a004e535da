import { LONGEST_LEAD, NAME_WORDS, SAFE_LEADS, SOFT_LEADS } from "../../lexicon/name-leads.js";
import { SECTORS } from "../../lexicon/sectors.js";
import { oncePerText } from "../../lexicon/together.js";
import { Trie } from "../../lexicon/trie.js";
import { CharacterSet } from "../../patterns/character-set.js";
import { gated } from "../../patterns/gated.js";
import { SYMBOLS } from "../../patterns/symbols.js";
import { madeOf } from "../shape/generic.js";
import { lastIndexWithin } from "../spans.js";
import { PLACE_NAMES } from "./place-lexicon.js";

/** Characters that a name never spans. Brackets may stand within a name in pairs. */
const BREAKS = new Uint8Array(65536);
for (const c of "，。；：！？、《》〈〉【】〔〕［］[]{}|｜丨\t\n\r #*<>=+~/\\,;:!?.〃%`_^&$@")
  BREAKS[c.charCodeAt(0)] = 1;
for (const unit of SYMBOLS) BREAKS[unit] = 1;

const OPEN = "（".charCodeAt(0);
const CLOSE = "）".charCodeAt(0);
const [DOT, HYPHEN] = ["·".charCodeAt(0), "-".charCodeAt(0)];
const BEFORE_DOT = new CharacterSet("市县区镇奖年届");
const PERSON_SUFFIX = "者".charCodeAt(0);
/** What stands in brackets within a name: a place, 集团, 中国. */
const LONGEST_BRACKET = 6;
/** How much may stand before a place within one name: 扬子江药业集团江苏… is about the most. */
const LONGEST_BRAND = 8;

export const isHan = (unit: number): boolean => unit >= 0x4e00 && unit <= 0x9fff;
const isDigit = (unit: number): boolean => unit >= 0x30 && unit <= 0x39;
const isLetter = (unit: number): boolean => (unit >= 0x41 && unit <= 0x5a) || (unit >= 0x61 && unit <= 0x7a);
const isNameUnit = (unit: number): boolean => isHan(unit) || isDigit(unit) || isLetter(unit);

/**
 * Where the name begins whose form (有限公司, 研究院) stands at `form`: back to punctuation or a line's start, then forward
 * past words that lead up to a name (授予, 由, 4家企业) and to a place name that begins it. At least `least` characters
 * are left before the form; -1 where nothing fits.
 */
export function nameStart(norm: string, form: number, least = 2, most = 30): number {
  const low = lowest(norm, form, most);
  const leads = leadsOf(norm);
  let start = low;
  let previous = low;
  /** Where the lead began after which the name begins, if any. */
  let led = low;
  for (let next = low + 1; next <= form; next++) {
    // 承建|方, 隶属|于: the word goes on.
    const goesOn = led < start && next - start <= 2 && form - next >= least && leads.isSafe(led, next);
    if (!goesOn) {
      const lead = leads.endingAt(next, start);
      const begins =
        lead > 0 ? leadsUp(norm, lead, next, start, form, least, leads) : beginsUnled(norm, next, start);
      if (!begins) continue;
      if (lead > 0) led = next - lead;
    }
    previous = start;
    start = next;
  }
  // 上药控股|徐州|股份有限公司: a place alone before the form is the rest of a name.
  if (
    previous < start &&
    !leads.isLead(previous, start) &&
    LEGAL.has(norm.charCodeAt(form)) &&
    /^(?:股份|有限)/u.test(norm.slice(form, form + 2)) &&
    PLACE_NAMES.longestEnd(norm, start) === form
  )
    start = previous;
  while (
    start < form &&
    (!isNameUnit(norm.charCodeAt(start)) ||
      (ONLY_INSIDE.has(norm[start]!) &&
        !(leads.beginsName(start, start + 1, form) && !endsBody(norm, start)) &&
        !beginsPlace(norm, start) &&
        !placeOver(norm, start + 1, start)))
  )
    start++;
  // A year or number is no part of the name that follows it (2021年集团, 3家), but 361某某, 7天, 5G are.
  if (isDigit(norm.charCodeAt(start)) && !NUMBER_NAME.test(norm, start, start + 4))
    start +=
      /^\d+(?:[年月日家个名项年度]|余家)*/u.exec(norm.slice(start, Math.min(form, start + 8)))?.[0].length ??
      0;
  if (norm[start] === "度" && norm[start - 1] === "年" && form - start > 2) start++;
  // 第六届|某某公司, beside a cell or label; 它又同|某大学.
  const lead =
    "首第它他她又还也曾并再".includes(norm[start] ?? " ") &&
    /^(?:首届|第[一二三四五六七八九十\d]{1,3}[届批]|(?:[它他她]|又|还|也|曾|并|再){1,6}(?:[与和跟]|同(?![济仁方兴])))(?=[\u4e00-\u9fa5]{2})/u.exec(
      norm.slice(start, Math.min(form, start + 10)),
    );
  if (lead && form - start - lead[0].length >= least) start += lead[0].length;
  if (form - start > 2 && LEADING.test(norm, start, start + 4) && !leads.beginsName(start, start + 1, form))
    start++;
  // 致|某市某公司的贺信
  if (norm[start] === "致" && (beginsPlace(norm, start + 1) || LETTER.test(norm, start, form + 24))) start++;
  if (form - start > LONGEST_BRAND) start += PRIZE_GIVEN.exec(norm, start, form)?.[0].length ?? 0;
  // 归谷传动有限公司 as all that a cell or an item holds: nothing leads up to it.
  if (
    start === low + 1 &&
    LEGAL.has(norm.charCodeAt(form)) &&
    isHan(norm.charCodeAt(low)) &&
    norm[low] !== "与" &&
    fillsCell(norm, low, form)
  )
    start = low;
  const stem = norm.slice(start, form);
  // 该区|某某公司.
  if (norm[start - 1] === "该" && /[区市县省州镇]/u.test(norm[start]!) && form - start > 4)
    return norm[start + 1] === "的" ? start + 2 : start + 1;
  // 这家|叶片厂, 从该|集团: what is pointed at is no name.
  if (stem.length < least) return -1;
  if (
    pointsBefore(norm, start) &&
    !beginsPlace(norm, start) &&
    !(form - start >= 5 && LEGAL.has(norm.charCodeAt(form)))
  )
    return -1;
  if (pointsBefore(norm, form, start) || CLAUSE_WITHIN.test(norm, start, form)) return -1;
  return leads.isLead(start, form) ? -1 : start;
}

/** 第二届某奖提名奖授予|某市质检院, 某质检院（某区）和|某公司: what the name of no other holds. */
const PRIZE_GIVEN = gated(
  /^.{1,28}(?:奖(?:（[^（）]{1,6}）)?(?:授予|颁给|颁予)|）(?:[和与及]|以及))(?=[\u4e00-\u9fa5]{2})/,
);

/** Whether a name that no lead leads up to begins at `next` rather than at `start`. */
function beginsUnled(norm: string, next: number, start: number): boolean {
  const before = norm.charCodeAt(next - 1);
  if (before === PERSON_SUFFIX) return beginsPlace(norm, next) || HOLDER.test(norm.slice(next - 3, next));
  return next - start > LONGEST_BRAND && before !== OPEN && beginsPlace(norm, next);
}

/** Whether a lead of that length that ends at `next` leads up to a name there whose form stands at `form`. */
function leadsUp(
  norm: string,
  lead: number,
  next: number,
  start: number,
  form: number,
  least: number,
  leads: Leads,
): boolean {
  const word = norm.slice(next - lead, next);
  const after = norm.charCodeAt(next);
  const first = next - lead === start;
  // 数据, 自由, 给水: the word is part of a longer one.
  if (
    lead === 1 &&
    MAY_BE_WITHIN.within(norm, Math.max(0, next - 2), Math.min(norm.length, next + 1)) &&
    WITHIN_WORD.test(norm.slice(next - 2, next + 1)) &&
    // 甲公司|及|时风乙公司
    !(word === "及" && endsBody(norm, next - 1)) &&
    // 是|通城某某公司, not 是通.
    !(word === "是" && PLACE_NAMES.longestEnd(norm, next) >= 0)
  )
    return false;
  // 航启|动力, 药企|业: so is a longer one.
  if ((word === "启动" && norm[next] === "力") || (word.endsWith("企") && norm[next] === "业")) return false;
  // 众合建|设集团, 新建|筑.
  if (word.endsWith("建") && (norm[next] === "设" || norm[next] === "筑")) return false;
  const joins = lead === 1 && (word === "与" || word === "和" || word === "及");
  const begin = next - lead;
  const head = placesEnd(norm, start, next);
  // 杭锦后旗|下里…, 晋中|和顺县…: so is the last character of a place; but 合作 (伙伴某公司) is one itself.
  if (head > begin && PLACE_NAMES.longestEnd(norm, begin) !== head) return false;
  // 由由水产, 荆州市|和润木业: it is of a word that names begin with; but 甲公司|和|润丰化工, 和|安庆某某公司.
  if (
    leads.beginsName(head, next, form) &&
    !(joins && head === begin && (beginsPlace(norm, next) || (first && endsBody(norm, begin))))
  )
    return false;
  // 佛山市|均丰纺织: what stands behind an adverb is a verb.
  if (word === "均" && head === begin && !beginsPlace(norm, next)) return false;
  // （与|电子科技大学共同获得）: hardly a name begins so.
  const opens = first && word === "与";
  if (!opens && (first || head === begin)) {
    // 昌平其中|软件实业, 兴县由由|蔬菜专业合作社: what would be left is a trade and no name.
    if (form - next <= 8 && madeOf(norm.slice(next, form), TRADES)) return false;
  }
  // 和|林格尔, 于|都: the word is part of a place's name.
  if (lead === 1 && placeOver(norm, next, start) && !(joins && beginsShort(norm, next))) return false;
  // 某某控股|（集团）, 某某集团|（香港）: what stands in brackets goes on with the name.
  if (after === OPEN) return false;
  // 质量与计量检测研究院, 核物理和化学研究所: two fields of one body.
  if (joins && next - 1 > start && joinsFields(norm, next)) return false;
  // 荆和|机械制造有限公司: what would be left is a trade and no name.
  if (joins && !opens && form - next <= 8 && !endsBody(norm, begin) && madeOf(norm.slice(next, form), TRADES))
    return false;
  // 中国玩具和童车工业研究院（晋江）
  if (joins && NATIONAL_FIELD.test(norm, start, form)) return false;
  // 投资方为|甲公司, 运营主体系|乙公司
  if ((word === "为" || word === "系") && ROLE_ENDS.has(norm.charCodeAt(next - 2))) return form - next >= 3;
  // 和平桥街道, 和谐; 和合小学; but 甲公司和|平顶山乙公司.
  if (
    word === "和" &&
    (PEACE.has(after) || OF_SCHOOL.test(norm, next, form + 2)) &&
    !(
      (ORGANIZED.has(norm.slice(next - 3, next - 1)) || norm[next - 2] === "）" || endsBody(norm, begin)) &&
      PLACE_NAMES.longestEnd(norm, next) >= 0
    )
  )
    return false;
  // 水务投资|集团|有限公司: what is left would be no name.
  if (lead > 1 && NO_STEM.test(norm, next, form)) return false;
  // A lead right before the form is a word of the name (X运营有限公司), or the form stands alone (按照集团).
  if (form - next < least) return false;
  // 立白|企业集团, 某某|建设工程: the word belongs to what follows.
  if (lead > 1 && OF_BUSINESS.has(word) && BUSINESS.has(norm.slice(next, next + 2))) return false;
  // 区长吴某为|甲公司颁奖: a person who does something for it.
  if (lead === 1 && "为向给对到与".includes(word) && PERSON.test(norm, start, next - 1)) return true;
  if (leads.isSafe(next - lead, next) || (word === "在" && after !== LINE && after !== BUILD)) return true;
  if (beginsPlace(norm, next) || isMeasure(norm, next - lead)) return true;
  if (lead > 1) return form - next >= 4 && (first || !beginsPlace(norm, start));
  if (word === "有") return first && form - next >= 4 && !AFTER_HAVE.has(after);
  if (word === "了") return norm[next] !== "解" && norm[next] !== "凡";
  if (word === "的")
    return (
      (next - start > 2 && !OF_BRAND.test(norm, start, form)) ||
      (next - start > 1 && !NO_PARTICLE.has(norm.charCodeAt(next - 2))) ||
      first ||
      beginsShort(norm, next)
    );
  if (word === "和")
    return (
      (first && (norm[start - 1] === "）" || beginsShort(norm, next))) ||
      (next - start > 2 &&
        (!beginsPlace(norm, start) ||
          ORGANIZATION_END.has(norm.charCodeAt(next - 2)) ||
          // 某县第一医院急诊科|和|陇西某公司
          (PART_END.has(norm.charCodeAt(next - 2)) && beginsShort(norm, next)) ||
          ORGANIZED.has(norm.slice(next - 3, next - 1))))
    );
  // 金昌市继|甲有限公司2015年获奖之后: behind nothing but a place, too.
  if (word === "继" && PLACE_NAMES.longestEnd(norm, start) === next - lead) return form - next >= 3;
  // “甲电气”|指|甲电气集团股份有限公司, “甲”|系|乙集团…: what the name between the marks stands for.
  if (EXPLAINS.has(norm.charCodeAt(next - 1)) && norm[next - 2] === "”") return true;
  if (word === "如" || LEADS_ALONE.has(norm.charCodeAt(next - 1)))
    return first && form - next >= (word === "归" || word === "除" ? 4 : 6);
  return (
    word === "同" &&
    next - start > 4 &&
    SECTOR_ENDS.has(norm.slice(next - 3, next - 1)) &&
    !AFTER_SAME.has(after)
  );
}

const TRADES = Trie.ofWords([...SECTORS, "制造", "设备", "工业", "科技", "技术", "实业", "加工", "工程"]);
const NATIONAL_FIELD = gated(
  /^中国[\u4e00-\u9fa5]{2,4}[和与及][\u4e00-\u9fa5]{2,4}(?:工业|科学|技术)?(?:研究院|研究所|设计院|协会|学会)/,
);
const ROLE_ENDS = new CharacterSet("方位体者构商");
const OF_SCHOOL = gated(/^合(?:小学|中学|学校|幼儿园|街|镇|村)/);
const PEACE = new CharacterSet("平谐睦");
const AFTER_HAVE = new CharacterSet("色机限研轨道线友");
const AFTER_SAME = new CharacterSet("位步轴类心行业城创");
const LINE = "线".charCodeAt(0);
const BUILD = "建".charCodeAt(0);
const OF_BUSINESS: ReadonlySet<string> = new Set(
  "企业 建设 发展 服务 公司 联合 合作 园区 全区 运营 支持 引导 推广".split(" "),
);
const BUSINESS: ReadonlySet<string> = new Set(
  "集团 工程 发展 投资 管理 股份 有限 控股 服务 咨询 开发 运营 建设".split(" "),
);
const ORGANIZED: ReadonlySet<string> = new Set("企业 单位 组织 个人".split(" "));

const NUMBER_NAME = gated(/^(?:[1-9]\d\d(?![\d年月日家个名项余])|\d天|\d[A-Z](?![A-Z]?\d))/);

/** Prepositions that begin no name, unless they begin a longer word. */
const LEADING = gated(
  /^(?:[而使经以向在为将从按至即]|让(?!胡)|同(?=西南|东北|华中|华东|华南|华北|西北|中南|江南|中国|国家|清华|北大))/u,
);

const LETTER = gated(/^致[\u4e00-\u9fa5（）]{4,50}的(?:贺|感谢|慰问|公开|表扬|一封)信/u);

/** A title and a person's name. */
const PERSON = gated(
  /(?:书记|[省市区县州镇局厅处院校所厂会部]长|主任|主席|总裁|总监|经理|董事长|秘书长|院士|教授|总工程师|总工)[\u4e00-\u9fa5]{2,3}$/u,
);

/** With what legal forms begin: 这家|云谷口岸物流有限公司 is named, 这家叶片厂 is not. */
const LEGAL = new CharacterSet("有股");

/** Whether a word that points at what was named before ends at `end`: 这家, 该. */
function pointsBefore(norm: string, end: number, floor = 0): boolean {
  if (end - 1 < floor) return false;
  const last = norm[end - 1]!;
  if (last === "该" || last === "其" || last === "某") return true;
  if (end - 2 < floor || !"家个座所一".includes(last)) return false;
  const before = norm[end - 2]!;
  if (before === "这") return true;
  return before === "那"
    ? last !== "一"
    : last === "家"
      ? "一几".includes(before)
      : before === "一" && "所座".includes(last);
}
/** A pronoun or a particle that makes what holds it a clause. */
const CLAUSE_WITHIN = gated(/^(?:它|他们?|她|我们?|你)(?:[的们是在曾改]|$)/u);
/** 获奖者, 得主: after them a name begins. */
const HOLDER = /(?:获得|获奖|得奖|领跑|承担|建设|运营|牵头|承建|所有|持有|创建|提出|起草|供应)者$/u;

/** Whether the character before `next` stands within a place's name that begins at or after `floor`. */
function placeOver(norm: string, next: number, floor: number): boolean {
  for (let at = Math.max(floor, next - 4); at < next; at++) {
    const end = PLACE_NAMES.longestEnd(norm, at);
    // A name of two characters (和县) may as well be the word and the beginning of another.
    if (end > next && (end - at > 2 || at === floor)) return true;
  }
  return false;
}

/** Words that hold a lead of one character in the middle of their three or at the end of two. */
const MAY_BE_WITHIN = new CharacterSet("据由及给之均对称让每是该和");
const WITHIN_WORD = gated(
  /[数证依论]据|.据[点链]|[自经理]由|[普涉波]及|.对[面手接方岸]|.及[时第格零配]|[供自配补]给|.给[水排料]|.之[^一中内外后前间下上列首]|.均[胜安瑶衡质和]|平均|.对[外虾讲]|[绝相应面]对|.称[重量]|[对职名]称|.让胡|.每日|.是[德通]|.该[院校]司|[共祥泰义永仁谦]和./u,
);

/** 美的, 目的, 市的: what the one character is of that stands before 的. */
const NO_PARTICLE = new CharacterSet("美目市县区省州");
/** 某美的制冷公司: the character stands within a word of trade, before what the firm makes. */
const OF_BRAND = gated(/^[\u4e00-\u9fa5]{0,6}美的(?:制冷|厨[卫电]|家电|空调|电器|微波|热水|洗涤|暖通)/);
const EXPLAINS = new CharacterSet("指系即");
/** They lead up to a name with which a clause begins, but for words and places that begin so. */
const LEADS_ALONE = new CharacterSet("像连继则叫归靠暨除");

/** Words that alone name no firm. */
const NO_STEM = gated(/^(?:集团|控股|投资|发展|管理|实业|服务|运营|建设|工程|开发|（集团）){1,6}$/);
/** Fields that bodies of inspection, research and teaching name in pairs. */
const FIELDS: ReadonlySet<string> = new Set(
  (
    "质量 标准 计量 检验 检测 测试 认证 特检 化学 物理 数学 力学 材料 食品 药品 医药 信息 技术 科学 工程 经济 环境 安全 管理 能源 动力 机械 电子 电气 生物 生命 医学 健康 卫生 " +
    "文化 艺术 设计 纺织 服装 家具 陶瓷 农业 林业 海洋 水产 水利 气象 地质 地理 城市 规划 建筑 土木 交通 运输 航空 航天 船舶 汽车 通信 网络 数据 软件 人工 智能 自动 控制 仪器 光学 激光 " +
    "遗传 发育 植物 动物 土壤 作物 果树 蔬菜 花卉 茶叶 畜牧 兽医 疾病 疾控 预防 妇幼 保健 教育 体育 旅游 金融 贸易 商务 知识 专利 纤维 皮革 塑料 橡胶 冶金 矿产 石油 化工 轻工 纳米 量子 结构 应用 理论 生态 资源 社会 人文 外语 政治 法律 新闻 传媒"
  ).split(" "),
);

/** Whether 与 or 和, which ends at `next`, stands between two fields. */
const joinsFields = (norm: string, next: number): boolean =>
  FIELDS.has(norm.slice(next - 3, next - 1)) && FIELDS.has(norm.slice(next, next + 2));

const SECTOR_ENDS: ReadonlySet<string> = new Set(SECTORS);

/** Particles that begin no name. */
const ONLY_INSIDE = new Set(["的", "了", "着", "和", "及"]);

/** A legal form and what stands behind a name that is all of an item, or all before a dash. */
const FORM_ENDS = gated(/^(?:股份有限公司|有限责任公司|有限公司|股份公司)(?:$|[\n\t]| ?[—–|])/);
/** What stands before the text of an item: a tab or line's start, or a mark or number there. */
const ITEM = gated(/(?:^|[\n\t])(?:[-*•·] |\d{1,2}[.、．] ?|（\d{1,2}）|\d{1,2} )?$/);

/** Whether a name that begins at an offset, with its form, is all that an item or a cell holds, or what stands before a dash or tab. */
function fillsCell(norm: string, start: number, form: number): boolean {
  return (
    (start === 0 || ITEM.test(norm, Math.max(0, start - 6), start)) &&
    FORM_ENDS.test(norm, form, Math.min(norm.length, form + LONGEST_FORM))
  );
}
const LONGEST_FORM = 8;

/** What brackets hold that are no part of a name: 原…, 第三届. */
const NO_PART = new CharacterSet("原称第届年家个名0123456789一二三四五六七八九十");

function lowest(norm: string, end: number, most: number): number {
  const floor = Math.max(0, end - most);
  let low = end;
  while (low > floor) {
    const unit = norm.charCodeAt(low - 1);
    if (unit === CLOSE) {
      const open = lastIndexWithin(norm, "（", floor + 1, low);
      const inner = norm.slice(open + 1, low - 1);
      if (
        open <= floor ||
        inner.length > LONGEST_BRACKET ||
        inner.length < 2 ||
        !isNameUnit(norm.charCodeAt(open - 1))
      )
        break;
      // （十堰）, （张家口）: a place's name may have such a character.
      if (NO_PART.within(inner) && PLACE_NAMES.longestEnd(norm, open + 1) !== low - 1) break;
      low = open;
    } else if (unit === OPEN || BREAKS[unit]) break;
    // 某市·甲公司, 某奖·甲公司: where it is, what it has.
    else if (unit === DOT && BEFORE_DOT.has(norm.charCodeAt(low - 2))) break;
    else if ((unit === DOT || unit === HYPHEN) && low < end && beginsPlace(norm, low)) break;
    else low--;
  }
  // 原 after a bracket or comma says that the name is a former one: （原湘潭第二仪表厂）.
  if (norm[low] === "原" && norm[low + 1] !== "子" && low > 0 && /[（，、；“]/u.test(norm[low - 1]!)) low++;
  // （今乙公司）, （即今乙集团）: what it is called now.
  if (low > 0 && norm[low - 1] === "（")
    low += NOW.exec(norm.slice(low, Math.min(end, low + 4)))?.[0].length ?? 0;
  // 访某公司董事长, ——对话某公司董事长: a heading of an interview.
  if (low === 0 || BEFORE_HEADING.has(norm.charCodeAt(low - 1))) {
    if (norm.startsWith("对话", low)) low += 2;
    else if (norm[low] === "访") low++;
  }
  return low;
}

const NOW = /^(?:即?今(?![麦日世])|现(?:名|为)|即(?!墨))/u;
const BEFORE_HEADING = new CharacterSet("\n—：:“");

const SAFE = 1;
const SOFT = 2;
const LEADS: ReadonlyMap<string, number> = new Map([
  ...[...SOFT_LEADS].map((word): [string, number] => [word, SOFT]),
  ...[...SAFE_LEADS].map((word): [string, number] => [word, SAFE]),
]);
/** Those of one character stand everywhere: they are told when they are asked for. */
const WORDS = Trie.ofWords(NAME_WORDS).shared();
const LONGER = Trie.of<number>([...LEADS].filter(([word]) => word.length > 1)).shared();
const SINGLE = new Uint8Array(65536);
for (const [word, kind] of LEADS) if (word.length === 1) SINGLE[word.charCodeAt(0)] = kind;

/** The words in one text that lead up to names. */
export class Leads {
  /** By where those of two characters and more end: one bit for each length, of safe ones and of all. */
  private readonly safe: Uint8Array;
  private readonly any: Uint8Array;
  /** By where they begin: the lengths of words that names begin with. */
  private readonly words: Uint8Array;

  constructor(private readonly norm: string) {
    this.safe = new Uint8Array(norm.length + 1);
    this.any = new Uint8Array(norm.length + 1);
    this.words = new Uint8Array(norm.length + 1);
    for (const own = WORDS.in(norm); own.next(); ) this.words[own.start] = own.end - own.start;
    const words = LONGER.in(norm);
    while (words.next()) {
      const { start, end } = words;
      if (end - start > LONGEST_LEAD) continue;
      const bit = 1 << (end - start);
      this.any[end]! |= bit;
      if (words.value === SAFE) this.safe[end]! |= bit;
    }
  }

  /** The length of the longest lead within [floor, end) that ends at `end`, 0 for none. */
  endingAt(end: number, floor: number): number {
    const bits = this.any[end]!;
    if (bits !== 0)
      for (let length = Math.min(LONGEST_LEAD, end - floor); length > 1; length--)
        // 新希望 is a group's name.
        if ((bits & (1 << length)) !== 0 && !(length === 2 && this.norm.startsWith("新希望", end - 3)))
          return length;
    return end > floor && this.single(end) !== 0 ? 1 : 0;
  }

  isLead(start: number, end: number): boolean {
    if (end - start === 1) return this.single(end) !== 0;
    return end - start <= LONGEST_LEAD && (this.any[end]! & (1 << (end - start))) !== 0;
  }

  /** Whether a lead of two characters and more that no name holds lies within [floor, end) and ends at `end`. */
  endsSafely(end: number, floor: number): boolean {
    const longest = Math.min(end - floor, LONGEST_LEAD);
    return (this.safe[end]! & ~3 & ((2 << longest) - 1)) !== 0;
  }

  /** Whether the stretch is a lead that no name holds. */
  isSafe(start: number, end: number): boolean {
    if (end - start === 1) return this.single(end) === SAFE;
    return end - start <= LONGEST_LEAD && (this.safe[end]! & (1 << (end - start))) !== 0;
  }

  /** Whether a word begins at `start` that names begin with, ends no earlier than the lead, and leaves the form alone. */
  beginsName(start: number, lead: number, form: number): boolean {
    const end = start + this.words[start]!;
    return end >= lead && end <= form && end > start;
  }

  /** Which lead of one character ends there: SAFE, SOFT or none. */
  private single(end: number): number {
    return SINGLE[this.norm.charCodeAt(end - 1)] ?? 0;
  }
}

/** The leads of a text, as several detectors ask in turn. */
export const leadsOf: (norm: string) => Leads = oncePerText((norm) => new Leads(norm));

const NUMBER_END = new CharacterSet("0123456789一二两三四五六七八九十多余");
const MEASURE = new CharacterSet("家个名项位件年月日批届人");

/** 家, 个, 名 … after a number: 等4家, 3个, 两家. */
function isMeasure(norm: string, at: number): boolean {
  return at > 0 && NUMBER_END.has(norm.charCodeAt(at - 1)) && MEASURE.has(norm.charCodeAt(at));
}

/** What ends the name of an organization: 和 after it joins two. */
const ORGANIZATION_END = new CharacterSet("院司团学会所心厂局委部盟区园校行社站馆县市");

/** What ends the name of a part of one. */
const PART_END = new CharacterSet("科室处组班队");

/** Where the places end that stand one after another from `start` on, short of `limit` or right at it; `start` without any. */
function placesEnd(norm: string, start: number, limit: number): number {
  for (let at = start; ; ) {
    const end = PLACE_NAMES.longestEnd(norm, at);
    if (end < 0 || end > limit) return at;
    at = end;
  }
}

/** Whether an organization's name may end there. */
const endsBody = (norm: string, at: number): boolean => ORGANIZATION_END.has(norm.charCodeAt(at - 1));

/** 和|龙游…: whether a place's name begins there, everyday names of counties among them. */
const beginsShort = (norm: string, at: number): boolean => PLACE_NAMES.longestEnd(norm, at) >= 0;

const beginsPlace = (norm: string, at: number): boolean => {
  const place = PLACE_NAMES.longestAt(norm, at);
  return (
    place !== undefined && (!place.value.short || place.value.divisions.some((d) => d.type !== "County"))
  );
};
