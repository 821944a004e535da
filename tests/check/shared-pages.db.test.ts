import { existsSync } from "node:fs";
import { join } from "node:path";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { loadDocuments } from "../../loaders/pipeline.js";
import { checkGraph } from "../../src/check/check.js";
import type { Finding } from "../../src/check/types.js";
import { packageRoot } from "../../src/core/paths.js";
import type { Database } from "../../src/neo4j/index.js";
import { testDatabase, wipe } from "../support/neo4j.js";

const pages = join(packageRoot, "..", "shared", "seeds");
const missing = !existsSync(pages);
if (missing) console.error(`skipped: the newspaper pages of ${pages} are not there`);

describe.skipIf(missing)("five real pages", () => {
  let database: Database;
  let findings: Finding[];
  beforeAll(async () => {
    database = await testDatabase();
    await wipe(database);
    await loadDocuments(database, [pages], { root: pages });
    findings = await checkGraph({ database });
  });
  afterAll(async () => {
    await wipe(database);
    await database.close();
  });
  const documentsOf = ({ evidence }: Finding) => new Set(evidence.map((one) => one.document)).size;
  const only = (kind: Finding["kind"], word: string) => {
    const found = findings.filter((one) => one.kind === kind && one.reason.includes(word));
    expect(found).toHaveLength(1);
    return found[0]!;
  };

  it("probably contradict each other over the standards of one pilot", () => {
    const finding = only("probable", "团体标准");
    expect(documentsOf(finding)).toBe(2);
    for (const figure of [
      "国际标准 48项",
      "国家标准 51项",
      "行业标准 34项",
      "团体标准 48项",
      "团体标准 38项",
    ])
      expect(finding.reason).toContain(figure);
  });

  it("bear each other out over a province's quality awards", () => {
    const finding = only("corroboration", "中国质量奖及提名奖 10");
    expect(finding.rule).toBe("total");
    expect(finding.reason).toMatch(/中国质量奖 2个 \+ .*提名奖 8个 = 10个/);
  });
});
