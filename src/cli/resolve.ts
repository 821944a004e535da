import { accessSync } from "node:fs";
import type { Command } from "commander";
import { FileError, refusalToRead, UsageError } from "../core/errors.js";

interface ResolveFlags {
  review?: boolean;
  apply?: string;
  json?: boolean;
}

/** `zhitu resolve`: what resolution was not sure of, and judgements brought from elsewhere. */
export function registerResolve(program: Command): void {
  program
    .command("resolve")
    .description("review which names were kept apart though they may be one, or apply a judgement file")
    .option("--review", "list the doubtful pairs with the reason that speaks for one")
    .option("--apply <file>", "make the graph follow the judgements of a file, and no others")
    .option("--json", "print JSON")
    .action(run);
}

async function run({ review, apply, json }: ResolveFlags): Promise<void> {
  if (!review && apply === undefined) throw new UsageError("give --review or --apply FILE");
  if (apply !== undefined) requireFile(apply);
  const [{ readJudgements }, { doubtfulPairs, judge }, { openDatabase }] = await Promise.all([
    import("../../loaders/judgements.js"),
    import("../../loaders/review.js"),
    import("../neo4j/index.js"),
  ]);
  const database = await openDatabase({ report: (message) => process.stderr.write(`zhitu: ${message}\n`) });
  try {
    if (apply !== undefined) {
      const { added, removed } = await judge(database, await readJudgements(apply));
      if (!review) {
        const counts = { added, removed };
        process.stdout.write(
          json ? `${JSON.stringify(counts)}\n` : `judgements: ${added} added, ${removed} taken back\n`,
        );
        return;
      }
    }
    const pairs = await doubtfulPairs(database);
    if (json) process.stdout.write(`${JSON.stringify(pairs)}\n`);
    else for (const { a, b, reason } of pairs) process.stdout.write(`${a}\t${b}\t${reason}\n`);
  } finally {
    await database.close();
  }
}

/** A file that is not there holds no judgements elsewhere; here its name was given, and to follow none takes back all. */
function requireFile(path: string): void {
  try {
    accessSync(path);
  } catch (error) {
    throw new FileError(path, `${refusalToRead(error)}; no judgement was changed`, error);
  }
}
