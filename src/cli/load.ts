import { type Command, InvalidArgumentError } from "commander";
import type { LoadProgress, LoadSummary } from "../../loaders/pipeline.js";
import { addReadOptions, type ReadFlags, readOptions } from "./read-options.js";

interface LoadFlags extends ReadFlags {
  dryRun?: boolean;
  json?: boolean;
  workers?: number;
  batchSize?: number;
}

const report = (message: string): void => {
  process.stderr.write(`zhitu: ${message}\n`);
};

/** `zhitu load PATH...`: read, extract, resolve, write. */
export function registerLoad(program: Command): void {
  const command = program
    .command("load")
    .description(
      "load documents into the graph: new ones are added, changed ones replaced, others left alone",
    )
    .argument("<path...>", "files, folders, globs, or - for standard input")
    .option("--dry-run", "say what would change, and change nothing")
    .option("--json", "print a summary as JSON")
    .option("--workers <n>", "threads that extract (default: one less than the machine has)", workers)
    .option("--batch-size <n>", "documents written in one transaction (default: 400)", batchSize);
  addReadOptions(command).action(load);
}

async function load(paths: string[], flags: LoadFlags): Promise<void> {
  const [{ openDatabase }, { loadDocuments }] = await Promise.all([
    import("../neo4j/index.js"),
    import("../../loaders/pipeline.js"),
  ]);
  const database = await openDatabase({ report });
  const progress = await progressReporter();
  try {
    const summary = await loadDocuments(database, paths, {
      ...readOptions(flags),
      workers: flags.workers,
      batchSize: flags.batchSize,
      dryRun: flags.dryRun,
      onProgress: progress.show,
      onWarning: progress.say,
    });
    progress.end();
    for (const { message } of summary.failed) report(message);
    process.stdout.write(flags.json ? `${JSON.stringify(jsonOf(summary, flags))}\n` : textOf(summary, flags));
    if (summary.failed.length > 0) process.exitCode = 1;
  } finally {
    progress.end();
    await database.close();
  }
}

function jsonOf(summary: LoadSummary, { dryRun }: LoadFlags) {
  const { added, replaced, unchanged, failed, claims } = summary;
  return { dryRun: dryRun ?? false, added, replaced, unchanged, failed, claims };
}

function textOf({ added, replaced, unchanged, failed, claims }: LoadSummary, { dryRun }: LoadFlags): string {
  const lines = dryRun
    ? [...added.map((id) => `would add      ${id}`), ...replaced.map((id) => `would replace  ${id}`)]
    : [];
  const counts = [
    `${added.length} ${dryRun ? "to add" : "added"}`,
    `${replaced.length} ${dryRun ? "to replace" : "replaced"}`,
    `${unchanged.length} unchanged`,
    ...(failed.length > 0 ? [`${failed.length} failed`] : []),
  ];
  lines.push(`documents: ${counts.join(", ")}; claims: ${claims}`);
  return `${lines.join("\n")}\n`;
}

/** A bar on a terminal; elsewhere a line now and then. All on standard error. */
async function progressReporter() {
  if (process.stderr.isTTY) {
    const { default: cliProgress } = await import("cli-progress");
    const bar = new cliProgress.SingleBar({
      format: "{bar} {value} of {total} documents read, {claims} claims",
      hideCursor: true,
      clearOnComplete: true,
      stream: process.stderr,
    });
    let started = false;
    return {
      show({ read, done, claims }: LoadProgress): void {
        if (!started) bar.start(read, done, { claims });
        started = true;
        bar.setTotal(read);
        bar.update(done, { claims });
      },
      say(message: string): void {
        if (started) process.stderr.write("\r\u001b[K");
        report(message);
      },
      end(): void {
        if (started) bar.stop();
        started = false;
      },
    };
  }
  let last = Date.now();
  return {
    show({ done, claims }: LoadProgress): void {
      if (Date.now() - last < LINE_INTERVAL) return;
      last = Date.now();
      report(`${done} documents, ${claims} claims`);
    },
    say: report,
    end(): void {},
  };
}

/** Milliseconds between lines of progress where there is no terminal. */
const LINE_INTERVAL = 5_000;

function batchSize(value: string): number {
  const size = Number(value);
  if (!Number.isSafeInteger(size) || size < 1 || size > 10_000)
    throw new InvalidArgumentError("Give a whole number from 1 to 10000.");
  return size;
}

function workers(value: string): number {
  const count = Number(value);
  if (!Number.isSafeInteger(count) || count < 0 || count > 64)
    throw new InvalidArgumentError("Give a whole number from 0 to 64.");
  return count;
}
