import { unitAt } from "../../lexicon/units.js";
import { BLANKS } from "../../patterns/blanks.js";
import { CharacterSet } from "../../patterns/character-set.js";
import { gated, gatedAt } from "../../patterns/gated.js";
import { isBlank, isDigit, type Numeral, numeralAt, percentAt } from "./numerals.js";

export type Comparator = "=" | ">=" | "<=" | "~";

/** A figure in the text: a number with its unit, and what is said of its exactness. */
export interface Figure {
  /** From its comparator (超过, 约) or number … */
  start: number;
  /** … to its unit or what follows it (以上, 左右). */
  end: number;
  /** Where the number proper begins. */
  numberStart: number;
  value: number;
  unit: string;
  comparator: Comparator;
  /** The end of a range (1—2家): the figure's own value is the beginning. */
  upper: number | undefined;
  /** A place in an order (第4位, 前10名) rather than an amount. */
  rank: boolean;
  han: boolean;
}

/** Characters around numbers that tell what they are, as UTF-16 units: looking at these makes no strings. */
enum Char {
  blank = 0x20,
  /** 首 and 榜, 第 and 前 */
  first = 0x9996,
  list = 0x699c,
  ordinal = 0x7b2c,
  top = 0x524d,
  /** 一, 二 and 两, 唯 */
  oneHan = 0x4e00,
  twoHan = 0x4e8c,
  two = 0x4e24,
  only = 0x552f,
  /** 百, 万 and 亿 */
  hundred = 0x767e,
  myriad = 0x4e07,
  hundredMillion = 0x4ebf,
  /** 强, 级 and 成 */
  strong = 0x5f3a,
  grade = 0x7ea7,
  tenths = 0x6210,
}

const isAt = (norm: string, at: number, char: Char): boolean =>
  at < norm.length && norm.charCodeAt(at) === char;

/** Right after a number: it is part of a date or an ordinal, and no unit begins so. */
const NO_UNIT = new CharacterSet("年月届号");
/** What a figure's number begins with. */
const HAN = new CharacterSet("一二两三四五六七八九十百千万亿首榜");
const NUMERALS = new CharacterSet("0123456789一二两三四五六七八九十百千万亿首榜");

const BEFORE = gated(
  /(不少于|不低于|不下|不止|越过|不小于|不超过|不高于|不多于|不大于|少于|低于|小于|高于|大于|超过|超出|超|突破|逾|至少|不足|不到|将近|接近|大约|约|近|过|破|上|达)$/,
);
const COMPARATORS: ReadonlyMap<string, Comparator> = new Map([
  ...of(">=", "不少于 不下 不止 不低于 不小于 超过 越过 超出 超 突破 逾 至少 过 破 高于 大于"),
  ...of("<=", "不超过 不高于 不多于 不大于 少于 低于 小于 不足 不到"),
  ...of("~", "将近 接近 大约 约 近"),
]);
const AFTER = gatedAt(/(?:及|或)?(以上|之上|以内|之内|以下|左右|上下|多|余)/y);
const AFTER_COMPARATORS: ReadonlyMap<string, Comparator> = new Map([
  ...of(">=", "以上 之上 多 余"),
  ...of("<=", "以内 之内 以下"),
  ...of("~", "左右 上下"),
]);
const RANGE = gatedAt(/\s?(?:[—–~～-]{1,2}|至|到)\s?/y);
const RANK_UNIT = gatedAt(/(?:位次?|名(?!录|单|称)|席)/y);
const FIRST = gatedAt(/首位|榜首|首席位|(?<=之)首|(?<=[居列])首(?=[，。；、）])/y);
/** What makes 首 the first place at all, by the characters beside it: most often it is 首个, 首次. */
const MAY_BE_FIRST = gated(/[之居列]首|首[位席]|榜首/);
const STANDS = gated(/(?:居|列|位居|名列|排名|排|保持)[^，。；]{0,8}$/);
/** Before Han numerals of one digit: what says that something is had, so that it is a count and no figure of speech. */
const HAD = gated(
  /(?:建成|建有|拥有|新增|累计|累计有|现有|共有|已有|达到|获批|设立|成立|引进|培育|下辖)(?:了|约|近)?$/,
);
/** Before a step in an order: 前进两位. */
const MOVED = gated(/(?:前进|前移|晋升|进位|进|提升|上升|跃升|升|后退|后移|下降|下滑|退|降|跌)了?$/);
/** 占全国的六成: tenths, as far as a share or rate is told. */
const TENTHS = gated(/(?:占|率|比重|比例|份额)[^，。；]{0,16}$/);
/** 由5天压缩到1.5天: a time that something takes and no while that passes. */
const TAKES = gated(/(?:时间|时长|时限|周期|用时|耗时)[^，。；]{0,16}$/);
const DURATION = gatedAt(/(?:个)?(?:工作日|小时)|分钟|天|秒/y);
/** Before a bare multiplier: 近千万元, 突破千亿元. */
const BARE = gated(/(?:近|超|超过|逾|突破|过|破|达|达到|上)$/);
/** 总产值突破500亿 leaves the unit of money out. */
/** Further numbers of a series, up to the unit of the last. */
const SERIES = gatedAt(/(?:、[\d.]{1,12}[万亿]){0,6}[、和到至][\d.]{1,12}[万亿](?=元|美元)/y);
const SUM = gated(
  /(?:产值|收入|GDP|生产总值|总量|规模|投资|销售额|营收|出口额|交易额|总额|产业)(?:首次|已|将|力争|实现|达|突破|超|过|破|逾|近|约|至|到|为){0,12}$/,
);
/** A number without a unit is one only as the value of what is measured in points. */
const POINTS = gated(
  /(?:指数|得分|总分|评分|分值|系数|排名|能效比)(?:[^，。；、]{0,6}?)(?:达到|达|为|是|至|到|升至|增至)?$/,
);
const COUNTED: ReadonlySet<string> = new Set([..."个家项名人户位件"]);
const DELIMITERS = new CharacterSet(`，。；、！？）)”${BLANKS}`);
const AROUND = gatedAt(/以[上下内]|左右/y);
const SHARED_OUT = gated(/每|均|拥有量/);
/** What continues a name or a code rather than beginning a number. */
const TOP = gated(/(?:[居列入身进排][^，。；、]{0,10}|全[国省市球]|行业|世界)前$/);
const ENTERS = gated(/(?:进入|跻身|跨入|挺进|迈进|入围|进军)[^，。；、]{0,10}$/);
const QUANTITY = gated(/(?:GDP|R&D|PCT|PM2\.5|CPI|LED)[\d.,]+[多余]?[万亿%元]/);
const CODE = gated(/(?:[A-Za-z0-9./+\-–—_〔[#№§^=×]|[A-Za-z]\s)$/);

function of(comparator: Comparator, words: string): [string, Comparator][] {
  return words.split(" ").map((word) => [word, comparator]);
}

const IN_NUMBERS = new CharacterSet("0123456789.,");

/** The figures of a stretch of normalized text, in order; one pass over it. */
export function figuresIn(norm: string, start: number, end: number): Figure[] {
  const figures: Figure[] = [];
  for (let i = start; i < end; ) {
    if (!NUMERALS.has(norm.charCodeAt(i))) {
      i++;
      continue;
    }
    const figure = figureAt(norm, i, start, end);
    if (figure === undefined) i = isDigit(norm, i) ? pastNumber(norm, i, end) : i + 1;
    else {
      figures.push(figure);
      i = figure.end;
    }
  }
  return figures;
}

function pastNumber(norm: string, from: number, end: number): number {
  let i = from + 1;
  while (i < end && IN_NUMBERS.has(norm.charCodeAt(i))) i++;
  return i;
}

/** What stands before a number: from `start`, and up to `end` without white space at its end. */
interface Before {
  start: number;
  end: number;
}

function beforeOf(norm: string, at: number, from: number): Before {
  const start = Math.max(from, at - 12);
  let end = at;
  while (end > start && isBlank(norm.charCodeAt(end - 1))) end--;
  return { start, end };
}

function figureAt(norm: string, at: number, from: number, end: number): Figure | undefined {
  const char = norm.charCodeAt(at);
  if (char === Char.first || char === Char.list) return firstPlace(norm, at, Math.max(from, at - 12));
  const previous = at > from ? norm.charCodeAt(at - 1) : 0;
  const before = beforeOf(norm, at, from);
  const isHan = !isDigit(norm, at);
  if (isHan) {
    const small = stepAt(norm, at, before) ?? tenthsAt(norm, at, from, before);
    if (small !== undefined) return small;
    if (char === Char.two || isLone(norm, at, char, previous)) return undefined;
  }
  if (previous === Char.ordinal) return placeAt(norm, at, at - 1, true);
  // 前十名, 居行业前三; 前10个月 and 之前12人 are not in an order.
  if (previous === Char.top && TOP.test(norm, before.start, before.end)) {
    const place = placeAt(norm, at, at - 1, false);
    if (place !== undefined) return place;
  }
  const percent = char === Char.hundred && percentAt(norm, at);
  const first = numeralAt(norm, percent ? at + 3 : at);
  if (first === undefined || first.end > end) return undefined;
  if (!percent && first.end < end && NO_UNIT.has(norm.charCodeAt(first.end))) return undefined;
  if (isAt(norm, first.end, Char.strong) && ENTERS.test(norm, before.start, before.end))
    return placeAt(norm, at, at, false);
  if (
    !first.han &&
    CODE.test(norm, Math.max(from, at - 12), at) &&
    !QUANTITY.test(norm.slice(before.start, before.end) + norm.slice(at, first.end + 1))
  )
    return undefined;

  let last = first;
  let stop = first.end;
  let unit = percent ? { end: stop, unit: "%" } : unitAfter(norm, stop);
  let upper: number | undefined;
  const dashEnd = RANGE.endAt(norm, unit?.end ?? stop);
  if (dashEnd >= 0) {
    const second = numeralAt(norm, dashEnd);
    const shared = second && !second.han ? unitAfter(norm, second.end) : undefined;
    if (second !== undefined && shared !== undefined && (unit === undefined || unit.unit === shared.unit)) {
      upper = second.value;
      last = second;
      stop = second.end;
      unit = shared;
    } else if (unit === undefined) return undefined;
  }
  unit ??= impliedUnit(norm, at, stop, first, from, before);
  if (unit === undefined) return undefined;
  // 提升8个位次.
  if (unit.unit === "个" && norm.startsWith("位次", unit.end) && MOVED.test(norm, before.start, before.end))
    return stepOf(at, first, unit.end + 2);
  // 16.5个、14.6个百分点: parts of things are not counted.
  if (
    !Number.isInteger(first.value) &&
    COUNTED.has(unit.unit) &&
    !SHARED_OUT.test(norm, Math.max(from, at - 24), at)
  )
    return undefined;
  if (first.han && !percent && !hanCounts(norm, at, first, before)) return undefined;

  stop = unit.end;
  let comparator: Comparator = first.more || last.more ? ">=" : "=";
  const after = AFTER.exec(norm, stop);
  if (after !== null) {
    stop += after[0].length;
    comparator = AFTER_COMPARATORS.get(after[1]!)!;
  }
  let leading = 0;
  const lead = BEFORE.exec(norm, before.start, before.end)?.[1];
  const led = lead === undefined ? undefined : COMPARATORS.get(lead);
  if (led !== undefined) {
    comparator = led;
    leading = lead!.length + (previous === Char.blank ? 1 : 0);
  }
  // 3000亿级 and 5个以上的 speak of a class; 3家A is a name.
  if (isAt(norm, stop, Char.grade)) return undefined;
  // 1500万—2000万美元: the multiplier of the upper end holds for a lower one without its own.
  const value =
    upper !== undefined && first.value < upper && bareOf(norm, at, first.end)
      ? scaled(norm, at, first, last)
      : first.value;
  return {
    start: at - leading,
    end: stop,
    numberStart: at,
    value,
    unit: unit.unit,
    comparator,
    upper,
    rank: false,
    han: first.han,
  };
}

/** 一家, 二是 and the like are no figures but in an order, nor is 唯一一家. */
function isLone(norm: string, at: number, char: number, previous: number): boolean {
  if (char !== Char.oneHan && char !== Char.twoHan) return false;
  if (char === Char.oneHan && previous === Char.only) return true;
  return previous !== Char.ordinal && previous !== Char.top && !HAN.has(norm.charCodeAt(at + 1));
}

/** The unit of a number that has none written after it: of money, of a series, of points. */
function impliedUnit(
  norm: string,
  at: number,
  stop: number,
  first: Numeral,
  from: number,
  before: Before,
): { end: number; unit: string } | undefined {
  const multiplier = norm.charCodeAt(stop - 1);
  const isSum = multiplier === Char.hundredMillion;
  if (isSum && isDelimited(norm, stop) && SUM.test(norm, before.start, before.end))
    return { end: stop, unit: "元" };
  // 200亿、300亿元: of a series the last has the unit.
  if (isSum || multiplier === Char.myriad) {
    const past = SERIES.endAt(norm, stop);
    const shared = past < 0 ? undefined : unitAfter(norm, past);
    if (shared !== undefined) return { end: stop, unit: shared.unit };
  }
  const isBare = !first.han && isDelimited(norm, stop) && POINTS.test(norm, Math.max(from, at - 24), at);
  return isBare ? { end: stop, unit: "" } : undefined;
}

const isDelimited = (norm: string, at: number): boolean =>
  at >= norm.length || DELIMITERS.has(norm.charCodeAt(at)) || AROUND.test(norm, at);

const BARE_DIGITS = gated(/^[\d.,]+$/);

const bareOf = (norm: string, start: number, end: number): boolean => BARE_DIGITS.test(norm, start, end);

function scaled(
  norm: string,
  at: number,
  first: { end: number; value: number },
  last: { end: number },
): number {
  const multiplier = /(亿|万)[多余]?$/.exec(norm.slice(at, last.end))?.[1];
  if (multiplier === undefined) return first.value;
  return Number(`${norm.slice(at, first.end).replaceAll(",", "")}e${multiplier === "亿" ? 8 : 4}`);
}

function unitAfter(norm: string, at: number): { end: number; unit: string } | undefined {
  const start = isAt(norm, at, Char.blank) ? at + 1 : at;
  const unit = unitAt(norm, start);
  if (unit !== undefined) return unit;
  const end = DURATION.endAt(norm, start);
  // Where a measure of time is written the text before the number decides: 用时3天, not 会期3天.
  return end >= 0 && TAKES.test(norm, Math.max(0, start - 32), start)
    ? { end, unit: norm.slice(start, end) }
    : undefined;
}

const SMALL = new CharacterSet("一二两三四五六七八九");

/** 前进两位. */
function stepAt(norm: string, at: number, before: Before): Figure | undefined {
  if (!SMALL.has(norm.charCodeAt(at)) || !MOVED.test(norm, before.start, before.end)) return undefined;
  const step = numeralAt(norm, at);
  if (step === undefined) return undefined;
  const unit = norm[step.end];
  return unit === "位" || unit === "名" ? stepOf(at, step, step.end + 1) : undefined;
}

function stepOf(at: number, step: Numeral, end: number): Figure {
  return {
    start: at,
    end,
    numberStart: at,
    value: step.value,
    unit: "位",
    comparator: "=",
    upper: undefined,
    rank: false,
    han: false,
  };
}

/** 六成 is 60%, 六成五 65%. */
function tenthsAt(norm: string, at: number, from: number, before: Before): Figure | undefined {
  if (!isAt(norm, at + 1, Char.tenths) || !SMALL.has(norm.charCodeAt(at))) return undefined;
  if (!TENTHS.test(norm, Math.max(from, at - 24), at)) return undefined;
  const lead = BEFORE.exec(norm, before.start, before.end)?.[1] ?? "";
  const digit = (char: string | undefined): number => "一二三四五六七八九".indexOf(char ?? " ") + 1;
  const half = norm[at + 2] === "半" ? 5 : digit(norm[at + 2]);
  const end = at + (half > 0 ? 3 : 2);
  const after = AFTER.exec(norm, end);
  const comparator = COMPARATORS.get(lead);
  return {
    start: at - (comparator === undefined ? 0 : lead.length),
    end: end + (after?.[0].length ?? 0),
    numberStart: at,
    value: (norm[at] === "两" ? 2 : digit(norm[at])) * 10 + half,
    unit: "%",
    comparator: comparator ?? AFTER_COMPARATORS.get(after?.[1] ?? "") ?? "=",
    upper: undefined,
    rank: false,
    han: true,
  };
}

const MULTIPLIERS_ALONE = gated(/^[百千万亿]+$/);

/** Han numerals are figures when they are large, or counted as had; 两家, 三大 and 一批 are not. */
function hanCounts(norm: string, at: number, numeral: Numeral, before: Before): boolean {
  const length = numeral.end - at;
  if (MULTIPLIERS_ALONE.test(norm, at, numeral.end))
    return length + (numeral.value >= 1e6 ? 1 : 0) >= 2 && BARE.test(norm, before.start, before.end);
  if (numeral.value >= 10 && (numeral.more || length > 1)) {
    const last = before.end > before.start ? norm[before.end - 1] : "";
    return (last !== "近" && last !== "前") || numeral.more;
  }
  return numeral.value >= 3 && HAD.test(norm, before.start, before.end);
}

function placeAt(norm: string, at: number, start: number, ordinal: boolean): Figure | undefined {
  const numeral = numeralAt(norm, at);
  if (numeral === undefined) return undefined;
  let end = RANK_UNIT.endAt(norm, numeral.end);
  if (end < 0 && !ordinal && norm[numeral.end] === "强") end = numeral.end + 1;
  if (end < 0 && isDelimited(norm, numeral.end)) end = numeral.end;
  if (end < 0) return undefined;
  return {
    start,
    end,
    numberStart: at,
    value: numeral.value,
    unit: "位",
    comparator: ordinal ? "=" : "<=",
    upper: undefined,
    rank: true,
    han: numeral.han,
  };
}

function firstPlace(norm: string, at: number, from: number): Figure | undefined {
  if (!MAY_BE_FIRST.test(norm, Math.max(0, at - 1), Math.min(norm.length, at + 2))) return undefined;
  const end = FIRST.endAt(norm, at);
  if (end < 0 || !STANDS.test(norm, from, at)) return undefined;
  return {
    start: at > from && norm[at - 1] === "之" ? at - 1 : at,
    end,
    numberStart: at,
    value: 1,
    unit: "位",
    comparator: "=",
    upper: undefined,
    rank: true,
    han: true,
  };
}
