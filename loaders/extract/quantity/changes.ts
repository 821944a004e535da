import { gated } from "../../patterns/gated.js";

/** A change or a share, of the text before a figure. */
export interface Relative {
  /** What changes; "" where the clause leaves it to the one before. */
  base: string;
  /** 同比增长, 较上年提高, 占合肥市比重, 高于全国平均水平. */
  aspect: string;
}

const AGAINST =
  "(?:同比去年|同比|环比|[比较](?:上年同期|上年末|去年同期|去年底|去年末|上年底|上一年度?|上年度?|去年|同期|年初|前年|上月|上季度|[“”十三四五]{3,5}末|\\d{4}年(?:底|末|同期|初)?)|年均|平均每年|年平均|与(?:上年|去年|上一年|\\d{4}年)相比)";
const WORD =
  "(?:增长率?|增加|增幅|增速|涨幅|降幅|提高|提升|上升|攀升|回升|抬升|走高|走低|上扬|扩大|下降|降低|下滑|下跌|减少|压减|压降|缩短|收窄|回落|前移|前进|后移|后退|晋升|进位|上移|跃升|上涨|净增|高出|多出|增收|增|升|降|涨|跌|翻|多|少|高|低|快|慢)";
const CHANGE = gated(
  new RegExp(
    `^(.{0,300}?)(${AGAINST}?)((?:再|又|净|累计|实际|[大小]幅|分别|共|显著|明显|略|微|大|猛|骤)?)(${WORD})(?:了|达到?|为|约|近|超过?|逾|高达|又|再){0,6}$`,
  ),
);
const LEVEL = gated(/(?:到|至|为)(?:了|约|近)?$/);
const EXCESS = gated(
  /^(.{0,300}?)(?:(高[出于]|低于|快于|慢于|多于|少于|超出|超过|优于|领先)([^，。]{2,14}?)|[比较]([^，。]{2,12}?)(高出?|低|快|慢|多出?|少))(?:了|约|近|出){0,12}$/,
);
const SHARE = gated(
  /^(.{0,50}?)占(?!地|用|有|率|据.{0,4}市场)(?:到|了|据|去|全部)?(?:(.{0,40}?)(?:的|总量|总数)?)(?:比重|比例|比)?(?:达到?|为|是|超过|约|近|了|高达|(?:提升|提高|上升|增加|升|增|降|下降)(?:到|至|为)){0,4}$/,
);
/** 为年计划的71.2%, 相当于GDP的3%. */
const WHOLE = gated(/^(.*?)(?:相当于|(?:^|，)为)(.{2,14}?)的$/);
/** 完成全年任务的43%. */
const QUOTA = gated(
  /^(.*?)(?:完成|实现)((?:全年|年度|年初|全市)?(?:预期)?(?:目标|任务|计划)(?:任务|目标)?)的$/,
);
const ADDED = gated(new RegExp(`^${AGAINST}(?:净|新)?增加?(?:了|约|近|达)*$`));
/** What counts more of something is its amount, not its change: 新增, 净增 at the head of a name. */
const AMOUNT = gated(/(?:新增|净增)$/);
const PRICES = gated(/(?:若?按(?:可比|不变|同)(?:价格?|口径)(?:计算|核算|测算)?|扣除价格因素(?:影响)?)，?/);
const RATE = gated(/(?:增速|增幅|增长率|涨幅|降幅)[为达]/);
const BY = gated(/(?:增长|下降|提高|增加|提升|增幅|增速|降幅)为$/);
const NEEDS_YARDSTICK = gated(/^(?:.|高出|多出|扩大|增收)$/);
const BLANK = gated(/\s/);
const EDGE = gated(/[由从]$/);

const unspaced = (text: string): string => (BLANK.test(text) ? text.replace(/\s+/g, "") : text);

/** A change against an earlier time, where the text before the figure ends in one: 产值同比增长, 较上年提高. */
export function changeOf(before: string): Relative | undefined {
  if (before === "") return undefined;
  const text = PRICES.replace(unspaced(before), "");
  // 较上年新增29项: more of what was counted before.
  const more = ADDED.exec(text);
  if (more !== null) return { base: "", aspect: more[0] };
  if (AMOUNT.test(text) || (LEVEL.test(text) && !RATE.test(text))) {
    if (!BY.test(text)) return undefined;
  }
  const match = CHANGE.exec(text);
  if (match !== null) {
    const base = match[1]!;
    const against = match[2]!;
    const word = match[4]!;
    // 增 and 升 alone end other words (新增, 提升): they need a yardstick.
    if (against !== "" || !NEEDS_YARDSTICK.test(word)) return { base, aspect: `${against}${word}` };
  }
  const excess = EXCESS.exec(text);
  if (excess === null) return undefined;
  const base = excess[1]!;
  const word = excess[2];
  const over = excess[3];
  if (word !== undefined && /^[\d约近]/.test(over!)) return undefined;
  return word !== undefined
    ? { base, aspect: `${word}${over}` }
    : { base, aspect: `比${excess[4]}${excess[5]}` };
}

/** A share of something, where the text before the figure says one: 税收收入占全市的, 占比. */
export function shareOf(before: string): Relative | undefined {
  const text = unspaced(EDGE.replace(before, ""));
  const whole = WHOLE.exec(text);
  if (whole !== null) return { base: whole[1]!, aspect: `占${whole[2]}比重` };
  const quota = QUOTA.exec(text);
  if (quota !== null) return { base: quota[1]!, aspect: `完成${quota[2]}比例` };
  const match = SHARE.exec(text);
  if (match === null) return undefined;
  const base = match[1]!;
  const of = match[2]!;
  return { base, aspect: of === "" ? "占比" : `占${of.replace(/的$/, "")}比重` };
}
