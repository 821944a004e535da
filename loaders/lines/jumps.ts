/** （下转第6版）, 〔上接第一版《标题》〕: where a paper says that an article goes on elsewhere, or whence it comes. */
export interface Jump {
  /** 下转, not 上接. */
  readonly onward: boolean;
  /** The page that it names, as `pageName` gives it. */
  readonly page: string;
  /** The headline that it names, or "". */
  readonly title: string;
  /** Where in the text it stands. */
  readonly start: number;
  readonly end: number;
}

const PAGE = String.raw`第?\s?([A-Za-zＡ-Ｚ]?\s?(?:[\d０-９]{1,3}|[一二三四五六七八九十]{1,3}|[①-⑳])|头|要闻)\s?版`;
const OPEN = "[（(〔【［[]";
const CLOSE = String.raw`[）)〕】］\]]`;
const NOTE = String.raw`[^（()）〔〕【】［］[\]。]{0,40}`;
const ONWARD = new RegExp(
  String.raw`${OPEN}\s?(?:下[转接]|接?转至?)${PAGE}${NOTE}${CLOSE}$|(?:^|(?<=[^（(]))[\s▶►→⇒☞─—]{0,4}下[转接]${PAGE}(?:[·•]\S{1,6})?[\s▶►→⇒☞─—]{0,4}$`,
);
const ONWARD_WITHIN = 40;
const FROM = new RegExp(
  String.raw`^(?:${OPEN}[\s◀◁←]{0,2}(?:[上紧]接|[接续])${PAGE}(${NOTE})${CLOSE}|[\s◀◁←⇐─—]{0,4}(?:[上紧]接|接(?=[^。，]{2,12}$))${PAGE}(?:[·•]\S{1,6}(?=\s|$))?[\s─—]{0,4})`,
);
const TITLE = /《([^《》]{2,40})》/;

/** Whether there may be such marks in a text. */
export const hasJumps = (text: string): boolean => text.includes("版") && ANY.test(text);
const ANY = /[转接]第?\s?[A-Za-zＡ-Ｚ]?(?:[\d０-９一二三四五六七八九十]{1,3}|[①-⑳]|头|要闻)\s?版/;

/** The mark that a text ends in: 瑞安市（下转第6版）. */
export function jumpBehind(text: string): Jump | undefined {
  const last = text.lastIndexOf("版");
  if (last < 0 || text.length - last > ONWARD_WITHIN) return undefined;
  const from = Math.max(0, last - ONWARD_WITHIN);
  const match = ONWARD.exec(text.slice(from));
  if (match === null) return undefined;
  const page = pageName(match[1] ?? match[2]!);
  return { onward: true, page, title: "", start: from + match.index, end: text.length };
}

/** The mark that a text begins with: （上接第3版）某公司. */
export function jumpBefore(text: string): Jump | undefined {
  const match = FROM.exec(text.slice(0, LONGEST));
  if (match === null) return undefined;
  const page = pageName(match[1] ?? match[3]!);
  const title = TITLE.exec(match[2] ?? "")?.[1] ?? "";
  return { onward: false, page, title, start: 0, end: match[0].length };
}
const LONGEST = 80;

/** A line that says nothing else. */
export function jumpOf(line: string): Jump | undefined {
  if (line.length > LONGEST || !line.includes("版")) return undefined;
  const before = jumpBefore(line);
  if (before !== undefined) return before.end === line.length ? before : undefined;
  const behind = jumpBehind(line);
  return behind?.start === 0 ? behind : undefined;
}

/** ０６, 06, 六 and ⑥ are page 6, A06 is page A6. */
export function pageName(page: string): string {
  const plain = page.normalize("NFKC").replace(/\s/g, "").toUpperCase();
  const ten = /^([一二三四五六七八九]?)十([一二三四五六七八九]?)$/.exec(plain);
  if (ten !== null) return String((digitOf(ten[1]!) || 1) * 10 + digitOf(ten[2]!));
  if (plain.length === 1 && digitOf(plain) > 0) return String(digitOf(plain));
  return plain.replace(/^([A-Z]?)0{1,3}(?=\d)/, "$1");
}
const digitOf = (han: string): number => (han === "" ? 0 : "零一二三四五六七八九".indexOf(han));
