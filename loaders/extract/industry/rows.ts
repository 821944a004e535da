import { gated } from "../../patterns/gated.js";
import type { Block, Cell } from "../../types.js";
import { mentionsType } from "../spans.js";
import type { Extraction } from "../types.js";
import { itemsWithin } from "./items.js";
import { relateFirms } from "./relate-firms.js";

const BUSINESS = gated(
  /主营|主要产品|主导产品|核心产品|产品(?:类别|名称)?$|业务(?:范围|领域|方向)?$|行业$|产业$|经营范围|所属领域|细分领域|行业(?:类别|领域|分类)/u,
);
const NOT_BUSINESS = gated(/获奖|项目|品牌|专利|奖|标准/u);
/** Names of sectors too wide to say what a firm does. */
const WIDE = /^(?:制造|服务|农|工|建筑|第[一二三]产|教育|医疗|公共服务|社会组织|其他|综合|个人|组织)业?$/u;

const tellsBusiness = ({ header }: Cell): boolean =>
  header !== null && BUSINESS.test(header) && !NOT_BUSINESS.test(header);

/** The first cell that names a firm, but for those that tell what firms do. */
function holderIn(x: Extraction, cells: readonly Cell[], but: Cell): Cell | undefined {
  for (const cell of cells)
    if (cell !== but && !BUSINESS.test(cell.header ?? "") && mentionsType(x, cell.start, cell.end, "Company"))
      return cell;
  return undefined;
}

/** A row with firms and, under 主营 or 行业, what they do; of as many lines in both cells, line by line. */
export function businessRows(x: Extraction, block: Block): void {
  const cells = block.cells!.filter(tellsBusiness);
  if (cells.length === 0) return;
  const sentence = x.sentenceAt(block.start);
  if (sentence === undefined) return;
  for (const cell of cells) {
    const holder = holderIn(x, block.cells!, cell);
    if (holder === undefined) continue;
    const firms = x.mentionsIn(holder.start, holder.end, ["Company"]).map((mention) => mention.entity);
    // 某公司 总经理 某某: the row is of the person.
    const parts = partsOf(x.norm, cell.start, cell.end);
    const dealt = firms.length > 1 && parts.length === firms.length;
    for (const [i, part] of parts.entries()) {
      const items = itemsWithin(x, part.start, part.end).filter(
        ({ name }) => name.length >= 2 && !WIDE.test(name),
      );
      relateFirms(x, sentence, dealt ? [firms[i]!] : firms, items, "industry/row");
    }
  }
}

/** The lines of a cell. */
function partsOf(norm: string, from: number, to: number): { start: number; end: number }[] {
  const parts: { start: number; end: number }[] = [];
  let start = from;
  for (let i = from; i <= to; i++)
    if (i === to || /[\s；/]/u.test(norm[i]!)) {
      if (i > start) parts.push({ start, end: i });
      start = i + 1;
    }
  return parts;
}
