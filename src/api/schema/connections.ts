import { ID, Int } from "type-graphql";
import type { PropertyDefinition } from "../../../schema/index.js";
import { PAGE } from "../model/model.js";
import type { Link, Model } from "../model/types.js";
import { Aggregate, aggregateArguments } from "./aggregate.js";
import { type ArgumentFacts, addField, addFields, type GeneratedClass, objectType } from "./define.js";
import { linkOrderOf, linkWhereOf } from "./inputs.js";
import { RelationTypeName } from "./names.js";

export const pageInfo = objectType("PageInfo", "分页信息. Where a page stands in its list.");
addField(pageInfo, "hasNextPage", { type: () => Boolean, description: "有下一页. Whether more follow." });
addField(pageInfo, "hasPreviousPage", {
  type: () => Boolean,
  description: "有上一页. Whether `after` was given.",
});
addField(pageInfo, "startCursor", {
  type: () => String,
  nullable: true,
  description: "首游标. Cursor of the first.",
});
addField(pageInfo, "endCursor", {
  type: () => String,
  nullable: true,
  description: "尾游标. Cursor of the last: the next page's `after`.",
});

/** The arguments of a list field. */
export function listArguments(link: Link): ArgumentFacts[] {
  const first: ArgumentFacts = {
    name: "first",
    type: () => Int,
    nullable: true,
    defaultValue: link.defaultFirst,
    description: `数量. How many, ${PAGE.max} at most.`,
  };
  const where = linkWhereOf(link);
  const orderBy = linkOrderOf(link);
  return [
    { name: "where", type: () => where, nullable: true, description: "筛选. Which ones." },
    { name: "orderBy", type: () => [orderBy], nullable: true, description: "排序. In what order." },
    first,
    ...(link.kind === "connection"
      ? [
          {
            name: "after",
            type: () => String,
            nullable: true,
            description: "游标. Those after the one with this cursor.",
          },
        ]
      : []),
  ];
}

const connections = new Map<string, { target: Link["target"]; made: GeneratedClass }>();
const resolvers: GeneratedClass[] = [];

/** The resolvers of all connections and edges made so far. */
export const connectionResolvers = (): readonly GeneratedClass[] => resolvers;

/** `WonAwardsConnection` with its edge type; made once for all links that have the same relations and name. */
export function connectionOf(link: Link, model: Model): GeneratedClass {
  const known = connections.get(link.base);
  if (known) {
    if (known.target !== link.target) throw new Error(`two connections are named ${link.base}Connection`);
    return known.made;
  }
  const made = objectType(`${link.base}Connection`, `${link.zh}. A page of a list and what goes with it.`);
  connections.set(link.base, { target: link.target, made });
  const edge = edgeOf(link, model);
  const { target } = link;
  addField(made, "nodes", {
    type: () => [target.target],
    description: "节点. The nodes, one for each edge.",
  });
  addField(made, "edges", {
    type: () => [edge],
    description: "边. The nodes with cursors and relationships.",
  });
  addField(made, "pageInfo", {
    type: () => pageInfo,
    description: "分页信息. Where the page stands in the list.",
  });
  addField(made, "totalCount", {
    type: () => Int,
    description: "总数. How many the filter lets through in all; counted only when asked for.",
  });
  const aggregate = {
    name: "aggregate",
    type: () => [Aggregate],
    description: "聚合. Counts and measures of all that the filter lets through, in groups or as a whole.",
    args: aggregateArguments(link),
  };
  resolvers.push(addFields(made, [aggregate]));
  return made;
}

function edgeOf(link: Link, model: Model): GeneratedClass {
  const edge = objectType(`${link.base}Edge`, `${link.zh}. A node and how it is reached.`);
  addField(edge, "cursor", { type: () => String, description: "游标. Stands for this place in the list." });
  addField(edge, "node", {
    type: () => link.target.target,
    description: `${link.target.zh}. ${link.target.description}`,
  });
  if (!link.edge) return edge;
  addField(edge, "id", { type: () => ID, description: "标识. The relationship's id." });
  addField(edge, "relation", {
    type: () => RelationTypeName,
    description: "关系类型. The relationship's type.",
  });
  for (const p of link.edge.properties) addField(edge, p.name, propertyField(p));
  resolvers.push(addFields(edge, linkFields([...model.edgeLinks.values()], model)));
  return edge;
}

function propertyField(p: PropertyDefinition) {
  return { type: p.type, nullable: p.nullable, description: `${p.zh}. ${p.description}` };
}

/** Fields that lead to other nodes. */
export function linkFields(links: readonly Link[], model: Model) {
  return links.map((link) => {
    const { name, kind, target } = link;
    const type = kind === "connection" ? connectionOf(link, model) : target.target;
    return {
      name,
      type: () => (kind === "list" ? [type] : type),
      nullable: kind === "one",
      description: `${link.zh}. ${link.description}`,
      args: kind === "one" ? [] : listArguments(link),
    };
  });
}
