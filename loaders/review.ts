import { cypher, type Database, type Row } from "../src/neo4j/index.js";
import { Gazetteer } from "./resolve/gazetteer.js";
import { resolveCluster } from "./resolve/resolve-cluster.js";
import { createResolver } from "./resolve/resolver.js";
import type { DoubtfulPair, Judgement, NameRecord } from "./resolve/types.js";
import { applyJudgements } from "./write/apply-changes.js";
import { designationOf } from "./write/rows.js";

interface NameRow extends Row {
  id: string;
  key: string;
  surface: string;
  rule: string;
  count: number;
  mentions: number;
  designation: string;
  about: string;
}

/** Pairs of designations that share a name but were kept apart, with the reason that speaks for one thing. */
export async function doubtfulPairs(database: Database): Promise<DoubtfulPair[]> {
  const records: NameRecord[] = [];
  for await (const row of database.stream<NameRow>(cypher("read/shared-names"))) {
    const { designation, about, ...record } = row;
    records.push({ ...record, designation: designationOf(designation, about) });
  }
  const judgements = await database.read<Row & Judgement>(cypher("write/find-judgements"));
  return resolveCluster(records, judgements).doubtful;
}

/** Makes the graph follow some judgements, and no others. */
export function judge(
  database: Database,
  judgements: readonly Judgement[],
): Promise<{ added: number; removed: number }> {
  return applyJudgements(database, createResolver(new Gazetteer()), judgements);
}
