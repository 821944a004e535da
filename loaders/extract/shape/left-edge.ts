import { HARD_LEADS, NOT_LEADS, OPENERS, SOFT_LEADS } from "../../lexicon/leads.js";
import { oncePerText } from "../../lexicon/together.js";
import { Trie } from "../../lexicon/trie.js";
import { CharacterSet } from "../../patterns/character-set.js";
import { SYMBOLS } from "../../patterns/symbols.js";
import { PLACE_NAMES } from "../names/place-lexicon.js";
import { lastIndexWithin } from "../spans.js";

const HARD = 1;
const SOFT = 2;
const WITHIN = 3;
const STOP = 4;

const LEADS: readonly (readonly [string, number])[] = [
  ...SOFT_LEADS.map((word): [string, number] => [word, SOFT]),
  ...HARD_LEADS.map((word): [string, number] => [word, HARD]),
  ...NOT_LEADS.map((word): [string, number] => [word, WITHIN]),
];
/** Those of one character stand everywhere: they are told when an edge is looked for. */
const LONGER = Trie.of<number>(LEADS.filter(([word]) => word.length > 1)).shared();
const OPENER = Trie.ofWords(OPENERS).shared();

/** By unit: whether it is a lead, or a STOP, a character that no name spans. */
const UNITS = new Uint8Array(65536);
for (const [word, kind] of LEADS) if (word.length === 1) UNITS[word.charCodeAt(0)] = kind;
for (const c of "，。；：！？、《》〈〉【】[]{}|\t\n\r #*<>=~.,;:!?〃（") UNITS[c.charCodeAt(0)] = STOP;
for (const unit of SYMBOLS) UNITS[unit] = STOP;

const CLOSING_BRACKET = "）".charCodeAt(0);
const CLOSING_QUOTE = "”".charCodeAt(0);
/** The longest bracket or quotation that may stand within a name. */
const LONGEST_ASIDE = 24;

/**
 * Where names may begin in one text: after words that lead up to names (建有, 承担, 的). Made in one pass; each question is
 * answered by walking left over a few characters.
 */
export class LeftEdges {
  /** By position: whether a lead of two characters and more ends there; WITHIN where none may. */
  private readonly marks: Uint8Array;

  constructor(private readonly norm: string) {
    this.marks = new Uint8Array(norm.length + 1);
    const { marks } = this;
    const within: number[] = [];
    for (const lead = LONGER.in(norm); lead.next(); ) {
      if (lead.value === WITHIN) within.push(lead.start, lead.end);
      else if (marks[lead.end] !== HARD) marks[lead.end] = lead.value;
    }
    // The end of a word that only looks like a lead is a lead no more, nor is any place within it.
    for (let i = 0; i < within.length; i += 2) marks.fill(WITHIN, within[i]! + 1, within[i + 1]! + 1);
  }

  /** HARD or SOFT where a lead ends, else 0. */
  private leadAt(at: number): number {
    const longer = this.marks[at]!;
    if (longer === WITHIN) return 0;
    const single = UNITS[this.norm.charCodeAt(at - 1)];
    if (longer === HARD || single === HARD) return HARD;
    return single === SOFT ? SOFT : longer;
  }

  /** Whether a word that opens names (国家, 全国, 湖北) stands at `at`. */
  opensAt(at: number): boolean {
    return OPENER.longestEnd(this.norm, at) >= 0;
  }

  /**
   * Where the name begins whose last part (its head) starts at `head`: after the nearest lead on the left, or after
   * punctuation, at most `most` characters away. Brackets in the middle and a quotation in front belong to the name.
   * `ends` are where other names end: 和, 与, 及 after one of them part the two.
   */
  before(head: number, most = 40, ends?: ReadonlySet<number>): number {
    const { norm } = this;
    const floor = Math.max(0, head - most);
    let at = head;
    while (at > floor) {
      const unit = norm.charCodeAt(at - 1);
      if (unit === CLOSING_BRACKET) {
        const open = lastIndexWithin(norm, "（", at - LONGEST_ASIDE, at - 1);
        if (open < 0) return at;
        if (!continues(norm, open, at)) return at;
        at = open;
        continue;
      }
      if (unit === CLOSING_QUOTE) {
        const open = lastIndexWithin(norm, "“", at - LONGEST_ASIDE, at - 1);
        if (open < 0) return at;
        const before = norm.charCodeAt(open - 1);
        // 质量基础设施“一站式”服务…: a quotation in the middle, unless a lead or punctuation stands before it.
        if (this.leadAt(open) === HARD || UNITS[before] === STOP || !isHan(before)) return open;
        at = open;
        continue;
      }
      if (UNITS[unit] === STOP && !isHyphen(norm, at - 1)) return at;
      const mark = this.leadAt(at);
      if (mark === HARD) return at;
      if (mark === SOFT) {
        if (this.opensAt(at)) return at;
        if (
          ends !== undefined &&
          "和与及或暨".includes(norm[at - 1]!) &&
          (ends.has(at - 1) || norm[at - 2] === "）" || joinsBodies(norm, at))
        )
          return at;
      }
      at--;
    }
    return at;
  }
}

/** 某市农科院与|某市检验检测中心: behind an organization, before another of a place. */
const joinsBodies = (norm: string, at: number): boolean =>
  BODY_ENDS.has(norm.charCodeAt(at - 2)) && PLACE_NAMES.longestEnd(norm, at) >= 0;
const BODY_ENDS = new CharacterSet("院司厂校会局科室站所");

const isHan = (unit: number): boolean => unit >= 0x4e00 && unit <= 0x9fff;

/** A single dash between two words: 广西—东盟. */
function isHyphen(norm: string, at: number): boolean {
  return (
    norm[at] === "—" &&
    /[\u4e00-\u9fa5]/u.test(norm[at - 1] ?? "") &&
    /[\u4e00-\u9fa5]/u.test(norm[at + 1] ?? "")
  );
}

/** Whether a bracket in the middle stands within a name: it follows a word and says what or where, not 以下简称 or a list. */
function continues(norm: string, open: number, close: number): boolean {
  if (open === 0 || UNITS[norm.charCodeAt(open - 1)] === STOP) return false;
  const inner = norm.slice(open + 1, close - 1);
  return !/[，。；：]|简称|下称|原名|以下/u.test(inner);
}

/** The left edges of a text, as several detectors ask in turn. */
export const leftEdges: (norm: string) => LeftEdges = oncePerText((norm) => new LeftEdges(norm));
