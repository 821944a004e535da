import { PERSONAL_PRIZES, PERSONAL_TITLES } from "../../lexicon/personal-titles.js";
import { Trie } from "../../lexicon/trie.js";
import { CharacterSet } from "../../patterns/character-set.js";
import { gated } from "../../patterns/gated.js";
import { candidate } from "../candidate.js";
import type { Candidate, NameDetector } from "../types.js";
import { fullNameLength, isFullName, isSurname, looksLikeName, mayBeNamed } from "./person-names.js";
import { PLACE_NAMES } from "./place-lexicon.js";
import { latinPersons, postedPersons } from "./posted-persons.js";

/** What only persons are given: a text without it tells of nobody who has won. */
const OF_PERSONS = Trie.ofWords([...PERSONAL_TITLES, "个人", "提名奖"]).shared();
const TITLES = PERSONAL_TITLES.join("|");
/** How long a name is at least. */
const LEAST = 2;
const BREAKS = new CharacterSet("，。；：！？、“”（）—\n\t 　】〗］〕｜①②③④⑤⑥⑦⑧⑨⑩");
/** 某县人|, 慈溪姑娘|, 她叫|, 家住某地的|: before the name of one of whom is told. */
const LEADS = gated(/(?:姑娘|小伙子?|大姐|大哥|老汉|劳模|[县区市镇村乡州]人|名叫|[我他她]叫|的)$/);
/** What leaves no doubt that a name of a person follows. */
const SURE = gated(/(?:姑娘|小伙子?|大姐|大哥|老汉|老劳模|[县区市镇村乡州]人|名叫|[我他她]叫)$/);
/** How a text goes on of somebody. */
const TOLD = gated(
  /^(?:以[^下上及]|继[\d获去今前]|[是在从自于把却就也还，：说]|进[厂入]|干[了起]|本人|[今去前]年|如今|现[在任为]|原[是来]|凭|带[着出领]|当[了上年]|出生|(?:19|20)\d\d年|[获被])/,
);
const AGED = gated(/^，?今年[3-6]\d岁/);
/** ，如今是某公司的生产副总: a post right behind a name. */
const POST =
  /^，?(?:如今|现在|现|目前|当时|时)?(?:已经?)?[是为任][^，。；：\n]{2,30}(?:[长工师员总官匠手]|主任|经理|总监|主管|负责人|带头人|传承人)(?=[，。；])/;
/** He or she, in the words that follow. */
const PRONOUN = /(?<![其吉])[他她](?!们|人|乡|日|山)/;
/** ，2012年获“某地技术能手”: what only persons are given, right behind a name. */
const HONOURED = new RegExp(
  `^，?(?:继|曾|在|于)?(?:(?:19|20)\\d\\d年|[去今前]年)?[^，。；]{0,6}(?:[获被评授当得拿摘捧选膺]|(?<=年)(?=[全省市]))[^。；，]{0,24}(?:${TITLES}|奖章|个人奖|个人提名奖|（个人）)`,
);
/** 凭在某公司总结的操作法，|以某公司总工程师的身份|: what may stand between. */
const LED_BY = gated(/^(?:以|继|凭借?)/);
const LINKS = new CharacterSet("和与及");
const EMPLOYED = gated(
  /^（[^（）]{2,30}(?:公司|集团|医院|学校|学院|大学|[中小]学|厂|研究[院所]|检[测验][院所中])[^（）]{0,12}）/,
);
/** 某公司|李某某: where somebody works, right before the name. */
const EMPLOYER = gated(
  /(?:公司|集团|医院|大学|学[院校]|[中小]学|研究[院所]|[厂局站]|车间|中心|合作社|分[院局厂行])$/,
);
/** 李某某|（装配钳工）|获…: what somebody is. */
const POST_NOTED = gated(/^（[\u4e00-\u9fa5]{2,14}[员师长工手匠监任理官家人]）/);
const LONGEST_NOTE = 18;
const HONOURED_LATER = new RegExp(
  `^[^。；]{0,120}?[获评授当摘捧选膺][^。；，]{0,24}(?:${TITLES}|奖章|（个人）|个人奖|个人提名奖)`,
);
/** 获评某某工匠的|李某某，在某公司成立了工作室. */
const HONOUR_OF = gated(new RegExp(`(?:${TITLES}|奖章|工作者)(?:荣誉)?(?:称号)?”?的$`));
/** How far from the name a pronoun for it stands. */
const NEAR = 100;

const PERSONAL_PRIZE = Trie.ofWords(PERSONAL_PRIZES).shared();
const NAMES = "((?:[\\u4e00-\\u9fa5]{2,4}(?:（[^（）\\n]{2,30}）)?、){0,9}[\\u4e00-\\u9fa5]{2,4}?)";
/** 宋某、李某两人|获第六届某奖: who is named right before a prize for persons. */
const PRIZED = new RegExp(
  `(?:^|[，。；：\\n])${NAMES}(?:（[^（）\\n]{2,30}）)?(?:[两二三四五六七八九十\\d]{1,2}[人名位])?(?:分别|共同|则|也|同)?(?:[获摘夺][得评]?|荣[获膺]|捧[得回])(?:了|得)?[^，。；：\\n]{0,24}$`,
);
/** 授予宋某、李某第六届某奖: who is given one. */
const GIVEN_PRIZE = new RegExp(
  `(?:授予|颁给|颁予)${NAMES}(?:（[^（）\\n]{2,30}）)?(?:同志)?(?=$|[第首“\\d])[^，。；：\\n]{0,24}$`,
);
/** 个人奖|由宋某摘得, 个人类某奖|授予宋某（某公司）: who is named right behind it. */
const PRIZE_GOES = new RegExp(
  `^[^，。；：\\n]{0,20}?(?:则|分别)?(?:由|授予|颁给|颁予|归|属于|得主[为是]|获得?者[为是]|的(?:还|也)?(?:[是有为]|包括))${NAMES}(?=[，。；（\\n]|[摘夺获捧][得获走]|两人|$)`,
);
/** Titles of persons and their like, behind which a list names who has them. */
const TITLES_OF_PERSONS = Trie.ofWords(
  "工匠 劳动模范 劳模 劳动奖章 红旗手 能手 先进工作者 先进个人 大师 标兵 好人 个人奖 首席技师 状元 名中医".split(
    " ",
  ),
).shared();
/** 3名职工当选“某地工匠”|：甲某、乙某、丙某 */
const LISTED =
  /^[”]?(?:称号|荣誉|名单|的|（[^（）\n]{1,12}）|[一二两三四五六七八九十\d]{1,3}[人名]){0,3}(?:：|——|，(?:他们)?(?:分别|依次)?[是为]：?)((?:[\u4e00-\u9fa5]{2,4}(?:（[^（）\n]{2,30}）)?、){1,19}[\u4e00-\u9fa5]{2,4}?)(?=[，。；（）\n]|[和及]|等[\d一二三四五六七八九十]|$)/;
const LONGEST_LIST = 160;

/** Who is listed behind a title of persons, with nothing but the names. */
function listedBehind(norm: string, found: Candidate[]): void {
  for (const title = TITLES_OF_PERSONS.in(norm); title.next(); ) {
    const behind = LISTED.exec(norm.slice(title.end, title.end + LONGEST_LIST));
    if (behind !== null)
      add(
        norm,
        title.end + behind.index + behind[0].length - behind[1]!.length,
        behind[1]!,
        found,
        mayBeNamed,
      );
  }
}

/** 全国劳动模范（2018年）|王某某介绍, 身为全国劳动模范，|王某某依旧: who has the title. */
const BEARS = /^[”]?(?:（(?:19|20)\d\d年?）|，)([\u4e00-\u9fa5]{3})(?=[，。的在是从介说带依仍还曾每有把])/;
const AS_ONE = gated(/(?:^|[，。；\n])(?:作为|身为)[^，。；\n]{0,24}$/);
const COMMA = "，".charCodeAt(0);

/** Who is named right behind the bracket or comma after a title of persons. */
function bearersBehind(norm: string, found: Candidate[]): void {
  for (const title = TITLES_OF_PERSONS.in(norm); title.next(); ) {
    const { start, end } = title;
    const name = BEARS.exec(norm.slice(end, end + 16));
    if (name === null) continue;
    if (norm.charCodeAt(end) === COMMA && !AS_ONE.test(norm, Math.max(0, start - 30), start)) continue;
    add(norm, end + name[0].length - name[1]!.length, name[1]!, found);
  }
}

/** 两个省首席技师|，宋某和李某。: who is named right behind what so many are. */
const TITLE_OF =
  /^[”]?(?:称号)?(?:得主|获得者)?[，：]((?:[\u4e00-\u9fa5]{2,4}、){0,9}[\u4e00-\u9fa5]{2,4}[、和与][\u4e00-\u9fa5]{2,4})(?=[。；]|$)/;
const NOTES = /（[^（）]*）/g;

/** Who is named beside a prize for persons, without a post. */
function besidePrizes(norm: string, found: Candidate[]): void {
  for (const prize = PERSONAL_PRIZE.in(norm); prize.next(); ) {
    const from = Math.max(0, prize.start - 80);
    const told = norm.slice(from, prize.start);
    const before = PRIZED.exec(told) ?? GIVEN_PRIZE.exec(told);
    if (before !== null) add(norm, from + before.index + before[0].indexOf(before[1]!), before[1]!, found);
    const behind = PRIZE_GOES.exec(norm.slice(prize.end, prize.end + 100));
    if (behind !== null)
      add(norm, prize.end + behind.index + behind[0].lastIndexOf(behind[1]!), behind[1]!, found);
  }
}

/** Who is named behind what only persons are called. */
function behindTitles(norm: string, found: Candidate[]): void {
  for (const title = OF_PERSONS.in(norm); title.next(); ) {
    const names = TITLE_OF.exec(norm.slice(title.end, title.end + 60));
    if (names === null) continue;
    const row = names[1]!.replace(LAST_LINK, "、");
    add(norm, title.end + names[0].length - row.length, row, found);
  }
}
const LAST_LINK = /[和与](?=[^、和与]{2,4}$)/;

/** 李某和妻子王某, 李某、王某夫妇: who is named with one of the family or of the trade. */
const FAMILY = Trie.ofWords(
  "妻子 丈夫 爱人 老伴 儿子 女儿 弟弟 哥哥 姐姐 妹妹 徒弟 师傅 搭档 工友 夫妇 夫妻 父子 父女 母女 母子 兄弟 姐妹 姐弟 师徒".split(
    " ",
  ),
).shared();
const WITH_ONE = gated(/(?:^|[，。；：“\n的])([\u4e00-\u9fa5]{2,4})[和与]$/);
const TWO = gated(/(?:^|[，。；：“\n的])([\u4e00-\u9fa5]{2,4})[、和与]([\u4e00-\u9fa5]{2,4})$/);

/** Who is named beside those of his own. */
function besideFamily(norm: string, found: Candidate[]): void {
  for (const word = FAMILY.in(norm); word.next(); ) {
    const from = Math.max(0, word.start - LONGEST_PAIR);
    const pair = WITH_ONE.exec(norm, from, word.start) ?? TWO.exec(norm, from, word.start);
    if (pair === null || !pair.slice(1).every(looksLikeName)) continue;
    let at = from + pair.index;
    for (const name of pair.slice(1)) {
      at = norm.indexOf(name, at);
      found.push(candidate("Person", at, at + name.length, "name/person-told", 0.75, -1));
      at += name.length;
    }
  }
}
const LONGEST_PAIR = 11;

/** The names of a row, where each looks like one. */
function add(norm: string, start: number, row: string, found: Candidate[], isName = isFullName): void {
  const names = row.replace(NOTES, "").split("、");
  if (!names.every(isName) || !names.some(looksLikeName)) return;
  let at = start;
  for (const name of names) {
    at = norm.indexOf(name, at);
    found.push(candidate("Person", at, at + name.length, "name/person-prized", 0.75, -1));
    at += name.length;
  }
}

/** 涉县人王某某在某公司干了26年焊工…她…: whom a text names without a post and goes on to tell of. */
export const toldPersons: NameDetector = {
  id: "name/person-told",
  detect({ norm }) {
    const found: Candidate[] = [];
    listedBehind(norm, found);
    bearersBehind(norm, found);
    if (!OF_PERSONS.standsIn(norm)) return found;
    besidePrizes(norm, found);
    besideFamily(norm, found);
    behindTitles(norm, found);
    postedPersons(norm, found);
    latinPersons(norm, found);
    for (let at = 0; at + LEAST <= norm.length; at++) {
      if (!isSurname(norm.charCodeAt(at))) continue;
      const starts = at === 0 || BREAKS.has(norm.charCodeAt(at - 1));
      // 李某今年54岁，是: of two characters as well.
      if (starts && AGED.test(norm, at + 2, at + 9)) {
        const short = norm.slice(at, at + 2);
        if (looksLikeName(short)) found.push(candidate("Person", at, at + 2, "name/person-told", 0.7, -1));
      }
      const end = at + fullNameLength(norm, at);
      if (end === at) continue;
      const push = (): number => found.push(candidate("Person", at, end, "name/person-told", 0.7, -1));
      // 2015年，李某某（某公司）和王某某（某院）获评: who works where, and then what they have won.
      if ((starts || LINKS.has(norm.charCodeAt(at - 1))) && EMPLOYED.test(norm, end, end + 44)) {
        if (HONOURED_LATER.test(norm.slice(end, end + 2 * NEAR))) push();
        continue;
      }
      // 某公司|李某某当选某某工匠, 李某某（焊工班长）|获某某奖章
      const behind = end + (POST_NOTED.exec(norm, end, end + LONGEST_NOTE)?.[0].length ?? 0);
      const ofEmployer = !starts && EMPLOYER.test(norm, Math.max(0, at - 4), at);
      if (behind > end || ofEmployer) {
        if ((starts || ofEmployer) && HONOURED.test(norm.slice(behind, behind + NEAR))) push();
        continue;
      }
      if (!TOLD.test(norm, end, end + 5)) continue;
      if (!starts && !LEADS.test(norm, Math.max(0, at - 4), at)) continue;
      // 吴某|荣获
      if (norm.startsWith("荣获", end - 1) || PLACE_NAMES.get(norm.slice(at, end)) !== undefined) continue;
      const after = norm.slice(end, end + NEAR);
      if (
        SURE.test(norm, Math.max(0, at - 4), at) ||
        PRONOUN.test(after) ||
        POST.test(after) ||
        HONOURED.test(after) ||
        (LED_BY.test(after) && HONOURED_LATER.test(after)) ||
        HONOUR_OF.test(norm, Math.max(0, at - 16), at)
      )
        push();
    }
    return found;
  },
};
