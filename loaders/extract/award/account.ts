import { gated } from "../../patterns/gated.js";
import type { Extraction } from "../types.js";

/** 某局2022年质量工作总结, 某市质量大事记（2023年）, 数读某市·2023, ——2023“某奖”颁奖盛典侧记: a title that tells of one year. */
const ANNUAL = gated(
  /(?<![\d、至到—\-–~])((?:19|20)\d\d)年度?(?![、至到—\-–~])[^，。；\d]{0,24}?(?:总结|回顾|工作情况|述职|综述|盘点|年度报告|工作报告|白皮书|十件大事|质量状况|年报|成绩单|大事|年度?报|关键词|[十五]大|十件|要闻|新闻|流水账|日志|点滴|足迹|印象|销号|完成情况|纪要|工作?报告|(?:统计|发展|状况|质量|监测)公报|概[览况]|回眸|纪[事实]|记事|这一年$)|(?:大事记|纪事|记事|概[览况]|总结|公报|盘点|回[顾眸]|综述|关键词)（((?:19|20)\d\d)年?）$|^((?:19|20)\d\d)年?[：·｜|\s][^，。；\d]{2,30}(?:这一年|回[眸顾]|盘点|印记|足迹)$|[·｜|]\s?((?:19|20)\d\d)年?$|(?<!\d)((?:19|20)\d\d)年?度?“[^，。；\d”]{2,20}”(?:颁奖|授奖|盛典|典礼|晚会|发布会)/,
);
/** （未注明年度的均为2023年度）: what goes for all that is told without a year. */
const ELSE = gated(
  /(?:未|没有?)(?:注明|标明|标注|写明|另注|特别注明)(?:年度|年份|时间)的?[^，。；\d]{0,6}?(?:均|皆|都|一律)(?:为|是|系|指)((?:19|20)\d\d)年/,
);
/** 盘点某市2022, 数说2021年某市质量, 回眸2023 */
const COUNTED_UP = gated(
  /(?:盘点|数说|数读|数看|回[眸望顾]|速览|细数)[^，。；、\d—至]{0,12}((?:19|20)\d\d)(?:年度?)?(?![\d、至到—\-–~])/,
);
/** 2023年度某市质量奖补资金对象公示: whose honours of one year are paid for. */
const PAID_FOR = gated(
  /((?:19|20)\d\d)年度(?![、至到—\-–~])[^，。；\d]{0,24}?(?:奖补|奖励|奖扶)(?:资金|项目|对象|兑现)/,
);
/** 过去的2023年，某市交出了怎样的成绩单？ */
const PAST_YEAR = gated(
  /^(?:刚刚|刚)?过去的((?:19|20)\d\d)年，|(?<![\d—-])((?:19|20)\d\d)年(?:就要|即将|马上|眼看|已经?|快)?(?:翻过去|过去|收官|落幕|画上句号|走到尾声|接近尾声)了?(?=[，。！])|(?:送走|挥别|辞别|告别|回望|回首|回顾|盘点)(?:即将过去的|极不平凡的|不平凡的)?((?:19|20)\d\d)年?(?=[，。！])/,
);
/** 某市年鉴（2023）, 某市年鉴·2023: of the year before, but where the text tells of that year and not of the one before. */
const YEARBOOK = gated(/年鉴[（(·]?((?:19|20)\d\d)[年卷）)]?/);
/** 某某开发区（2022）: a title of nothing but a name and a year. */
const OF_NAMED = gated(/（((?:19|20)\d\d)年?度?）$/);
const NAMED = ["Zone", "City", "County", "Company", "Institution", "GovernmentBody"] as const;
/** 本年度，全区共斩获质量奖五项。: a line that says how many the lines below tell of, all of one year. */
const SUMS_YEAR = gated(
  /^(?:((?:19|20)\d\d)年度?|本年度?|今年(?:以来)?|年内)，?[^。；：]{0,40}(?:共有?|累计|一共|总共)[^。；：]{0,16}[\d一二两三四五六七八九十]{1,3}[项个家块枚名人张][^。；：，]{0,8}[。：]$/,
);
const PLANS = gated(/计划|要点|打算|方案|规划|安排/);

/** 2023年3月，…, 2023年，…: what has happened; not 2023年，将…. */
const HAPPENED = gated(/^\d{4}年(?:\d{1,2}月|全年|，)(?![^。；]{0,40}(?:计划|力争|预计|拟|将))/);
/** 计划|2023年, 力争，|2023年: no beginning of what is told. */
const GOES_ON = gated(/^[\u4e00-\u9fa5\d，、：“《—-]$/);

/** The year before that of a yearbook's volume, or that one where the text tells what has happened in it and of the other nothing. */
function yearOfBook(norm: string, from: number, volume: number): number {
  if (norm.includes(`${volume - 1}年`, from)) return volume - 1;
  const year = `${volume}年`;
  for (let at = norm.indexOf(year, from); at >= 0; at = norm.indexOf(year, at + 1))
    if (!GOES_ON.test(norm, at - 1, at) && HAPPENED.test(norm, at, at + 60)) return volume;
  return volume - 1;
}

/** The year of which the document's title or the line below it gives an account, or what it says is past: 过去的2023年，…. */
export function yearOfAccount(x: Extraction): number | undefined {
  const { blocks, norm, year: now } = x;
  for (let i = 0; i < blocks.length && i < 2; i++) {
    const { start, end } = blocks[i]!;
    if (end - start > 60) continue;
    const book = YEARBOOK.exec(norm, start, end)?.[1];
    if (book !== undefined) return yearOfBook(norm, end, Number(book));
    const named = OF_NAMED.exec(norm, start, end);
    if (
      named !== null &&
      x.mentionsIn(start, end, NAMED).some((m) => m.start === start && m.end === start + named.index)
    )
      return Number(named[1]);
    const paid = PAID_FOR.exec(norm, start, end);
    const match = paid ?? ANNUAL.exec(norm, start, end) ?? COUNTED_UP.exec(norm, start, end);
    if (match === null || PLANS.test(norm, start, start + match.index + match[0].length)) continue;
    const year = Number(match.slice(1).find((told) => told !== undefined));
    return year > (now ?? year) ? undefined : year;
  }
  for (let i = 0; i < blocks.length && i < 5; i++) {
    const { start, end } = blocks[i]!;
    const match = PAST_YEAR.exec(norm, start, end);
    if (match !== null) return Number(match[1] ?? match[2] ?? match[3]);
    const sum = end - start <= 90 ? SUMS_YEAR.exec(norm, start, end) : null;
    if (sum !== null) return sum[1] === undefined ? now : Number(sum[1]);
  }
  const last = blocks.at(-1);
  const rest = last === undefined ? null : ELSE.exec(norm, Math.max(0, last.end - 200), last.end);
  return rest === null ? undefined : Number(rest[1]);
}
