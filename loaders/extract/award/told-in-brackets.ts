import { gated } from "../../patterns/gated.js";
import { indexWithin, lastIndexWithin } from "../spans.js";
import type { DocEntity, Extraction } from "../types.js";
import type { Prize } from "./prize.js";

/** Between a person and what that one has won: 2019年获评, 同时获. */
const WON_BY =
  /^(?:本人|则|也|还|又|曾|已|同时|同年|同届){0,3}(?:于)?(?:((?:19|20)\d\d)年)?(?:[^，。；（）]{0,4})(?:荣?获得?|获评|荣膺|当选|被评为|被授予|被命名为|摘得|拿下|捧回|[是为])[^，。；（）]{0,6}$/;
const NOT_WON = gated(/未|没|拟|申报|推荐|候选|参评|争|冲|入围|提名人/);
const LONGEST = 60;
const PERSON_TYPE = ["Person"] as const;

/** A person of whom a bracket behind a firm's name, or behind its prize, tells a win: 某公司（总工程师李某获个人奖）. */
interface Told {
  person: DocEntity;
  start: number;
  end: number;
  year: number | undefined;
}

/** Whose win the bracket tells in which a prize stands; undefined where it names no person as the winner. */
export function toldInBracket(x: Extraction, prize: Prize, floor: number): Told | undefined {
  const { norm } = x;
  const open = lastIndexWithin(norm, "（", Math.max(floor, prize.start - LONGEST), prize.start);
  if (open < 0) return undefined;
  const person = x.mentionsIn(open, prize.start, PERSON_TYPE).at(-1);
  if (person === undefined) return undefined;
  const lead = norm.slice(person.end, prize.start);
  const match = WON_BY.exec(lead);
  if (match === null || NOT_WON.test(norm, person.end, prize.end)) return undefined;
  const close = indexWithin(norm, "）", prize.end, Math.min(norm.length, prize.end + LONGEST));
  const year = prize.years[0] ?? (match[1] === undefined ? undefined : Number(match[1]));
  return { person: person.entity, start: person.start, end: close < 0 ? prize.end : close, year };
}
