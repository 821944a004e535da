import { cypher, type Database, type Row } from "../neo4j/index.js";
import { AGREEING, COMMON, conflictingRuns, runsOf, TAIL } from "./runs.js";
import { checkTotals } from "./totals.js";
import type { Figure, Finding, FindingEvidence } from "./types.js";
import { conflictingValues } from "./values.js";

/** What a check reads; `timeout` in milliseconds holds for each of its statements. */
export interface CheckedGraph {
  database: Pick<Database, "read">;
  timeout?: number;
}

/**
 * All contradictions, probable contradictions and corroborations between the loaded documents, each with the evidence of
 * all sides, in a fixed order. Computed from the graph, which has no memory of how it came about; only figures that
 * can matter leave the database.
 */
export async function checkGraph(graph: CheckedGraph): Promise<Finding[]> {
  const totals = await checkedTotals(graph);
  return inOrder([...(await disagreements(graph)), ...totals, ...(await statedByMany(graph))]);
}

/** The contradictions and probable contradictions alone, in order. */
export async function contradictionsIn(graph: CheckedGraph): Promise<Finding[]> {
  const totals = await checkedTotals(graph);
  return inOrder([...(await disagreements(graph)), ...totals.filter((f) => f.kind !== "corroboration")]);
}

/** The totals that their parts add up to, in order. */
export async function corroboratedTotals(graph: CheckedGraph): Promise<Finding[]> {
  return inOrder((await checkedTotals(graph)).filter((f) => f.kind === "corroboration"));
}

async function disagreements(graph: CheckedGraph): Promise<Finding[]> {
  return [
    ...conflictingValues(await read<Figure>(graph, "check/figures-with-rivals")),
    ...(await checkedRuns(graph)),
    ...(await conflictingProperties(graph)),
  ];
}

async function checkedTotals(graph: CheckedGraph): Promise<Finding[]> {
  return checkTotals(await read<Figure>(graph, "check/totals-and-parts"));
}

async function checkedRuns(graph: CheckedGraph): Promise<Finding[]> {
  const figures = await read<Figure>(graph, "check/figures-of-like-documents", {
    tail: TAIL,
    shared: AGREEING,
    common: COMMON,
  });
  const ids = [...new Set(runsOf(figures).map((run) => run.figures[0]!.subject))];
  const rows = await read<{ part: string; whole: string }>(graph, "check/parts-of", { ids });
  const tied = new Set(rows.map(({ part, whole }) => `${part}\t${whole}`));
  return conflictingRuns(figures, (a, b) => tied.has(`${a}\t${b}`) || tied.has(`${b}\t${a}`));
}

function read<T extends Row>(
  { database, timeout }: CheckedGraph,
  name: string,
  parameters = {},
): Promise<T[]> {
  return database.read<T>(cypher(name), parameters, timeout === undefined ? {} : { timeout });
}

const KINDS: readonly Finding["kind"][] = ["contradiction", "probable", "corroboration"];

function inOrder(findings: Finding[]): Finding[] {
  const keyOf = ({ kind, rule, subjects, reason }: Finding): string =>
    [KINDS.indexOf(kind), rule, ...subjects, reason].join("\t");
  return findings.sort((a, b) => (keyOf(a) < keyOf(b) ? -1 : 1));
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

async function conflictingProperties(graph: CheckedGraph): Promise<Finding[]> {
  const rows = [
    ...(await read<ConflictRow>(graph, "check/conflicting-wins")),
    ...(await read<ConflictRow>(graph, "check/conflicting-years-of-issue")),
  ];
  const evidence = await evidenceOfFacts(
    graph,
    rows.flatMap(({ first, second }) => [first, second]),
  );
  return rows.map(({ subject, name, award, first, second, property, values }) => ({
    kind: "contradiction",
    rule: "property",
    subjects: [subject],
    indicator: null,
    period: null,
    reason: `${name}, ${award}: ${property} ${values[0]} / ${values[1]}`,
    evidence: [...(evidence.get(first) ?? []), ...(evidence.get(second) ?? [])],
  }));
}

interface CorroboratedFigure extends Row {
  fact: string;
  subject: string;
  name: string;
  indicator: string;
  value: number;
  unit: string;
  documents: number;
}

async function statedByMany(graph: CheckedGraph): Promise<Finding[]> {
  const figures = await read<CorroboratedFigure>(graph, "check/corroborated-figures");
  const facts = await read<{ fact: string; documents: number }>(graph, "check/corroborated-facts");
  const evidence = await evidenceOfFacts(
    graph,
    [...figures, ...facts].map((row) => row.fact),
  );
  const finding = (
    fact: string,
    subjects: string[],
    reason: string,
    indicator: string | null = null,
  ): Finding => ({
    kind: "corroboration",
    rule: "documents",
    subjects,
    indicator,
    period: null,
    reason,
    evidence: evidence.get(fact) ?? [],
  });
  return [
    ...figures.map(({ fact, subject, name, indicator, value, unit, documents }) =>
      finding(fact, [subject], `${documents} documents: ${name}, ${indicator} ${value}${unit}`, indicator),
    ),
    ...facts.map(({ fact, documents }) => finding(fact, [], `${documents} documents: ${fact}`)),
  ];
}

async function evidenceOfFacts(
  graph: CheckedGraph,
  facts: readonly string[],
): Promise<Map<string, FindingEvidence[]>> {
  const found = new Map<string, FindingEvidence[]>();
  for (const row of await read<Row & FindingEvidence>(graph, "check/evidence-of-facts", { facts })) {
    const known = found.get(row.fact);
    if (known === undefined) found.set(row.fact, [row]);
    else known.push(row);
  }
  return found;
}
