import { CharacterSet } from "../../patterns/character-set.js";
import { gated } from "../../patterns/gated.js";
import { lastIndexWithin } from "../spans.js";
import type { DocEntity, Extraction } from "../types.js";
import { isOfPlaces } from "./findings.js";
import { PERSONS, type Winner } from "./item.js";
import { personsNamed } from "./line-persons.js";
import { bareNames, postedName } from "./people.js";

const [CLOSE, PARTS] = ["）".charCodeAt(0), new CharacterSet("，；、 ")];
/** 中国质量协会: who confers an award. */
const GIVES = gated(/[协学商合员]会$|政府|[部厅局委]$/);
const PLACES = ["City", "County", "Zone"] as const;
const TYPES = ["Company", "Institution", "Person"] as const;
const COUNTED = gated(/[\d一二两三四五六七八九十][家个名项人位]\s?$/);
/** 由某公司获得, 主体为某公司, 获奖者：某某 */
const LABEL = gated(
  /^(?:由|为|系|子公司|旗下|全资子公司|控股子公司|成员企业|下属企业|所属企业|(?:获奖|申报|认定|获评|获得)(?:主体|单位|企业|者|人|个人|组织)[：为是]?)/,
);
const GETS = gated(/(?:获得?|获评|所获|荣获|申报|名义|为主体)$/);

/**
 * 某市市长质量奖（某铸造有限公司，第八届）, 某省五一劳动奖章（焊工王某）: who has an award, as the bracket behind it says, of those
 * whose honours a list tells.
 */
export function bearersBehind(
  x: Extraction,
  start: number,
  end: number,
  award: DocEntity,
): readonly Winner[] {
  const { norm } = x;
  if (norm.charCodeAt(end - 1) !== CLOSE) return NONE;
  const open = lastIndexWithin(norm, "（", start, end - 1);
  // 某奖企业2家（甲公司、乙公司）: those who are counted.
  if (open <= start || COUNTED.test(norm, Math.max(start, open - 6), open)) return NONE;
  const found: Winner[] = [];
  for (let at = open + 1; at < end - 1; ) {
    let to = at;
    while (to < end - 1 && !PARTS.has(norm.charCodeAt(to))) to++;
    const from = at + (LABEL.exec(norm, at, to)?.[0].length ?? 0);
    const until = to - (GETS.exec(norm, from, to)?.[0].length ?? 0);
    found.push(...bearerIn(x, from, until, award));
    at = to + 1;
  }
  return found;
}

const NONE: readonly Winner[] = [];

/** The organization or person that [start, end) names and nothing else; a person with a post before the name. */
function bearerIn(x: Extraction, start: number, end: number, award: DocEntity): readonly Winner[] {
  if (end - start < 2) return NONE;
  const [named, more] = x.mentionsIn(start, end, isOfPlaces(award.name) ? PLACES : TYPES);
  const ofPersons = PERSONS.test(award.name);
  if (named !== undefined && more === undefined && named.end === end && !GIVES.test(x.norm, start, end))
    if (named.start === start || named.type === "Person")
      return [{ entity: named.entity, note: "", noteAt: named.end }];
  const posted = postedName(x.norm, start, end);
  if (posted !== undefined) return personsNamed(x, [posted]);
  const bare = ofPersons ? bareNames(x.norm, start, end) : undefined;
  return bare?.length === 1 ? personsNamed(x, bare) : NONE;
}
