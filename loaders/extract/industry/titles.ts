import { Begun } from "../../lexicon/begun.js";
import { CharacterSet } from "../../patterns/character-set.js";
import { gated } from "../../patterns/gated.js";
import { clauseOf, isMute } from "../shape/clauses.js";
import type { Extraction } from "../types.js";
import { firmsAt } from "./firms.js";
import { type Item, itemsWithin, looksLikeIndustry } from "./items.js";
import { relateFirms } from "./relate-firms.js";

/** What a firm is called by its place in its trade. */
const TITLE = new Begun(
  "龙头企业 领军企业 骨干企业 头部企业 冠军企业 标杆企业 生产企业 制造企业 加工企业 链主企业 独角兽企业 老牌企业 隐形冠军 单项冠军 制造商 供应商 生产商 服务商 运营商 集成商 经销商 生产基地 领军者 领头羊 领跑者 排头兵 主力军 老大 巨头 大户 龙头 新锐 企业 公司 厂家",
  /(?:龙头企业|领军企业|骨干企业|头部企业|冠军企业|标杆企业|生产企业|制造企业|加工企业|链主企业|独角兽企业|老牌企业|隐形冠军|单项冠军|制造商|供应商|生产商|服务商|运营商|集成商|经销商|生产基地(?!项目|建设)|领军者|领头羊|领跑者|排头兵|主力军|老大|巨头|大户|龙头|新锐|企业|公司|厂家)/uy,
);
/** Before it, what it is the head of: 轴承行业的. */
const OF_TRADE = /(?:(?:细分)?(?:行业|领域|产业|市场|赛道)(?:里|中|内)?的?|的行业|的)$/u;
/** Says that the firm is what follows. */
const IS = gated(/(?:是|系|为|作为|成为|跃居|跻身|堪称|当属|这家|那家|一家|的)/u);
/** After it, what makes it no firm's: 企业名单, 企业质量. */
const AFTER =
  /^(?:\d|[一二三四五六七八九十百千]+家|数|的|名单|总数|和|、|们|集群|群|标准|技术|质量|管理|家|文化|联合|总部|项目)/u;
/** Rank and reach before the trade. */
const REACH = gated(
  /^(?:.*(?:的|是|系|为|[一这那两]家|国内|全国|全球|我国|我市|我省|我县|我区|全省|全市|国家级?|省内|市内|业内|亚洲|世界|中国|西南|西北|华东|华中|华南|华北|东北|最大|领先|知名|著名|主要|唯一|首家|重要|大型|中型|专业|本土|老牌|首批|出名|有名|较大|顶尖|一流|第[一二三四五六七八九十]大|[做造]|生产|主营|从事)|[与和及、同])/u,
);
const NO_KIND = gated(
  /(?:高新技术|民营|国有|上市|外资|合资|中小|小微|小巨人|专精特新|龙头|骨干|老牌|知名|大型|高科技|科技型|家族|独角兽|瞪羚|单项冠军|示范|标杆|获奖|制造业|本土|百年|世界级|一流|领军|创新型|入围|创业|初创|新兴|外贸|集体|乡镇|校办|代工|贴牌|出口|链主|核心|头部|明星|混合所有制|央|国|地方|市属|省属|驻|本地|代表|拟上市|规上|规模以上|排头兵|隐形冠军|实体|参与|成员|会员|牵头|新锐|后起|老字号|试点|品牌|先进|优秀|标准化|现代化|综合性|专业化|股份制|先锋|不同|同一|关联|兄弟|独立|两家|三家|民企|竞争|受表彰|重点|服务|工业|农业产业化|上下游|配套|相关|各类|多家|中央|投资)$/,
);

/** What a firm is said to be (是国内最大的A生产企业) or introduced as (A企业X). */
export function titles(x: Extraction): void {
  for (const match of TITLE.matches(x.norm)) {
    const sentence = x.sentenceAt(match.index);
    if (sentence === undefined || isMute(sentence.block) || sentence.block.cells !== undefined) continue;
    const end = match.index + match[0].length;
    const clause = clauseOf(x.norm, match.index, sentence);
    const named = x.mentionsIn(match.index, Math.min(end + 40, sentence.end), ["Company"])[0];
    if (named !== undefined && named.start <= match.index) continue;
    const introduces = named?.start === end;
    // Before the trade is read, which takes longest: most of these words are no title of a firm.
    if (
      !introduces &&
      (AFTER.test(x.norm.slice(end, end + 3)) || !IS.test(x.norm, clause.start, match.index))
    )
      continue;
    const inside = x.mentionsIn(Math.max(clause.start, match.index - 40), match.index + 1).pop();
    const floor = Math.max(clause.start, inside?.end ?? 0);
    const strong = match[0] !== "企业" && match[0] !== "公司";
    const found = tradeBefore(x, floor, match.index);
    if (found === undefined) continue;
    if (!looksLikeIndustry(found.item.name) && !(strong && found.ofTrade)) continue;
    if (introduces) {
      relateFirms(x, sentence, [named.entity], [found.item], "industry/introduced");
      continue;
    }
    if (!IS.test(x.norm, clause.start, found.item.start)) continue;
    // 作为A的老大，X…: the firm follows.
    const opening =
      /^作为/u.test(x.norm.slice(clause.start, clause.start + 2)) && clause.start === sentence.start;
    const next = opening ? x.mentionsIn(end, Math.min(end + 12, sentence.end), ["Company"])[0] : undefined;
    const called = /^(?:叫|名叫|——|就是|正是)$/u.test(
      named === undefined ? "-" : x.norm.slice(end, named.start),
    );
    const firms =
      next !== undefined
        ? [next.entity]
        : called
          ? [named!.entity]
          : opening
            ? x
                .mentionsIn(end, sentence.end, ["Company"])
                .slice(0, 1)
                .map((m) => m.entity)
            : firmsAt(x, sentence, found.item.start);
    relateFirms(
      x,
      sentence,
      firms.length > 0 ? firms : opening ? firmsAt(x, sentence, found.item.start) : [],
      [found.item],
      "industry/kind-of-firm",
    );
  }
}

/** The trade named right before `end`: without what says whose, how large and how far known. */
function tradeBefore(
  x: Extraction,
  floor: number,
  end: number,
): { item: Item; ofTrade: boolean } | undefined {
  let from = end;
  while (from > floor && end - from < LONGEST && !BREAKS.has(x.norm.charCodeAt(from - 1))) from--;
  // A trade has two characters at least.
  if (end - from < 2) return undefined;
  let text = x.norm.slice(from, end);
  const trade = OF_TRADE_END.ends(text) ? OF_TRADE.exec(text) : null;
  if (trade !== null) text = text.slice(0, trade.index);
  const reach = REACH.exec(text);
  const start = from + (reach === null ? 0 : reach[0].length);
  const name = x.norm.slice(start, from + text.length);
  if (name.length < 2 || NO_KIND.test(name)) return undefined;
  const item = itemsWithin(x, start, start + name.length).pop();
  return item === undefined || item.name.length < 2
    ? undefined
    : { item, ofTrade: trade !== null && trade[0] !== "的" };
}

const LONGEST = 30;
const BREAKS = new CharacterSet("，。；：（）、“”\n");
const OF_TRADE_END = new CharacterSet("的业域场道里中内");
