import { BLANKS } from "../../patterns/blanks.js";
import { CharacterSet } from "../../patterns/character-set.js";
import type { Block, Sentence } from "../../types.js";
import type { DocEntity, Extraction, RuleFamily } from "../types.js";
import { Context } from "./context.js";
import { fold, report } from "./findings.js";
import { mentionListed } from "./listed-persons.js";
import { readLists } from "./lists.js";
import { reportOwners } from "./owns.js";
import { withEditions } from "./pairs.js";
import { SentenceWins } from "./prose.js";
import { stitch, TornSentences } from "./stitch.js";
import { hasTiers } from "./tiers.js";

const BLANK = new CharacterSet(BLANKS);
const SILENT = new Set<Block["kind"]>(["byline", "boilerplate", "table-row"]);

/** WON: who won which award, when, in which edition and tier; by tables, by rolls under headings, by prose. */
export const won: RuleFamily = {
  id: "won",
  run(x) {
    if (!x.mentions.some((m) => m.type === "Award")) return;
    const { wins, owns, settled, headed } = readLists(x);
    mentionListed(x);
    const context = new Context(...mainAward(x));
    context.tellsLists(wins, headed);
    const torn = new TornSentences(x);
    let block: Block | undefined;
    for (const sentence of wholeSentences(x)) {
      const opens = sentence.block !== block;
      if (opens) {
        torn.enters(sentence.block);
        if (!SILENT.has(sentence.block.kind)) context.entersBlock();
      }
      block = sentence.block;
      if (opens && block.kind === "byline") context.hearsQuestion(x, sentence);
      if (opens && x.norm[block.end - 1] === "？") {
        if (block.kind === "byline") context.entersBlock();
        context.hearsOpenQuestion(x, sentence);
      }
      if (SILENT.has(sentence.block.kind) || settled.has(sentence.block)) continue;
      const tail = opens ? torn.before(sentence) : undefined;
      if (tail !== undefined) {
        context.resumes();
        const { x: view, sentence: whole, home } = stitch(x, tail, sentence);
        if (SentenceWins.relevant(view, whole, context))
          wins.push(...new SentenceWins(view, whole, context).run().map(home));
      } else if (SentenceWins.relevant(x, sentence, context))
        wins.push(...new SentenceWins(x, sentence, context).run());
      else context.salience.passes(x, sentence);
      torn.leaves(sentence);
    }
    report(x, fold(withEditions(x, wins)));
    reportOwners(x, owns);
  },
};

/** The one prize that the title or the line below it names, or else the one that most mentions of prizes mean; whether it is titled. */
function mainAward(x: Extraction): [DocEntity | undefined, boolean] {
  const prizes = x.mentions.filter((m) => m.type === "Award" && hasTiers(m.entity.name));
  const heads = x.blocks.filter((b, i) => b.kind === "title" || i < 2);
  const titled = new Set(
    prizes.filter((m) => heads.some((b) => m.start >= b.start && m.end <= b.end)).map((m) => m.entity),
  );
  if (titled.size === 1) return [[...titled][0], true];
  const counts = new Map<DocEntity, number>();
  for (const { entity } of prizes) counts.set(entity, (counts.get(entity) ?? 0) + 1);
  const all = prizes.length;
  const [most] = [...counts].sort((a, b) => b[1] - a[1]);
  return [most !== undefined && most[1] * 2 > all ? most[0] : undefined, false];
}

/** The last character of a span that is not white space. */
function lastMark(norm: string, { start, end }: Sentence): string | undefined {
  let at = end - 1;
  while (at >= start && BLANK.has(norm.charCodeAt(at))) at--;
  return at < start ? undefined : norm[at];
}

/** Sentences up to 。！？, the parts between ； joined: 授予甲；乙等5家组织质量奖 is one. */
function* wholeSentences(x: Extraction): Generator<Sentence> {
  let open: Sentence | undefined;
  for (const sentence of x.sentences) {
    if (open !== undefined && open.block === sentence.block && lastMark(x.norm, open) === "；") {
      open = { ...open, end: sentence.end };
      continue;
    }
    if (open !== undefined) yield open;
    open = sentence;
  }
  if (open !== undefined) yield open;
}
