import { AnyOf } from "../../lexicon/begun.js";
import { oncePerText } from "../../lexicon/together.js";
import { Trie } from "../../lexicon/trie.js";
import { CharacterSet } from "../../patterns/character-set.js";
import { marksOf } from "../shape/marks.js";

/** What a bracket must hold to define a name, or be a code. */
const DEFINES =
  /[写记标略上中里内]作“|那时|当时|^由|^即?今|^现|称|简|叫|原|前身|曾|旧|又名|缩写|以前|过去|早年|^[A-Z]{2}/u;
const DEFINES_BY = new CharacterSet("由时今现称简叫原前曾旧又缩以过早作");
const CAPITAL = new CharacterSet("ABCDEFGHIJKLMNOPQRSTUVWXYZ");
const LONGEST_BRACKET = 60;
const RENAMED =
  /(?:更名|改名|改制|改组|变更|改称|重组|升级|名称改|整体变更|整合|升格|名字改)(?:为|成)(?:今天的|如今的|现在的)?[“*]{0,2}|(?:更名|改名|改称|易名|改叫)(?:叫作?|作)?“?/uy;
/** 整体变更为现名: into what the document calls it now. */
const TO_PRESENT = /(?:(?:更名|变更)(?:为|成)|(?<![律均都皆])(?:以|用)|启用|改用|沿用|定为|改成|改为)现名/uy;
const CALLED =
  /(?:简称|人称|俗称|习惯叫|习惯称|又叫|也叫|大家叫|都叫|人们叫|外界叫|圈内叫|行内叫|百姓叫|工人叫|员工叫|本地人叫|当地人叫|又称|也称|亦称|常叫|叫作|称为|称作|常称|说的)(?:之?为|作)?“([^”\n]{2,16})”/uy;
const BORN =
  /(?:建厂时|建厂之初|建院时|成立时|当时|那时候?|早年|起初|原先|原来|此前|最初|最先|先|曾|曾经|以前|过去|改制前|更名前)(?:还|仍)?(?:的?[厂院]?名[叫为是]|叫|称为|称|取名)“?/uy;
const FORMERLY = /(?:原名|曾用名|时称|时名)(?:为|是|叫|：)?“?/uy;
const ROOTS =
  /(?:的)?前身(?:[，,]?(?:就|便|也|即)?(?:为|是|系|叫|即)(?:[^，。；（）]{0,16}?(?:年|的|成立的|创立的|创办的|创建的|办起的|起步的))?“?|——)?/uy;

/** 旧名是乙, 根在乙: the name it had. */
const OLD_NAME =
  /(?:的)?(?:旧名|旧称|老名字|老厂名|曾用名|原名称|根子?|根脉|源头)(?:就?(?:是|为|叫|在|可追溯到|：))(?:[^，。；（）“]{0,10}?(?:年|的))?“?/uy;
/** 由乙改制而来, 脱胎于乙: how it came to be. */
const CAME =
  /(?:整体|股份制|公司制)?(?:改制|转制|脱胎|演变|演化|蜕变|发展|改组|改建|更名|变更|转型|改造|升级)(?:而来|来的|而成|过来|成立|设立|组建|为(?:公司|现公司|今天的公司))/uy;
const FROM = /(?:脱胎|蜕变|演变|源|起源|发端|起家|始|肇始)(?:于|自|从)(?:[^，。；（）“]{0,8}?(?:年|的))?“?/uy;
/** 乙…，这便是公司的前身. */
const WAS_ROOT =
  /[，——]{0,40}(?:这|那|它)(?:就|便|正|即)?是(?:公司|企业|集团|该厂|今天的?|如今的?|现在的?)?[\u4e00-\u9fa5]{0,12}?的?前身/uy;
/** “甲”指乙; “甲”是乙的简称: a glossary's line, from the closing mark on. */
const GLOSSED = /”(?:(?:均|特)?指的?是?|是指|系指?|即|是|为)/uy;
/** 以“乙”的名字起家: from the closing mark on. */
const BEGUN_AS = /”(?:的(?:厂?名字?|名义|招牌)|之名)(?:起家|起步|成立|创[立办建]|建厂|办厂|问世)/uy;
/** 甲，简称乙，…: without a bracket. */
const ASIDE =
  /(?:以下|下文|文中)?(?:简称|下称|以下称|又称|也称|俗称|业内称|人称|亦称|又名)(?:为|作|是)?(?:“([^”\n]{2,16})”|([\u4e00-\u9fa5A-Za-z0-9]{2,12}))(?=[，。；]|$)/uy;

/** Where a text may define names: found once for both rounds. */
export interface Clues {
  /** Whether there are any but brackets. */
  said: boolean;
  brackets: { index: number; inner: string }[];
  renamed: RegExpExecArray[];
  toPresent: RegExpExecArray[];
  called: RegExpExecArray[];
  roots: RegExpExecArray[];
  came: RegExpExecArray[];
  wasRoot: RegExpExecArray[];
  aside: RegExpExecArray[];
  glossed: RegExpExecArray[];
  begun: RegExpExecArray[];
}

/** What a word may begin, and where what it begins is kept. */
interface Clue {
  pattern: RegExp;
  kept: (clues: Clues) => RegExpExecArray[];
}

/** What each word may begin. */
const TRIGGERS = ((): Trie<readonly Clue[]> => {
  const clues = new Map<string, Clue[]>();
  const begin = (words: string, kept: Clue["kept"], pattern: RegExp): void => {
    for (const word of words.split(" ")) clues.set(word, [...(clues.get(word) ?? []), { pattern, kept }]);
  };
  begin(
    "改名 改制 改组 改称 改叫 易名 重组 升级 名称改 整合 升格 名字改 更名 变更 整体变更",
    (found) => found.renamed,
    RENAMED,
  );
  begin(
    "更名 变更 以现名 用现名 启用现名 改用现名 沿用现名 定为现名 改成现名 改为现名",
    (found) => found.toPresent,
    TO_PRESENT,
  );
  begin(
    "简称 人称 俗称 习惯叫 习惯称 又叫 也叫 大家叫 都叫 人们叫 外界叫 圈内叫 行内叫 百姓叫 工人叫 员工叫 本地人叫 当地人叫 又称 也称 亦称 常叫 叫作 称为 称作 常称 说的",
    (found) => found.called,
    CALLED,
  );
  begin("以下 下文 文中 简称 下称 又称 也称 俗称 业内称 人称 亦称 又名", (found) => found.aside, ASIDE);
  begin("前身 的前身", (found) => found.roots, ROOTS);
  begin("原名 曾用名 时称 时名", (found) => found.roots, FORMERLY);
  begin(
    "旧名 旧称 老名字 老厂名 曾用名 原名称 根 源头 的旧名 的旧称 的老名字 的老厂名 的曾用名 的根 的源头",
    (found) => found.roots,
    OLD_NAME,
  );
  begin("脱胎 蜕变 演变 源 起源 发端 起家 始 肇始", (found) => found.roots, FROM);
  begin(
    "建厂时 建厂之初 建院时 成立时 当时 早年 起初 原先 原来 此前 最初 最先 先叫 先称 那时 曾 曾经 以前 过去 改制前 更名前",
    (found) => found.roots,
    BORN,
  );
  begin(
    "改制 转制 脱胎 演变 演化 蜕变 发展 改组 改建 更名 变更 转型 改造 升级 整体 股份制 公司制",
    (found) => found.came,
    CAME,
  );
  begin("这 那 它", (found) => found.wasRoot, WAS_ROOT);
  begin("”的名 ”的厂 ”的招 ”之名", (found) => found.begun, BEGUN_AS);
  begin("”指 ”均指 ”特指 ”是指 ”系 ”即 ”是 ”为", (found) => found.glossed, GLOSSED);
  return Trie.of(clues).shared();
})();

/** Whether the text says of names that they were others before, so that short names found first matter. */
export function speaksOfNames(text: { norm: string }): boolean {
  return cluesOf(text).said;
}

const ROOT = new AnyOf("前身");

const cluesIn: (norm: string) => Clues = oncePerText((norm) => {
  const found: Clues = {
    said: false,
    brackets: [],
    renamed: [],
    toPresent: [],
    called: [],
    roots: [],
    came: [],
    wasRoot: [],
    aside: [],
    glossed: [],
    begun: [],
  };
  const { brackets, bracketEnds } = marksOf(norm);
  for (let i = 0; i < brackets.length; i++) {
    const from = brackets[i]! + 1;
    const to = bracketEnds[i]!;
    if (to < 0) break;
    if (to - from < 2 || to - from > LONGEST_BRACKET) continue;
    if (!DEFINES_BY.within(norm, from, to) && !CAPITAL.has(norm.charCodeAt(from))) continue;
    const inner = norm.slice(from, to);
    if (DEFINES.test(inner) && !/[（\n]/u.test(inner)) found.brackets.push({ index: from - 1, inner });
  }
  const rooted = ROOT.standsIn(norm);
  const words = TRIGGERS.in(norm);
  while (words.next())
    for (const { pattern, kept } of words.value) {
      if (pattern === WAS_ROOT && !rooted) continue;
      pattern.lastIndex = words.start;
      const match = pattern.exec(norm);
      if (match === null) continue;
      kept(found).push(match);
      found.said = true;
    }
  return found;
});

/** The words of a text by which it may define names, found once. */
export const cluesOf = ({ norm }: { norm: string }): Clues => cluesIn(norm);
