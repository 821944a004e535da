import { CharacterSet } from "../../patterns/character-set.js";
import { gated } from "../../patterns/gated.js";

/** What parts a clause from the words before it. */
const MARKS = new CharacterSet("，；：。、！？—（）\n\t｜|");
const BRACKETS = new CharacterSet("（）");
/** With what a description right before a name ends: 的, 企业, 上市公司, ”. */
const ENDS = new CharacterSet("的业司家头店号秀马户构邻”");
const LONGEST = 30;
/** With what a clause may lead to a name: 另一家是, 颁给了, 还有, 得主是, 则由. */
const LEAD = gated(
  /^(?:[“”]?(?:(?:组织|个人)?(?:提名奖?|正奖|优秀奖|[金银铜]奖|[特一二三]等奖)|(?:组织|个人)奖|该奖|此奖|奖牌|奖杯)[“”]?)?(?:的?(?:得主|获得者|获奖者|(?:获奖)?(?:企业|单位|组织))|[另还也则便就又再都均才]|最终|最后|分别|依次|其中|其[一二三次]|第?[一二两三四五六七八九十\d]{1,3}[家个位名块席座枚张]?|今年|去年|昨天|当天|这次|此次|本届){0,5}(?:颁发?给|授予|颁授给?|花落|落户|落到|属于|归属?于?|是|为|有|由|给|和|与|及|以及|数|叫|即|被|让|选择了?|收入|对|向)了?/,
);
const JOINS = new CharacterSet("和与及");
/** 已有五十年历史的, 做轴承的, 名不见经传的, 员工不到百人的 */
const TOLD_OF = gated(
  /^[\u4e00-\u9fa5\dA-Za-z“”·%.-]{2,18}的(?:“[^“”]{2,8}”|[\u4e00-\u9fa5]{0,6}(?:企业|公司|厂家|龙头|巨头|老店|老字号|新秀|黑马|大户|机构|名企|国企|民企|央企|邻居))?$/,
);
/** 老牌企业, 本土企业, “隐形冠军”, 上市公司 */
const KNOWN_AS = gated(
  /^(?:“[^“”]{2,8}”|[\u4e00-\u9fa5\d]{0,10}(?:企业|上市公司|厂家|龙头|巨头|老店|老字号|新秀|黑马|大户|机构|名企|国企|民企|央企|邻居))$/,
);
/** What a description of one who wins does not hold: it would say who wins or has not won, or when. */
const TELLS =
  /获|授|颁|得主|[拿捧摘夺斩]|奖(?!项)|称号|入选|入围|上榜|落选|[未没]|无缘|惜败|撤销|取消|候选|推荐|拟|申报|冒充|仿冒|[同读谐]音|名[字称]|同名|^[与和及]|[跟它他她其该那这届]|此前|之前|以往|[还也另]有|同[在样为是处属]|(?<![次度])参评|[是由]|19\d\d|20\d\d|[等共][一二两三四五六七八九十\d]|^[\d一二两三四五六七八九十]{1,4}[家个]/;

/** Whether the characters before a name may end what is said of it: to be asked first, as few do. */
export const mayBeDescribed = (norm: string, start: number): boolean => ENDS.has(norm.charCodeAt(start - 1));

/**
 * Where what is said of an organization begins that stands right before its name and tells nothing of a win: 另一家是|做轴承的甲公司,
 * 颁给|名不见经传的甲公司; `start` without it.
 */
export function describedFrom(norm: string, floor: number, start: number): number {
  if (start <= floor) return start;
  const least = Math.max(floor, start - LONGEST);
  let from = start;
  while (from > least && !MARKS.has(norm.charCodeAt(from - 1))) from--;
  if (from === least && least > floor) return start;
  if (from > floor && BRACKETS.has(norm.charCodeAt(from - 1))) return start;
  // 与之隔江相望的: not 甲公司和|做轴承的乙公司.
  const begins = from > floor || floor === 0 || MARKS.has(norm.charCodeAt(floor - 1));
  const joins = begins && JOINS.has(norm.charCodeAt(from));
  const lead = joins ? 0 : (LEAD.exec(norm, from, start)?.[0].length ?? 0);
  // Right behind a name or prize only words that lead to a name part it from what is said of the next.
  if (lead === 0 && !begins) return start;
  for (const begin of lead === 0 ? [from] : [from + lead, from]) {
    if (begin < start && (TOLD_OF.test(norm, begin, start) || KNOWN_AS.test(norm, begin, start)))
      if (!TELLS.test(norm.slice(begin, start))) return begin;
  }
  return start;
}
