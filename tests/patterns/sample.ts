import type { AST } from "@eslint-community/regexpp";
import { parsePattern } from "./growth.js";

/** What a repetition is given, at most: rules grow slow by what repeats. */
const MOST = 12;
/** What a set of characters is tried for, in this order: texts of the genre first. */
const CANDIDATES = [..."甲市一1年，、“”（）《》。；： \t-—·aA/.,%<>[]{}()'\"#*_=+|~`@&\n😀"];
const TRIES = 40;

/**
 * A text that a pattern matches, as long as its repetitions let it be up to twelve times each; undefined where none is found
 * (its conditions on what stands around are not solved, only tried).
 */
export function sampleOf(source: string, flags: string): string | undefined {
  const pattern = parsePattern(source, flags);
  const test = new RegExp(source, flags.replace(/[gy]/g, ""));
  for (let seed = 0; seed < TRIES; seed++) {
    const text = textOf(pattern, { seed, drawn: 0 });
    if (text !== "" && test.test(text)) return text;
  }
  return undefined;
}

/** What a sample is made of that almost matches: without its end, so that each beginning is followed in vain. */
export function nearMissOf(source: string, flags: string): string {
  const pattern = parsePattern(source, flags);
  const [first] = pattern.alternatives;
  const elements = first!.elements.filter(({ type }) => type !== "Assertion");
  return elements
    .slice(0, Math.max(1, elements.length - 1))
    .map((element) => textOf(element, { seed: 0, drawn: 0 }))
    .join("");
}

interface Choice {
  seed: number;
  drawn: number;
}

/** The first of several for seed 0, others for others; the same each time. */
function chosen(choice: Choice, count: number): number {
  choice.drawn++;
  return choice.seed === 0 ? 0 : Math.abs(Math.imul(choice.seed * 31 + choice.drawn, 2_654_435_761)) % count;
}

function textOf(node: AST.Node, choice: Choice): string {
  switch (node.type) {
    case "Pattern":
    case "Group":
    case "CapturingGroup":
      return textOf(node.alternatives[chosen(choice, node.alternatives.length)]!, choice);
    case "Alternative":
      return node.elements.map((element) => textOf(element, choice)).join("");
    case "Quantifier": {
      const most = Math.min(node.max, Math.max(node.min, MOST));
      const times = [most, node.min, Math.max(node.min, 1)][chosen(choice, 3)]!;
      let text = "";
      for (let i = 0; i < Math.min(times, node.max); i++) text += textOf(node.element, choice);
      return text;
    }
    case "Assertion":
      // What must follow is put there, and what must have come before.
      return (node.kind === "lookahead" || node.kind === "lookbehind") && !node.negate
        ? textOf(node.alternatives[chosen(choice, node.alternatives.length)]!, choice)
        : "";
    case "Character":
      return String.fromCodePoint(node.value);
    case "CharacterClass":
    case "CharacterSet": {
      const test = new RegExp(`^${node.raw}$`, "su");
      const fitting = CANDIDATES.filter((character) => test.test(character));
      if (fitting.length > 0) return fitting[chosen(choice, Math.min(3, fitting.length))]!;
      return node.type === "CharacterClass" ? memberOf(node) : "";
    }
    default:
      return "";
  }
}

function memberOf(node: AST.CharacterClass): string {
  const [first] = node.elements;
  if (first?.type === "Character") return String.fromCodePoint(first.value);
  if (first?.type === "CharacterClassRange") return String.fromCodePoint(first.min.value);
  return "";
}
