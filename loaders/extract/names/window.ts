import { PLACE_NAMES } from "./place-lexicon.js";

/** Characters that a name never spans; brackets may stand within a name only in pairs. */
const BREAKS = new Uint8Array(65536);
for (const c of "，。；：！？、“”‘’《》〈〉【】[]{}|\t\n\r #*<>=+~—…/\\,;:!?〃□■●○◆▲△※→")
  BREAKS[c.charCodeAt(0)] = 1;

/** Words after which a name begins; the longest that ends latest counts. */
const LEADS = new Set(
  (
    "授予 由 与 及 对 为 在 向 是 的 让 给 把 被 从 将 按 使 其中 包括 依托 以及 企业 获奖 支持 联合 携手 子公司 来自 拥有 例如 比如 譬如 就是 " +
    "成立 设立 走进 走访 访问 表彰 通报 推荐 引进 组建 更名为 变更为 改制为 前身为 前身是 原 现 即 系 新 由于 关于 根据 按照 经 当 到 了 着 过 " +
    "有 称 据 于 自 至 并 而 但 且 或 因 若 如 同 跟 令 请 向 往 如今 同时 另外 此外 以 名为 名叫 建立 建成 建设 获批 承担 承建 牵头 参与 隶属 下属 旗下 所属 控股 全资 " +
    "今年 去年 当年 近年 目前 日前 近日 昨日 当天 首家 一家 这家 那家 两家 三家 该 本 此 各 每 个 家 名 位 件 项 日 月 年 届 批 等"
  ).split(" "),
);
const LONGEST_LEAD = 4;
/** Leads that are part of many names as well: they count only after two characters or more of something else. */
const WITHIN_NAMES = new Set(
  "为 的 新 原 现 经 同 有 自 以 至 如 当 到 于 过 向 因 系 即 位 家 日 月 年 本 此 各 名 个 件 项 请 令 使 将 按 并 而 且 若 在 是 建设 联合 企业 建成".split(
    " ",
  ),
);

const isHan = (unit: number): boolean => unit >= 0x4e00 && unit <= 0x9fff;

/**
 * Where the name that ends at `end` begins: back to punctuation, then forward past words that lead up to a name (授予, 由),
 * and to the first place name where one stands early. `least` is the least length to leave; -1 where nothing fits.
 */
export function nameStart(norm: string, end: number, least = 4, most = 40): number {
  let low = end;
  const floor = Math.max(0, end - most);
  let depth = 0;
  while (low > floor) {
    const unit = norm.charCodeAt(low - 1);
    if (unit === 0xff09) depth++;
    else if (unit === 0xff08) {
      if (depth === 0) break;
      depth--;
    } else if (BREAKS[unit]) break;
    low--;
  }
  if (depth > 0) {
    const bracket = norm.indexOf("）", low);
    if (bracket >= 0 && bracket < end) low = bracket + 1;
  }
  let start = low;
  for (let i = low; i < end - least; i++) {
    const lead = leadEndingAt(norm, i + 1, low);
    if (lead > 0) {
      const word = norm.slice(i + 1 - lead, i + 1);
      if (!WITHIN_NAMES.has(word) || PLACE_NAMES.longestAt(norm, i + 1) !== undefined) start = i + 1;
    } else if ((norm[i] === "和" || norm[i] === "及" || norm[i] === "与") && i - start >= 2) {
      const place = PLACE_NAMES.longestAt(norm, start);
      if (place === undefined || i - place.end >= 2) start = i + 1;
    }
  }
  while (start < end && !isHan(norm.charCodeAt(start)) && !/[A-Za-z0-9（]/.test(norm[start]!)) start++;
  return end - start >= least ? start : -1;
}

function leadEndingAt(norm: string, end: number, floor: number): number {
  for (let length = Math.min(LONGEST_LEAD, end - floor); length > 0; length--)
    if (LEADS.has(norm.slice(end - length, end))) return length;
  return 0;
}
