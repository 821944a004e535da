import "reflect-metadata";
import { Field, ObjectType } from "type-graphql";
import type { EntityType, RelationType } from "./types.js";

/** The kinds that a property can have, in GraphQL and in the database; reasons are kept as a list of JSON. */
export type PropertyKind = "string" | "int" | "float" | "boolean" | "enum" | "strings" | "reasons";

export interface PropertyOptions {
  kind: PropertyKind;
  /** The type as type-graphql wants it, for example `() => Int`; esbuild emits no metadata, so it is always given. */
  type: () => unknown;
  /** The Chinese term. */
  zh: string;
  description: string;
  nullable?: boolean;
  /** Whether a claim may give it (default true); false for what is derived, such as `id`. */
  claimed?: boolean;
  /** Values of an enum kind. */
  values?: readonly string[];
  /** Whether it can be filtered and ordered by (default true, except for lists). */
  filterable?: boolean;
  /** Whether it makes a good facet to group by. */
  facet?: boolean;
  /** Whether the full-text index covers it. */
  search?: boolean;
  /** Whether the database keeps a range index on it. */
  index?: boolean;
}

export interface PropertyDefinition extends Required<Omit<PropertyOptions, "values">> {
  name: string;
  values: readonly string[];
}

export interface NodeOptions {
  type: EntityType;
  /** Query field of one, for example `company`, and of many, `companies`. */
  singular: string;
  plural: string;
  zh: string;
  description: string;
  /** `#rrggbb`, for legends and drawing formats. */
  color: string;
  /** One Chinese character that stands for the type in a drawing. */
  icon: string;
  /** GraphQL interfaces besides Entity. */
  implements?: () => readonly (abstract new () => object)[];
}

export interface NodeDefinition extends Omit<NodeOptions, "implements"> {
  target: abstract new () => object;
  /** Own properties and those inherited from Entity, in order of declaration. */
  properties: readonly PropertyDefinition[];
}

/** A connection field that a relation gives to the types at one of its ends. */
export interface RelationField {
  name: string;
  /** The types at the other end that this field shows. */
  to: readonly EntityType[];
  zh: string;
  description: string;
  /** "one" gives a plain nullable field instead of a connection. */
  cardinality?: "one" | "many";
}

export interface RelationOptions {
  type: RelationType;
  zh: string;
  description: string;
  from: readonly EntityType[];
  to: readonly EntityType[];
  /** Fields on the types of `from`. Two relations may give one field: then it shows both (City.platforms). */
  forward: readonly RelationField[];
  /** Fields on the types of `to`. */
  reverse: readonly RelationField[];
  /** "lexicon": not claimed by documents, without evidence. Default "claims". */
  source?: "claims" | "lexicon";
  /** Whether from and to are alike (PARTNERS_WITH). */
  symmetric?: boolean;
}

export interface RelationDefinition extends Required<RelationOptions> {
  target: new () => object;
  properties: readonly PropertyDefinition[];
}

type Class = abstract new (...args: never[]) => object;

const properties = new Map<object, PropertyDefinition[]>();
const nodes = new Map<Class, NodeDefinition>();
const relations = new Map<Class, RelationDefinition>();

/** Declares a field of an entity or relation type: the GraphQL field and the ontology's entry in one. */
export function Property(options: PropertyOptions): PropertyDecorator {
  return (prototype, key) => {
    const name = String(key);
    const { type, description, zh } = options;
    const nullable = options.nullable ?? true;
    const own = properties.get(prototype) ?? [];
    own.push({
      claimed: true,
      facet: false,
      search: false,
      index: false,
      values: [],
      filterable: options.kind !== "strings" && options.kind !== "reasons",
      ...options,
      nullable,
      name,
    });
    properties.set(prototype, own);
    Field(type as never, { nullable, description: `${zh}. ${description}` })(prototype, key);
  };
}

/** The properties that `@Property` recorded for a class, inherited ones first. */
export function propertiesOf(target: Class): PropertyDefinition[] {
  const chain: PropertyDefinition[][] = [];
  for (let p = target.prototype; p && p !== Object.prototype; p = Object.getPrototypeOf(p)) {
    chain.unshift(properties.get(p) ?? []);
  }
  return chain.flat();
}

/** Declares an entity type: its GraphQL object type, its label, its names in queries. */
export function Node(options: NodeOptions): ClassDecorator {
  return (target) => {
    const class_ = target as unknown as Class;
    ObjectType(options.type, {
      description: `${options.zh}. ${options.description}`,
      implements: options.implements?.() as never,
    })(target);
    const { implements: _, ...rest } = options;
    nodes.set(class_, { ...rest, target: class_ as never, properties: propertiesOf(class_) });
  };
}

/** Declares a relation type. Its properties become fields of the edges of all its connections. */
export function Relation(options: RelationOptions): ClassDecorator {
  return (target) => {
    const class_ = target as unknown as Class;
    relations.set(class_, {
      source: "claims",
      symmetric: false,
      ...options,
      target: class_ as never,
      properties: propertiesOf(class_),
    });
  };
}

/** The definition that `@Node` recorded for a class. */
export function nodeDefinition(class_: Class): NodeDefinition {
  const found = nodes.get(class_);
  if (!found) throw new Error(`${class_.name} has no @Node decorator`);
  return found;
}

/** The definition that `@Relation` recorded for a class. */
export function relationDefinition(class_: Class): RelationDefinition {
  const found = relations.get(class_);
  if (!found) throw new Error(`${class_.name} has no @Relation decorator`);
  return found;
}
