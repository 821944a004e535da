import { GIVEN } from "../../lexicon/given-names.js";
import { COMPOUND_SURNAMES, SURNAMES, TRANSCRIBED } from "../../lexicon/surnames.js";
import { SPEECH, TITLE_ENDS } from "../../lexicon/titles.js";
import { Trie } from "../../lexicon/trie.js";
import { CharacterSet } from "../../patterns/character-set.js";
import { gated } from "../../patterns/gated.js";
import { PairSet } from "../../patterns/pair-set.js";
import { indexWithin } from "../spans.js";
import { PLACE_NAMES } from "./place-lexicon.js";
import { isHan } from "./window.js";

/** Titles, found at their ends: the longest that ends at a position begins earliest. */
export const TITLES = Trie.ofWords(TITLE_ENDS).shared();

/** What may stand right after a person's name. */
const AFTER = new RegExp(
  `^(?:$|[\\s，。；：！？、（）“”《》—…·/\\d|*]|${SPEECH.join("|")}|[一二两三四五六七八九十]{1,9}[人名位]|继[\\d去今前获上]|同志|先生|女士|师傅|老师|等|在|的|被|获|荣获|摘得|当选|入选|带领|率|主持|出席|作|做|就|向|对|和|与|及|为|是|说|从|还|也|则|将|把|给|曾|已|连续|两度|再|先后|于|到|有|以|担任|分别|团队|劳模|工作室|创新|凭|夺|拿|捧|却|倒|这[番话句样]|那[番话句]|一番|获评|围绕|莅|解读|点评|授课|列举|回应|演示|展示|榜上|位列|名列|双双|均|皆|赢|喜|折桂|登|斩|荣膺|问鼎|此前|个人|现场|来|走|用|正|这样|代表|陪同|宣读|批示|主任|副|市长|局长|因|参|共|入|收|主|不|没|一|第|同|思路|态度|还|出任|兼任|接任|受邀|牵|开|透|分享|补充|希望|建议|呼吁|期待|致辞|致欢|要求|发言|讲话|谈|指|带|报|每|任|翻|算|笑|坦|直|领|接|打|手|率|感|回忆|记得|忙|站|坐|把脉|拉|掏|摊|亮|给|又|都|起|之|下|上|今|去年|刚|才|当|随|边|至今|自|所|本人|一行|一家|夫妇|父子|亲|讲|提|举|头上|手里|手中|脸上|胸前|眼里|心里|身上|引|组织|设计|发明|完成|攻|参加|参与|调研|考察|走访|检查|视察|督导|督查|赴|前往|会见|听取|看望|慰问|宣布|揭|签|深入|实地|察看|询问|了解|照[例常旧样]|干[了过着]|守[着了护]|跑[了遍]|种[了着]|剪了|养了|教了|领衔|牵头|负责|正|正在)`,
  "u",
);
/** Characters that do not end a given name as often as they begin the next word. */
const NOT_LAST = new Set(
  "登头任兼照却斩双同均共齐也又还则说在的被获和与及为是对就向从也还将把给曾已再于到有以率作做等现即称则这那并时均都笑介表告坦认指强透回感解直讲先荣摘当入主出带凭夺拿因担",
);
/** Words of two or three characters that begin with a surname and follow titles, but name no one. */
const NOT_NAMES = gated(
  /^(?:段长|班[长组]|管[理道控委线制辖网]|鞠[了躬]|简(?:介|况|报|讯|称|史)|区(?:动|改|扩|开|建|主|内|外|县|域|级|领|里|委|政|市|直|属|位|人|长)|谈谈|公司|公共|公开|公告|公布|公示|何时|任务|任何|任职|任期|高度|高级|高兴|高效|高新|高质|安全|安排|安装|方面|方案|方式|方可|方能|方便|石油|石化|金融|金属|金额|金奖|成为|成功|成立|成员|成果|成长|成本|成就|成都|时代|时间|时期|马上|万元|万人|万件|路上|路径|包括|包含|包装|白酒|田间|谢谢|余家|余名|常务|常委|常年|常州|平台|平均|平时|祖国|全国|全市|全省|相关|相继|武汉|应当|应用|应急|文化|文明|文件|明确|明天|明年|国家|国际|国内|团队|团长|施工|施行|支持|支部|安徽|江苏|江西|甘肃|云南|贵州|贵阳|宁波|宁夏|温州|常熟|黄山|连续|连云|单位|解决|解释|关于|关键|关心|项目|宣布|宣读|宣传|阳光|华为|车间|车辆|计划|计量|计算|全面|全体|左右|原因|原料|申报|申请|党委|党组|党员|房屋|纪律|纪检|纪委|居民|商务|商业|商会|同|来自|来到|农业|农村|农民|水平|水利|水务|生产|荣获|荣誉|牛奶|苗木|苗圃|卫生|幸福|那[时些个位里边样家么年天一份种场次块是就才会段句番本支批套台件条股名群只座所张片把双]|这|从|干部|干净|严格|严肃|厉害|符合|程师|向市|司机|司法|司令|尚(?:未|无|不|属|需|有|待|在|处|可)|戴(?:上|着|口罩)|蒙(?:古|牛|受)|满意|单位|单项|单个|单一|全力|全程|全员|全国|全年|高管|高端|高校|党务|史上|和平|和谐|和(?:行|企|社|协|各|相|有|管|技|专|产|工|项|单)|任(?:主任|副|组长|秘书|会长|理事|董事|总|院长|校长|首|主$)|温度|温室|路线|水产|毛利|都市|于是|于今|向前|向上|向外|应对|应邀|别人|别的|项下|万户|万吨|万亩|万名|强调|强化|强市|强企|时任|时隔|时常|时年|常驻|常说|常态|邀请|喻为|阳台|和他|和她|和企|石材|代(?:表|理|工|办|替|言|销|码|价|际|号)|满足|周边|周年|周期|周末|周围|周[一二三四五六日])/u,
);

/** Everyday words that a surname's character and a common noun make, or that end a phrase. */
const COMMON = gated(
  /(?:先生|女士|同志|技术|基地|产业|企业|质量|管理|生产|工作|工程|研究|服务|发展|建设|项目|产品|系统|中心|标准|品牌|市场|经济|科技|创新|单位|组织|人员|部门|名单|奖项|荣誉|称号|获奖|获得|地区|全部|一家|公司|集团|车间|装备|设备|材料|检测|检验|计量|认证|安全|环境|资源|文化|教育|医疗|水平|能力|体系|模式|方法|情况|问题|要求|内容|结果|成果|[的了在与及等是])$/u,
);

/** Whether a stretch that stands where a name does may be one, with or without a surname. */
export function mayBeNamed(name: string): boolean {
  return (
    name.includes("·") || looksLikeName(name) || isUnlisted(name) || (name.length >= 2 && isTranscribed(name))
  );
}

/** 巴图苏和: whether a name without a dot consists of syllables of transcription alone. */
export const isTranscribed = (name: string): boolean =>
  name.length <= LONGEST_TRANSCRIBED &&
  allOf(TRANSCRIPTION, name) &&
  !COMMON.test(name) &&
  PLACE_NAMES.get(name) === undefined;

/** Whether three characters are a surname that no list has and a given name: 字文山, 巨长河. */
function isUnlisted(name: string): boolean {
  return (
    name.length === 3 &&
    isHan(name.charCodeAt(0)) &&
    !NO_SURNAME.has(name.charCodeAt(0)) &&
    isGiven(name.slice(1)) &&
    !COMMON.test(name) &&
    !NOT_NAMES.test(name) &&
    PLACE_NAMES.get(name) === undefined
  );
}
/** What goes on after a post and begins no name: 局长|在, 董事长|兼, 总经理|助理, 教师|进修. */
const NO_SURNAME = new CharacterSet(
  "的了着过在是为和与及以被把将从到由对向往给让使令叫请派随跟同有无没不未非也又还都再就才只仅均已曾正刚常更最很太这那其该此本各每某几多两一二三四五六七八九十百千万个名位人们家些等之而且但或若如因所于至自上下中内外前后左右里间时年月日天期届次批第说讲谈问答称道看听想做作用办开打带率领导推引主副总助兼任职责岗班组队部处科室局院所厂站委会员工师长者级类型式化性率比数量制度法律规章条件质标准管理技术安全生产服务培训教育学习进修竞选评获得奖荣授表彰团集联合协公共私专业兴高提升强加创建设施实现成立完改革发展行动计划项目工程",
);
/** What follows a name for sure. */
const SURELY_AFTER = new RegExp(
  `^(?:$|[\\s，。；！？、（）“”》—|*]|(?:19|20)\\d\\d年|${SPEECH.join("|")}|[在获被率]|荣获|获评|当选|入选|带领|兼任|担任|出任|任[^何]|[则也和与是为：]|同志|团队|等[\\d一二三四五六七八九十两]|师傅|捧|拿|摘|[同均双都][获被评]|先后|连续|代表|介绍|主持|出席|宣读|宣布|致辞|陪同|带着|凭借?)`,
  "u",
);

/** Length of the person's name that begins at `at`, 0 for none: one surname and one or two characters. */
export function nameLength(norm: string, at: number): number {
  if (!isHan(norm.charCodeAt(at))) return 0;
  const transcribed = transcribedLength(norm, at);
  if (transcribed > 0) return transcribed;
  const compound = COMPOUND_SURNAME.hasAt(norm, at);
  if (!compound && !SURNAME.has(norm.charCodeAt(at)))
    return isUnlisted(norm.slice(at, at + 3)) && SURELY_AFTER.test(norm.slice(at + 3, at + 9)) ? 3 : 0;
  const surname = compound ? 2 : 1;
  for (const given of [2, 1]) {
    const end = at + surname + given;
    const name = norm.slice(at, end);
    if (name.length < surname + given || !allHan(name)) continue;
    if (name[0] === "来" && PLACE_NAMES.get(name.slice(1)) !== undefined) return 0;
    if (NOT_NAMES.test(name) || (given === 2 && COMMON.test(name))) {
      if (given === 2 && !NOT_NAMES.test(name)) continue;
      return 0;
    }
    const last = name[name.length - 1]!;
    const speaksOn = AFTER.test(norm.slice(end, end + 4));
    if (given === 2 && NOT_LAST.has(last) && AFTER.test(norm.slice(end - 1, end + 3))) {
      // 陈大为、: a verb or preposition stands before no comma.
      if (
        /[和与及为是对就向从将把被给有在以到率出入主当任]/u.test(last) &&
        /[、，。；）]/u.test(norm[end] ?? "")
      ) {
        return surname + given;
      }
      // 程致和率队, 穆长荣的: a character of names that begins no word there ends the name.
      // 陶志荣|获得, 孙耀荣|获评: 荣获 is followed by neither.
      const begins = last === "和" ? SURNAME.has(norm.charCodeAt(end)) : VERB.test(norm, end - 1, end + 2);
      if (!speaksOn || begins || !isGiven(name.slice(surname))) continue;
      return surname + given;
    }
    if (speaksOn) return surname + given;
    if (given === 2 && isGiven(name.slice(surname)) && !AFTER_NAME_END.test(norm, end - 1, end + 2))
      return surname + given;
  }
  return 0;
}

/** Words that follow names whose first character also ends names. */
const VERB = gated(
  /^(?:照[例常旧样]|斩获|双双|[同共齐][获登]|均[获被]|[也又还][获被在于是]|则[在于获被]|兼任|任(?!何)[\u4e00-\u9fa5]|登[上台榜临]|头[上发顶]|曾[获于在当被是]|荣获(?![得评颁])|荣膺|荣登|表示|表彰|介绍|告诉|坦言|认为|认真|指出|强调|透露|回忆|感慨|解释|直言|讲述|讲解|先后|当选|当年|当场|入选|主持|主动|出席|出任|出示|带领|带队|带着|现场|现任|现在|现为|凭借|因为|拿出|拿到|拿下|夺得|获得|获评|将来|给出|给记|把脉|曾任|曾经|已经|再次|于[\d是]|到[场会]|有关|以来|率[队先领]|作为|作了|做了|等人|即将|则[说是]|称[,，：]|那天|这样|并[于在获]|时任|均为|都[是说]|笑着|笑说|在|的|被|获|与|及|为|是|对|就|向|从|也|还|将|说|了)/u,
);
/** What makes the third character the beginning of a word after a name of two: 李华|同志. */
const AFTER_NAME_END = gated(
  /^(?:同[志年时]|先生|女士|发言|讲话|介绍|表示|行长|会长|明确|安排|建议|建设|成为|生产|在|代表|希望|同意|却|这番|这句|这话)/u,
);

const SURNAME = new CharacterSet([...SURNAMES].join(""));
const COMPOUND_SURNAME = new PairSet(COMPOUND_SURNAMES);
const TRANSCRIPTION = new CharacterSet([...TRANSCRIBED].join(""));
/** Around a dot also those that are words elsewhere: 阿不都, 阿卜杜. */
const AROUND_DOT = new CharacterSet(
  `${[...TRANSCRIBED].join("")}不卜杜黑则司肖开亚瑟莱妮什库切耳坎恰里孙热合`,
);
const GIVEN_NAMES = new CharacterSet([...GIVEN].join(""));

function allOf(characters: CharacterSet, text: string): boolean {
  for (let i = 0; i < text.length; i++) if (!characters.has(text.charCodeAt(i))) return false;
  return true;
}

export const isSurname = (unit: number): boolean => SURNAME.has(unit);

export const isGiven = (text: string): boolean => allOf(GIVEN_NAMES, text);

/** Whether a stretch is a surname, of one character or two, and characters of given names alone. */
export const isFullName = (name: string): boolean =>
  looksLikeName(name) && isGiven(name.slice(COMPOUND_SURNAME.hasAt(name, 0) && name.length > 2 ? 2 : 1));

/** How long the full name is that begins at `at`, by its characters alone: 诸葛某某, 李某某; 0 where none does. */
export function fullNameLength(norm: string, at: number): number {
  if (COMPOUND_SURNAME.hasAt(norm, at) && isFullName(norm.slice(at, at + 4)) && at + 4 <= norm.length)
    return 4;
  return at + 3 <= norm.length && isFullName(norm.slice(at, at + 3)) ? 3 : 0;
}

/** The longest name in transcription without a dot: 呼格吉勒图. */
const LONGEST_TRANSCRIBED = 6;
/** Characters of transcription that are words as well: they end no long name. */
const WORDS_TOO = new CharacterSet("和都来以多达与上");

/** 帕提古丽·萨迪克, 才让卓玛, 呼格吉勒图: length of a name in transcription that begins at `at`, 0 for none. */
function transcribedLength(norm: string, at: number): number {
  const dot = indexWithin(norm, "·", at + 2, Math.min(norm.length, at + 7));
  // 市长|质量奖·组织
  if (dot >= 0 && norm[dot - 1] !== "奖" && allHan(norm.slice(at, dot))) {
    // 买买提|选育, 尼亚孜|提出: behind a dot the whole run is the name, but for an end that begins a word.
    const last = transcriptionEnd(norm, dot + 1, AROUND_DOT);
    const whole = WORD_BEGINS.test(norm, last - 1, last + 1) ? last - 1 : last;
    if (whole > dot + 2 && !WORDS_TOO.has(norm.charCodeAt(whole - 1))) return whole - at;
    const run = transcribedEnd(norm, dot + 1, dot + 2);
    if (run > 0) return run - at;
    const rest =
      /^[\u4e00-\u9fa5]{2,7}?(?=[\s，。；：！？、（）“”\d]|$|说|表示|在|获|和|与|是|为|被|荣)/u.exec(
        norm.slice(dot + 1, dot + 12),
      );
    return rest === null ? 0 : dot + 1 + rest[0].length - at;
  }
  // 白玉花: a Chinese name may be written with the same characters.
  const end = transcribedEnd(norm, at, at + (SURNAME.has(norm.charCodeAt(at)) ? 4 : 3));
  return end === 0 || PLACE_NAMES.get(norm.slice(at, end)) !== undefined ? 0 : end - at;
}

/** Where the run of characters of transcription that begins at an offset ends. */
function transcriptionEnd(norm: string, from: number, characters = TRANSCRIPTION): number {
  let end = from;
  while (end - from < LONGEST_TRANSCRIBED && characters.has(norm.charCodeAt(end))) end++;
  return end;
}
/** Where the name in transcription begins whose parts the dot at an offset joins; -1 where they are none. */
export function dottedStart(norm: string, dot: number): number {
  let start = dot;
  while (dot - start < LONGEST_TRANSCRIBED && AROUND_DOT.has(norm.charCodeAt(start - 1))) start--;
  // 和|热依拉·…
  if (WORDS_TOO.has(norm.charCodeAt(start))) start++;
  if (dot - start < 2 || transcriptionEnd(norm, dot + 1, AROUND_DOT) < dot + 3) return -1;
  return PLACE_NAMES.longestAt(norm, start) === undefined &&
    PLACE_NAMES.longestAt(norm, dot + 1) === undefined
    ? start
    : -1;
}

/** Words whose first character is also one of transcription: 买买提|提出. */
const WORD_BEGINS = gated(
  /^(?:提[出到起升醒供前交议及高]|来[到自说]|达到|特[别地意]|加[入上以强快]|照[例着样看]|满[怀脸意]|多[次年]|以[来及为]|平[时日均]|再[次三度]|都[是说在有]|和[他她其]|果然|力[争求]|更[是加]|沿着|顺[利着]|次[日年]|当|高[兴级]|朝着|庆祝)/,
);

/** Where the longest run of characters of transcription ends that a name may end with, from `least` on; 0 for none. */
function transcribedEnd(norm: string, from: number, least: number): number {
  for (let end = transcriptionEnd(norm, from); end >= least; end--)
    if (!(end - from > 3 && WORDS_TOO.has(norm.charCodeAt(end - 1))) && AFTER.test(norm.slice(end, end + 4)))
      return end;
  return 0;
}

export function looksLikeName(name: string): boolean {
  if (name.length < 2 || name.length > 4) return false;
  if ((name.length === 4 || !SURNAME.has(name.charCodeAt(0))) && !COMPOUND_SURNAME.hasAt(name, 0))
    return false;
  if (!allHan(name) || "市县区省局会部厂所院奖".includes(name.at(-1)!)) return false;
  return TITLES.get(name) === undefined && !COMMON.test(name) && !NOT_NAMES.test(name);
}

export function allHan(text: string): boolean {
  for (let i = 0; i < text.length; i++) if (!isHan(text.charCodeAt(i))) return false;
  return true;
}
