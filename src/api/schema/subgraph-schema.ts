import {
  type DocumentNode,
  extendSchema,
  type GraphQLSchema,
  Kind,
  parse,
  print,
  printSchema,
  visit,
} from "graphql";
import { KEYED } from "../model/keyed.js";
import { apiSchema } from "./build-schema.js";

const LINK = `extend schema @link(url: "https://specs.apollo.dev/federation/v2.3", import: ["@key", "@shareable"])`;

let built: GraphQLSchema | undefined;

/** The schema as a subgraph of Apollo Federation: with `_service`, and `_entities` for every type that has a key. */
export function subgraphSchema(): GraphQLSchema {
  if (built) return built;
  const schema = apiSchema();
  // A subgraph tells its own types with the directives that it uses; what those are, composition knows by @link.
  const sdl = print(withKeys(schema));
  // Our own schema goes on with its resolvers and the values of its enums; only what federation asks for is added.
  built = extendSchema(
    schema,
    parse(`
      "任意. A reference to an entity: __typename and id."
      scalar _Any
      "实体. What other subgraphs can refer to."
      union _Entity = ${KEYED.map((record) => record.name).join(" | ")}
      "服务. The subgraph's own schema."
      type _Service {
        "模式. The schema in the schema definition language."
        sdl: String!
      }
      extend type Query {
        "实体. Entities by references of a gateway, in their order; null for what is not there."
        _entities("引用. The references." representations: [_Any!]!): [_Entity]!
        "服务. The subgraph's own schema."
        _service: _Service!
      }
    `),
  );
  built.getQueryType()!.getFields()._service!.resolve = () => ({ sdl });
  return built;
}

/** The SDL with the directives that a gateway reads. */
function withKeys(schema: GraphQLSchema): DocumentNode {
  const keyed = new Set(KEYED.map((record) => record.name));
  const { definitions } = visit(parse(printSchema(schema)), {
    ObjectTypeDefinition(node) {
      const name = node.name.value;
      const directive = keyed.has(name)
        ? `@key(fields: "id")`
        : name === "PageInfo"
          ? "@shareable"
          : undefined;
      if (!directive) return undefined;
      const [type] = parse(`type X ${directive} { x: Int }`).definitions;
      return { ...node, directives: type?.kind === Kind.OBJECT_TYPE_DEFINITION ? type.directives! : [] };
    },
  });
  return { kind: Kind.DOCUMENT, definitions: [...parse(LINK).definitions, ...definitions] };
}
