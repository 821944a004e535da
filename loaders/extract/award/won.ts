import type { EntityType } from "../../../schema/index.js";
import type { Block, Sentence } from "../../types.js";
import type { Extraction, RuleFamily } from "../types.js";
import { Context } from "./context.js";
import { fold, report, type Win } from "./findings.js";
import { honourLine } from "./honours.js";
import { reportOwners } from "./owns.js";
import { SentenceWins } from "./prose.js";
import { type RollLine, rollLine } from "./roll.js";
import { stitch, TornSentences } from "./stitch.js";
import { Announced, type Heading, headingOf } from "./structure.js";
import { rowFacts } from "./table.js";
import { unitsIn } from "./units.js";

const SILENT = new Set<Block["kind"]>(["byline", "boilerplate", "table-row"]);

const AWARD: readonly EntityType[] = ["Award"];

/** WON: who won which award, when, in which edition and tier; by tables, by rolls under headings, by prose. */
export const won: RuleFamily = {
  id: "won",
  run(x) {
    if (!x.mentions.some((m) => m.type === "Award")) return;
    const wins: Win[] = [];
    const owns: RollLine["owns"] = [];
    const announced = new Announced(x);
    const settled = new Set<Block>();
    let heading: Heading | undefined;
    let headerRow: Block | undefined;
    let table: Block["table"];
    for (const [i, block] of x.blocks.entries()) {
      if (block.kind === "table-row") {
        if (block.table !== table) headerRow = block.isHeader || namesAwards(x, block) ? block : undefined;
        table = block.table;
        const facts = block === headerRow ? undefined : rowFacts(x, block, heading, headerRow);
        if (facts === undefined) continue;
        wins.push(...facts.wins);
        owns.push(...facts.owns);
        continue;
      }
      const awards = x.mentionsIn(block.start, block.end, AWARD).length;
      const line =
        awards > 0 || heading !== undefined
          ? (rollLine(x, block, heading) ?? (awards > 0 ? honourLine(x, block, x.blocks[i + 1]) : undefined))
          : undefined;
      if (line !== undefined) {
        wins.push(...line.wins);
        owns.push(...line.owns);
        settled.add(block);
        if (line.next !== undefined) heading = line.next;
        continue;
      }
      const made = headingOf(x, block, heading, announced);
      if (made === "ends") heading = undefined;
      else if (made !== undefined) heading = made;
    }
    const context = new Context();
    const torn = new TornSentences(x);
    let block: Block | undefined;
    for (const sentence of wholeSentences(x)) {
      const opens = sentence.block !== block;
      if (opens) {
        torn.enters(sentence.block);
        if (!SILENT.has(sentence.block.kind)) context.entersBlock();
      }
      block = sentence.block;
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
      torn.leaves(sentence, x.norm.slice(sentence.end, sentence.block.end).trim() === "");
    }
    report(x, fold(wins));
    reportOwners(x, owns);
  },
};

/** Whether a table's first row names awards and nobody: each of its columns lists the winners of one. */
function namesAwards(x: Extraction, row: Block): boolean {
  return (
    x.mentionsIn(row.start, row.end, ["Award"]).length > 0 &&
    unitsIn(x, row.start, row.end).length === 0 &&
    !/(?:19|20)\d\d/.test(x.norm.slice(row.start, row.end))
  );
}

/** Sentences up to 。！？, the parts between ； joined: 授予甲；乙等5家组织质量奖 is one. */
function* wholeSentences(x: Extraction): Generator<Sentence> {
  let open: Sentence | undefined;
  for (const sentence of x.sentences) {
    if (
      open !== undefined &&
      open.block === sentence.block &&
      x.norm.slice(open.start, open.end).trimEnd().endsWith("；")
    ) {
      open = { ...open, end: sentence.end };
      continue;
    }
    if (open !== undefined) yield open;
    open = sentence;
  }
  if (open !== undefined) yield open;
}
