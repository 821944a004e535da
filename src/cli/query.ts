import { readFileSync } from "node:fs";
import { text } from "node:stream/consumers";
import type { Command } from "commander";
import type { GraphQLFormattedError } from "graphql";
import { FileError, messageOf, refusalToRead, UsageError } from "../core/errors.js";

interface QueryOptions {
  variables?: string;
  operation?: string;
}

/** `zhitu query FILE|-`: runs a GraphQL operation against the graph without a server. */
export function registerQuery(program: Command): void {
  program
    .command("query")
    .description("run a GraphQL operation; the answer is JSON on standard output, exit 1 when it has errors")
    .argument("<file>", "file with the operation, - for standard input")
    .option("--variables <json>", "variables as a JSON object")
    .option("--operation <name>", "which operation, where the file has several")
    .action(query);
}

async function query(file: string, options: QueryOptions): Promise<void> {
  const variables = readVariables(options.variables);
  const operation = file === "-" ? await text(process.stdin) : readOperation(file);
  const { readServerSettings } = await import("../server/settings.js");
  const settings = readServerSettings();
  const { openDatabase } = await import("../neo4j/index.js");
  const { GraphService } = await import("../api/service.js");
  const report = (message: string) => process.stderr.write(`zhitu: ${message}\n`);
  const database = await openDatabase({ report });
  try {
    let told = false;
    const onFailure = (error: unknown) => {
      report(messageOf(error));
      told = true;
    };
    const service = new GraphService({
      database,
      onFailure,
      limits: settings.limits,
      timeout: settings.timeout,
    });
    const answer = await service.answer(operation, variables, options.operation);
    process.stdout.write(`${JSON.stringify(answer, null, 2)}\n`);
    if (answer.errors) {
      process.exitCode = 1;
      if (!told) report(lineOf(answer.errors, file));
    }
  } finally {
    await database.close();
  }
}

/** The first error with where it is, and how many more there are. */
function lineOf([first, ...more]: readonly GraphQLFormattedError[], file: string): string {
  const { message, locations: [at] = [] } = first!;
  const place = at === undefined ? "" : `${file}:${at.line}:${at.column}: `;
  return `${place}${message.replace(/\s+/g, " ")}${more.length > 0 ? ` (and ${more.length} more)` : ""}`;
}

function readOperation(file: string): string {
  try {
    return readFileSync(file, "utf8");
  } catch (error) {
    const reason = refusalToRead(error);
    throw new FileError(file, `${reason}; name a file with a GraphQL operation, or -`, error);
  }
}

function readVariables(json: string | undefined): Record<string, unknown> | undefined {
  if (json === undefined) return undefined;
  let value: unknown;
  try {
    value = JSON.parse(json);
  } catch (error) {
    throw new UsageError(
      `--variables is no JSON (${messageOf(error)}); expected an object such as '{"first": 5}'`,
    );
  }
  if (value === null || typeof value !== "object" || Array.isArray(value)) {
    throw new UsageError(`--variables is ${json}; expected a JSON object such as '{"first": 5}'`);
  }
  return value as Record<string, unknown>;
}
