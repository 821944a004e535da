import { type GraphQLObjectType, getNamedType } from "graphql";
import { ENTITY_SEARCH, EVIDENCE_SEARCH } from "../../../schema/derive/constraints.js";
import { NODES, RELATIONS } from "../../../schema/index.js";
import {
  allOf,
  type Context,
  type Projection,
  returning,
  type Shape,
  whereClause,
} from "../compile/context.js";
import type { Input, Variables } from "../compile/input.js";
import { collectItems, compileObject, plain } from "../compile/object.js";
import type { OrderKey } from "../compile/order.js";
import { compileRows, type Part } from "../compile/rows.js";
import { argumentsOf, collectFields, type Selected } from "../compile/selection.js";
import { ApiError } from "../errors.js";
import { MODEL, PAGE } from "../model/model.js";
import type { RootField } from "../roots/types.js";
import { highlight, highlightReading } from "./highlights.js";
import { exactQuery, MAX_QUERY, mistypedQuery, phraseQuery, type SearchTerms, searchTerms } from "./terms.js";

/** How many names and how many texts are looked at. */
const MAX_NAMES = 1_000;
const MAX_TEXTS = 300;

/** `search`: names in full text, by pinyin and initials, a mistyped one where nothing else fits; and what is said. */
export const searchField: RootField = {
  name: "search",
  compile(context, selected) {
    const { statement } = context;
    const args = argumentsOf(context.operation, selected);
    const query = args.get("query")!;
    const given = args.get("types");
    const types = given?.value == null ? undefined : given;
    const read = (make: (terms: SearchTerms) => unknown) =>
      statement.parameter(query, (q) => make(termsOf(q)));
    const text = read((terms) => terms.text);
    const exact = read(exactQuery);
    const mistyped = read(mistypedQuery);
    const phrase = read(phraseQuery);
    const wanted = types ? `any(l IN labels(entity) WHERE l IN ${statement.parameter(types)})` : "true";
    const hits = `CALL () {
  CALL () { CALL db.index.fulltext.queryNodes('${ENTITY_SEARCH}', ${exact}, {limit: 1}) YIELD node RETURN count(node) AS exact }
  CALL db.index.fulltext.queryNodes('${ENTITY_SEARCH}', CASE exact WHEN 0 THEN ${mistyped} ELSE ${exact} END, {limit: ${MAX_NAMES}})
  YIELD node AS entity, score
  RETURN entity, null AS claim, score + log10(1 + entity.mentions) + CASE
    WHEN toLower(entity.name) = ${text} THEN 100
    WHEN any(alias IN entity.aliases WHERE toLower(alias) = ${text}) THEN 90
    WHEN toLower(entity.name) STARTS WITH ${text} THEN 20
    WHEN toLower(entity.name) CONTAINS ${text} THEN 10
    ELSE 0 END AS score
  UNION ALL
  CALL db.index.fulltext.queryNodes('${EVIDENCE_SEARCH}', ${phrase}, {limit: ${MAX_TEXTS}}) YIELD node AS claim, score
  CALL (claim) {
    MATCH (entity:Entity {id: claim.fact}) RETURN entity
    UNION
    MATCH (:Observation {id: claim.fact})-[:OF]->(entity:Entity) RETURN entity
    UNION
    MATCH (entity)-[r:${RELATIONS.map((r) => r.type).join("|")}]-() WHERE r.id = claim.fact RETURN entity
  }
  RETURN entity, claim, score / 10 AS score
}
WITH entity, score, claim${whereClause(wanted)}
WITH entity, max(score) AS score, collect(claim)[0] AS claim
WITH collect({entity: entity, score: score, claim: claim}) AS hits`;
    const { expression, shape, calls } = compileHits(context, selected, query);
    return {
      text: `${hits} ${returning({ expression, calls })}`,
      read: ([value], variables) => shape(value as never, variables),
    };
  },
};

function termsOf(query: unknown): SearchTerms {
  const text = String(query);
  if (text.length > MAX_QUERY) {
    throw new ApiError(
      "BAD_USER_INPUT",
      `"query" has ${text.length} characters; it can have ${MAX_QUERY} at most.`,
    );
  }
  return searchTerms(text);
}

const KEYS: readonly OrderKey[] = [
  { name: "score", expression: "hit.score", descending: true, nullable: false, counts: false },
  { name: "id", expression: "hit.entity.id", descending: false, nullable: false, counts: false },
];

function compileHits(context: Context, selected: Selected, query: Input): Projection {
  const entity = MODEL.records.get("Entity")!;
  const source = {
    name: "search",
    defaultFirst: PAGE.default,
    target: entity,
    node: "found",
    bound: "hit, found, claim",
    match: (more: string) =>
      `UNWIND hits AS hit WITH hit, hit.entity AS found, hit.claim AS claim${whereClause(allOf([more]))}`,
    begin: "true",
    keys: KEYS,
    list: `Search ${KEYS.map((key) => key.name).join(" ")}`,
    count: "size(hits)",
    edgeField: (field: Selected) => edgeField(context, field, query),
  };
  return compileRows(context, selected, source, (field) => compileFacets(context, field));
}

function edgeField(context: Context, field: Selected, query: Input): Projection {
  if (field.name === "score") return { expression: "hit.score", shape: (score) => score };
  if (field.name === "evidence") {
    const { expression, shape, calls } = context.compileNode(
      MODEL.records.get("Evidence")!,
      "claim",
      field.nodes,
    );
    return {
      calls: calls ?? [],
      expression: `CASE WHEN claim IS NULL THEN null ELSE ${expression} END`,
      shape: (value: unknown, variables) => (value === null ? null : shape(value as never, variables)),
    };
  }
  const select = selector(context, field);
  return {
    expression: "[found.name, found.aliases, claim.text]",
    shape: ((
      [name, aliases, text]: [string | null, string[] | null, string | null],
      variables: Variables,
    ) => {
      // What another has withdrawn since it was found has lost its properties.
      if (name === null || aliases === null) return [];
      const terms = searchTerms(String(query.get(variables)));
      const texts = [
        { field: "NAME", text: name },
        ...aliases.map((alias) => ({ field: "ALIAS", text: alias })),
        ...(text === null ? [] : [{ field: "EVIDENCE", text }]),
      ];
      const marked = texts
        .map((one) => ({ ...one, ranges: highlight(one.text, terms) }))
        .filter(({ ranges }) => ranges.length > 0);
      if (marked.length > 0) return marked.map(select);
      const ranges = highlightReading(name, terms);
      return ranges.length > 0 ? [select({ field: "NAME", text: name, ranges })] : [];
    }) as Shape,
  };
}

/** Picks what is selected out of objects that the program made itself. */
function selector(context: Context, field: Selected): (value: object) => Record<string, unknown> {
  const type = getNamedType(field.field!.type) as GraphQLObjectType;
  const readers = collectFields(context.operation, type, field.nodes).map((one) => {
    const inner =
      one.field && "getFields" in getNamedType(one.field.type) ? selector(context, one) : undefined;
    return { key: one.key, name: one.name, inner };
  });
  return (value) =>
    Object.fromEntries(
      readers.map(({ key, name, inner }) => {
        if (name === "__typename") return [key, type.name];
        const got = (value as Record<string, unknown>)[name];
        return [key, inner && Array.isArray(got) ? got.map(inner) : got];
      }),
    );
}

/** How many hits each type has, most first. */
function compileFacets(context: Context, field: Selected): Part {
  const pairs = NODES.map((n) => `['${n.type}', size([hit IN hits WHERE hit.entity:${n.type}])]`).join(", ");
  const item = compileObject(context, field, { type: plain("pair[0]"), count: plain("pair[1]") });
  const { expression, shape, calls } = collectItems(
    context,
    `UNWIND [${pairs}] AS pair WITH pair WHERE pair[1] > 0 WITH pair ORDER BY pair[1] DESC, pair[0]`,
    item,
  );
  return { expression, calls: calls ?? [], read: shape };
}
