import { INITIATIVE_GENERIC, PILOT_HEADS, POLICY_ENDINGS } from "../../lexicon/initiatives.js";
import { Trie } from "../../lexicon/trie.js";
import { CharacterSet } from "../../patterns/character-set.js";
import { gated, gatedAt } from "../../patterns/gated.js";
import { matchesAtWords } from "../../patterns/matches-at.js";
import { candidate } from "../candidate.js";
import { formsIn } from "../names/forms.js";
import { bracketAfter } from "../shape/bracket.js";
import { madeOf } from "../shape/generic.js";
import { endsOf, longestHeads } from "../shape/heads.js";
import { type LeftEdges, leftEdges } from "../shape/left-edge.js";
import { marksOf } from "../shape/marks.js";
import type { Candidate, NameDetector } from "../types.js";

const TITLE = /《([^《》\n]{4,60}(?:《[^《》\n]{2,30}》[^《》\n]{0,20})?)》/uy;
const POLICY = new RegExp(`(?:${POLICY_ENDINGS.join("|")})(?:（[^（）]{1,20}）){0,4}$`, "u");
const YEARS_AT_END = /（\d{4}[^（）]*）$/u;
const STANDARD_BEFORE = gated(/(?:标准|规范|规程|项目|专利|论文|著作|图书|节目|栏目|报告)$/u);
const STANDARD_AFTER = gated(
  /^(?:等?\d*项?)?(?:国家|行业|地方|团体|国际|企业)?(?:标准|规范|专利|栏目|报|杂志|一文|一书)/u,
);

const PILOTS = Trie.ofWords(PILOT_HEADS).shared();
const GENERIC = Trie.ofWords(INITIATIVE_GENERIC);
/** A pilot is named where one is admitted to it, carries it out or applies for it. */
const CARRIED =
  /(?:获批(?:筹建|创建|建设|开展|为|成为)?|获准(?:开展|建设)?|批准(?:为|建设|筹建|开展)?|入选|入围|入列|列入|列为|纳入|承担|承接|开展|启动|实施|申报|申请|进入|进了|成为|跻身|也?是|创建|推进|建设|通过|获得|获|拿下|落户|花落|挂牌|参与|跻身|争得|赢得|被?列为|被?列入|被?确定为|被?定为|同意[^，。；]{2,10}为|批准[^，。；]{2,10}为)了?(?:了|的)?“?$/u;
const ADMITTED = gated(/(?:获批|获准|入选|列入|列为|纳入|承担|承接|开展|启动|拿下)[^，。；、]{0,4}$/u);
/** A status that is conferred is an honour and not a pilot. */
const CONFERRED =
  /(?:获评|荣获|喜获|评为|授予|命名(?:为)?|认定为|创成|荣膺|获称|摘得|荣登|捧回|获颁|获)[^，。；、]{0,3}$/u;
const SOUGHT = /(?:争创|力争|争取|争当|冲刺|瞄准|拟|打造|(?<!批|准|筹|承担|参与|开展)建设)[^，。；]{0,6}$/u;
const PILOT_NOT_AFTER = gated(
  /^(?:[（]?\d|[一二三四五六七八九十两]+(?:个|家|项)|企业|单位|工作|称号|数|个|有限|以上)/u,
);

/** After a quotation; what ends one; and what follows one that is a pilot's name. */
const LONGEST_QUOTED = 40;
const QUOTED = gatedAt(/项目|工程|行动计划|行动|计划|专项行动|专项|发展战略|战略/y);
const QUOTED_WHOLE_END = new CharacterSet("程动划点");
const QUOTED_WHOLE = /^[^，。]{2,24}(?:工程|行动|计划|试点)$/u;
const QUOTED_WHOLE_NOT_AFTER = /^(?:项目|工程|行动|计划|称号|奖|企业)/u;
const QUOTED_PILOT = gatedAt(
  /(?:国家级|国家|全国|省级|市级|自治区级|区级)(?:综合|改革|示范|标准化)?试点(?!项目|单位|企业)/y,
);
const ADMITTED_TO =
  /(?:入选|列入|纳入|获批|入围|跻身)了?((?:[^，。；、：“”《》（）\n]{0,12}“[^“”\n]{1,10}”)?[^，。；、：“”《》（）\n]{2,20}?(?:攻关|行动|培育|发展|支撑|研发|专项|重点研发)(?:计划|工程|专项))(?=[，。；（]|$)/uy;
const ADMISSIONS = Trie.ofWords("入选 列入 纳入 获批 入围 跻身".split(" ")).shared();
const PROJECT_FRONT = gated(
  /^(?:(?:总?投资)?(?:约|近|超)?[\d.]+(?:余|多)?(?:亿|万)?(?:元|美元)?|计划|拟|还将|将|合资|投资|独资|新建|扩建|改建|建设|兴建|的)+/u,
);
/** 公司在某开发区|建设某某项目: where it is built. */
const PLACE_FRONT = gated(
  /^[\u4e00-\u9fa5]{2,14}(?:开发区|高新区|经开区|园区|新区|新城|[市县])(?:投资)?(?:建设|兴建|新建|投建|实施|打造)的?/u,
);
/** 投资12.8亿元的某某智能工厂. */
const WORKS =
  /(?:智能工厂|数字化工厂|超级工厂|未来工厂|生产基地|产业化基地|制造基地|研发基地|总部基地|产业园)(?!项目|区|管委会)/uy;
const PLANTS = Trie.ofWords(
  "智能工厂 数字化工厂 超级工厂 未来工厂 生产基地 产业化基地 制造基地 研发基地 总部基地 产业园".split(" "),
).shared();
const INVESTED_IN = gated(
  /投资(?:约|近|超)?[\d.]+(?:余|多)?(?:亿|万)(?:元|美元)(?:的|建设的?|新建的?|打造的?)$/u,
);
const INVESTED = /投资|开工|投产|竣工|建成|签约|落地|动工|试生产|封顶|在建|加紧建设|建设中|达产/u;
const CAMPAIGNS = Trie.ofWords("行动计划 专项行动 行动 工程 计划".split(" ")).shared();
const CAMPAIGN_WORD = gated(
  /提升|攻坚|培育|治理|改造|强链|倍增|跃升|搬迁|惠民|整治|领航|成长|帮扶|护航|赋能|引领|创建|振兴|富民|强企|强基|铸造|示范|贯标|达标|提质|增效|扩面|登高|攀登|争先|培优|腾飞|雄鹰|消费|服务/u,
);
/** 某枢纽改建工程荣获…: works that win. */
const WINNING_WORKS = /(?:工程|项目)(?=荣获|获得?(?!批)|斩获|捧得|喜获|摘得|被授予|被评为)/uy;
const PROJECT = Trie.ofWords(["项目"]).shared();
const WON = Trie.ofWords("工程 项目".split(" ")).shared();
/** Before and after what an item of a list names first: ①…。, 1. …：. */
const HEADS_ITEM = gated(/(?:^|\n)(?:[①-⑳]|\d{1,2}[.．、]|（[\d一二三四五六七八九十]{1,2}）)\s?$/u);
const FILLED = gated(/^[。：（]/u);
const LED_BY = gated(/(?:实施|开展|推进|启动|组织|深化|推行|推出|抓好|打响)(?:了|好)?$/u);

/** Policies by title, pilots and programmes by the word that ends their names, projects by quotation or investment. */
export const initiatives: NameDetector = {
  id: "initiative/name",
  detect({ norm }) {
    const edges = leftEdges(norm);
    return policies(norm).concat(pilots(norm, edges), quoted(norm), admitted(norm), works(norm, edges));
  },
};

/** Titles in 《》, none within another. */
function titledIn(norm: string): RegExpExecArray[] {
  const found: RegExpExecArray[] = [];
  let next = 0;
  for (const at of marksOf(norm).titles) {
    if (at < next) continue;
    TITLE.lastIndex = at;
    const match = TITLE.exec(norm);
    if (match === null) continue;
    found.push(match);
    next = at + match[0].length;
  }
  return found;
}

function policies(norm: string): Candidate[] {
  const found: Candidate[] = [];
  for (const match of titledIn(norm)) {
    const title = match[1]!;
    const end = match.index + match[0].length;
    if (!POLICY.test(title) && !YEARS_AT_END.test(title)) continue;
    if (STANDARD_BEFORE.test(norm, Math.max(0, match.index - 4), match.index)) continue;
    if (STANDARD_AFTER.test(norm, end, end + 8)) continue;
    found.push(candidate("Initiative", match.index + 1, end - 1, "initiative/title", 0.95, 1));
  }
  return found;
}

const RANK = gated(
  /^(?:(?:全国|全省|全市|国内)(?:首个|唯一的?|首批(?=[^，。]{12}))|首个|唯一的?|第[一二三四五六七八九十]{1,12}批|首批|[“]){1,6}/u,
);
const COUNT = gated(/^\d{1,12}(?:[个家项]|余[个家项])/u);
const WORK_AND = gated(/工作[和与及]/u);

function pilots(norm: string, edges: LeftEdges): Candidate[] {
  const found: Candidate[] = [];
  const heads = longestHeads(norm, PILOTS);
  const ends = endsOf(heads);
  for (const head of heads) {
    if (PILOT_NOT_AFTER.test(norm, head.end, head.end + 4)) continue;
    let start = edges.before(head.start, 40, ends);
    const rank = RANK.exec(norm, start, head.start);
    if (rank !== null && norm[start] !== "“") start += rank[0].length;
    start += COUNT.exec(norm, start, head.start)?.[0].length ?? 0;
    const modifier = norm.slice(start, head.start);
    if (modifier.length < 2 || isGeneric(modifier)) {
      const close = bracketAfter(norm, head.end);
      if (norm[head.end] !== "（" || close === head.end) continue;
      // 标准化试点（示范区）: another class in brackets.
      const inner = norm.slice(head.end + 1, close - 1);
      if (
        heads.some(
          ({ start: at, end }) =>
            at > head.end && end === close - 1 && (inner.length > 6 || PILOTS.get(inner) !== undefined),
        )
      )
        continue;
    }
    if (WORK_AND.test(modifier)) continue;
    const before = norm.slice(Math.max(0, start - 8), start - (rank?.[0].length ?? 0));
    const from = start - (rank?.[0].length ?? 0);
    const lead = norm
      .slice(Math.max(0, from - 16), from)
      .replace(/(?:全国|全省|全市|全区|全县|国内|省内|我省|我国)的?$/u, "");
    if (SOUGHT.test(before) || (CONFERRED.test(lead) && !/获批|获准/u.test(lead))) continue;
    if (
      !CARRIED.test(lead) &&
      !/^(?:国家|全国|[^，。；]{2,3}省(?=[^，。；]{4}))/u.test(modifier) &&
      !/(?:的|[两二三四五六七八九十\d]个)$/u.test(before)
    )
      continue;
    // In a list of honours (某称号：某市) only what is being built or tried is a programme.
    if (
      norm[bracketAfter(norm, head.end)] === "：" &&
      !/获批|筹建|试点|创建/u.test(restOfLine(norm, head.end))
    )
      continue;
    if (/^[^，。；]{0,6}称号/u.test(norm.slice(head.end, head.end + 10))) continue;
    // What one is admitted to and carries out is a programme, whatever honours are called alike.
    const priority = ADMITTED.test(lead) ? 1 : 0;
    const end = bracketAfter(norm, head.end);
    found.push(candidate("Initiative", start, end, "initiative/pilot", 0.85, priority));
  }
  return found;
}

/** 国家级标准化 names no pilot; 国家标准化综合改革 does, though made of common words. */
function isGeneric(modifier: string): boolean {
  return (
    madeOf(modifier.replace(/[“”（）]/gu, ""), GENERIC) && !/^(?:国家|全国)(?![级性]).{6}/u.test(modifier)
  );
}

/** “某某”项目, “某某培育计划”, “某某服务”省级试点: what stands in quotation marks, told by the word behind or at its end. */
function quoted(norm: string): Candidate[] {
  const found: Candidate[] = [];
  const { quotes, quoteEnds } = marksOf(norm);
  for (let i = 0; i < quotes.length; i++) {
    const open = quotes[i]!;
    const start = open + 1;
    const close = quoteEnds[i]!;
    if (close - start < 2 || close - start > LONGEST_QUOTED) continue;
    const what = QUOTED.exec(norm, close + 1);
    if (what !== null) {
      const whole = what[0] !== "项目";
      const end = close + 1 + what[0].length;
      found.push(
        candidate("Initiative", whole ? open : start, whole ? end : close, "initiative/quoted", 0.85),
      );
    }
    // One leads or spreads it.
    if (
      QUOTED_WHOLE_END.has(norm.charCodeAt(close - 1)) &&
      QUOTED_WHOLE.test(norm.slice(start, close)) &&
      !QUOTED_WHOLE_NOT_AFTER.test(norm.slice(close + 1, close + 3)) &&
      /(?:实施|开展|推进|启动|推广|深化|推行|推出|承担|获批|入选|列入|打造)[^，。；“]{0,8}$/u.test(
        norm.slice(Math.max(0, open - 12), open),
      )
    )
      found.push(candidate("Initiative", start, close, "initiative/quoted", 0.8));
    // The quotation marks belong to the name.
    const pilot = close - start <= 30 ? QUOTED_PILOT.endAt(norm, close + 1) : -1;
    if (pilot >= 0 && !/[，。]/u.test(norm.slice(start, close)))
      found.push(candidate("Initiative", open, pilot, "initiative/pilot", 0.85, 1));
  }
  return found;
}

/** 入选某省“某某”攻关计划: a programme that one is admitted to; those for persons are honours. */
function admitted(norm: string): Candidate[] {
  const found: Candidate[] = [];
  for (const match of matchesAtWords(ADMISSIONS, ADMITTED_TO, norm)) {
    const name = match[1]!;
    if (/人才|[万千百]人|学者|院士|专家|工匠|名师|英才/u.test(name) || name.length < 6) continue;
    const start = match.index + match[0].length - name.length;
    found.push(candidate("Initiative", start, start + name.length, "initiative/pilot", 0.8, 1));
  }
  return found;
}

/** Campaigns that are led by a verb, and projects in which something is invested or built. */
function works(norm: string, edges: LeftEdges): Candidate[] {
  const found: Candidate[] = [];
  const campaigns = formsIn(norm, CAMPAIGNS);
  const ends = endsOf(campaigns);
  let last = -1;
  for (const match of campaigns) {
    const { end } = match;
    const start = edges.before(match.index, 24, ends);
    const modifier = norm.slice(start, match.index);
    if (modifier.length < 4 || !/^[\u4e00-\u9fa5]/u.test(modifier) || /[“”]/u.test(modifier)) continue;
    if (!CAMPAIGN_WORD.test(modifier) || madeOf(modifier, GENERIC)) continue;
    // The first is led by a verb, the others stand in a row with it.
    if (!LED_BY.test(norm, Math.max(0, start - 4), start) && last !== start - 1) continue;
    if (/^(?:[的研]|技术|建设|机械|质量|师|方案|实施|项目)/u.test(norm.slice(end, end + 2))) continue;
    last = end;
    found.push(candidate("Initiative", start, end, "initiative/campaign", 0.75));
  }
  for (const match of matchesAtWords(WON, WINNING_WORKS, norm)) {
    const end = match.index + match[0].length;
    const start = edges.before(match.index, 40);
    if (/[》”]/u.test(norm[start - 1] ?? "")) continue;
    const modifier = norm.slice(start, match.index);
    if (modifier.length < 4 || /[“”《》]/u.test(modifier) || madeOf(modifier, GENERIC)) continue;
    found.push(candidate("Initiative", start, end, "initiative/works", 0.75));
  }
  for (const head = PROJECT.in(norm); head.next(); ) {
    const { start: at, end } = head;
    let start = edges.before(at, 30);
    start += PLACE_FRONT.exec(norm, start, at)?.[0].length ?? 0;
    start += PROJECT_FRONT.exec(norm, start, at)?.[0].length ?? 0;
    const modifier = norm.slice(start, at);
    if (modifier.length < 5 || !/^[\u4e00-\u9fa5A-Za-z]/u.test(modifier) || /[“”《》]/u.test(modifier))
      continue;
    // 签下18个项目 counts them.
    if (/\d[个大批项](?:重[大点])?$/u.test(modifier)) continue;
    if (madeOf(modifier, GENERIC)) continue;
    // ①某某智能工厂项目。建设单位：…。总投资…: the rest of the line tells of it.
    const around = HEADS_ITEM.test(norm, Math.max(0, start - 6), start)
      ? FILLED.test(norm, end, end + 1) && restOfLine(norm, end)
      : norm.slice(Math.max(0, start - 40), start).replace(/^.*[。\n]/su, "") +
        norm.slice(end, end + 30).replace(/[。\n].*$/su, "");
    if (
      !around ||
      !INVESTED.test(around) ||
      /^(?:库|参数|资金|清单|名单|部|组|管理|经理|共|\d(?!\d?月|\d{3}年)|等)/u.test(norm.slice(end, end + 5))
    )
      continue;
    if (!/\d(?:万|亿)|总投资|投资|开工|建设|投产/u.test(around)) continue;
    found.push(candidate("Initiative", start, end, "initiative/project", 0.75));
  }
  for (const match of matchesAtWords(PLANTS, WORKS, norm)) {
    const end = match.index + match[0].length;
    let start = edges.before(match.index, 30);
    start += PROJECT_FRONT.exec(norm, start, match.index)?.[0].length ?? 0;
    if (match.index - start < 3 || !INVESTED_IN.test(norm, Math.max(0, start - 20), start)) continue;
    found.push(candidate("Initiative", start, end, "initiative/project", 0.8, 1));
  }
  return found;
}

function restOfLine(norm: string, from: number): string {
  const end = norm.indexOf("\n", from);
  return norm.slice(from, end < 0 ? Math.min(norm.length, from + 120) : Math.min(end, from + 120));
}
