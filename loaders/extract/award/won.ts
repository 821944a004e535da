import { BLANKS } from "../../patterns/blanks.js";
import { CharacterSet } from "../../patterns/character-set.js";
import { gated } from "../../patterns/gated.js";
import type { Block, Cell, Sentence } from "../../types.js";
import { oncePer } from "../once.js";
import { firstFrom, mentionsType } from "../spans.js";
import type { DocEntity, Extraction, RuleFamily } from "../types.js";
import { allBut } from "./all-but.js";
import { roundsOfPapers, withAnnouncedRounds } from "./announced-rounds.js";
import { answered, isTold } from "./answered.js";
import { heedShares } from "./apportioned.js";
import { whoWasAsked } from "./asked-who.js";
import { Context } from "./context.js";
import { countedMembers } from "./counted-members.js";
import { datedRoll } from "./dated-rolls.js";
import { fold, report, type Win } from "./findings.js";
import { headedRounds, heedHeadings } from "./headed-rounds.js";
import { ledHonours } from "./led-honours.js";
import { explainsSigns } from "./legend.js";
import { heedSentences } from "./list-notes.js";
import { mentionListed } from "./listed-persons.js";
import { type ListFacts, readLists } from "./lists.js";
import { namedAnswers } from "./named-answers.js";
import { reportOwners } from "./owns.js";
import { withEditions, withRoundsTold, withYearOfTitle } from "./pairs.js";
import { SentenceWins } from "./prose.js";
import { heedRounds } from "./said-rounds.js";
import { hasTiers } from "./tiers.js";
import { sentencesOfCell } from "./told-cells.js";
import { withoutTowns } from "./towns.js";
import { withYearOfBlock, withYearOfContext } from "./undated.js";
import { unitOf } from "./units.js";
import { withWorks } from "./work-wins.js";

const BLANK = new CharacterSet(BLANKS);
const isSilent = (kind: Block["kind"]): boolean =>
  kind === "byline" || kind === "boilerplate" || kind === "table-row";

/** A. 甲　B. 乙　C. 丙: the choices of a quiz. */
const CHOICES = gated(/^A[.、．：] ?[^。；]{2,40}? ?B[.、．：]/);

/** What the lists of a document say, if it names an award. */
const listed = oncePer((x): { facts: ListFacts | undefined } => ({
  facts: x.mentions.some((m) => m.type === "Award") ? readLists(x) : undefined,
}));

/**
 * WON, its first part: what tables and rolls under headings say. The prose is read apart from them, as both have much code:
 * of documents that are read side by side all have their lists read first, then their prose, and then their wins compared.
 */
export const wonByLists: RuleFamily = {
  id: "won/lists",
  run(x) {
    if (listed(x).facts !== undefined) mentionListed(x);
  },
};

/** WON, its second part: what the prose adds. */
export const wonByProse: RuleFamily = {
  id: "won/prose",
  run(x) {
    const { facts } = listed(x);
    if (facts === undefined) return;
    const { wins, settled, told, headed } = facts;
    const main = mainAward(x);
    const context = new Context(main.award, main.titled);
    context.tellsLists(wins, headed);
    let block: Block | undefined;
    let silent = false;
    let named: readonly Win[] = NONE;
    const papers = roundsOfPapers(x);
    let paper = 0;
    for (const sentence of wholeSentences(x)) {
      const opens = sentence.block !== block;
      block = sentence.block;
      if (opens) {
        silent =
          isSilent(block.kind) || CHOICES.test(x.norm, block.start, Math.min(block.end, block.start + 60));
        if (!silent && !isPlainQuestion(x, block) && !SPEAKER_ALONE.test(x.norm, block.start, block.end))
          context.entersBlock();
        const round = headedRounds(x).get(block);
        if (round?.award !== undefined)
          context.speaksOf(
            round.award,
            round.edition,
            round.year === undefined ? [] : [round.year],
            sentence,
          );
        // What lists have told is no prose.
        silent ||= settled.has(block) || explainsSigns(x, block);
      }
      if (opens && block.kind === "byline") context.hearsQuestion(x, sentence);
      if (opens && x.norm[block.end - 1] === "？") {
        if (block.kind === "byline") context.entersBlock();
        context.hearsOpenQuestion(x, sentence);
      }
      const ledTo = opens && !silent ? ledHonours(x).get(block) : undefined;
      if (ledTo !== undefined)
        context.salience.isAbout(x, [unitOf(ledTo, block.start, block.start)], sentence);
      const cells = opens ? facts.cells.get(block) : undefined;
      if (cells !== undefined) readCells(x, block, cells, sentence.index, context, wins);
      // 某奖，某市占四席——甲、乙和丙；另一席属于个人，他是…: a list has told those that nothing but marks part.
      if (silent && settled.has(block))
        for (const win of countedMembers(x, sentence))
          if (!wins.some((one) => one.from === win.from && one.to === win.to)) wins.push(win);
      if (silent) continue;
      while (papers[paper] !== undefined && papers[paper]!.start < sentence.end) {
        const { award, edition, year, start } = papers[paper++]!;
        if (start < sentence.start) continue;
        context.announces(award, edition, year, false);
        context.speaksOf(award, edition, year === undefined ? [] : [year], sentence);
      }
      if (opens) {
        named = namedAnswers(x, block);
        for (const win of named) wins.push(win);
      }
      const roll = datedRoll(x, sentence);
      const rest = roll ?? allBut(x, sentence) ?? whoWasAsked(x, sentence);
      if (roll !== undefined) context.speaksOf(roll[0]!.to, undefined, [], sentence);
      if (rest !== undefined) {
        for (const win of rest) wins.push(win);
        context.salience.passes(x, sentence);
        continue;
      }
      const answer = opens ? answered(x, sentence, context, wins) : undefined;
      if (answer !== undefined) wins.push(answer);
      const members = countedMembers(x, sentence);
      const kept: Win[] = [];
      if (SentenceWins.relevant(x, sentence, context)) {
        const found = new SentenceWins(x, sentence, context).run();
        // A list within the sentence has told it better.
        if (!told.some(({ start }) => start >= sentence.start && start < sentence.end))
          for (const win of found)
            if (!isNamed(x, win, named) && !isMember(x, win, members, sentence) && isTold(x, win, block))
              kept.push(win);
      } else context.salience.passes(x, sentence);
      for (const win of members) if (!kept.some((one) => isSame(one, win))) kept.push(win);
      for (const win of kept) wins.push(win);
    }
  },
};

const NONE: readonly Win[] = [];

/** Whether a block asks something, and names no award: what was spoken of before it is near as it was. */
const isPlainQuestion = (x: Extraction, { start, end }: Block): boolean =>
  x.norm[end - 1] === "？" && end - start <= LONGEST_QUESTION && !mentionsType(x, start, end, "Award");
const LONGEST_QUESTION = 60;
/** [15:06 某某] on a line of its own: who says what follows. */
const SPEAKER_ALONE = gated(/^[[【〔（(](?=[^[\]【】]{0,20}\d{1,2}[：:]\d\d)[^[\]【】]{2,24}[\]】〕）)]：?$/);

/** Whether an answer that lists winners has told it: of the same award, or where it names no other. */
const isNamed = (x: Extraction, { to, start, end }: Win, named: readonly Win[]): boolean =>
  named.some(
    (one) =>
      one.start < end &&
      one.end > start &&
      (one.to === to || x.mentionsIn(start, end, AWARD).every((m) => m.entity !== to)),
  );
const AWARD = ["Award"] as const;

const isSame = (a: Win, b: Win): boolean =>
  a.from === b.from && a.to === b.to && (a.tier ?? "WINNER") === (b.tier ?? "WINNER");

/** Whether a win is told better as that of one of so many: with another tier, or of an award that the sentence does not name. */
const isMember = (x: Extraction, win: Win, members: readonly Win[], { start, end }: Sentence): boolean =>
  members.some(
    (one) =>
      one.from === win.from &&
      !isSame(one, win) &&
      (one.to === win.to || x.mentionsIn(start, end, AWARD).every((m) => m.entity !== win.to)),
  );

/** Reads the cells of a row that are prose, each by itself. */
function readCells(
  x: Extraction,
  block: Block,
  cells: readonly Cell[],
  index: number,
  context: Context,
  wins: Win[],
): void {
  for (const cell of cells) {
    context.entersBlock();
    for (const sentence of sentencesOfCell(x.norm, block, cell, index))
      if (SentenceWins.relevant(x, sentence, context))
        for (const win of new SentenceWins(x, sentence, context).run()) wins.push(win);
  }
}

/** WON: who won which award, when, in which edition and tier; by the lists and the prose that were read before. */
export const won: RuleFamily = {
  id: "won",
  run(x) {
    const { facts } = listed(x);
    if (facts === undefined) return;
    const { wins, owns } = facts;
    heedShares(x, wins);
    heedSentences(x, wins);
    heedHeadings(x, wins);
    heedRounds(x, wins);
    withRoundsTold(x, wins);
    withYearOfBlock(x, wins);
    withYearOfTitle(x, wins);
    withAnnouncedRounds(x, wins);
    const told = withYearOfContext(x, fold(withWorks(x, withoutTowns(x, withEditions(x, wins)))));
    withRoundsTold(x, told);
    report(x, told);
    reportOwners(x, owns);
  },
};

/** The one prize that the title or the line below it names, or else the one that most mentions of prizes mean; whether it is titled. */
function mainAward(x: Extraction): { award: DocEntity | undefined; titled: boolean } {
  const counts = new Map<DocEntity, number>();
  let all = 0;
  let titled: DocEntity | undefined;
  let several = false;
  for (const { type, entity, start, end } of x.mentions) {
    if (type !== "Award" || !hasTiers(entity.name)) continue;
    all++;
    counts.set(entity, (counts.get(entity) ?? 0) + 1);
    if (several || entity === titled || !isTitled(x, start, end)) continue;
    if (titled !== undefined) several = true;
    titled = entity;
  }
  if (titled !== undefined && !several) return { award: titled, titled: true };
  for (const [award, n] of counts) if (n * 2 > all) return { award, titled: false };
  return { award: undefined, titled: false };
}

/** Whether a stretch lies in a title or in one of the first two blocks. */
function isTitled({ blocks }: Extraction, start: number, end: number): boolean {
  const at = firstFrom(blocks, start + 1) - 1;
  if (at < 0) return false;
  const block = blocks[at]!;
  return end <= block.end && (at < 2 || block.kind === "title");
}

/** Whether the last character of [start, end) that is not white space is ；. */
function endsInSemicolon(norm: string, start: number, end: number): boolean {
  let at = end - 1;
  while (at >= start && BLANK.has(norm.charCodeAt(at))) at--;
  return at >= start && norm.charCodeAt(at) === SEMICOLON;
}

const SEMICOLON = "；".charCodeAt(0);

/** Sentences up to 。！？, the parts between ； joined: 授予甲；乙等5家组织质量奖 is one. */
function wholeSentences({ sentences, norm }: Extraction): Sentence[] {
  const whole: Sentence[] = [];
  for (let i = 0; i < sentences.length; i++) {
    const first = sentences[i]!;
    const { start, block, index } = first;
    let { end } = first;
    while (i + 1 < sentences.length && sentences[i + 1]!.block === block && endsInSemicolon(norm, start, end))
      end = sentences[++i]!.end;
    whole.push(end === first.end ? first : { start, end, block, index });
  }
  return whole;
}
