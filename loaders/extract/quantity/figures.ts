import { unitAt } from "../../lexicon/units.js";
import { numeralAt, percentAt } from "./numerals.js";

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
  upper?: number;
  /** A place in an order (第4位, 前10名) rather than an amount. */
  rank: boolean;
  han: boolean;
}

enum Kind {
  none = 0,
  digit = 1,
  han = 2,
}
const KINDS = new Uint8Array(65536);
for (const digit of "0123456789") KINDS[digit.charCodeAt(0)] = Kind.digit;
for (const han of "一二两三四五六七八九十百千万亿首榜") KINDS[han.charCodeAt(0)] = Kind.han;

const BEFORE =
  /(不少于|不低于|不下|不止|越过|不小于|不超过|不高于|不多于|不大于|少于|低于|小于|高于|大于|超过|超出|超|突破|逾|至少|不足|不到|将近|接近|大约|约|近|过|破|上|达)$/;
const COMPARATORS: Readonly<Record<string, Comparator>> = {
  不少于: ">=",
  不下: ">=",
  不止: ">=",
  不低于: ">=",
  不小于: ">=",
  超过: ">=",
  越过: ">=",
  超出: ">=",
  超: ">=",
  突破: ">=",
  逾: ">=",
  至少: ">=",
  过: ">=",
  破: ">=",
  高于: ">=",
  大于: ">=",
  不超过: "<=",
  不高于: "<=",
  不多于: "<=",
  不大于: "<=",
  少于: "<=",
  低于: "<=",
  小于: "<=",
  不足: "<=",
  不到: "<=",
  将近: "~",
  接近: "~",
  大约: "~",
  约: "~",
  近: "~",
};
const AFTER = /(?:及|或)?(以上|之上|以内|之内|以下|左右|上下|多|余)/y;
const AFTER_COMPARATORS: Readonly<Record<string, Comparator>> = {
  以上: ">=",
  之上: ">=",
  多: ">=",
  余: ">=",
  以内: "<=",
  之内: "<=",
  以下: "<=",
  左右: "~",
  上下: "~",
};
const RANGE = /\s?(?:[—–~～-]{1,2}|至|到)\s?/y;
const RANK_UNIT = /(?:位次?|名(?!录|单|称)|席)/y;
const FIRST = /首位|榜首|首席位|(?<=之)首|(?<=[居列])首(?=[，。；、）])/y;
/** Before Han numerals of one digit: what says that something is had, so that it is a count and no figure of speech. */
const HAD =
  /(?:建成|建有|拥有|新增|累计|累计有|现有|共有|已有|达到|获批|设立|成立|引进|培育|下辖)(?:了|约|近)?$/;
/** Before a step in an order: 前进两位. */
const MOVED = /(?:前进|前移|晋升|进位|进|提升|上升|跃升|升|后退|后移|下降|下滑|退|降|跌)了?$/;
/** 占全国的六成: tenths, as far as a share or rate is told. */
const TENTHS = /(?:占|率|比重|比例|份额)[^，。；]{0,16}$/;
/** 由5天压缩到1.5天: a time that something takes and no while that passes. */
const TAKES = /(?:时间|时长|时限|周期|用时|耗时)[^，。；]{0,16}$/;
const DURATION = /(?:个)?(?:工作日|小时)|分钟|天|秒/y;
/** Before a bare multiplier: 近千万元, 突破千亿元. */
const BARE = /(?:近|超|超过|逾|突破|过|破|达|达到|上)$/;
/** 总产值突破500亿 leaves the unit of money out. */
/** Further numbers of a series, up to the unit of the last. */
const SERIES = /(?:、[\d.]{1,12}[万亿]){0,6}[、和到至][\d.]{1,12}[万亿](?=元|美元)/y;
const SUM =
  /(?:产值|收入|GDP|生产总值|总量|规模|投资|销售额|营收|出口额|交易额|总额|产业)(?:首次|已|将|力争|实现|达|突破|超|过|破|逾|近|约|至|到|为){0,12}$/;
/** A number without a unit is one only as the value of what is measured in points. */
const POINTS =
  /(?:指数|得分|总分|评分|分值|系数|排名|能效比)(?:[^，。；、]{0,6}?)(?:达到|达|为|是|至|到|升至|增至)?$/;
const COUNTED: ReadonlySet<string> = new Set([..."个家项名人户位件"]);
const DELIMITER = /[\s，。；、！？）)”]|$|以[上下内]|左右/y;
/** What continues a name or a code rather than beginning a number. */
const TOP = /(?:[居列入身进排][^，。；、]{0,10}|全[国省市球]|行业|世界)前$/;
const ENTERS = /(?:进入|跻身|跨入|挺进|迈进|入围|进军)[^，。；、]{0,10}$/;
const QUANTITY = /(?:GDP|R&D|PCT|PM2\.5|CPI|LED)[\d.,]+[多余]?[万亿%元]/;
const CODE = /(?:[A-Za-z0-9./+\-–—_〔[#№§^=×]|[A-Za-z]\s)$/;

/** The figures of a stretch of normalized text, in order; one pass over it. */
export function figuresIn(norm: string, start: number, end: number): Figure[] {
  const figures: Figure[] = [];
  for (let i = start; i < end; ) {
    const kind = KINDS[norm.charCodeAt(i)]!;
    if (kind === Kind.none) {
      i++;
      continue;
    }
    const figure = figureAt(norm, i, start, end);
    if (figure === undefined) i = pastNumber(norm, i, end);
    else {
      figures.push(figure);
      i = figure.end;
    }
  }
  return figures;
}

function pastNumber(norm: string, from: number, end: number): number {
  let i = from + 1;
  if (KINDS[norm.charCodeAt(from)] !== Kind.digit) return i;
  while (i < end && (KINDS[norm.charCodeAt(i)] === Kind.digit || norm[i] === "." || norm[i] === ",")) i++;
  return i;
}

function figureAt(norm: string, at: number, from: number, end: number): Figure | undefined {
  const char = norm[at]!;
  if (char === "首" || char === "榜")
    return test(FIRST, norm, at) ? firstPlace(at, norm.slice(Math.max(from, at - 12), at)) : undefined;
  const previous = at > from ? norm[at - 1] : "";
  const before = norm.slice(Math.max(from, at - 12), at).trimEnd();
  if ("两三四五六七八九一二".includes(char) && MOVED.test(before)) {
    const step = numeralAt(norm, at);
    if (step !== undefined && /[位名]/.test(norm[step.end] ?? "")) return stepOf(at, step);
  }
  const tenths = "一二两三四五六七八九".indexOf(char);
  if (tenths >= 0 && norm[at + 1] === "成" && TENTHS.test(norm.slice(Math.max(from, at - 24), at)))
    return tenthsAt(norm, at, before);
  if (char === "两") return undefined;
  // 一家, 二是 and the like are no figures but in an order.
  // 唯一一家.
  if (char === "一" && previous === "唯") return undefined;
  const lone = char === "一" || char === "二";
  if (lone && previous !== "第" && previous !== "前" && KINDS[norm.charCodeAt(at + 1)] !== Kind.han)
    return undefined;
  if (previous === "第") return placeAt(norm, at, true);
  // 前十名, 居行业前三; 前10个月 and 之前12人 are not in an order.
  if (previous === "前" && TOP.test(before)) {
    const place = placeAt(norm, at, false);
    if (place !== undefined) return place;
  }
  const percent = char === "百" && percentAt(norm, at);
  const first = numeralAt(norm, percent ? at + 3 : at);
  if (first === undefined || first.end > end) return undefined;
  if (norm[first.end] === "强" && ENTERS.test(before)) {
    const place = placeAt(norm, at, false);
    return place === undefined ? undefined : { ...place, start: at };
  }
  if (
    !first.han &&
    CODE.test(norm.slice(Math.max(from, at - 12), at)) &&
    !QUANTITY.test(before + norm.slice(at, first.end + 1))
  )
    return undefined;

  let last = first;
  let stop = first.end;
  let unit = percent ? { end: stop, unit: "%" } : unitAfter(norm, stop);
  let upper: number | undefined;
  RANGE.lastIndex = unit?.end ?? stop;
  const dash = RANGE.exec(norm);
  if (dash !== null) {
    const second = numeralAt(norm, RANGE.lastIndex);
    const shared = second && !second.han ? unitAfter(norm, second.end) : undefined;
    if (second !== undefined && shared !== undefined && (unit === undefined || unit.unit === shared.unit)) {
      upper = second.value;
      last = second;
      stop = second.end;
      unit = shared;
    } else if (unit === undefined) return undefined;
  }
  if (
    unit === undefined &&
    /[亿]$/.test(norm.slice(at, stop)) &&
    test(DELIMITER, norm, stop) &&
    SUM.test(before)
  )
    unit = { end: stop, unit: "元" };
  // 200亿、300亿元: of a series the last has the unit.
  if (unit === undefined && /[万亿]$/.test(norm.slice(at, stop))) {
    SERIES.lastIndex = stop;
    const shared = SERIES.test(norm) ? unitAfter(norm, SERIES.lastIndex) : undefined;
    if (shared !== undefined) unit = { end: stop, unit: shared.unit };
  }
  if (unit === undefined) {
    const bare =
      test(DELIMITER, norm, stop) && !first.han && POINTS.test(norm.slice(Math.max(from, at - 24), at));
    if (!bare) return undefined;
    unit = { end: stop, unit: "" };
  }
  // 提升8个位次.
  if (unit.unit === "个" && norm.startsWith("位次", unit.end) && MOVED.test(before))
    return { ...stepOf(at, first), end: unit.end + 2 };
  // 16.5个、14.6个百分点: parts of things are not counted.
  if (
    !Number.isInteger(first.value) &&
    COUNTED.has(unit.unit) &&
    !/每|均|拥有量/.test(norm.slice(Math.max(from, at - 24), at))
  )
    return undefined;
  if (first.han && !percent && !hanCounts(norm, at, first, before)) return undefined;

  stop = unit.end;
  let comparator: Comparator = first.more || last.more ? ">=" : "=";
  AFTER.lastIndex = stop;
  const after = AFTER.exec(norm);
  if (after !== null) {
    stop += after[0].length;
    comparator = AFTER_COMPARATORS[after[1]!]!;
  }
  const lead = BEFORE.exec(before);
  const gap = at - from > 0 && norm[at - 1] === " " ? 1 : 0;
  const leading = lead === null ? 0 : COMPARATORS[lead[1]!] === undefined ? 0 : lead[1]!.length + gap;
  if (leading > 0) comparator = COMPARATORS[lead![1]!]!;
  // 3000亿级 and 5个以上的 speak of a class; 3家A is a name.
  if (norm[stop] === "级") return undefined;
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
    ...(upper === undefined ? {} : { upper }),
    rank: false,
    han: first.han,
  };
}

function bareOf(norm: string, start: number, end: number): boolean {
  return /^[\d.,]+$/.test(norm.slice(start, end));
}

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
  const start = norm[at] === " " ? at + 1 : at;
  const unit = unitAt(norm, start);
  if (unit !== undefined || !test(DURATION, norm, start)) return unit;
  // Where a measure of time is written the text before the number decides: 用时3天, not 会期3天.
  return TAKES.test(norm.slice(Math.max(0, start - 32), start))
    ? { end: DURATION.lastIndex, unit: norm.slice(start, DURATION.lastIndex) }
    : undefined;
}

function stepOf(at: number, step: { value: number; end: number }): Figure {
  return {
    start: at,
    end: step.end + 1,
    numberStart: at,
    value: step.value,
    unit: "位",
    comparator: "=",
    rank: false,
    han: false,
  };
}

/** 六成 is 60%, 六成五 65%. */
function tenthsAt(norm: string, at: number, before: string): Figure {
  const lead = BEFORE.exec(before)?.[1] ?? "";
  const digit = (char: string | undefined): number => "一二三四五六七八九".indexOf(char ?? " ") + 1;
  const half = norm[at + 2] === "半" ? 5 : digit(norm[at + 2]);
  const end = at + (half > 0 ? 3 : 2);
  AFTER.lastIndex = end;
  const after = AFTER.exec(norm);
  return {
    start: at - (COMPARATORS[lead] === undefined ? 0 : lead.length),
    end: after === null ? end : AFTER.lastIndex,
    numberStart: at,
    value: (norm[at] === "两" ? 2 : digit(norm[at])) * 10 + half,
    unit: "%",
    comparator: COMPARATORS[lead] ?? AFTER_COMPARATORS[after?.[1] ?? ""] ?? "=",
    rank: false,
    han: true,
  };
}

/** Han numerals are figures when they are large, or counted as had; 两家, 三大 and 一批 are not. */
function hanCounts(
  norm: string,
  at: number,
  numeral: { value: number; end: number; more: boolean },
  before: string,
): boolean {
  const written = norm.slice(at, numeral.end);
  if (/^[百千万亿]+$/.test(written))
    return written.length + (numeral.value >= 1e6 ? 1 : 0) >= 2 && BARE.test(before);
  if (numeral.value >= 10 && (numeral.more || written.length > 1))
    return !/[近前]$/.test(before) || numeral.more;
  return numeral.value >= 3 && HAD.test(before);
}

function placeAt(norm: string, at: number, ordinal: boolean): Figure | undefined {
  const numeral = numeralAt(norm, at);
  if (numeral === undefined) return undefined;
  const unit = test(RANK_UNIT, norm, numeral.end) ? RANK_UNIT.lastIndex : undefined;
  const strong = !ordinal && norm[numeral.end] === "强" ? numeral.end + 1 : undefined;
  const end = unit ?? strong ?? (test(DELIMITER, norm, numeral.end) ? numeral.end : undefined);
  if (end === undefined) return undefined;
  return {
    start: at - 1,
    end,
    numberStart: at,
    value: numeral.value,
    unit: "位",
    comparator: ordinal ? "=" : "<=",
    rank: true,
    han: numeral.han,
  };
}

function firstPlace(at: number, before: string): Figure | undefined {
  if (!/(?:居|列|位居|名列|排名|排|保持)[^，。；]{0,8}$/.test(before)) return undefined;
  return {
    start: before.endsWith("之") ? at - 1 : at,
    end: FIRST.lastIndex,
    numberStart: at,
    value: 1,
    unit: "位",
    comparator: "=",
    rank: true,
    han: true,
  };
}

function test(sticky: RegExp, text: string, at: number): boolean {
  sticky.lastIndex = at;
  return sticky.test(text);
}
