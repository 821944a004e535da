import { gated } from "../../patterns/gated.js";
import { gatedAll } from "../../patterns/gated-all.js";
import type { Cell } from "../../types.js";
import { mentionsType } from "../spans.js";
import type { Extraction } from "../types.js";
import { tierOfLabel } from "./tier-labels.js";
import { tierOfCell } from "./tiers.js";
import { unitsIn } from "./units.js";

export type Column = "award" | "winner" | "date" | "tier" | "work" | "owner" | "note" | "place" | "other";

/** What a column's header says that it holds; the first that fits. */
const PATTERNS: readonly (readonly [Column, RegExp])[] = [
  [
    "other",
    /颁发|颁奖|授奖|授予(?:单位|机关|部门)|批准|发证|认定(?:单位|机关|部门)|评定|发布(?:单位|机关)|组织单位|主办/,
  ],
  ["owner", /权利人|专利权人|完成单位|完成人|申报单位|承担单位|起草单位|牵头单位/],
  ["work", /专利(?:名称|$)|项目(?:名称|$)|成果(?:名称|$)|标准名称|作品/],
  ["place", /所在|所属|属地|辖区|地区$|区域|归口|^(?:各)?[县市区旗州盟（）、]{2,8}$|^城市$/],
  ["note", /备注|说明|附注|事由/],
  ["tier", /等次|等级|奖级|档次|奖别|级次|奖次/],
  ["date", /届|年|时间|日期/],
  ["award", /奖项|荣誉|称号|奖励|奖种|奖名|奖牌|名号|获奖名称|认定|所获/],
  [
    "winner",
    /获奖|获得者|得主|获评|企业|单位|组织|公司|机构|个人|人员|姓名|名单|对象|园区|单位名称|主体|者$/,
  ],
];

const ASIDE = gatedAll(/[（(][^（）()]*[）)]/g);

const HEADERS = PATTERNS.map(([column, pattern]) => [column, gated(pattern)] as const);

/** What columns hold by their headers, each of which a table has again for every row. */
export class Headers {
  private readonly known = new Map<string, Column>();

  of(header: string | null): Column {
    if (header === null) return "other";
    let column = this.known.get(header);
    if (column === undefined) {
      column = columnOf(header);
      this.known.set(header, column);
    }
    return column;
  }
}

/** What the column holds by its header; what that says in brackets, 项目（专利）名称, does not part its words. */
function columnOf(header: string): Column {
  const plain = ASIDE.replace(header, "") || header;
  return HEADERS.find(([, pattern]) => pattern.test(plain))?.[0] ?? "other";
}

export function columnsOf(x: Extraction, cells: readonly Cell[], headers: Headers): Column[] {
  const kinds = cells.map((cell) => headers.of(cell.header));
  if (!kinds.includes("award"))
    cells.forEach((cell, i) => {
      const unclear = ["other", "work", "date", "tier"].includes(kinds[i]!);
      if (unclear && mentionsType(x, cell.start, cell.end, "Award")) kinds[i] = "award";
    });
  // 类别 | 单位, where the cells of the first say 正奖 and 提名奖.
  if (!kinds.includes("tier"))
    cells.forEach((cell, i) => {
      if (kinds[i] === "other" && tierOfLabel(cell.text) !== undefined) kinds[i] = "tier";
    });
  // 县区 | 荣誉称号: places themselves have the honours.
  if (!kinds.some((k) => k === "winner" || k === "owner" || k === "work")) {
    const bearers = cells.findIndex(
      (cell, i) => kinds[i] === "place" && PLACES_HEADER.test(cell.header ?? ""),
    );
    if (bearers >= 0) kinds[bearers] = "winner";
  }
  // 金奖 | 银奖: columns of those who won that tier.
  cells.forEach((cell, i) => {
    if (
      kinds[i] === "other" &&
      tierOfLabel(lastHeader(cell)) !== undefined &&
      unitsIn(x, cell.start, cell.end).length > 0
    )
      kinds[i] = "winner";
  });
  if (kinds.some((k) => k === "award" || k === "winner" || k === "owner" || k === "work")) return kinds;
  // Without a header that tells: by what the cells hold.
  return cells.map((cell) => {
    if (x.mentionsIn(cell.start, cell.end, ["Award"]).length > 0) return "award";
    if (/^(?:19|20)\d\d年?度?$|^[首第][一二三四五六七八九十\d]*届/.test(cell.text)) return "date";
    if (tierOfCell(cell.text) !== undefined && cell.text.length <= 6) return "tier";
    return x.mentionsIn(cell.start, cell.end, ["Company", "Institution", "Person", "Zone"]).length > 0
      ? "winner"
      : "other";
  });
}

const PLACES_HEADER = /^(?:各)?(?:[县市区旗州盟（）、]{2,8}|地区|城市|区域|乡镇|镇街)$/;

/** A column's own header, the lower of two. */
export const lastHeader = ({ header }: Cell): string =>
  header === null || header === undefined ? "" : header.slice(header.lastIndexOf(" ") + 1);

const EMPTY = gated(/^[\s/—\-–无]*$/);
export const isEmpty = (text: string): boolean => EMPTY.test(text);
