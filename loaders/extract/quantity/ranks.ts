import { allMatches } from "../../patterns/all-matches.js";
import { gated } from "../../patterns/gated.js";

/** What a place in an order is a place in. */
export interface Ranked {
  /** What is ranked, as far as the clause says; "" where it leaves that to the ones before. */
  base: string;
  /** 全省, 全国: among whom. */
  scope: string;
  /** Those among whom it stands, as the text has it: 230家国家级经开区. */
  field: string;
}

const SCOPE =
  "(?:全国同类城市|全国同级别?城市|全国重点城市|全国主要城市|全国城市|副省级城市|省会城市|(?:全国|全省|全市|全区|全球|世界|国内|国际|西部|中部|东部|东北|华东|华南|华中|华北|西南|西北|行业|同行业|同业|长三角|珠三角|中西部)(?:地区)?(?:同行业)?|[\\u4e00-\\u9fff]{2,3}省|全[州县])";
const STANDS =
  "(?:(?:继续|稳|再次?|首次|已|始终|均|也|跃|分别|仍|连续[\\d一二三四五六七八九十]{1,9}年|综合){0,2}(?:保持在?|位居|居于|居|位列|名列|列|并列|排名|排在|排到|排|处于|进入|进位|跨入|跃居|跃升至?|跻身|升至|上升至|上升到|冲入|冲进|挺进|稳居|稳定在|在|为|达到?))";
const STANDING = gated(
  new RegExp(
    `^(.{0,30}?)(?:在?(${SCOPE})(?:的)?)?(${STANDS}){1,2}(?:了|在|于)?((?:${SCOPE}|[^，。；、]{0,12}?)(?:城市|园区|开发区|市|县|区|个|家|地区|企业)?)?(?:中|里|的|之)?$`,
  ),
);
/** 在全国参评城市中位居: the verb behind its field. */
const VERB_AT_END = gated(new RegExp(`(?:${STANDS})$`));
const SCOPED = gated(new RegExp(`^(.*?)(${SCOPE})$`));
const WITHIN = gated(new RegExp(SCOPE));
/** What is ranked only by what it counts: the name must come from what was said before. */
const WEAK = gated(
  /^(?:其|这|该|此)?(?:得分|数量|总量|总数|数|规模|总分|增速|增幅|名次|排名|位次|综合排名|综合得分|入选数量|入选数|占比|人均|水平)?$/,
);
const EVALUATION =
  /([^，。；：、“”（）]{2,40}?(?:评价|考核|考评|评估|评比|监测|测评|评议|调查|排行榜|百强榜|榜单|指数排名|评选|考察|竞赛|大赛))(?:评价)?(?:结果|排名|名单)?/g;
const BLANKS = gated(/\s|^(?:力争|争取|确保|努力)/);
const FRONT = gated(/(?:位?居|位列)[^、]{1,8}前列[、，]/);
const MEASURES = gated(/份额|占有率|销量|产量|出口|规模/);
const LISTS = gated(/百强|\d{1,12}强|榜|指数|评价|考核/);
const EVALUATES = gated(
  /评价|考核|考评|评估|评比|监测|测评|评议|调查|排行榜|百强榜|榜单|指数排名|评选|考察|竞赛|大赛/,
);

/** The parts of the text before a place in an order, where it says that something stands there. */
export function rankedIn(before: string): Ranked | undefined {
  const told = BLANKS.test(before) ? before.replace(/\s+|^(?:力争|争取|确保|努力)/g, "") : before;
  const text = FRONT.replace(told, "");
  const match = STANDING.exec(VERB_AT_END.replace(text, "")) ?? STANDING.exec(text);
  if (match === null) {
    const scoped = SCOPED.exec(text);
    return scoped === null ? undefined : { base: scoped[1]!, scope: scoped[2]!, field: "" };
  }
  const base = match[1]!;
  const stated = match[4] ?? "";
  const field = stated.replace(/^(?:全国|全省|全市)?\d+[家个]|[中里]$/g, "");
  // 跻身全国科技创新百强县第5位: the list itself is what ranks.
  const steady = base.replace(/连续(?:多|[\d一二三四五六七八九十])+年$/, "");
  if (steady === "" && MEASURES.test(field)) return { base: field, scope: "", field };
  if (isWeak(base) && LISTS.test(field)) return { base: field, scope: "", field };
  return {
    base,
    scope: WITHIN.exec(stated)?.[0] ?? match[2] ?? "",
    field,
  };
}

export const isWeak = (base: string): boolean => WEAK.test(base);

/** The evaluation whose result is given (在2022年…综合评价中, 公布…考核结果), the last that the text names. */
export function evaluationIn(text: string): string | undefined {
  if (!EVALUATES.test(text)) return undefined;
  let found: string | undefined;
  for (const match of allMatches(EVALUATION, text)) found = match[1];
  if (found === undefined) return undefined;
  const name = found
    .replace(/^.*(?:公布|发布|组织|开展|通报|揭晓|印发|举行|参加|参与)(?:的|了)?/, "")
    .replace(/^.*?(?:19|20)\d{2}年度?/, "")
    .replace(/^.{0,300}?\d{1,12}[个家]/, "")
    .replace(/^(?:在|从|的|最新|新一轮|全国|近日|日前){1,12}(?=.{4})/, "");
  return name.length >= 4 ? name : undefined;
}
