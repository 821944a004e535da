import { type GraphQLSchema, lexicographicSortSchema, printSchema } from "graphql";
import { type BuildSchemaOptions, buildSchemaSync, ID, Int, Query, Resolver } from "type-graphql";
import { MODEL, PAGE } from "../model/model.js";
import type { Model } from "../model/types.js";
import { WritingResolver } from "../writing/resolvers.js";
import { connectionOf, connectionResolvers, linkFields, listArguments } from "./connections.js";
import {
  type ArgumentFacts,
  addArguments,
  addFields,
  declare,
  type GeneratedClass,
  namedClass,
} from "./define.js";
import { EntityTypeName } from "./names.js";
import { QUESTION_QUERIES, type QueryFacts } from "./question-queries.js";
import { questionResolvers } from "./questions.js";
import { SearchConnection } from "./search.js";
import { Stats } from "./stats.js";

function queries(model: Model): QueryFacts[] {
  const lookups = [...model.lookups.values()].map(({ name, target, byName }): QueryFacts => {
    const id: ArgumentFacts = {
      name: "id",
      type: () => ID,
      nullable: byName,
      description: "标识. The id.",
    };
    const anyName: ArgumentFacts = {
      name: "name",
      type: () => String,
      nullable: true,
      description: "名称. Any of its names; an error with the candidates where several share it.",
    };
    return {
      name,
      type: () => target.target,
      nullable: true,
      description: `${target.zh}. One by its id${byName ? " or by any of its names" : ""}; null if there is none.`,
      args: byName ? [id, anyName] : [id],
    };
  });
  const lists = [...model.lists.values()].map((link): QueryFacts => {
    const connection = connectionOf(link, model);
    const { name, zh, description } = link;
    return { name, type: () => connection, description: `${zh}. ${description}`, args: listArguments(link) };
  });
  return [
    ...lookups,
    ...lists,
    {
      name: "search",
      type: () => SearchConnection,
      description:
        "搜索. Entities by name, alias, pinyin, initials or what documents say of them; best first.",
      args: [
        {
          name: "query",
          type: () => String,
          description: "关键词. What to look for; all characters are text.",
        },
        {
          name: "types",
          type: () => [EntityTypeName],
          nullable: true,
          description: "类型. Only these types; all where absent.",
        },
        {
          name: "first",
          type: () => Int,
          nullable: true,
          defaultValue: PAGE.default,
          description: `数量. How many, ${PAGE.max} at most.`,
        },
        {
          name: "after",
          type: () => String,
          nullable: true,
          description: "游标. Those after the one with this cursor.",
        },
      ],
    },
    ...QUESTION_QUERIES,
    { name: "stats", type: () => Stats, description: "统计. How much there is.", args: [] },
  ];
}

function queryResolver(model: Model): GeneratedClass {
  const resolver = namedClass("Queries");
  Resolver()(resolver);
  for (const { name, type, args, ...options } of queries(model)) {
    const descriptor = declare(resolver, name);
    addArguments(resolver, name, args);
    Query(type as never, options)(resolver.prototype, name, descriptor);
  }
  return resolver;
}

let built: GraphQLSchema | undefined;

/**
 * The GraphQL schema, derived from the ontology: object types are its classes, everything else is generated from the
 * model. Built once a process, because type-graphql keeps one registry.
 */
export function apiSchema(): GraphQLSchema {
  if (built) return built;
  const fields = [...MODEL.records.values()].map((record) =>
    addFields(
      record.target,
      linkFields(
        [...record.links.values()].filter((l) => !isInherited(record.name, l.name)),
        MODEL,
      ),
    ),
  );
  const resolvers = [
    queryResolver(MODEL),
    WritingResolver,
    ...fields,
    ...connectionResolvers(),
    ...questionResolvers(),
  ] as unknown as BuildSchemaOptions["resolvers"];
  const orphanedTypes = [...MODEL.records.values()].map((record) => record.target as never);
  built = buildSchemaSync({ resolvers, orphanedTypes, validate: false });
  return built;
}

/** Whether an interface that the type implements has the field already. */
function isInherited(type: string, field: string): boolean {
  const record = MODEL.records.get(type)!;
  return [...MODEL.records.values()].some(
    (other) => other !== record && record.target.prototype instanceof other.target && other.links.has(field),
  );
}

/** The schema as SDL, sorted: what `schema/schema.graphql` holds. */
export function printApiSchema(): string {
  const head = "# Generated from the ontology by `npm run schema`; a test fails when it is out of date.\n\n";
  return `${head}${printSchema(lexicographicSortSchema(apiSchema()))}\n`;
}
