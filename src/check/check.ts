import { cypher, type Database, type Row } from "../neo4j/index.js";
import { conflictingRuns, runsOf } from "./runs.js";
import { checkTotals } from "./totals.js";
import type { Figure, Finding, FindingEvidence } from "./types.js";
import { conflictingValues } from "./values.js";

/**
 * All contradictions, probable contradictions and corroborations between the loaded documents, each with the evidence of
 * all sides, in a fixed order. Computed from the graph, which has no memory of how it came about.
 */
export async function checkGraph(database: Database): Promise<Finding[]> {
  const figures: Figure[] = [];
  for await (const figure of database.stream<Figure>(cypher("check/stated-figures"))) figures.push(figure);
  const subjects = [...new Set(runsOf(figures).map((run) => run.figures[0]!.subject))];
  const tied = await tiesBetween(database, subjects);
  const findings = [
    ...conflictingValues(figures),
    ...checkTotals(figures),
    ...conflictingRuns(figures, (a, b) => tied.has(`${a}\t${b}`) || tied.has(`${b}\t${a}`)),
    ...(await conflictingProperties(database)),
    ...(await statedByMany(database, figures)),
  ];
  const keyOf = ({ kind, rule, subjects: ids, reason }: Finding): string =>
    [KINDS.indexOf(kind), rule, ...ids, reason].join("\t");
  return findings.sort((a, b) => (keyOf(a) < keyOf(b) ? -1 : 1));
}

const KINDS: readonly Finding["kind"][] = ["contradiction", "probable", "corroboration"];

/** Which of some subjects lie in which, as documents or the lexicon say. */
async function tiesBetween(database: Database, ids: readonly string[]): Promise<Set<string>> {
  const rows = await database.read<{ part: string; whole: string }>(cypher("check/parts-of"), { ids });
  return new Set(rows.map(({ part, whole }) => `${part}\t${whole}`));
}

interface ConflictRow extends Row {
  subject: string;
  name: string;
  award: string;
  first: string;
  second: string;
  property: string;
  values: [string | number, string | number];
}

async function conflictingProperties(database: Database): Promise<Finding[]> {
  const rows = [
    ...(await database.read<ConflictRow>(cypher("check/conflicting-wins"))),
    ...(await database.read<ConflictRow>(cypher("check/conflicting-years-of-issue"))),
  ];
  const evidence = await evidenceOfFacts(
    database,
    rows.flatMap(({ first, second }) => [first, second]),
  );
  return rows.map(({ subject, name, award, first, second, property, values }) => ({
    kind: "contradiction",
    rule: "property",
    subjects: [subject],
    reason: `${name}, ${award}: ${property} ${values[0]} / ${values[1]}`,
    evidence: [...(evidence.get(first) ?? []), ...(evidence.get(second) ?? [])],
  }));
}

async function statedByMany(database: Database, figures: readonly Figure[]): Promise<Finding[]> {
  const byId = new Map<string, Figure[]>();
  for (const figure of figures) {
    const known = byId.get(figure.id);
    if (known === undefined) byId.set(figure.id, [figure]);
    else known.push(figure);
  }
  const findings: Finding[] = [];
  for (const [id, stated] of byId) {
    const documents = new Set(stated.map((figure) => figure.document)).size;
    if (documents < 2) continue;
    const { subject, name, indicator, value, unit } = stated[0]!;
    const evidence = stated.map(({ document, start, end, text }) => ({
      fact: id,
      document,
      start,
      end,
      text,
    }));
    const reason = `${documents} documents: ${name}, ${indicator} ${value}${unit}`;
    findings.push({ kind: "corroboration", rule: "documents", subjects: [subject], reason, evidence });
  }
  const rows = await database.read<{ fact: string; documents: number }>(cypher("check/corroborated-facts"));
  const evidence = await evidenceOfFacts(
    database,
    rows.map((row) => row.fact),
  );
  for (const { fact, documents } of rows)
    findings.push({
      kind: "corroboration",
      rule: "documents",
      subjects: [],
      reason: `${documents} documents: ${fact}`,
      evidence: evidence.get(fact) ?? [],
    });
  return findings;
}

async function evidenceOfFacts(
  database: Database,
  facts: readonly string[],
): Promise<Map<string, FindingEvidence[]>> {
  const found = new Map<string, FindingEvidence[]>();
  const rows = await database.read<Row & FindingEvidence>(cypher("check/evidence-of-facts"), { facts });
  for (const row of rows) {
    const known = found.get(row.fact);
    if (known === undefined) found.set(row.fact, [row]);
    else known.push(row);
  }
  return found;
}
