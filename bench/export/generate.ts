import type { Database } from "../../src/neo4j/index.js";

/** How many there are of what, for `entities` entities. */
export interface GraphSize {
  entities: number;
  documents: number;
}

/** Rows of a transaction. */
const BATCH = 5_000;
const YEARS = 10;

const COMPANY = "第' + toString(i) + '号装备制造股份有限公司";
const CLAIM =
  "rule: 'award/prose', confidence: 0.9, start: i % 1000, end: i % 1000 + 30, data: '{}', text: '第' + toString(i) + '号公司获得市长质量奖，并主导制定国家标准三项。'";

/**
 * Fills an empty graph: documents with text, nine companies for each award, each with a name record, a claim and a
 * figure, and three relationships a company, each with a claim. Written directly, as the loaders lay it out.
 */
export async function writeGraph(database: Database, { entities, documents }: GraphSize): Promise<void> {
  const companies = Math.floor(entities * 0.9);
  const awards = entities - companies;
  const run = (count: number, clauses: string) =>
    database.runAutoCommit(
      `UNWIND range(0, $count - 1) AS i CALL (i) { ${clauses} } IN TRANSACTIONS OF ${BATCH} ROWS`,
      { count, awards, documents, companies },
    );
  await run(
    documents,
    `CREATE (:Document {id: 'd' + toString(i), title: '质量简报' + toString(i), date: '2020-01-01', version: 'v',
      text: reduce(t = '', k IN range(1, 60) | t + '全市质量工作稳步推进，企业获得多项荣誉。'), warnings: []})`,
  );
  await run(
    awards,
    `CREATE (:Entity:Award {id: 'award:' + toString(i), name: '质量奖' + toString(i), aliases: [], mentions: 5, evidenceCount: 3, level: 'MUNICIPAL'})`,
  );
  await run(
    companies,
    `MATCH (d:Document {id: 'd' + toString(i % $documents)})
     CREATE (e:Entity:Company {id: 'company:' + toString(i), name: '${COMPANY}', aliases: ['${COMPANY}简称'], mentions: 1 + i % 50,
       evidenceCount: 1, pinyin: 'dihaozhuangbeizhizaogufenyouxiangongsi', initials: 'dhzbzzgfyxgs'})
     CREATE (:Name {id: 'n' + toString(i), key: 'Company|' + e.name, surface: e.name, count: 1})-[:NAMES {reason: 'name'}]->(e)
     CREATE (:Observation {id: 'o' + toString(i), indicator: '产值', value: toFloat(i), unit: '亿元', period: '2020', status: 'ACTUAL', evidenceCount: 0})-[:OF]->(e)
     CREATE (:Claim {id: 'd#' + toString(i), kind: 'entity', type: 'Company', fact: e.id, ${CLAIM}})-[:STATED_IN]->(d)`,
  );
  await run(
    companies,
    `MATCH (e:Entity {id: 'company:' + toString(i)}), (d:Document {id: 'd' + toString(i % $documents)})
     UNWIND range(0, 2) AS k
     MATCH (a:Entity {id: 'award:' + toString((i * 7 + k * 13) % $awards)})
     CREATE (e)-[r:WON {id: 'WON:' + e.id + '>' + a.id + '@' + toString(k), year: 2010 + (i + k) % ${YEARS}, tier: 'WINNER', evidenceCount: 1}]->(a)
     CREATE (:Claim {id: 'w#' + toString(i) + '#' + toString(k), kind: 'relation', type: 'WON', fact: r.id, ${CLAIM}})-[:STATED_IN]->(d)`,
  );
}
