import type { Block } from "../../types.js";
import type { Extraction } from "../types.js";
import { notedHonours } from "./cards.js";
import { chainIn } from "./chains.js";
import type { Win } from "./findings.js";
import { subjectOf, winsOfSubject } from "./honours.js";
import { personsInChain } from "./person-chains.js";
import { entryOfPerson } from "./person-entries.js";
import { tiersInTurn } from "./tiers-in-turn.js";

/** What a block tells of honours by its own form, whatever stands above it; `told` is the stretch of prose that it has told. */
export interface OwnWins {
  wins: readonly Win[];
  /** Undefined where all of the block is told. */
  told: { start: number; end: number } | undefined;
}

/** The wins of a block that reads as a whole: a bracket of honours, a directory's entry, a chain of persons or of years, tiers in turn. */
export function ownWins(x: Extraction, block: Block): OwnWins | undefined {
  const whole = notedHonours(x, block) ?? entryOfPerson(x, block);
  if (whole !== undefined) return { wins: whole, told: undefined };
  const chain = personsInChain(x, block) ?? chainIn(x, block);
  if (chain !== undefined) return { wins: chain.wins, told: chain };
  const inTurn = tiersInTurn(x, block);
  const holder = inTurn === undefined ? undefined : subjectOf(x, block);
  return holder === undefined ? undefined : { wins: winsOfSubject(holder, inTurn!, block), told: undefined };
}
