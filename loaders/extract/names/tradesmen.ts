import { CharacterSet } from "../../patterns/character-set.js";
import { candidate } from "../candidate.js";
import type { Candidate } from "../types.js";
import { isGiven, nameLength } from "./person-names.js";
import { isHan } from "./window.js";

/** What is no trade though 工 ends it: 施工, 加工, 竣工, 人工. */
const NO_TRADE = new CharacterSet("施加竣开动完复返停招用务人手化军职员民分义理轻重建总美天河沙");
/** What 工 begins a word with: 工程, 工段, 工商. */
const GOES_ON = new CharacterSet("程段时商期党");
/** How long what stands before 工 in a clause may be. */
const [SHORTEST, LONGEST] = [1, 8];

/** 施釉工|高某某三十年不出次品: the full name behind a trade, known to a list or not, with which a clause begins. */
export function tradesmen(norm: string, found: Candidate[]): void {
  for (let at = norm.indexOf("工"); at >= 0; at = norm.indexOf("工", at + 1)) {
    if (NO_TRADE.has(norm.charCodeAt(at - 1)) || GOES_ON.has(norm.charCodeAt(at + 1))) continue;
    let start = at;
    while (start > 0 && at - start <= LONGEST && isHan(norm.charCodeAt(start - 1))) start--;
    if (at - start < SHORTEST || at - start > LONGEST) continue;
    const length = nameLength(norm, at + 1);
    if (length === 3 && isGiven(norm.slice(at + 2, at + 4)))
      found.push(candidate("Person", at + 1, at + 4, "name/person-after-trade", 0.7));
  }
}
