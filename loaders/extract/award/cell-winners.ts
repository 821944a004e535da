import { gated } from "../../patterns/gated.js";
import type { Cell } from "../../types.js";
import type { DocEntity, Extraction } from "../types.js";
import { lastHeader } from "./columns.js";
import { tierOfNote } from "./item.js";
import { tierOfMark } from "./legend.js";
import { tiersOfNote } from "./note-tiers.js";
import { datesOf, type When } from "./noted.js";
import { organizationsIn } from "./organizations.js";
import { bareNames } from "./people.js";
import { tierOfLabel } from "./tier-labels.js";
import { type TierName, tierAt, tierOfCell } from "./tiers.js";
import { isFirm, isPlaceUnit, type Unit, unitsIn } from "./units.js";

/** What a cell for works says: which one, and of its prize when and in which tier. */
export interface WorkCell {
  work: DocEntity | undefined;
  tier: TierName | undefined;
  when: When[];
}

/** 一种…方法（第二十四届，银奖）, 国家标准《某某》　二等奖, 组织奖: with what a work's cell tells of the prize behind it, or alone. */
const PRIZE_BEHIND = gated(
  /(?:（([^（）]{0,40}[届批奖][^（）]{0,40})）|(?:^|\s)([\u4e00-\u9fa5]{1,6}奖))\s{0,4}$/,
);

const KIND =
  /^(?:(?:发明|实用新型|外观设计)?专利|(?:科研|科技)?(?:项目|成果)|(?:国家|行业|地方|团体)?标准)：/;
/** 团体标准《|某某|》, “|某方法|”专利（发明）: the title between the marks. */
const IN_MARKS =
  /^[^“”《》]{0,10}[“《]([^“”《》]{3,60})[”》](?:(?:系列)?(?:国家|行业|地方|团体|国际|企业)?标准|项目|专利|成果)?(?:（[^（）]{2,16}）)?$/;

export function workOf(x: Extraction, cell: Cell, award: DocEntity): WorkCell {
  const header = cell.header ?? "";
  // 项目（专利）名称: either, as the award has it.
  const isPatent = /专利/.test(award.name) || (/专利/.test(header) && !/项目|成果/.test(header));
  const type = isPatent ? "Patent" : "Initiative";
  const behind = PRIZE_BEHIND.exec(cell.text);
  const text = behind === null ? cell.text : cell.text.slice(0, behind.index).trimEnd();
  const told = behind === null ? "" : (behind[1] ?? behind[2]!);
  const end = cell.start + text.length;
  // 专利：一种…方法, 标准：《某某》国家标准: of what kind it is.
  const name = text.replace(KIND, "").replace(IN_MARKS, "$1");
  const work =
    name === ""
      ? undefined
      : (x.mentionsIn(cell.start, cell.end, [type])[0]?.entity ??
        x.entity(type, name, { start: cell.start, end, rule: "won/achievement" }));
  return { work, tier: tierOfCell(told), when: behind === null ? [] : datesOf(x, end, cell.end) };
}

/** 姓名 | 工作单位: where one column names persons, the other says whose they are. */
export function withoutEmployers(x: Extraction, cells: readonly Cell[]): readonly Cell[] {
  const persons: Cell[] = [];
  let employersOnly = true;
  for (const cell of cells)
    if (namesPersons(x, cell)) persons.push(cell);
    else if (!EMPLOYER.test(cell.header ?? "")) employersOnly = false;
  return persons.length > 0 && employersOnly ? persons : cells;
}

function namesPersons(x: Extraction, cell: Cell): boolean {
  if (/姓名|^个人|人员|^人物|同志/.test(cell.header ?? "")) return true;
  for (const { entity } of winnersIn(x, cell)) if (entity.type === "Person") return true;
  return false;
}

const EMPLOYER =
  /^(?:所在|工作|任职|推荐|现)?(?:单位|企业|公司|机构)(?:名称)?(?:[及和与、]?(?:职务|岗位|职称|工种|身份)){0,2}$/;

/** The characters beside a name that may be a mark: ★甲公司, 甲公司*, 甲公司*（某县）. */
const markBeside = ({ norm }: Extraction, cell: Cell, { start, end, note }: Unit): string => {
  const beforeNote = note === "" ? "" : norm.slice(end - note.length - 3, end - note.length - 2);
  return (
    norm.slice(Math.max(cell.start, start - 1), start) +
    beforeNote +
    norm.slice(end, Math.min(cell.end, end + 1))
  );
};

/** How many names a cell lists. */
const partsOf = (norm: string, { start, end }: Cell): number => norm.slice(start, end).split("、").length;

/** 某某（某公司总监）|（提名奖） */
const SECOND_NOTE = gated(/^\s?（([^（）]{2,8})）/);
const OF_PERSONS = gated(/姓名|个人|人员|人物|获奖者|获奖人|同志/);

export function winnersIn(
  x: Extraction,
  cell: Cell,
  /** Whether the award goes to persons, so that a bare name is one. */
  ofPersons = false,
): { entity: DocEntity; note: When[]; tier: TierName | undefined }[] {
  const units = unitsIn(x, cell.start, cell.end);
  // 提名奖单位: the column's header gives the tier.
  const header = lastHeader(cell);
  const headed = tierAt(header, 0)?.tier ?? tierOfLabel(header);
  const named = OF_PERSONS.test(header);
  if (units.length === 0 && (ofPersons || named))
    return (bareNames(x.norm, cell.start, cell.end, named) ?? []).map(({ start, end }) => ({
      entity: x.entity("Person", x.norm.slice(start, end).replace(/\s/g, ""), {
        start,
        end,
        rule: "won/listed-person",
      }),
      note: [],
      tier: undefined,
    }));
  // 凤岭云雾茶业、天马电缆: names that only the column makes ones.
  if (!ofPersons && !named && units.every((unit) => isFirm(unit) || isPlaceUnit(unit))) {
    const listed = units.length < partsOf(x.norm, cell) ? organizationsIn(x, cell, true) : undefined;
    if (listed !== undefined)
      return listed.map(({ entity, note, noteAt }) => ({
        entity,
        note: /[年届批]/.test(note) ? datesOf(x, noteAt, noteAt + note.length) : [],
        tier: (/奖|提名/.test(note) ? tierOfCell(note) : undefined) ?? headed,
      }));
  }
  return units.flatMap((unit) => {
    const { entity } = unit;
    const parts = unit.note === "" ? undefined : tiersOfNote(x, unit.note, unit.end - unit.note.length - 1);
    if (parts !== undefined) return parts.map(({ tier, when }) => ({ entity, note: when, tier }));
    const dated = /[年届批]|^(?:19|20)\d\d(?!\d)/.test(unit.note) && !/成立|前身|创/.test(unit.note);
    return {
      entity,
      note: dated ? datesOf(x, unit.end - unit.note.length - 1, unit.end - 1) : [],
      tier:
        tierOfNote(unit.note) ??
        tierOfLabel(SECOND_NOTE.exec(x.norm, unit.end, cell.end)?.[1] ?? "") ??
        tierOfMark(x, markBeside(x, cell, unit)) ??
        headed,
    };
  });
}
