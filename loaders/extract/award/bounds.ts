import { byBeginning } from "../../patterns/by-beginning.js";
import { CharacterSet } from "../../patterns/character-set.js";
import { gated } from "../../patterns/gated.js";
import { PairSet } from "../../patterns/pair-set.js";

/** How far left of its head the name of an award can begin. */
const REACH = 32;

const VERBS =
  "报(?=[省市县区国]奖)|[冲取](?=[省市县区国](?:[省市县区]?长|级|(?:人民)?政府|质量|奖))|捧走|领走|拿走|抱走|产生|培育(?=[\u4e00-\u9fa5]{0,6}质量$)|力争|力夺|止步于?|屈居|独中|独享|独得|独揽|独占|启动|抓紧|建立|添(?!加)|送出|颁出|什么|何以|为何|如何|哪[个些家]|任何|获评为?|荣获(?!评)|喜获|喜提|揽获|揽得|再获|同获|连获|两获|获颁|获批|获得|获授|获(?!嘉(?![兴峪]))|夺得|夺取|夺下|夺|斩获|摘得|摘取|摘下|摘|捧回|捧得|捧起|捧|拿下|拿到|拿过|迎来了?|拿(?!马)|得过|得到|赢得|取得|得(?!主|荣)|荣膺|荣登|膺|评选为|评选|评定为|评为|评上|评出|授予|授(?!权)|颁发|颁给|颁|认定为|认定|命名为|命名|确定为|列为|列入|入列|入选|选为|入围|跻身|登上|登榜|上榜|问鼎|蝉联|折桂|争创|创成|(?<!品牌)创建成?为?|(?<!创)建成|成为|当选|晋升|申报|申请|申创|参评|冲刺|冲击|角逐|备战|竞争|竞逐|争取|争夺|对标|瞄准|新增|新获|设立|设置|推出|增设|开展|实施|通过|包括|包含|拥有|累计|推荐|推进|公布|揭晓|通报|表彰|凭借|凭(?!祥)|进入|有望|首夺|接连|先后|两度|两次|再次|首次|多次|连续|蝉联|依托|聚焦|围绕|参加|组织开展|同属|位居|位列|对应|分(?=[省市县区]长质)|支持|鼓励|引导|用于|属于|(?<!金)属|准备|实现|纳入|更名为?|改名为?|改称|[简下]称|叫做?|称作|称为|原名|前称|走上|走进|走入|站上|迈上|奖补|奖励";
const WORDS =
  "[一二三四五六七八]要|做好|抓好|办好|搞好|聚集|集聚|汇聚|涌现|有限公司|责任公司|股份公司|集团公司|总公司|研究院|医院|以上|以下|以及|及其|(?:个人|组织|企业|团队|班组)类|首个|首家|新科|新晋|唯一|所有|全部|多项|多个|各级各类|各级|各类|有关|相关|其中|新一届|上一届|往届|往年|多少|全年|原(?=[省市县区]长质量)|新一轮|上一轮|首轮|本届|历届|该届|同届|[这那]一?届|[上下]一?届|[首第][一二三四五六七八九十\\d]{0,9}[届批]|[一二两三四五六七八九十\\d]{1,9}届|\\d{1,4}年度?|年度|新培育|[一多]批|许多|起初|今年|去年|前年|当年|同年|次年|(?<=[\\d\u4e00二两三四五六七八九十几多余])[家项名个座枚次张块席尊面](?:(?:组织|企业|单位|个人|机构|公司|集体|同志)(?=[\u4e00-\u9fa5]{2,8}质量$))?|(?<!公)共(?!产|青|建|同|和)|(?:我|本|该)[省市县区州]|一举|成功|正式|(?:工信|工业和信息化|商务|科技|农业农村|生态环境|水利|教育|财政|民政|交通运输)部(?!级|门)|(?:市场监督管理|市场监管|质监|质检|知识产权|税务|统计)总?局";
/** Single characters that no award's name holds, or hardly ever. */
const CHARS = "看的了过在是为把由并或其该此这那又还再也已则就仅只使给至到对因而且但";
/** The same, but for words and the names of places that begin with them or hold them (被动式, 于都, 从化, 和田, 将乐, 均安, 曾都, 向阳, 让胡路). */
const CHARS_OUTSIDE_PLACES =
  "被(?!动式)|(?<![信应])用|有(?!色|机|突出|限)|经(?=[省市县区州]长|[省市县区]级|国家)|设(?!备|计|施|(?<=建设)(?:先进|优秀|突出|标兵|模范|劳动)|(?<=(?:文明|强[国省市县区企])建设)$)|于(?!都|洪|田)|从(?!化|江)|将(?!乐)|均(?!安)|曾(?!都)|向(?!阳)|让(?!胡路)|[和与及](?!谐|平区|平县|田|县|静|硕|龙|政|顺|布|林)";
const PUNCTUATION =
  "①②③④⑤⑥⑦⑧⑨⑩⑪⑫\\s｜.，。；：！？、（）《》【】〈〉〔〕［］\\[\\]“”‘’—…▲△▼●■□◆★☆◇○◎▍▎❖◈✦|/=~〃#*\\-";

/** What parts a name from what stands before it, by the unit that it begins with. */
const STOP_AT = new Map<number, RegExp>();
for (const [unit, source] of byBeginning(
  `${VERBS}|${WORDS}|[${CHARS}${PUNCTUATION}]|${CHARS_OUTSIDE_PLACES}`,
))
  STOP_AT.set(unit, new RegExp(source, "y"));
/** What characters may do in the stretch before a head, by unit: end every name, begin a stop, open a name, begin a stop alone. */
const BREAK = 1;
const STOPS = 2;
const OPENS = 4;
const ALONE = 8;
const SIGNS = new Uint8Array(65536);
/** With what the alternatives of a stop begin: a class, a digit or a character; what is only looked at left out. */
const BEGINNINGS = `${VERBS}|${WORDS}|${CHARS_OUTSIDE_PLACES}`
  .replace(/\(\?<?[=!](?:[^()]|\([^()]*\))*\)/g, "")
  .split(/\||\(\?:/);
/** The first two characters of those alternatives that begin with two: most characters begin a stop only before one other. */
const STOP_PAIRS = new PairSet(
  BEGINNINGS.map((text) => /^[\u4e00-\u9fa5]{2}(?![?*{])/.exec(text)?.[0] ?? ""),
);
/** A class of the characters that alternatives begin with. */
const firstsOf = (alternatives: readonly string[]): string =>
  `[${alternatives
    .map((text) => /^(?:\[(.*?)\]|\\d|.)?/.exec(text)!)
    .map(([first, choice]) => choice ?? first)
    .join("")}${CHARS}]`;
for (const [pattern, sign] of [
  [new RegExp(`[${PUNCTUATION}]`), BREAK],
  [/[中全国世亚]/, OPENS],
  [new RegExp(firstsOf(BEGINNINGS)), STOPS],
  [new RegExp(firstsOf(BEGINNINGS.filter((text) => !STOP_PAIRS.hasAt(text, 0)))), ALONE],
] as const)
  for (let unit = 0; unit < 65536; unit++) if (pattern.test(String.fromCharCode(unit))) SIGNS[unit]! |= sign;

const AND = new CharacterSet("和与及");
const NATIONAL = /(?<!中国|国家|全国|中华)(?:中国|全国|中华|国家|国际(?!化)|世界|亚洲|全球)/g;

/** Where the name that ends in the head at `head` begins; `floor` is the start of the line. */
export function nameStart(norm: string, head: number, floor: number): number {
  // Punctuation always parts, and no other stop reaches over it: what stands before the last one does not matter.
  const lowest = Math.max(floor, head - REACH);
  let from = head;
  let signs = 0;
  while (from > lowest) {
    const sign = SIGNS[norm.charCodeAt(from - 1)]!;
    if ((sign & BREAK) !== 0) break;
    signs |= sign;
    from--;
  }
  if ((signs & (STOPS | OPENS)) === 0) return from;
  const window = norm.slice(from, head);
  let cut = 0;
  let before = 0;
  if ((signs & STOPS) !== 0)
    for (let at = 0; at < window.length; at++) {
      const unit = window.charCodeAt(at);
      const sign = SIGNS[unit]!;
      if ((sign & STOPS) === 0 || ((sign & ALONE) === 0 && !STOP_PAIRS.hasAt(window, at))) continue;
      const stop = STOP_AT.get(unit);
      if (stop === undefined) continue;
      stop.lastIndex = at;
      if (!stop.test(window)) continue;
      before = cut;
      cut = stop.lastIndex;
      at = cut - 1;
    }
  // 社会管理和公共服务综合标准化先进单位: what stands before 和 belongs to it when it alone says at which level.
  if (cut > 0 && AND.has(window.charCodeAt(cut - 1))) {
    const left = window.slice(before, cut - 1);
    const opener = lastIndex(left, NATIONAL);
    if (opener >= 0 && lastIndex(window.slice(cut), NATIONAL) < 0 && !/[奖章状范号手]$/.test(left))
      cut = before + opener;
  }
  if ((signs & OPENS) === 0) return from + cut;
  const opener = lastIndex(window.slice(cut), NATIONAL);
  // 布鲁塞尔国际葡萄酒大赛: whose international contest it is.
  const open = cut + opener;
  if (
    opener > 1 &&
    opener <= LONGEST_SEAT &&
    window.startsWith("国际", open) &&
    !NO_PLACE.test(window, cut, open)
  )
    return CONTEST.test(norm, Math.max(from, head - 8), head + 3) ? from + cut : from + open;
  return from + cut + Math.max(0, opener);
}

const NO_PLACE = gated(/[司厂院业品店社校学队会]$/);
/** 比利时布鲁塞尔|国际葡萄酒大奖赛. */
const LONGEST_SEAT = 8;
const CONTEST = gated(/大赛|大奖赛|竞赛|博览会|展览会|发明展|博会/);

function lastIndex(text: string, pattern: RegExp): number {
  let last = -1;
  pattern.lastIndex = 0;
  for (let match = pattern.exec(text); match !== null; match = pattern.exec(text)) last = match.index;
  return last;
}

const FILL =
  "(?:[“”《]|了|过|为|的|[首第][一二三四五六七八九十\\d]{0,9}[届批]|(?:19|20)\\d\\d年?|(?:全国|全球|全省|国内|世界)?(?:首个|首家|唯一)|(?:工信|工业和信息化|商务|科技|农业农村)部|年度|本年度|最新|国家|中国){0,5}";
const CONFERS =
  "获评为?|荣获|喜获|再获|同获|获颁|获授|获得|获|荣膺|被授予|授予|命名|被评为|评为|评上|评定为|评选为|命名为|认定为|创成|创建成?为?|争创|荣登|摘[得下取]|[冠戴]上|捧回|捧得|斩获|夺得|拿下|拿到|颁发|获认定|当选|成为(?=首批|第[一二三四五六七八九十]{1,3}批)|冲刺|参评|创建|争当|赢得|取得|申报|申创|跻身";
const ENTERS =
  "入选|入列|列入|入围|跻身|登上|上了|登上了|站上了?|走进|走入|上榜|登榜|位列|位居|成为|是|列为|确定为|晋升为|升格为|进入|新晋|属于|进了|蝉联|表彰|系";
/** 命名甲、乙等为2023年度某某工匠. */
const AS = gated(new RegExp(`为${FILL}$`));
const NAMING = gated(/(?:命名|评选|认定|评定|表彰|授予)[^。]{0,300}$/);
const APPROVED = gated(/获批(?:筹建|建设|成为|开展)?[“”首第一二三四五六七八九十\d批]*$/);
const CONFERRED = gated(new RegExp(`(?:${CONFERS})${FILL}$`));
const ENTERED = gated(new RegExp(`(?:${CONFERS}|${ENTERS})${FILL}$`));

/** 2018年成了|“某某基地”, 复评保留|“某某之都” */
const BECAME = gated(/(?:成了|续牌|复[评核审]保留)[“]?$/);

/** Whether what stands right before a name says that it is conferred or sought (`area`) or also entered or held (`title`). */
export function conferred(norm: string, start: number, floor: number, kind: "title" | "area"): boolean {
  const from = Math.max(floor, start - 24);
  if (AS.test(norm, from, start) && NAMING.test(norm, Math.max(floor, start - 240), start)) return true;
  if (APPROVED.test(norm, from, start)) return false;
  if (BECAME.test(norm, from, start)) return true;
  return (kind === "area" ? CONFERRED : ENTERED).test(norm, from, start);
}
