import { gated } from "../../patterns/gated.js";
import { gatedAll } from "../../patterns/gated-all.js";
import type { Block, Cell } from "../../types.js";
import type { Extraction } from "../types.js";
import { datesOfHeader, type HeaderPrize, headedBy } from "./cell-prizes.js";
import { tierOfLabel } from "./tier-labels.js";

/** `aside` is a column of those who confer, propose or pay: never of winners, whatever its cells name. */
export type Column =
  | "award"
  | "winner"
  | "date"
  | "tier"
  | "work"
  | "owner"
  | "note"
  | "place"
  | "aside"
  | "other";

/** What a column's header says that it holds; the first that fits. */
const PATTERNS: readonly (readonly [Column, RegExp])[] = [
  [
    "aside",
    /金额|奖金|资金|(?:颁发|颁奖|授奖|批准|发证)(?!年|时间|日期)|[授颁]授?[予奖牌]?(?:单位|机关|部门|机构)|认定(?:单位|机关|部门)|评定(?!年|时间|日期|等|结果)|发布(?:单位|机关)|组织单位|主办|责任(?:单位|部门|主体|人)|主管(?:单位|部门)|配合(?:单位|部门)|完成时限|(?:推荐|报送|初审|监督)(?:单位|部门|地区|机关|机构)/,
  ],
  [
    "owner",
    /权利人|专利权人|^[承参]建(?:单位|方|企业)?$|(?:施工|总承?包)(?:单位|方|企业)|完成单位|完成人|申报单位|承担单位|起草单位|牵头单位/,
  ],
  ["work", /专利(?:名称|$)|(?:项目|工程)(?:名称|$)|成果(?:名称?|$)|标准(?:名称?|$)|作品/],
  [
    "place",
    /所在|所属|属地|辖区|地区$|区域(?!荣誉|称号|名片|品牌|奖项)|归口|^(?:各)?[县市区旗州盟（）、]{2,8}$|^城市$/,
  ],
  ["note", /备注|说明|附注|(?<!奖励|奖补|获奖|表彰)事由/],
  ["tier", /等次|等级|奖 ?级|档次|奖别|级次|奖次|获奖结果|^(?:评[选审定])?结果$/],
  ["date", /届|年|时间|日期|月份|何时|^(?:19|20)\d\d$/],
  [
    "award",
    /奖项|荣誉(?!主体)|称号|^牌子|招牌|名片|奖励|奖种|奖名|奖牌|名号|获奖(?:名称|情况|记录|类别|成果|经历)|认定|所获/,
  ],
  [
    "winner",
    /获奖|获得者|得主|获评|企业|单位|组织|公司|机构|个人|人员|姓名|名单|对象|园区|单位名称|主体|归属|^花落|^谁|者$/,
  ],
];

const ASIDE = gatedAll(/[（(][^（）()]*[）)]/g);

const HEADERS = PATTERNS.map(([column, pattern]) => [column, gated(pattern)] as const);

/** What the column holds by its header; what that says in brackets, 项目（专利）名称, does not part its words. */
function columnOf(header: string): Column {
  const plain = ASIDE.replace(header, "") || header;
  // 颁发单位／说明
  if (NOTE.test(plain)) return "note";
  return HEADERS.find(([, pattern]) => pattern.test(plain))?.[0] ?? "other";
}

const NOTE = gated(/说明|备注|^(?:目前|当前)?(?:状态|状况|进展|进度)/);

/** What columns hold by their headers, each of which a table has again for every row. */
export class Headers {
  private readonly known = new Map<string, Column>();
  /** The first row of the table that was asked for last, and what its cells name. */
  private row: Block | undefined = undefined;
  private prizes: readonly (HeaderPrize | undefined)[] | undefined = undefined;

  of(header: string | null): Column {
    if (header === null) return "other";
    let column = this.known.get(header);
    if (column === undefined) {
      column = columnOf(header);
      this.known.set(header, column);
    }
    return column;
  }

  /** The award that each column of a table is headed by, with what a second row of headers tells; undefined where none is. */
  prizesOf(
    x: Extraction,
    row: Block | undefined,
    below: Block | undefined,
  ): readonly (HeaderPrize | undefined)[] | undefined {
    if (row !== this.row) {
      this.row = row;
      this.prizes = row?.cells === undefined ? undefined : headersIn(x, row.cells, below?.cells);
    }
    return this.prizes;
  }
}

function headersIn(
  x: Extraction,
  cells: readonly Cell[],
  below: readonly Cell[] | undefined,
): (HeaderPrize | undefined)[] | undefined {
  const prizes: (HeaderPrize | undefined)[] = [];
  let any = false;
  for (const [i, cell] of cells.entries()) {
    // An empty cell beside an award's name is spanned by it, where it has names below it.
    const over =
      below !== undefined && cell.text === "" && (below[i]?.text ?? "") !== "" ? prizes[i - 1] : undefined;
    const prize = over ?? headedBy(x, cell);
    prizes.push(prize);
    any ||= prize !== undefined;
  }
  if (below !== undefined)
    for (const [i, cell] of below.entries()) any = toldBelow(x, prizes, i, cell) || any;
  if (any) besideTiers(cells, prizes);
  return any ? prizes : undefined;
}

/** 正奖 or 第四届（2019年） below the name of an award, or another award: what the second row of headers says of a column. */
function toldBelow(x: Extraction, prizes: (HeaderPrize | undefined)[], i: number, cell: Cell): boolean {
  const over = prizes[i];
  const tier = tierOfLabel(cell.text);
  const when = datesOfHeader(cell.text);
  if (over !== undefined && (tier !== undefined || when !== undefined))
    prizes[i] = {
      ...over,
      tier: tier ?? over.tier,
      edition: when?.edition ?? over.edition,
      years: when?.year === undefined ? over.years : [when.year],
    };
  else if (tier === undefined) prizes[i] = headedBy(x, cell) ?? over;
  return prizes[i] !== undefined;
}

/** 市长质量奖 | 提名奖: a column headed by a tier beside that of the one award is of that award. */
function besideTiers(cells: readonly Cell[], prizes: (HeaderPrize | undefined)[]): void {
  let only: HeaderPrize | undefined;
  for (const prize of prizes) {
    if (prize === undefined) continue;
    if (only !== undefined && prize.award !== only.award) return;
    only ??= prize;
  }
  if (only === undefined) return;
  const { award, edition, years } = only;
  for (let i = 0; i < cells.length; i++) {
    const tier = prizes[i] === undefined ? tierOfLabel(cells[i]!.text) : undefined;
    if (tier !== undefined) prizes[i] = { award, tier, when: [], edition, years };
  }
}
