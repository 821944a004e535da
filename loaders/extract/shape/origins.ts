import { gated } from "../../patterns/gated.js";

const WAS = gated(/(?:是|曾为|曾是|曾任|原是|出身于|来自)(?:[^，。；]{0,8}前的?|原|老)?$/);
const FORMERLY = gated(
  /^的?(?:一名|一位)?(?:老|普通)?(?:技术员|职工|员工|工人|厂长|学徒|干部|工程师|徒弟|师傅|会计|供销员|车间主任|骨干)/,
);

const CALLED_THEN = gated(
  /(?:老名字|原名|旧名|旧称|前称|曾用名|前身|以前|当时|那时|那会儿|起初|最初|早年|当年|建厂时)(?:还|就)?(?:叫做?|是|为|名为|称为?)“?$/,
);

const MADE_OF = gated(/(?:由|从)(?:原来?的?)?“?$/);
const BECAME = gated(/^”?(?:改制|改组|演变|重组|分立|改建|转制|整合|合并|脱胎)(?:而|来|成|为|组建)/);

/**
 * Whether what stands in [start, end) is but where a person has come from, 董事长某某是改制前|某厂|的技术员, or what was an organization's
 * name, 我们厂1969年建的，老名字叫|某厂, or what it was made of, 由|某研究所|改制而来的甲公司.
 */
export const isOrigin = (norm: string, from: number, start: number, end: number): boolean =>
  (FORMERLY.test(norm, end, Math.min(norm.length, end + 10)) && WAS.test(norm, from, start)) ||
  CALLED_THEN.test(norm, Math.max(from, start - 10), start) ||
  (BECAME.test(norm, end, Math.min(norm.length, end + 6)) &&
    MADE_OF.test(norm, Math.max(from, start - 6), start));
