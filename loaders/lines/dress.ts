import { CharacterSet } from "../patterns/character-set.js";
import { headingMark } from "./headings.js";
import { isRollEntry, namesAward } from "./rolls.js";

/** What a line holds within the signs, brackets and uncommon numbers that make it a heading. */
export interface Dress {
  from: number;
  to: number;
  /** Depth by its number, as `numberingDepth` counts; 0 without one. */
  depth: number;
  /** Whether a code heads it, as entries of a list have: A1 甲公司. */
  coded?: boolean;
  /** Whether it is a part's name, whatever it holds: 卷三　市级. */
  part?: boolean;
}

const LONGEST = 48;
/** With what Han character a dress begins: 第一部分, 其一, 卷一, 壹、, 专题一：. */
const HAN_BEGINS = new CharacterSet(
  "第其之甲乙丙丁戊己庚辛卷篇辑幕壹贰叁肆伍陆柒捌玖拾专榜板附表单系栏名一二三四五六七八九十",
);
/** Numbers of whole parts. */
const PARTS =
  /^(?:第[一二三四五六七八九十\d]{1,3}(?:部分|篇章|[章篇辑编卷幕]|单元|板块|展区|展厅)|(?:PART|Part|CHAPTER|Chapter|VOL|Vol)\.? ?\d{1,2}|[卷篇辑幕][一二三四五六七八九十\d]{1,2}|(?:专题|板块|篇章|单元|系列|栏目)[一二三四五六七八九十\d]{1,2})[ ：:·｜|、—]{1,3}|^[〔（(【][壹贰叁肆伍陆柒捌玖拾]{1,2}[】）)〕][ ：:·｜|、—]{0,3}/;
/** Numbers that stand where 一、 or 1. might. */
const NUMBERS =
  /^(?:[A-Ha-h][.、．)）] ?|[Ⅰ-Ⅻ][.、 ]{1,2}|[壹贰叁肆伍陆柒捌玖拾]{1,2}[、 ]{1,2}|(?:NO|No)\. ?\d{1,2} ?|0\d(?: ?[.、｜|/·] ?| )|§ ?\d{1,2} ?|[其之][一二三四五六七八九十][ ：:，、]{1,2}|(?:榜单|附件|附表|名单|榜|表)[一二三四五六七八九十\d]{1,2}[ ：:·｜|]{1,2}|\d{1,2}\.\d{1,2} ?(?=(?:19|20)\d\d|[\u4e00-\u9fa5])|\d{1,2}(?:[、．.] ?| )(?=(?:19|20)\d\d年?$|(?:19|20)\d\d年[^\d]))/;
/** Signs that no list of entries is known by. */
const SIGNS =
  /^(?:[※→⇒➤➢➜»›▸▹▷▪▫◦∙✔✓☑√☞❀✿✪✩⊙◉△▲◆◇■□●○★☆▶►◎▍▎▌█❖◈✦✨\u2600-\u26ff\u2700-\u27bf]|[\ud83c-\ud83e][\udc00-\udfff]|[>＞]{1,2}|[|｜~～+＋#＃*·=━═─—－-]{1,12}(?=[ ]|[^|｜~～+＋#＃*·=━═─—－-]{2,40}[|｜~～+＋#＃*·=━═─—－-]{1,12}$))\ufe0f? ?/;
const SIGNS_BEHIND = / ?(?:[※◆◇■□●○★☆◎❖✦✨|｜~～#＃*·=━═─—－-]|[\ud83c-\ud83e][\udc00-\udfff]){1,12}$/;
const PAIRS = new Map([
  ["〖", "〗"],
  ["「", "」"],
  ["『", "』"],
  ["〔", "〕"],
  ["《", "》"],
  ["<", ">"],
  ["＜", "＞"],
  ["“", "”"],
  ["(", ")"],
  ["（", "）"],
  ["〈", "〉"],
]);
/** A编 中国质量奖, 丙篇：某奖（每两年一届，首届2012年）: letters of parts, whatever these are called. */
const LETTERED = /^[A-Z甲乙丙丁戊己庚辛][编篇部卷辑][ ：:·｜|、—]{1,3}(?=[^，。；？！]{2,24}$)/;
const REMARK_BEHIND = /[（(][^（()）。；]{1,30}[）)]$/;
/** 卷三　市级|（某奖，2012年设立，每两年一届）: what a part's name tells of its award. */
const TELLS_AWARD = /[（(][^（()）。；]{2,16}奖[，,][^（()）。；]{1,30}[）)]$/;
const NAMES_PART = /^[^，。；？！：]{2,12}$/;
/** A1 甲公司, B-03 某人，某公司技师……某奖: an entry that its part's letter and a number head. */
const CODE = /^[A-Z][-—]?\d{1,3}[.、．：: ] ?(?=[\u4e00-\u9fa5“《])/;
const CAPITAL = new CharacterSet("ABCDEFGHIJKLMNOPQRSTUVWXYZ");
/** Dots that lead from a name to what it won. */
const LEADERS = /…|\.{3}|·{3}/;
const LONGEST_CODED = 100;
const isHan = (unit: number): boolean => unit >= 0x4e00 && unit <= 0x9fa5;

/** A date alone, a tier or kind of winners, a place with how many are from there. */
const HEADS =
  /^(?:(?:[首第][一二三四五六七八九十\d]{0,3}[届批]|(?:19|20)\d\d年?度?|[ ·｜|/、，—（）()]|\d{1,2}[家个名项])[获奖组织名单得主者评出揭晓榜]{0,6}){1,8}：?$|^(?:正|提名|创新|优秀|卓越|特等|[一二三]等|[金银铜])奖|^(?:获奖)?(?:组织|个人|企业|单位|集体)(?:类|奖)?(?:[（(·｜ ]?共?\d{1,3}[家个名人][）)]?)?$|^\p{Script=Han}{1,6}[区县市旗州](?:[（(·｜ ]{0,2}共?\d{1,3}[家个名][）)]?)?$|^\p{Script=Han}{2,8}(?:业|工程|建设|卫生|教育|领域)(?:类|组|领域)?(?:[（(·｜ ]{0,2}共?\d{1,3}[家个名][）)]?)?$/u;
const CLAUSE = /[，。；？！]|：./;
const OF_RULES = /办法|条例|决定|通知|规定|细则|意见|方案|规划|标准$/;

/** The dress of a line that heads winners, or of an entry with a sign or number that lists hardly have; undefined for all others. */
export function dressOf(line: string): Dress | undefined {
  const code = CAPITAL.begins(line) && line.length <= LONGEST_CODED ? CODE.exec(line) : null;
  if (code !== null) {
    const from = code[0].length;
    const inside = line.slice(from);
    const isEntry = LEADERS.test(inside) || isRollEntry(inside, true);
    return isEntry ? { from, to: line.length, depth: 0, coded: true } : undefined;
  }
  if (line.length > LONGEST || line.length < 3) return undefined;
  const first = line.charCodeAt(0);
  if (isHan(first) && !HAN_BEGINS.has(first)) return undefined;
  const lettered = LETTERED.exec(line.replace(REMARK_BEHIND, ""));
  if (lettered !== null) return { from: lettered[0].length, to: line.length, depth: 1 };
  const part = PARTS.exec(line);
  const number = part ?? NUMBERS.exec(line);
  if (number !== null) {
    const from = number[0].length;
    const inside = line.slice(from);
    const names = part !== null && NAMES_PART.test(inside.replace(TELLS_AWARD, ""));
    if (inside.length < 2 || !(names || heads(inside) || isRollEntry(inside))) return undefined;
    return { from, to: line.length, depth: part === null ? 2 : 1, part: names };
  }
  if (isHan(first)) return undefined;
  let from = 0;
  let to = line.length;
  for (let sign = SIGNS.exec(line); sign !== null && from < to; sign = SIGNS.exec(line.slice(from)))
    from += sign[0].length;
  if (from > 0) {
    const behind = SIGNS_BEHIND.exec(line.slice(from));
    if (behind !== null) to -= behind[0].length;
  }
  const close = PAIRS.get(line[from] ?? "");
  if (close !== undefined && line[to - 1] === close && line.indexOf(close, from) === to - 1) {
    from++;
    to--;
  }
  // ■ 某奖: a sign that heads sections is read with them.
  if (from === 0 || to - from < 2 || (to === line.length && headingMark(line) > 0)) return undefined;
  const inside = line.slice(from, to);
  return heads(inside) ? { from, to, depth: 0 } : undefined;
}

const heads = (inside: string): boolean =>
  HEADS.test(inside) ||
  (inside.includes("奖") && !CLAUSE.test(inside) && !OF_RULES.test(inside) && namesAward(inside));
