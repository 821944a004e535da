import { describe, expect, it } from "vitest";
import { derive } from "../../../loaders/resolve/derive.js";
import type { DesignatedDocument } from "../../../loaders/resolve/types.js";
import { documentOf, entity, gazetteer, observation, ref, relation } from "../write/documents.js";

const graphOf = (...documents: DesignatedDocument[]) => derive(gazetteer, documents);
const idsOf = (...documents: DesignatedDocument[]) =>
  graphOf(...documents)
    .entities.map((e) => e.id)
    .sort();

describe("entities across documents", () => {
  it("joins a former name, and what calls the firm by it alone, under the name in use", () => {
    const graph = graphOf(
      documentOf("a", "湖南省株洲市", [
        entity("Company", "株洲北山信号电气股份有限公司", {
          aliases: ["株洲南山信号电气股份有限公司", "北山信号"],
          aliasReasons: [
            { name: "株洲南山信号电气股份有限公司", rule: "former" },
            { name: "北山信号", rule: "definition" },
          ],
        }),
      ]),
      documentOf("b", null, [
        entity("Company", "株洲南山信号电气股份有限公司", {
          aliases: ["南山信号"],
          aliasReasons: [{ name: "南山信号", rule: "definition" }],
        }),
      ]),
      documentOf("c", "湖南省株洲市", [entity("Company", "南山信号")]),
    );
    expect(graph.entities).toHaveLength(1);
    expect(graph.entities[0]).toMatchObject({
      id: "company:株洲市:株洲北山信号电气股份有限公司",
      mentions: 3,
      evidenceCount: 3,
      properties: { aliases: ["北山信号", "南山信号", "株洲南山信号电气股份有限公司"] },
    });
    expect(graph.entities[0]?.properties.mergedBecause).toContainEqual(
      expect.stringContaining('"rule":"former"'),
    );
  });

  it("joins a firm under its group's former name with the one under the new, whichever came first", () => {
    const before = documentOf("a", "湖南省株洲市", [entity("Company", "株洲南车信号电气股份有限公司")]);
    const after = documentOf("b", null, [entity("Company", "株洲中车信号电气股份有限公司")]);
    for (const documents of [
      [before, after],
      [after, before],
    ]) {
      const graph = graphOf(...documents);
      expect(graph.entities).toHaveLength(1);
      expect(graph.entities[0]).toMatchObject({
        id: "company:株洲市:株洲中车信号电气股份有限公司",
        properties: { aliases: ["株洲南车信号电气股份有限公司"] },
      });
      expect(graph.entities[0]?.properties.mergedBecause).toEqual([
        expect.stringContaining('"rule":"renamed-group"'),
      ]);
    }
    expect(graphOf(before).entities[0]).toMatchObject({
      id: "company:株洲市:株洲南车信号电气股份有限公司",
      properties: { aliases: ["株洲中车信号电气股份有限公司"] },
    });
  });

  it("joins an abbreviation with the one full name of its region that it fits", () => {
    const full = documentOf("a", "湖南省株洲市", [entity("Company", "株洲联诚集团有限责任公司")]);
    expect(idsOf(full, documentOf("b", "湖南省株洲市", [entity("Company", "联诚集团")]))).toEqual([
      "company:株洲市:株洲联诚集团有限责任公司",
    ]);
    expect(idsOf(full, documentOf("c", "浙江省宁波市", [entity("Company", "联诚集团")]))).toEqual([
      "company:宁波市:联诚集团",
      "company:株洲市:株洲联诚集团有限责任公司",
    ]);
  });

  it("leaves an abbreviation that fits two firms of its region apart from both", () => {
    const ids = idsOf(
      documentOf("a", "湖南省株洲市", [entity("Company", "株洲华泰机械有限公司")]),
      documentOf("b", "湖南省株洲市", [entity("Company", "株洲华泰机械股份有限公司")]),
      documentOf("c", "湖南省株洲市", [entity("Company", "华泰机械")]),
    );
    expect(ids).toHaveLength(3);
  });

  it("takes a firm's brand and trade for a name of its region alone, however long", () => {
    const short = (id: string, place: string) => documentOf(id, place, [entity("Company", "华泰机械")]);
    const full = documentOf("a", "湖南省株洲市", [entity("Company", "株洲华泰机械有限公司")]);
    expect(idsOf(full, short("b", "湖南省株洲市"), short("c", "浙江省宁波市"))).toEqual([
      "company:宁波市:华泰机械",
      "company:株洲市:株洲华泰机械有限公司",
    ]);
  });

  it("keeps namesakes in different regions apart, and joins one without region only if there is no choice", () => {
    const hospital = (id: string, place: string | null) =>
      documentOf(id, place, [entity("Institution", "人民医院")]);
    expect(idsOf(hospital("a", "湖南省株洲市"), hospital("b", "江苏省常州市"))).toEqual([
      "institution:常州市:人民医院",
      "institution:株洲市:人民医院",
    ]);
    expect(idsOf(hospital("a", "湖南省株洲市"), hospital("c", null))).toEqual([
      "institution:株洲市:人民医院",
    ]);
    expect(idsOf(hospital("a", "湖南省株洲市"), hospital("b", "江苏省常州市"), hospital("c", null))).toEqual([
      "institution:人民医院",
      "institution:常州市:人民医院",
      "institution:株洲市:人民医院",
    ]);
  });

  it("tells 江北区 of two cities apart, by code or by the document's place", () => {
    expect(
      idsOf(
        documentOf("a", "浙江省宁波市", [entity("County", "江北区")]),
        documentOf("b", null, [entity("County", "江北区", { adcode: "500105" })]),
      ),
    ).toEqual(["county:宁波市:江北区", "county:重庆市:江北区"]);
  });

  it("does not join two hospitals because one document each calls them by the same short name", () => {
    const ids = idsOf(
      documentOf("a", "湖南省株洲市", [entity("Institution", "第一医院", { aliases: ["市医院"] })]),
      documentOf("b", "湖南省株洲市", [entity("Institution", "中心医院", { aliases: ["市医院"] })]),
      documentOf("c", "湖南省株洲市", [entity("Institution", "市医院")]),
    );
    expect(ids).toHaveLength(3);
  });

  it("never lets a name without region join two regions", () => {
    const ids = idsOf(
      documentOf("a", "湖南省株洲市", [entity("Institution", "妇幼医院")]),
      documentOf("b", "江苏省常州市", [entity("Institution", "儿童医院")]),
      documentOf("c", null, [entity("Institution", "妇幼医院", { aliases: ["儿童医院"] })]),
    );
    expect(ids).toHaveLength(2);
  });

  it("supplies the place that an award's or office's name leaves to its readers", () => {
    const graph = graphOf(
      documentOf("a", "湖南省株洲市", [entity("Award", "省长质量奖"), entity("Award", "市长质量奖")]),
      documentOf("b", null, [entity("Award", "湖南省长质量奖")]),
      documentOf("c", "江苏省常州市", [entity("Award", "市长质量奖")]),
    );
    expect(graph.entities.map((e) => [e.properties.name, e.properties.level]).sort()).toEqual([
      ["常州市市长质量奖", "MUNICIPAL"],
      ["株洲市市长质量奖", "MUNICIPAL"],
      ["湖南省省长质量奖", "PROVINCIAL"],
    ]);
  });

  it("follows judgements both ways", () => {
    const documents = [
      documentOf("a", "湖南省株洲市", [entity("Company", "株洲联诚集团有限责任公司")]),
      documentOf("b", "湖南省株洲市", [entity("Company", "联诚集团")]),
      documentOf("c", "江苏省常州市", [entity("Company", "联诚集团")]),
    ];
    const count = (verdict: "same" | "different", a: string, b: string) =>
      derive(gazetteer, documents, [{ verdict, a, b }]).entities.length;
    expect(count("different", "company:株洲市:联诚集团", "company:株洲市:株洲联诚集团有限责任公司")).toBe(3);
    expect(count("same", "company:常州市:联诚集团", "company:株洲市:株洲联诚集团有限责任公司")).toBe(1);
  });
});

describe("facts across documents", () => {
  const firm = ref("Company", "株洲联诚集团有限责任公司");
  const award = ref("Award", "中国质量奖");
  const won = (id: string, more: object) =>
    documentOf(id, null, [
      entity("Company", firm.name),
      entity("Award", award.name),
      relation("WON", firm, award, { tier: "NOMINATION", ...more }),
    ]);

  it("counts what says less as evidence of what says more", () => {
    const graph = graphOf(
      won("a", { year: 2015 }),
      won("b", {}),
      won("c", { year: 2015, edition: 2 }),
      won("d", { year: 2018 }),
    );
    expect(graph.relationships.map((r) => [r.id.split("@")[1], r.evidenceCount]).sort()).toEqual([
      ["2015,2,NOMINATION", 3],
      ["2018,,NOMINATION", 1],
    ]);
  });

  it("adds the hierarchy between places that documents name", () => {
    const graph = graphOf(
      documentOf("a", null, [
        entity("County", "天元区"),
        entity("Province", "湖南省"),
        entity("City", "株洲市"),
      ]),
    );
    expect(graph.relationships.map((r) => r.id).sort()).toEqual([
      "PART_OF:city:株洲市>province:湖南省",
      "PART_OF:county:株洲市:天元区>city:株洲市",
      "PART_OF:county:株洲市:天元区>province:湖南省",
    ]);
  });

  it("keeps figures that differ apart and counts those that agree", () => {
    const figure = (id: string, value: number) =>
      documentOf(id, null, [entity("City", "株洲市"), observation(ref("City", "株洲市"), "商标", value)]);
    const graph = graphOf(figure("a", 5), figure("b", 5), figure("c", 6));
    expect(graph.observations.map((o) => [o.properties.value, o.evidenceCount])).toEqual([
      [5, 2],
      [6, 1],
    ]);
    expect(graph.facts.get("c#2")).toBe("city:株洲市#商标,,=6件,ACTUAL");
  });
});
