import { readFile, writeFile } from "node:fs/promises";
import { UsageError } from "../src/core/errors.js";
import type { Judgement } from "./resolve/types.js";

/** Where judgements are kept unless another file is named: under version control with the documents. */
export const DEFAULT_FILE = "zhitu-judgements.tsv";
const HEAD =
  "# What people have judged to be one thing (same) or two (different): verdict, id, id, separated by tabs.\n";

/** Reads a judgement file; a file that is not there holds none. Raises UsageError that names a bad line. */
export async function readJudgements(file: string): Promise<Judgement[]> {
  let text: string;
  try {
    text = await readFile(file, "utf8");
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === "ENOENT") return [];
    throw error;
  }
  return parseJudgements(text, file);
}

/** Reads the text of a judgement file. Raises UsageError that names a bad line. */
export function parseJudgements(text: string, file: string): Judgement[] {
  const found = text.split(/\r?\n/).flatMap((line, index): Judgement[] => {
    if (line.trim() === "" || line.startsWith("#")) return [];
    const [verdict, a, b, ...rest] = line.split("\t").map((part) => part.trim());
    if ((verdict !== "same" && verdict !== "different") || !a || !b || a === b || rest.length > 0)
      throw new UsageError(
        `${file}:${index + 1}: expected "same" or "different" and two ids, separated by tabs; got ${JSON.stringify(line)}`,
      );
    return [{ verdict, a, b }];
  });
  return withoutRepetition(found);
}

/** Writes judgements in a fixed order, so that two people's files merge well. */
export async function writeJudgements(file: string, judgements: readonly Judgement[]): Promise<void> {
  await writeFile(file, judgementsText(judgements));
}

/** The text of a judgement file. */
export function judgementsText(judgements: readonly Judgement[]): string {
  const lines = withoutRepetition(judgements).map(({ verdict, a, b }) => `${verdict}\t${a}\t${b}\n`);
  return HEAD + lines.join("");
}

/** One judgement a pair, the last one given, in order. */
function withoutRepetition(judgements: readonly Judgement[]): Judgement[] {
  const byPair = new Map<string, Judgement>();
  for (const { verdict, a, b } of judgements) {
    const [first, second] = a < b ? [a, b] : [b, a];
    byPair.set(`${first}\t${second}`, { verdict, a: first, b: second });
  }
  return [...byPair.keys()].sort().map((pair) => byPair.get(pair)!);
}
