import { type AST, RegExpParser, visitRegExpAST } from "@eslint-community/regexpp";

const parser = new RegExpParser();

export function parsePattern(source: string, flags: string): AST.Pattern {
  return parser.parsePattern(source, 0, source.length, { unicode: flags.includes("u") });
}

/** Whether a pattern is tried at the beginning of a text and nowhere else. */
export const isAnchored = ({ alternatives }: AST.Pattern, flags: string): boolean =>
  !flags.includes("m") &&
  alternatives.every(({ elements: [first] }) => first?.type === "Assertion" && first.kind === "start");

/**
 * How many characters a pattern looks at from one place, at most; Infinity where a quantifier has no upper bound. With a
 * reach, each place of a text costs no more than a constant, so that a search through it is linear.
 */
export function reachOf(node: AST.Node): number {
  switch (node.type) {
    case "Pattern":
    case "Group":
    case "CapturingGroup":
      return Math.max(...node.alternatives.map(reachOf));
    case "Assertion":
      return node.kind === "lookahead" || node.kind === "lookbehind"
        ? Math.max(...node.alternatives.map(reachOf))
        : 1;
    case "Alternative":
      return node.elements.reduce((sum, element) => sum + reachOf(element), 0);
    case "Quantifier":
      return node.max === 0 ? 0 : reachOf(node.element) * node.max;
    case "Backreference":
      return Infinity;
    default:
      return 1;
  }
}

/**
 * How far a pattern without a reach can look from a place of a text: its bounded parts take as many characters as they can, whatever
 * these are, its unbounded parts those that they accept.
 */
export function stretchOf(pattern: AST.Pattern): (text: string, from: number) => number {
  const accepted = new Set<string>();
  let bounded = 0;
  const leave = (node: AST.Node): void => {
    if (!isUnbounded(node)) bounded++;
    else accepted.add(node.type === "Backreference" ? "[^]" : node.raw);
  };
  visitRegExpAST(pattern, {
    onCharacterEnter: (node) => {
      if (node.parent.type !== "CharacterClass" && node.parent.type !== "CharacterClassRange") leave(node);
    },
    onCharacterClassEnter: leave,
    onCharacterSetEnter: (node) => {
      if (node.parent.type !== "CharacterClass") leave(node);
    },
    onBackreferenceEnter: leave,
    onQuantifierEnter: ({ min, max }) => {
      if (max < Infinity) bounded += max;
      else bounded += min;
    },
  });
  const tests = [...accepted].map((raw) => new RegExp(`^${raw}$`, "su"));
  const known = new Map<string, boolean>();
  const accepts = (character: string): boolean => {
    let is = known.get(character);
    if (is === undefined) {
      is = tests.some((test) => test.test(character));
      known.set(character, is);
    }
    return is;
  };
  return (text, from) => {
    let left = bounded;
    let at = from;
    while (at < text.length && (accepts(text[at]!) || left-- > 0)) at++;
    return at - from;
  };
}

/** Whether a node is, or is within, what repeats without a bound. */
function isUnbounded(node: AST.Node): boolean {
  for (let above: AST.Node | null = node; above !== null; above = above.parent)
    if (above.type === "Quantifier" && above.max === Infinity) return true;
  return false;
}

/**
 * How many ways there are, at most, to go through a pattern from one place before it fails: the constant of the above. Of
 * alternatives only those count together that can begin with the same character; a repetition counts each number of times, unless
 * what follows shows at once where it must end. A condition on what stands around is gone through once each time, since nothing
 * goes back into it.
 */
export function waysOf(pattern: AST.Pattern): number {
  const characters = charactersOf(pattern);
  let conditions = 1;
  const ways = (node: AST.Node): number => {
    switch (node.type) {
      case "Pattern":
      case "Group":
      case "CapturingGroup":
        return among(node.alternatives);
      case "Assertion":
        if (node.kind === "lookahead" || node.kind === "lookbehind") conditions += among(node.alternatives);
        return 1;
      case "Alternative":
        return node.elements.reduce((product, element) => product * ways(element), 1);
      case "Quantifier": {
        if (node.max === Infinity) return Infinity;
        const once = ways(node.element);
        const endsByItself =
          !mayBeNothing(node.element) &&
          !characters.some((character) => mayBegin(node.element, character) && mayFollow(node, character));
        if (once === 1 && endsByItself) return 1;
        // Nothing goes back into what is followed by nothing that can fail.
        if (!canFailAfter(node)) return Math.max(1, node.max * (once - 1));
        let sum = 0;
        for (let times = node.min; times <= node.max; times++) sum += once ** times;
        return sum;
      }
      default:
        return 1;
    }
  };
  const among = (alternatives: readonly AST.Alternative[]): number => {
    if (alternatives.length === 1) return ways(alternatives[0]!);
    const counted = alternatives.map((alternative) => ({ alternative, count: ways(alternative) }));
    const beginningWith = (character: string): number =>
      counted.reduce(
        (sum, { alternative, count }) => sum + (mayBegin(alternative, character) ? count : 0),
        0,
      );
    return Math.max(1, ...characters.map(beginningWith));
  };
  return ways(pattern) * conditions;
}

/** Characters by which the sets of the pattern are told apart: where two have one in common, they have one of these. */
function charactersOf(pattern: AST.Pattern): string[] {
  const found = new Set("甲Aa1_ \n\t，、。；（）“”\ue000");
  const add = (value: number): void => {
    for (const near of [value - 1, value, value + 1])
      if (near >= 0 && !(near >= 0xd800 && near <= 0xdfff)) found.add(String.fromCodePoint(near));
  };
  visitRegExpAST(pattern, {
    onCharacterEnter: ({ value }) => add(value),
    onCharacterClassRangeEnter: ({ min, max }) => {
      add(min.value);
      add(max.value);
    },
  });
  return [...found];
}

/** Whether a node can match something that begins with the character, or nothing at all. */
function mayBegin(node: AST.Node, character: string): boolean {
  switch (node.type) {
    case "Group":
    case "CapturingGroup":
      return node.alternatives.some((alternative) => mayBegin(alternative, character));
    case "Alternative":
      for (const element of node.elements) {
        if (element.type === "Assertion" && element.kind === "end") return character === "\n";
        if (isEmpty(element)) continue;
        if (mayBegin(element, character)) return true;
        if (!mayBeNothing(element)) return false;
      }
      return true;
    case "Quantifier":
      return mayBegin(node.element, character);
    case "Character":
      return String.fromCodePoint(node.value) === character;
    case "CharacterClass":
    case "CharacterSet":
      return setOf(node).test(character);
    default:
      return true;
  }
}

/** Whether what comes after a node in the pattern can begin with the character; at the pattern's end nothing more can fail. */
function mayFollow(node: AST.Node, character: string): boolean {
  const { parent } = node;
  switch (parent?.type) {
    case "Alternative": {
      const { elements } = parent;
      for (const next of elements.slice(elements.indexOf(node as AST.Element) + 1)) {
        if (next.type === "Assertion") {
          if (next.kind === "end") return character === "\n";
          if (next.kind === "start") return false;
          if (next.kind === "lookahead" && !next.negate)
            return next.alternatives.some((alternative) => mayBegin(alternative, character));
          continue;
        }
        if (mayBegin(next, character)) return true;
        if (!mayBeNothing(next)) return false;
      }
      return mayFollow(parent, character);
    }
    case "Quantifier":
      return (parent.max > 1 && mayBegin(node, character)) || mayFollow(parent, character);
    case "Group":
    case "CapturingGroup":
      return mayFollow(parent, character);
    default:
      return false;
  }
}

/** Whether the match can still fail once a node has matched. */
function canFailAfter(node: AST.Node): boolean {
  const { parent } = node;
  switch (parent?.type) {
    case "Alternative": {
      const following = parent.elements.slice(parent.elements.indexOf(node as AST.Element) + 1);
      return following.some((next) => isEmpty(next) || !mayBeNothing(next)) || canFailAfter(parent);
    }
    case "Quantifier":
      return parent.min > 1 || canFailAfter(parent);
    case "Group":
    case "CapturingGroup":
      return canFailAfter(parent);
    default:
      return false;
  }
}

const isEmpty = ({ type }: AST.Node): boolean => type === "Assertion";

function mayBeNothing(node: AST.Node): boolean {
  switch (node.type) {
    case "Group":
    case "CapturingGroup":
      return node.alternatives.some(({ elements }) => elements.every(mayBeNothing));
    case "Quantifier":
      return node.min === 0 || mayBeNothing(node.element);
    case "Character":
    case "CharacterClass":
    case "CharacterSet":
      return false;
    default:
      return true;
  }
}

const sets = new WeakMap<AST.Node, RegExp>();

function setOf(node: AST.CharacterClass | AST.CharacterSet): RegExp {
  let set = sets.get(node);
  if (set === undefined) {
    set = new RegExp(`^${node.raw}$`, "su");
    sets.set(node, set);
  }
  return set;
}
