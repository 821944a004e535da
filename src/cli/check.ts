import type { Command } from "commander";
import type { Finding } from "../check/types.js";

interface CheckFlags {
  json?: boolean;
  all?: boolean;
}

const TITLES = {
  contradiction: "contradiction",
  probable: "probable contradiction",
  corroboration: "corroboration",
} as const;
/** Characters of evidence that a line shows. */
const QUOTE = 80;

/** `zhitu check`: where the loaded documents contradict each other, and where they bear each other out. */
export function registerCheck(program: Command): void {
  program
    .command("check")
    .description(
      "list contradictions between documents, probable ones with the reason, and totals that add up",
    )
    .option("--all", "list also what several documents state alike")
    .option("--json", "print an array of objects with kind, rule, subjects, reason, evidence")
    .action(check);
}

async function check({ json, all }: CheckFlags): Promise<void> {
  const [{ openDatabase }, { checkGraph }] = await Promise.all([
    import("../neo4j/index.js"),
    import("../check/check.js"),
  ]);
  const database = await openDatabase({ report: (message) => process.stderr.write(`zhitu: ${message}\n`) });
  try {
    const findings = await checkGraph({ database });
    const listed = json || all ? findings : findings.filter((finding) => finding.rule !== "documents");
    process.stdout.write(json ? `${JSON.stringify(listed)}\n` : listed.map(textOf).join(""));
    if (!json) process.stdout.write(`${countsOf(findings)}\n`);
  } finally {
    await database.close();
  }
}

function textOf({ kind, reason, evidence }: Finding): string {
  const quotes = evidence.map(({ document, start, text }) => {
    const line = text.replace(/\s+/g, " ");
    return `    ${document}:${start}  ${line.length > QUOTE ? `${line.slice(0, QUOTE)}…` : line}\n`;
  });
  return `${TITLES[kind]}: ${reason}\n${[...new Set(quotes)].join("")}`;
}

function countsOf(findings: readonly Finding[]): string {
  const count = (kind: Finding["kind"]): number => findings.filter((finding) => finding.kind === kind).length;
  return `${count("contradiction")} contradictions, ${count("probable")} probable, ${count("corroboration")} corroborations`;
}
