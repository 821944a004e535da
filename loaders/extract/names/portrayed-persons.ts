import { CharacterSet } from "../../patterns/character-set.js";
import { gated } from "../../patterns/gated.js";
import type { Block } from "../../types.js";
import { candidate } from "../candidate.js";
import type { Candidate, NameDetector } from "../types.js";
import { isGiven, looksLikeName } from "./person-names.js";
import { PLACE_NAMES } from "./place-lexicon.js";

const LONGEST_HEADING = 40;
/** With what a heading begins before the name: its number or signs, and the trade of whom it names. */
const BEFORE =
  /^(?:第?[一二三四五六七八九十\d]{1,3}[、.．篇：｜ ]{1,3}|[（(][一二三四五六七八九十\d]{1,3}[）)]|[①-⑳]|[◆◇■□●○★☆▲▶▍◎·【「『]{1,3})? ?(?:[\u4e00-\u9fa5]{1,8}[长员师工匠手记理任] )?/;
/** The name, and behind a mark what is said of its bearer. */
const NAMED = /^([\u4e00-\u9fa5]{2,3})(?:$|[】」』]$| ?(?:｜|\||——|—|：|·|\/) ?[^\s，。；]{4,30}$)/;
/** How a text goes on of whom its heading names. */
const TOLD = gated(/^(?:现[任为]|[他她](?!们)|[男女]，|(?:19|20)\d\d年出?生)/);
const MARKS = new CharacterSet("｜|—：·/】」』");

/** 张某某——焊花里的人生, 车间主任　李某 above their honours: whom headings name by nothing else than their form. */
export const portrayedPersons: NameDetector = {
  id: "name/person-portrayed",
  detect({ norm, blocks }) {
    const found: Candidate[] = [];
    let sure = false;
    let full = 0;
    for (let i = 0; i + 1 < blocks.length; i++) {
      const name = nameOf(norm, blocks[i]!);
      if (name === undefined) continue;
      const { start } = blocks[i + 1]!;
      const told = TOLD.test(norm, start, start + 8);
      sure ||= told;
      if (name.end - name.start > 2 && isGiven(norm.slice(name.start + 1, name.end))) full++;
      found.push(candidate("Person", name.start, name.end, "name/person-portrayed", 0.75, -1));
    }
    return sure || full > 1 ? found : [];
  },
};

function nameOf(norm: string, { kind, start, end }: Block): { start: number; end: number } | undefined {
  if (kind === "title" || kind === "table-row" || end - start > LONGEST_HEADING) return undefined;
  if (end - start > 16 && !MARKS.within(norm, start, end)) return undefined;
  const line = norm.slice(start, end);
  const lead = BEFORE.exec(line)![0].length;
  const name = NAMED.exec(line.slice(lead))?.[1];
  if (name === undefined || !looksLikeName(name)) return undefined;
  if (PLACE_NAMES.get(name) !== undefined) return undefined;
  return { start: start + lead, end: start + lead + name.length };
}
