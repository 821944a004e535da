import type { Sentence } from "../../types.js";
import type { Extraction } from "../types.js";
import type { Context } from "./context.js";
import { Dating } from "./dating.js";
import { Emission } from "./emission.js";
import type { Win } from "./findings.js";
import { failedAfter, ofSelection, rewarded } from "./guards.js";
import type { Prize } from "./prizes.js";
import { Scene } from "./scene.js";
import { Subjects } from "./subject.js";
import { VerbalWins } from "./verbal.js";
import { BEARER, VerblessWins } from "./verbless.js";
import { Verbs } from "./verbs.js";

const RELEVANT =
  /奖|上榜|榜上有名|称号|入选|获评|捧杯|折桂|牌子|殊荣|荣誉|桂冠|名列其中|在列|胜出|中选|夺魁|夺冠|登台|得主|如愿/;
const RUMOUR = /误传|谣言|不实信息|虚假信息/;
const TITLE_END = /奖$/;
const SERIES =
  /^(?:[”]|称号|荣誉|等(?:[\d一二三四五六七八九十百]+[余多]?[项个])?(?:[\u4e00-\u9fa5]{0,6}(?:荣誉|称号|奖项))?|（[^（）]{0,20}）)*(?:、|和|与|及|以及|，并|，以及|以及其|，?再?到)[“]?$|^”“$/;

/** What the prose of one sentence says of who won what; the context is read and brought up to date. */
export class SentenceWins {
  private readonly scene: Scene;
  private readonly subjects: Subjects;
  private readonly verbs: Verbs;
  private readonly verbal: VerbalWins;
  private readonly verbless: VerblessWins;
  private readonly out: Emission;

  static relevant(x: Extraction, { start, end }: Sentence, context: Context): boolean {
    if (x.mentionsIn(start, end, ["Award"]).length > 0) return true;
    return context.award !== undefined && RELEVANT.test(x.norm.slice(start, end));
  }

  constructor(
    x: Extraction,
    private readonly sentence: Sentence,
    private readonly context: Context,
  ) {
    this.scene = new Scene(x, sentence, context);
    this.subjects = new Subjects(this.scene);
    this.verbs = new Verbs(this.scene);
    const dating = new Dating(this.scene);
    this.out = new Emission(this.scene, dating);
    this.verbal = new VerbalWins(this.scene, this.subjects, dating, this.out);
    this.verbless = new VerblessWins(this.scene, this.subjects, this.verbs, this.out);
  }

  run(): Win[] {
    const { prizes, bracketed } = this.scene;
    let previousEnd = this.sentence.start;
    if (!RUMOUR.test(this.scene.norm.slice(this.sentence.start, this.sentence.end))) {
      for (let i = 0; i < prizes.length; ) {
        const series = [prizes[i]!];
        while (++i < prizes.length && this.joined(series.at(-1)!, prizes[i]!)) series.push(prizes[i]!);
        this.series(series, previousEnd);
        for (const prize of series) this.note(prize);
        previousEnd = series.at(-1)!.end;
      }
    }
    for (const prize of bracketed) this.verbless.besideName(prize);
    this.subjects.remember(this.sentence.end);
    this.context.salience.names(this.scene.units);
    return this.out.wins;
  }

  private joined(a: Prize, b: Prize): boolean {
    return a.kind !== "won" && b.kind !== "won" && SERIES.test(this.scene.norm.slice(a.end, b.start));
  }

  private note(prize: Prize): void {
    if (prize.kind !== "award") return;
    // 同届某奖: the edition given before.
    const same = /(?:[本该同此]|[这同]一)届$/.test(this.scene.norm.slice(this.sentence.start, prize.start));
    const edition = prize.edition ?? (same ? this.context.editionOf(prize.award!) : undefined);
    this.context.speaksOf(prize.award!, edition, prize.years, this.sentence);
  }

  private series(series: readonly Prize[], previousEnd: number): void {
    const first = series[0]!;
    const last = series.at(-1)!;
    const after = this.scene.norm.slice(last.end, this.sentence.end);
    if (
      first.kind !== "won" &&
      (ofSelection(after) || rewarded(this.scene.norm.slice(this.sentence.start, first.start), after))
    )
      return;
    if (this.verbless.inBracketAfter(series, last.end) || this.verbless.countedThenNamed(series, last.end))
      return;
    if (this.verbless.handedTo(series)) return;
    const verb =
      this.verbs.fetched(first, last) ??
      this.verbs.verbOf(first, previousEnd) ??
      this.verbs.oftenBefore(first);
    const give = verb?.cls === "give" && !this.verbs.passive(verb);
    if (verb === undefined || (verb.cls === "be" && !this.bearable(series, after))) {
      this.verbless.run(series, previousEnd);
      return;
    }
    if (failedAfter(after) || this.verbs.speaksOtherwise(verb)) return;
    if (give) this.verbal.given(series, verb);
    else this.verbal.gotten(series, verb, previousEnd);
  }

  /** 是 and 为 join a winner only with what it is (标杆企业, 劳动模范, 得主) or with a tier. */
  private bearable(series: readonly Prize[], after: string): boolean {
    return series.every(
      (p) =>
        p.kind === "tier" ||
        (p.kind === "award" &&
          (!TITLE_END.test(p.award!.name) || BEARER.test(after) || p.tier !== undefined)),
    );
  }
}
