import { gated } from "../../patterns/gated.js";
import type { Emission } from "./emission.js";
import { fits } from "./findings.js";
import type { Scene } from "./scene.js";
import { toldInBracket } from "./told-in-brackets.js";
import { unitOf } from "./units.js";

const FOR_ONE = gated(/个人/);
/** 某公司（焊工李某2019年获评某某工匠）, 某公司（总工程师李某获个人奖）获第三届某奖: the wins of persons that brackets tell. */
export function addBracketPersons(scene: Scene, out: Emission): void {
  const { x, sentence, bracketed, notedTiers, prizes } = scene;
  for (const prize of bracketed) {
    const told = toldInBracket(x, prize, sentence.start);
    if (told === undefined || !fits(told.person, prize.award!)) continue;
    const unit = unitOf(told.person, told.start, told.end);
    const { edition, tier } = prize;
    out.add(told.person, prize.award!, tier, { year: told.year, edition }, unit, "won/in-bracket");
  }
  const awards = prizes.filter((p) => p.kind === "award");
  const [of] = awards;
  if (of === undefined || awards.some(({ award }) => award !== of.award)) return;
  for (const prize of notedTiers) {
    if (!FOR_ONE.test(x.norm, prize.start, prize.end + 2)) continue;
    const told = toldInBracket(x, prize, sentence.start);
    if (told === undefined) continue;
    const win = out.wins.find(({ to }) => to === of.award);
    const when = { year: told.year ?? win?.year, edition: of.edition ?? win?.edition };
    const unit = unitOf(told.person, told.start, told.end);
    out.add(told.person, of.award!, prize.tier, when, unit, "won/in-bracket");
  }
}
