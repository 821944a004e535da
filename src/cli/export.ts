import { type Command, InvalidArgumentError, Option } from "commander";
import { UsageError } from "../core/errors.js";
import { FORMAT_NAMES, FORMATS, formatOf } from "../export/formats/formats.js";

interface ExportFlags {
  format: string;
  out?: string;
  output?: string;
  force?: boolean;
  around?: string[];
  depth?: number;
  types?: string[];
  where?: string;
}

const HELP = `
Formats, and whether the evidence goes along:
${FORMATS.map(({ name, description, evidence }) => `  ${name.padEnd(13)} ${description}\n  ${"".padEnd(13)} evidence: ${evidence}`).join("\n")}

Examples:
  zhitu export --format gexf --out graph.gexf
  zhitu export --format csv --out tables/ --around 株洲市 --depth 2
  zhitu export --format jsonld --types Company --where '{ name: { contains: "机车" } }'
`;

/** `zhitu export`: the graph, or a selection of it, in a format that other programs read. */
export function registerExport(program: Command): void {
  program
    .command("export")
    .description("write the graph, or a selection of it, in a fixed order, for other programs")
    .addOption(
      new Option("-f, --format <format>", "one of those below").choices(FORMAT_NAMES).default("jsonl"),
    )
    .option("-o, --out <path>", "the file, or the folder for a format of several files; else standard output")
    .addOption(new Option("--output <path>").hideHelp())
    .option("--force", "replace files that are there")
    .option("--around <entity>", "an entity by id or name, and what is near it; can be given again", again)
    .option("--depth <n>", "how many steps away from --around, 0 to 10 (default: 1)", steps)
    .option("--types <types>", "entity types, between commas: only these", (value) => value.split(","))
    .option("--where <filter>", "a filter as the GraphQL API takes it, of the one type or of all entities")
    .addHelpText("after", HELP)
    .action(run);
}

const again = (value: string, before: string[] = []) => [...before, value];

function steps(value: string): number {
  if (!/^\d+$/.test(value)) throw new InvalidArgumentError("Give a whole number from 0 to 10.");
  return Number(value);
}

async function run({ out, output, force = false, ...flags }: ExportFlags): Promise<void> {
  const format = formatOf(flags.format);
  const path = out ?? output;
  const [{ openDatabase }, { ExportGraph }, { requireWritable, writeFiles, writeTo }] = await Promise.all([
    import("../neo4j/index.js"),
    import("../export/graph.js"),
    import("../export/deliver.js"),
  ]);
  if (path !== undefined) await requireWritable(path, format, force);
  else if (format.extension === null)
    throw new UsageError(`${format.name} is several files: name a folder with --out`);
  const report = (message: string) => process.stderr.write(`zhitu: ${message}\n`);
  const database = await openDatabase({ report });
  try {
    const graph = await ExportGraph.open(database, flags);
    if (path === undefined) await writeTo(process.stdout, graph, format);
    else await writeFiles(path, graph, format);
  } finally {
    await database.close();
  }
}
