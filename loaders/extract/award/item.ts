import { CharacterSet } from "../../patterns/character-set.js";
import type { DocEntity } from "../types.js";
import type { When } from "./noted.js";
import { tierOfLabel } from "./tier-labels.js";
import { type TierName, tierOfCell } from "./tiers.js";
import type { Unit } from "./units.js";
import type { Work } from "./works.js";

/** An award as a line confers it. */
export interface Conferred {
  award: DocEntity;
  tier: TierName | undefined;
  when: When[];
}

export interface Winner {
  entity: DocEntity;
  note: string;
  noteAt: number;
  /** Where the name begins, if it was read as a unit: a mark may stand before it. */
  start?: number;
}

/** What of a line's fields goes together: those between ； or ｜. */
export interface Item {
  awards: Conferred[];
  tier: TierName | undefined;
  when: When[];
  winners: Winner[];
  works: Work[];
}

/** Awards that go to persons, so that what is listed under them is names. */
export const PERSONS =
  /个人|劳动模范|劳模|工匠|奖章|能手|标兵|红旗手|工作者|技能大奖|质量官|大师|人物|专家|人才|英才|青年(?!文明)|教师|班主任|校长|护士|医师|志愿者|干部|农民工|建设者|员工|技师|名师|园丁|企业家|管理者|党员|班组?长|好人$|明星$|之星$|状元/;

export const isPost = (text: string): boolean =>
  /(?:公司|集团|大学|学院|医院|学校|[中小]学|院|所|局|厂|中心|站|部|处|科|车间)?.{0,24}(?:长|经理|书记|主任|总监|师|工|员|教授|干部|手|人|主席|专家|董事|质量官)$/.test(
    text.trim(),
  );

/** One of them is in each way to name a tier. */
const TIERED = new CharacterSet("奖提等围金银铜");

export const winnerOf = (unit: Unit): Winner => ({
  entity: unit.entity,
  note: unit.note,
  noteAt: unit.end - unit.note.length - 1,
  start: unit.start,
});

export function tierOfNote(note: string): TierName | undefined {
  if (!TIERED.within(note)) return undefined;
  for (const part of note.split(/[，、；\s]/)) {
    // 2018年（提）
    if (part === "提") return "NOMINATION";
    const tier =
      tierOfLabel(part) ??
      (/奖|^(?:提名|入围|[特一二三]等|[金银铜])$/.test(part) ? tierOfCell(part) : undefined);
    if (tier !== undefined) return tier;
  }
  return undefined;
}

/** 第五届 and 2016年 in two fields are one date. */
export function joined(when: readonly When[]): When[] {
  if (when.length !== 2) return [...when];
  const [a, b] = [when[0]!, when[1]!];
  if (a.year === undefined && b.edition === undefined) return [{ year: b.year, edition: a.edition }];
  if (a.edition === undefined && b.year === undefined) return [{ year: a.year, edition: b.edition }];
  return [...when];
}
