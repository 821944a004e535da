import { type Command, InvalidArgumentError } from "commander";
import { UsageError } from "../core/errors.js";
import { addReadOptions, type ReadFlags, readOptions } from "./read-options.js";

interface EvalFlags extends ReadFlags {
  docs: string[];
  gold: string;
  min?: Record<string, number>;
  only?: string[];
  misses?: boolean;
  extras?: boolean;
  json?: boolean;
}

/** `zhitu eval`: how well extraction does on documents whose facts are known. */
export function registerEval(program: Command): void {
  const command = program
    .command("eval")
    .description("score extraction against gold facts: precision, recall and F1 by group and type")
    .requiredOption("--docs <path...>", "the documents: folders, files or globs")
    .requiredOption(
      "--gold <dir>",
      "the folder with a .jsonl of facts for each document, of the same base name",
    )
    .option("--min <group=f1>", "fail (exit code 1) where a group's F1 is lower; may be repeated", floor)
    .option("--only <name>", "only the documents whose base name contains this; may be repeated", collect)
    .option("--misses", "list the facts that were missed")
    .option("--extras", "list the facts that are not in the gold")
    .option("--json", "print an object with groups, documents, misses and extras");
  addReadOptions(command).action(run);
}

async function run(flags: EvalFlags): Promise<void> {
  const { evaluate } = await import("../../loaders/eval/evaluate.js");
  const { rates } = await import("../../loaders/eval/score.js");
  const result = await evaluate({
    docs: flags.docs,
    gold: flags.gold,
    only: flags.only,
    read: readOptions(flags),
  });
  for (const name of result.failed) process.stderr.write(`zhitu: ${name}\n`);
  for (const name of result.unmatched) process.stderr.write(`${name}: no gold facts, left out\n`);
  if (result.documents.length === 0)
    throw new UsageError(
      "no document has gold facts: give --gold a folder with a NAME.jsonl for a document NAME.txt",
    );
  const groups = Object.fromEntries(
    Object.entries(result.groups)
      .sort(([a], [b]) => (a < b ? -1 : 1))
      .map(([name, counts]) => [name, { ...counts, ...rates(counts) }]),
  );
  if (flags.json) process.stdout.write(`${JSON.stringify({ groups, documents: result.documents })}\n`);
  else {
    for (const [name, { precision, recall, f1, tp, fp, fn }] of Object.entries(groups))
      process.stdout.write(
        `${name.padEnd(26)} P ${precision.toFixed(3)}  R ${recall.toFixed(3)}  F1 ${f1.toFixed(3)}   tp ${tp} fp ${fp} fn ${fn}\n`,
      );
    for (const { name, misses, extras } of result.documents) {
      if (flags.misses) for (const miss of misses) process.stdout.write(`${name} ${miss}\n`);
      if (flags.extras) for (const extra of extras) process.stdout.write(`${name} ${extra}\n`);
    }
  }
  for (const [group, least] of Object.entries(flags.min ?? {})) {
    const f1 = groups[group]?.f1;
    if (f1 === undefined)
      throw new UsageError(
        `--min ${group}=${least}: no such group; there are ${Object.keys(groups).join(", ")}`,
      );
    if (f1 < least) {
      process.stderr.write(`zhitu: F1 of ${group} is ${f1.toFixed(3)}, below ${least}\n`);
      process.exitCode = 1;
    }
  }
  if (result.failed.length > 0) process.exitCode = 1;
}

function floor(value: string, floors: Record<string, number> = {}): Record<string, number> {
  for (const part of value.split(",")) {
    const match = /^([\w:]+)=(0(?:\.\d+)?|1(?:\.0+)?|\.\d+)$/.exec(part.trim());
    if (match === null) throw new InvalidArgumentError("Give GROUP=F1, for example core=0.9.");
    floors[match[1]!] = Number(match[2]);
  }
  return floors;
}

const collect = (value: string, values: string[] = []): string[] => [...values, value];
