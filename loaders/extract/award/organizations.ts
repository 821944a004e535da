import type { EntityType } from "../../../schema/index.js";
import { gated } from "../../patterns/gated.js";
import { isTradeName, kindOf, mayBeName } from "../names/organization-kinds.js";
import type { DocEntity, Extraction } from "../types.js";
import { unitsIn } from "./units.js";

/** An organization in a list, with the text in brackets after it. */
export interface Listed {
  entity: DocEntity;
  note: string;
  noteAt: number;
}

const ENTRY = /^\s{0,20}([\u4e00-\u9fa5A-Za-z\d·]{4,30})(?:（([^（）]{0,200})）)?\s{0,20}$/;
/** How long a name at least is that only its ending makes one. */
const SHORTEST = 5;
const GIVEN = /^(?:授予|颁给|表彰|表扬|命名|认定|评选|评定)/;

/** 第一届某奖提名奖授予某馆: a clause. */
const CONFERS = gated(/奖(?:（[^（）]{1,6}）)?(?:授予|颁给|颁予)/);

/** 某镇藏毯产业服务站、某医院分院: the organizations that a list's entry names; undefined where one part is none. */
export function organizationsIn(
  x: Extraction,
  field: { start: number; end: number },
  /** Whether a name may go without a legal form: 凤岭云雾茶业. */
  byTrade = false,
): Listed[] | undefined {
  const found: Listed[] = [];
  let at = field.start;
  for (const part of x.norm.slice(field.start, field.end).split("、")) {
    const end = at + part.length;
    if (CONFERS.test(part)) return undefined;
    const [unit, more] = unitsIn(x, at, end);
    const match = ENTRY.exec(part);
    const whole = unit !== undefined && more === undefined && part.trim().length === unit.end - unit.start;
    if (whole) found.push({ entity: unit.entity, note: unit.note, noteAt: unit.end - unit.note.length - 1 });
    else {
      const type = match === null ? undefined : typeOf(part, match[1]!, byTrade);
      if (type === undefined) return undefined;
      const name = match![1]!.replace(GIVEN, "");
      const start = at + part.indexOf(name);
      const span = { start, end: start + name.length };
      found.push({
        entity: x.entity(type, name, { ...span, rule: "won/listed-organization" }),
        note: match![2] ?? "",
        noteAt: span.end + 1,
      });
    }
    at = end + 1;
  }
  return found.length === 0 ? undefined : found;
}

function typeOf(part: string, name: string, byTrade: boolean): EntityType | undefined {
  const type = name.length >= SHORTEST && mayBeName(part) ? kindOf(name) : undefined;
  return type ?? (byTrade && isTradeName(name) ? "Company" : undefined);
}
