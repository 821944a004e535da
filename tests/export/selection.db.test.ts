import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { type SelectionRequest, selectEntities } from "../../src/export/selection.js";
import type { Database } from "../../src/neo4j/index.js";
import { closeEmpty, emptyDatabase } from "../support/neo4j.js";
import { exportedText, writeExported } from "./graph.js";

let database: Database;
beforeAll(async () => {
  database = await emptyDatabase();
  await writeExported(database);
});
afterAll(() => closeEmpty(database));

const idsOf = async (request: SelectionRequest) => (await selectEntities(database, request)).ids;

describe("a selection", () => {
  it("is what is within some steps of an entity, by id or any name", async () => {
    const near = ["award:三年奖", "company:三年公司"];
    expect(await idsOf({ around: ["三年公司"] })).toEqual(near);
    expect(await idsOf({ around: ["company:三年公司"], depth: 3 })).toEqual(near);
    expect(await idsOf({ around: ["老甲厂"], depth: 0 })).toEqual(["company:甲装备股份有限公司"]);
    const two = await idsOf({ around: ["江洲高新区"], depth: 2, types: ["Zone", "City", "Province"] });
    expect(two).toEqual(["city:江洲市", "province:江南省", "zone:江洲高新区"]);
  });

  it("is of some types, and meets a filter as the API takes it", async () => {
    expect(await idsOf({ types: ["award"] })).toEqual([
      "award:三年奖",
      "award:中国质量奖",
      "award:江洲市市长质量奖",
    ]);
    const won = "{ awards: { some: { edge: { year: { gte: 2018 } } } } }";
    expect(await idsOf({ types: ["Company"], where: won })).toEqual([
      "company:三年公司",
      "company:丙电缆有限公司",
    ]);
    const json = JSON.stringify({ name: { contains: "洲" }, type: { in: ["City", "Zone"] } });
    expect(await idsOf({ where: json })).toEqual(["city:江洲市", "city:海洲市", "zone:江洲高新区"]);
    const around = await idsOf({ around: ["江洲市"], where: '{ name: { endsWith: "室" } }' });
    expect(around).toEqual(["city:江洲市", "platform:江洲轨道实验室"]);
  });

  it("brings its relationships, figures, evidence and documents, and nothing else", async () => {
    const lines = (await exportedText(database, "jsonl", { around: ["三年公司"] })).trim().split("\n");
    const objects = lines.map((line) => JSON.parse(line));
    const of = (kind: string) => objects.filter((object) => object.kind === kind);
    expect(of("document").map(({ title }) => title)).toEqual(["=cmd|' /C calc'!A0"]);
    expect(of("entity")).toHaveLength(2);
    expect(of("relationship").map(({ type, year }) => [type, year])).toEqual([
      ["WON", 2012],
      ["WON", 2015],
      ["WON", 2018],
    ]);
    expect(of("observation").map(({ value }) => value)).toEqual([-2.5, 12]);
    expect(of("claim")).toHaveLength(5);
  });

  it.each<[SelectionRequest, RegExp]>([
    [{ around: ["没有的公司"] }, /no entity has the id or name "没有的公司"/],
    [
      { around: ["天河区"] },
      /2 entities are named "天河区".*county:江洲市:天河区, county:海洲市:天河区|county:海洲市/,
    ],
    [{ types: ["Firm"] }, /no entity type "Firm"; there are Province, City/],
    [{ around: ["江洲市"], depth: 11 }, /depth is 11; .* 0 to 10/],
    [{ depth: 2 }, /name one with around/],
    [{ where: "{ name: " }, /where is no filter .*expected one such as/],
    [{ types: ["Company"], where: "{ nam: { eq: 1 } }" }, /where is no filter of Company.*"nam"/],
    [{ where: "{ name: { contains: null } }" }, /takes no null/],
  ])("%j is refused as wrong usage", async (request, message) => {
    await expect(selectEntities(database, request)).rejects.toMatchObject({
      exitCode: 2,
      message: expect.stringMatching(message),
    });
  });

  it("keeps hostile texts apart from the statement", async () => {
    const name = "x' }) MATCH (n) DETACH DELETE n //";
    expect(await idsOf({ where: JSON.stringify({ name: { eq: name } }) })).toEqual([]);
    await expect(idsOf({ around: [name] })).rejects.toMatchObject({ exitCode: 2 });
    await expect(idsOf({ types: ["Company) DETACH DELETE n //"] })).rejects.toMatchObject({ exitCode: 2 });
  });

  it("stops above its maximum", async () => {
    await expect(selectEntities(database, {}, { maximum: 3 })).rejects.toMatchObject({
      code: "EXPORT_TOO_LARGE",
    });
    const request = { around: ["江洲市"] };
    await expect(selectEntities(database, request, { maximum: 3 })).rejects.toMatchObject({
      code: "EXPORT_TOO_LARGE",
    });
  });
});
