import { gated } from "../../patterns/gated.js";
import type { Extraction } from "../types.js";

/** 某局2022年质量工作总结, 某市质量大事记（2023年）: a title that tells of one year. */
const ANNUAL = gated(
  /(?<![\d、至到—\-–~])((?:19|20)\d\d)年度?(?![、至到—\-–~])[^，。；\d]{0,24}?(?:总结|回顾|工作情况|述职|综述|盘点|年度报告|工作报告|白皮书|十件大事|质量状况|年报|成绩单|大事)|(?:大事记|纪事|总结|公报|盘点)（((?:19|20)\d\d)年?）$/,
);
/** 2023年度某市质量奖补资金对象公示: whose honours of one year are paid for. */
const PAID_FOR = gated(
  /((?:19|20)\d\d)年度(?![、至到—\-–~])[^，。；\d]{0,24}?(?:奖补|奖励|奖扶)(?:资金|项目|对象|兑现)/,
);
/** 过去的2023年，某市交出了怎样的成绩单？ */
const PAST_YEAR = gated(/^(?:刚刚|刚)?过去的((?:19|20)\d\d)年，/);
/** 某市年鉴（2023）: of the year before. */
const YEARBOOK = gated(/年鉴[（(]?((?:19|20)\d\d)[年）)]?/);
/** 二〇二二年度工作报告 */
const HAN_YEAR = gated(/二[〇○零]([〇○零一二三四五六七八九]{2})年度?(?:工作)?(?:总结|报告|述职|年报|情况)/);
const HAN_DIGITS = "〇一二三四五六七八九";
const PLANS = gated(/计划|要点|打算|方案|规划|安排/);

/** The year of which the document's title or the line below it gives an account, or what it says is past: 过去的2023年，…. */
export function yearOfAccount({ blocks, norm, year: now }: Extraction): number | undefined {
  for (let i = 0; i < blocks.length && i < 2; i++) {
    const { start, end } = blocks[i]!;
    if (end - start > 60) continue;
    const book = YEARBOOK.exec(norm, start, end)?.[1];
    if (book !== undefined) return Number(book) - 1;
    const han = HAN_YEAR.exec(norm, start, end)?.[1];
    if (han !== undefined)
      return Number(`20${Array.from(han, (digit) => Math.max(0, HAN_DIGITS.indexOf(digit))).join("")}`);
    const paid = PAID_FOR.exec(norm, start, end);
    const match = paid ?? ANNUAL.exec(norm, start, end);
    if (match === null || PLANS.test(norm, start, start + match.index + match[0].length)) continue;
    const year = Number(match[1] ?? match[2]);
    return year > (now ?? year) ? undefined : year;
  }
  for (let i = 0; i < blocks.length && i < 5; i++) {
    const match = PAST_YEAR.exec(norm, blocks[i]!.start, blocks[i]!.end);
    if (match !== null) return Number(match[1]);
  }
  return undefined;
}
