import { gated } from "../../patterns/gated.js";

const WAS = gated(/(?:是|曾为|曾是|曾任|原是|出身于|来自)(?:[^，。；]{0,8}前的?|原|老)?$/);
const FORMERLY = gated(
  /^的?(?:一名|一位)?(?:老|普通)?(?:技术员|职工|员工|工人|厂长|学徒|干部|工程师|徒弟|师傅|会计|供销员|车间主任|骨干)/,
);

/** 董事长某某是改制前|某厂|的技术员: whether what stands in [start, end) is but where a person has come from. */
export const isOrigin = (norm: string, from: number, start: number, end: number): boolean =>
  FORMERLY.test(norm, end, Math.min(norm.length, end + 10)) && WAS.test(norm, from, start);
