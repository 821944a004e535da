import { Argument, type Command } from "commander";
import type { Judgement } from "../../loaders/resolve/types.js";
import { UsageError } from "../core/errors.js";
import type { Database } from "../neo4j/index.js";

interface JudgeFlags {
  file?: string;
}

/** `zhitu judge same|different A B`: overrides what resolution makes of two names. */
export function registerJudge(program: Command): void {
  program
    .command("judge")
    .description(
      "say that two entities are one, or that one is two; kept in a text file that you keep under version control",
    )
    .addArgument(new Argument("<verdict>").choices(["same", "different"]))
    .argument("<a>", "id of an entity, or of a name as zhitu resolve --review prints it")
    .argument("<b>", "the other's")
    .option("--file <file>", "the judgement file (default: zhitu-judgements.tsv)")
    .action(run);
}

async function run(verdict: "same" | "different", a: string, b: string, { file }: JudgeFlags): Promise<void> {
  if (a === b) throw new UsageError(`${a} is one id; give two`);
  const [{ DEFAULT_FILE }, { openDatabase }] = await Promise.all([
    import("../../loaders/judgements.js"),
    import("../neo4j/index.js"),
  ]);
  const path = file ?? DEFAULT_FILE;
  const report = (message: string) => process.stderr.write(`zhitu: ${message}\n`);
  const database = await openDatabase({ report });
  try {
    await noteJudgement(database, { verdict, a, b }, path);
    process.stdout.write(`${a} and ${b} are ${verdict === "same" ? "one" : "two"}; noted in ${path}\n`);
  } finally {
    await database.close();
  }
}

/**
 * Adds a judgement to the file and makes the graph follow the file. Raises UsageError where the graph knows one of
 * the two ids neither as an entity nor as a name.
 */
export async function noteJudgement(database: Database, judgement: Judgement, file: string): Promise<void> {
  const [{ readJudgements, writeJudgements }, { judge }, { cypher }] = await Promise.all([
    import("../../loaders/judgements.js"),
    import("../../loaders/review.js"),
    import("../neo4j/index.js"),
  ]);
  const { a, b } = judgement;
  const judgements = [...(await readJudgements(file)), judgement];
  const known = await database.read<{ designation: string }>(cypher("write/find-entities-of-designations"), {
    designations: [a, b],
  });
  for (const id of [a, b])
    if (!known.some((row) => row.designation === id))
      throw new UsageError(`${id}: no such entity or name; search for it, or see zhitu resolve --review`);
  await writeJudgements(file, judgements);
  await judge(database, await readJudgements(file));
}
