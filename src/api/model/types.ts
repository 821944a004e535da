import type { PropertyDefinition } from "../../../schema/index.js";

type Class = abstract new (...args: never[]) => object;

/**
 * A kind of node as the API shows it: an entity type, an interface over several, or one of the records
 * (observation, document, claim). The GraphQL schema and the compiler both read this model, so that
 * neither names a type.
 */
export interface RecordType {
  /** The GraphQL type's name. */
  name: string;
  /** The type-graphql class. */
  target: Class;
  /** A node belongs to it that has one of these labels. */
  labels: readonly string[];
  /** The concrete types of an interface; empty for a concrete type. */
  kinds: readonly RecordType[];
  properties: readonly PropertyDefinition[];
  links: Map<string, Link>;
  zh: string;
  description: string;
  /** The property that breaks ties of order; unique among the nodes of the type. */
  key: string;
}

/** The relationships that a link passes over, where its edges have properties of their own. */
export interface EdgeType {
  /** For example `Won`, or `LocatedInHosts` over two. */
  name: string;
  relations: readonly string[];
  properties: readonly PropertyDefinition[];
}

/** The Cypher variables of a step from one node to another. */
export interface Step {
  owner: string;
  edge: string;
  node: string;
  /**
   * The index that the node is found by: the labels are then written even where the relationship implies them, or the
   * one label that all entities have, whose ids are unique.
   */
  foundBy?: "id" | "labels";
}

/** A field that leads from a node (or an edge) to other nodes. */
export interface Link {
  name: string;
  kind: "connection" | "list" | "one";
  /** Beginning of the names of generated GraphQL types: `WonAwards` gives `WonAwardsConnection`. */
  base: string;
  target: RecordType;
  /** Null where nothing but the node is of interest. */
  edge: EdgeType | null;
  zh: string;
  description: string;
  /** How many `first` gives where it is absent. */
  defaultFirst: number;
  /** Whether each node comes once at most, so that its key tells the rows apart and not only the relationship's id. */
  isSingle: boolean;
  /** What a list without `orderBy` is ordered by. */
  order: readonly string[];
  /** The pattern of MATCH, and a condition that goes with it or "". */
  pattern(step: Step): { pattern: string; condition: string };
}

/** Everything that the API shows. */
export interface Model {
  records: Map<string, RecordType>;
  /** Links that every edge has (its evidence), by name. */
  edgeLinks: Map<string, Link>;
  /** Root lists, by the name of the query field: `companies`. */
  lists: Map<string, Link>;
  /** Root look-ups by id or name: `company`. */
  lookups: Map<string, Lookup>;
}

/** A root field that gives one record by its id or, for entities, by any of its names. */
export interface Lookup {
  name: string;
  target: RecordType;
  byName: boolean;
}
