import type { EntityType } from "../../../schema/index.js";
import type { DocEntity, Extraction } from "../types.js";
import { unitsIn } from "./units.js";

/** An organization in a list, with the text in brackets after it. */
export interface Listed {
  entity: DocEntity;
  note: string;
  noteAt: number;
}

const ENTRY = /^\s{0,20}([\u4e00-\u9fa5A-Za-z\d·]{5,30})(?:（([^（）]{0,200})）)?\s{0,20}$/;
/** What names of organizations end in that no detector knows by their endings alone. */
const KINDS: readonly (readonly [EntityType, RegExp])[] = [
  ["Company", /(?:公司|集团|总厂|[厂矿店行]|合作社|联合社)$/],
  ["GovernmentBody", /(?:[^药供]局|政府|委员会|管委会|办公室|街道办事处|支队|大队|海关)$/],
  [
    "Institution",
    /(?:[所院站校园社馆台]|中心|分院|分校|大学|[中小]学|协会|学会|商会|联盟|基地|工会|党委|党支部|医院|服务队|医院[\u4e00-\u9fa5]{2,6}[科部室])$/,
  ],
];
/** Which kind of organization a name is of by its ending; undefined for what is none. */
export const kindOf = (name: string): EntityType | undefined => KINDS.find(([, p]) => p.test(name))?.[0];

const NO_NAME =
  /^(?:授予|表彰|命名|认定|评选|公布|给予)|获|申报|以下|^[\u4e00-\u9fa5]{2,3}[与和][\u4e00-\u9fa5]{2}$|以上|名单|公示|联系|推荐|分别|单位[：]|[的了在是]|[省市县区部国]家?级.{0,8}(?:工厂|车间|中心|基地|园|店|站)$|(?:绿色|智能|数字化?|灯塔|未来|标杆|示范|诚信)(?:工厂|车间|中心|基地|园|店|站|社)$/;

const GIVEN = /^(?:授予|颁给|表彰|表扬|命名|认定|评选|评定)/;

/** 某镇藏毯产业服务站、某医院分院: the organizations that a list's entry names; undefined where one part is none. */
export function organizationsIn(x: Extraction, field: { start: number; end: number }): Listed[] | undefined {
  const found: Listed[] = [];
  let at = field.start;
  for (const part of x.norm.slice(field.start, field.end).split("、")) {
    const end = at + part.length;
    const [unit, more] = unitsIn(x, at, end);
    const match = ENTRY.exec(part);
    const whole = unit !== undefined && more === undefined && part.trim().length === unit.end - unit.start;
    if (whole) found.push({ entity: unit.entity, note: unit.note, noteAt: unit.end - unit.note.length - 1 });
    else {
      const type = match === null || NO_NAME.test(part) ? undefined : kindOf(match[1]!);
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
