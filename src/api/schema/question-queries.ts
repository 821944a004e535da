import { ID, Int } from "type-graphql";
import { LIST } from "../questions/observations.js";
import { PATH } from "../questions/path.js";
import { SUBGRAPH } from "../questions/subgraph.js";
import type { ArgumentFacts } from "./define.js";
import { EntityTypeName, RelationTypeName } from "./names.js";
import {
  ComparisonRow,
  Contradiction,
  Corroboration,
  Path,
  Similar,
  Subgraph,
  TimelineItem,
  ZoneIndustryMatrix,
} from "./questions.js";

/** A field of Query as it is declared. */
export interface QueryFacts {
  name: string;
  type: () => unknown;
  nullable?: boolean;
  description: string;
  args: readonly ArgumentFacts[];
}

const entity = (name: string, description: string): ArgumentFacts => ({ name, type: () => ID, description });

const list = (name: string, type: unknown, description: string): ArgumentFacts => ({
  name,
  type: () => [type],
  nullable: true,
  description,
});

function number(name: string, zh: string, [minimum, fallback, maximum]: readonly number[]): ArgumentFacts {
  const description = `${zh}, ${minimum} to ${maximum}.`;
  return { name, type: () => Int, nullable: true, defaultValue: fallback, description };
}

/** Questions of the graph as a whole. Entities are named by id or by any name. */
export const QUESTION_QUERIES: readonly QueryFacts[] = [
  {
    name: "path",
    type: () => [Path],
    nullable: true,
    description:
      "路径. All shortest ways from one entity to another, with the facts along them; empty if there is none.",
    args: [
      entity("from", "起点. An id or any name."),
      entity("to", "终点. An id or any name."),
      number("maxLength", "最大长度. The most relationships", PATH.maxLength),
      list("through", RelationTypeName, "经由. Only relationships of these types; all where absent."),
      number("first", "数量. How many ways", PATH.first),
    ],
  },
  {
    name: "subgraph",
    type: () => Subgraph,
    nullable: true,
    description: "子图. What surrounds some entities, as nodes and links ready to draw.",
    args: [
      { name: "around", type: () => [ID], description: "中心. Ids or names of the entities in the middle." },
      number("depth", "深度. How many steps away", SUBGRAPH.depth),
      number("limit", "上限. The most nodes", SUBGRAPH.limit),
      list("types", EntityTypeName, "类型. Only nodes of these types besides those in the middle."),
      list("relations", RelationTypeName, "关系. Only relationships of these types."),
    ],
  },
  {
    name: "timeline",
    type: () => [TimelineItem],
    nullable: true,
    description: "时间线. An entity's dated facts, events and figures in order of time.",
    args: [
      entity("of", "主体. An id or any name."),
      {
        name: "from",
        type: () => String,
        nullable: true,
        description: "自. From this date: 2019 or 2019-11.",
      },
      { name: "to", type: () => String, nullable: true, description: "至. Up to the end of this date." },
      number("first", "数量. How many", [0, 50, 100]),
    ],
  },
  {
    name: "compare",
    type: () => [ComparisonRow],
    nullable: true,
    description: "对比. Figures of several places side by side; what most of them have comes first.",
    args: [
      { name: "places", type: () => [ID], description: "对象. Ids or names of places, zones or companies." },
      list("indicators", String, "指标. Only these indicators."),
      list("periods", String, "时期. Only these periods."),
      number("first", "数量. How many rows", [0, 100, 100]),
    ],
  },
  {
    name: "similar",
    type: () => [Similar],
    nullable: true,
    description:
      "相似. Entities of the same type that share industries, awards, bodies, platforms and places with it.",
    args: [
      entity("company", "主体. Id or any name of a company, or of any other entity."),
      number("first", "数量. How many", LIST),
    ],
  },
  {
    name: "zoneIndustryMatrix",
    type: () => ZoneIndustryMatrix,
    nullable: true,
    description: "园区产业矩阵. Which zone builds which industry.",
    args: [
      list("places", ID, "地区. Only zones in these places, or these zones; ids or names."),
      list("industries", ID, "产业. Only these industries; ids or names."),
    ],
  },
  {
    name: "contradictions",
    type: () => [Contradiction],
    description:
      "矛盾. What documents state that cannot all be right, then what is probably wrong, with the reason.",
    args: [number("first", "数量. How many", LIST)],
  },
  {
    name: "corroborations",
    type: () => [Corroboration],
    description: "印证. Totals that their parts add up to, then facts that more than one document states.",
    args: [number("first", "数量. How many", LIST)],
  },
];
