import { BLANKS } from "../../patterns/blanks.js";
import { CharacterSet } from "../../patterns/character-set.js";
import type { When } from "./noted.js";
import { type TierName, tierAt } from "./tiers.js";
import { numeral } from "./when.js";

/** A round as a line tells it that names no award: 第三届（2018年）　提名奖. */
export interface Round extends When {
  tier: TierName | undefined;
}

const EDITION = /第([一二三四五六七八九十\d]{1,3})[届批]|首[届批]/y;
const YEAR = /((?:19|20)\d\d)(?!\d)(?:[.\-/](?:1[0-2]|0?[1-9])(?!\d))?年?度?(?:\d{1,2}月)?/y;
/** What else such a line may say: 获, 个人, 组织奖 in brackets. */
const BESIDE = /(?:荣?获得?|获奖|获评|授予|颁发|评定|个人|组织|企业|单位)/y;
const APART = new CharacterSet("；;、");
const BETWEEN = new CharacterSet(`${BLANKS}\t，,。｜|/·•—–－-:：（）()【】[]〔〕@`);
const PRIZE = "质量奖";
/** No such line is longer. */
const LONGEST = 80;

/**
 * The rounds that some stretches tell, and nothing else, as if they were one: what says again what a round has said begins the next;
 * undefined for other text.
 */
export function roundsTold(
  norm: string,
  ...stretches: readonly { start: number; end: number }[]
): Round[] | undefined {
  const rounds = new Rounds();
  for (const { start, end } of stretches) if (!rounds.read(norm, start, end)) return undefined;
  return rounds.told;
}

class Rounds {
  readonly told: Round[] = [];
  private open: Round | undefined;

  /** Whether a stretch tells nothing else. */
  read(norm: string, from: number, to: number): boolean {
    if (to - from > LONGEST) return false;
    for (let at = from; at < to; ) {
      const end = this.readWord(norm, at);
      if (end === undefined || end > to) return false;
      at = end;
    }
    return true;
  }

  /** Where the word or mark ends that begins at an offset; undefined for one of another matter. */
  private readWord(norm: string, at: number): number | undefined {
    const unit = norm.charCodeAt(at);
    if (BETWEEN.has(unit)) return at + 1;
    if (APART.has(unit)) {
      this.open = undefined;
      return at + 1;
    }
    EDITION.lastIndex = YEAR.lastIndex = BESIDE.lastIndex = at;
    const edition = EDITION.exec(norm);
    if (edition !== null) {
      this.next("edition").edition = edition[1] === undefined ? 1 : numeral(edition[1]);
      return EDITION.lastIndex;
    }
    const year = YEAR.exec(norm);
    if (year !== null) {
      this.next("year").year = Number(year[1]);
      return YEAR.lastIndex;
    }
    const tier = tierAt(norm, at) ?? (norm.startsWith(PRIZE, at) ? WINNER(at) : undefined);
    if (tier !== undefined) {
      this.next("tier").tier = tier.tier;
      return tier.end;
    }
    return BESIDE.test(norm) ? BESIDE.lastIndex : undefined;
  }

  /** The round that is told, or another where that has said it. */
  private next(key: keyof Round): Round {
    if (this.open === undefined || this.open[key] !== undefined) {
      this.open = { year: undefined, edition: undefined, tier: undefined };
      this.told.push(this.open);
    }
    return this.open;
  }
}

const WINNER = (at: number): { tier: TierName; end: number } => ({ tier: "WINNER", end: at + PRIZE.length });
