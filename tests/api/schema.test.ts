import { readFileSync } from "node:fs";
import { join } from "node:path";
import {
  buildSchema,
  getNamedType,
  isEnumType,
  isInputObjectType,
  isInterfaceType,
  isObjectType,
  isSpecifiedScalarType,
} from "graphql";
import { describe, expect, it } from "vitest";
import { NODES } from "../../schema/index.js";
import { ROOT_FIELDS } from "../../src/api/roots/index.js";
import { apiSchema, printApiSchema } from "../../src/api/schema/build-schema.js";
import { SERVER_FIELDS } from "../../src/api/writing/resolvers.js";
import { packageRoot } from "../../src/core/paths.js";

describe("the GraphQL schema", () => {
  it("is what schema/schema.graphql says (else: npm run schema)", () => {
    const file = readFileSync(join(packageRoot, "schema", "schema.graphql"), "utf8");
    expect(printApiSchema() === file, "schema/schema.graphql is out of date: npm run schema").toBe(true);
    expect(buildSchema(file).getQueryType()?.name).toBe("Query");
  });

  it("has a look-up and a list of every entity type, and a compiler for every root field", () => {
    const fields = apiSchema().getQueryType()!.getFields();
    for (const node of NODES) {
      expect(String(fields[node.singular]?.type)).toBe(node.type);
      expect(String(fields[node.plural]?.type)).toBe(`${node.type}Connection!`);
      expect(fields[node.plural]?.args.map((arg) => `${arg.name}: ${arg.type}`).sort()).toEqual([
        "after: String",
        "first: Int",
        `orderBy: [${node.type}OrderBy!]`,
        `where: ${node.type}Where`,
      ]);
    }
    expect([...ROOT_FIELDS.keys(), ...SERVER_FIELDS].sort()).toEqual(Object.keys(fields).sort());
  });

  it("describes every type, field, argument and enum value, in English and Chinese", () => {
    const undescribed: string[] = [];
    const check = (path: string, description: string | null | undefined) => {
      if (!description || !/\p{Script=Han}/u.test(description) || !/[a-z]/.test(description))
        undescribed.push(path);
    };
    for (const type of Object.values(apiSchema().getTypeMap())) {
      if (type.name.startsWith("__") || isSpecifiedScalarType(type)) continue;
      // The roots are named by GraphQL itself.
      if (type.name !== "Query" && type.name !== "Mutation") check(type.name, type.description);
      if (isEnumType(type))
        for (const value of type.getValues()) check(`${type.name}.${value.name}`, value.description);
      if (!isObjectType(type) && !isInterfaceType(type) && !isInputObjectType(type)) continue;
      for (const field of Object.values(type.getFields())) {
        check(`${type.name}.${field.name}`, field.description);
        if ("args" in field)
          for (const arg of field.args) check(`${type.name}.${field.name}(${arg.name})`, arg.description);
      }
    }
    expect(undescribed).toEqual([]);
  });

  it("gives every connection the same form", () => {
    const connections = Object.values(apiSchema().getTypeMap()).filter((t) => t.name.endsWith("Connection"));
    expect(connections.length).toBeGreaterThan(NODES.length);
    for (const type of connections) {
      if (!isObjectType(type)) throw new Error(`${type.name} is no object type`);
      const fields = type.getFields();
      expect(Object.keys(fields)).toEqual(
        expect.arrayContaining(["nodes", "edges", "pageInfo", "totalCount"]),
      );
      const edge = getNamedType(fields.edges!.type);
      expect(isObjectType(edge) && Object.keys(edge.getFields())).toEqual(
        expect.arrayContaining(["cursor", "node"]),
      );
    }
  });
});
