import { gated } from "../../patterns/gated.js";
import type { Group } from "./units.js";

/** 在|某区政府|礼堂，, 从|某市会展中心|捧回: a hall, or who it belongs to. */
const HALL = gated(
  /^[^，。；、]{1,24}?(?:礼堂|报告厅|会议厅|会议室|演播厅|大厅|影剧院|剧院|剧场|会堂|体育馆|文化馆|图书馆|博物馆|会展中心|会议中心|行政中心|市民中心|文化中心|服务中心|融媒体?中心|广场)(?:[一二三四五\d]{1,2}[楼号]|的[\u4e00-\u9fa5]{2,4})?(?:[里内上]|，|[捧抱领拿]回)/,
);
const THERE = gated(/(?:^|[^存落坐处内站])(?:在|走进|来到|走出|从)$/);

/** Whether a group only says in which hall something happened. */
export function isVenue(norm: string, floor: number, { units, start }: Group): boolean {
  const [first] = units;
  if (first === undefined || first.entity.type === "Company" || first.entity.type === "Person") return false;
  return THERE.test(norm, Math.max(floor, start - 3), start) && HALL.test(norm, start, start + 32);
}
