import {
  type FieldNode,
  type FragmentDefinitionNode,
  type GraphQLCompositeType,
  type GraphQLSchema,
  getNamedType,
  getNullableType,
  isCompositeType,
  isListType,
  Kind,
  type OperationDefinitionNode,
  SchemaMetaFieldDef,
  type SelectionSetNode,
  TypeMetaFieldDef,
  type ValueNode,
} from "graphql";
import { argumentInput, type Variables } from "./compile/input.js";
import { ApiError } from "./errors.js";
import { MODEL, PAGE } from "./model/model.js";

/** How large an operation may be. */
export interface Limits {
  /** Tokens of the document. */
  tokens: number;
  /** Levels of fields in one another. */
  depth: number;
  /** Fields, counted again in each place where a fragment is used. */
  fields: number;
  aliases: number;
  rootFields: number;
  directives: number;
  /** Objects that the answer can hold, each large text counted as ten. */
  cost: number;
  /** Levels of objects and lists in one another within arguments and variables. */
  inputDepth: number;
  /** Objects within all arguments, and within all variables: each is a filter or an order. */
  inputObjects: number;
  /** Relations in one another within a filter (`some`, `all`, `none`, `single`): the database follows all of them. */
  filterRelations: number;
  /** Items of a list in one answer; the API's own maximum or less. */
  pageSize: number;
}

/** They admit two connections of 100 in one another with evidence, and refuse three. */
export const DEFAULT_LIMITS: Limits = {
  tokens: 2_000,
  depth: 20,
  fields: 1_000,
  aliases: 50,
  rootFields: 20,
  directives: 50,
  cost: 200_000,
  inputDepth: 30,
  inputObjects: 200,
  filterRelations: 4,
  pageSize: PAGE.max,
};

/** What a question about the schema costs; how deep it goes is limited by GraphQL's own validation. */
const INTROSPECTION = 20_000;
const LARGE_TEXT = 10;
/** How many items a list has that takes no `first`, roughly. */
const SHORT_LIST = 3;

export interface Measured {
  schema: GraphQLSchema;
  operation: OperationDefinitionNode;
  fragments: ReadonlyMap<string, FragmentDefinitionNode>;
  variables: Variables;
}

/** Refuses a valid operation that is too large with OPERATION_TOO_LARGE, before anything of it runs. Returns its cost. */
export function checkLimits(measured: Measured, limits: Limits): number {
  const counts = { fields: 0, aliases: 0, rootFields: 0, directives: 0, cost: 0, inputObjects: 0 };
  const add = (limit: keyof typeof counts, by = 1) => {
    counts[limit] += by;
    if (counts[limit] > limits[limit]) refuse(limit, limits[limit]);
  };
  const visit = (set: SelectionSetNode, type: GraphQLCompositeType, depth: number, page: Page) => {
    for (const node of set.selections) {
      add("directives", node.directives?.length ?? 0);
      if (node.kind === Kind.FIELD) visitField(node, type, depth, page);
      else {
        const fragment = node.kind === Kind.INLINE_FRAGMENT ? node : measured.fragments.get(node.name.value)!;
        const condition = fragment.typeCondition?.name.value;
        const inner = condition ? (measured.schema.getType(condition) as GraphQLCompositeType) : type;
        visit(fragment.selectionSet, inner, depth, page);
      }
    }
  };
  const visitField = (node: FieldNode, parent: GraphQLCompositeType, depth: number, page: Page) => {
    add("fields");
    if (node.alias) add("aliases");
    if (depth === 1) add("rootFields");
    if (depth > limits.depth) refuse("depth", limits.depth);
    checkArguments(node, limits, add);
    const field = fieldOf(parent, node.name.value);
    if (!field) return;
    const type = getNamedType(field.type);
    const own = pageSizeOf(node, field, measured.variables);
    if (own !== undefined && own > limits.pageSize && limits.pageSize < PAGE.max)
      refusePage(node.name.value, own, limits.pageSize);
    const isList = isListType(getNullableType(field.type));
    if (!isCompositeType(type)) {
      add("cost", isLargeText(parent.name, node.name.value) ? page.objects * LARGE_TEXT : 0);
      return;
    }
    const isMeta = parent.name.startsWith("__");
    const objects = page.objects * (isList && !isMeta ? (own ?? page.size) : 1);
    add("cost", node.name.value.startsWith("__") ? INTROSPECTION : isMeta ? 0 : objects);
    const size = (isList ? undefined : own) ?? SHORT_LIST;
    if (node.selectionSet) visit(node.selectionSet, type, depth + 1, { objects, size });
  };
  const root = measured.schema.getRootType(measured.operation.operation)!;
  visit(measured.operation.selectionSet, root, 1, { objects: 1, size: SHORT_LIST });
  return counts.cost;
}

/** How many objects a selection is made for, and how many items its lists have. */
interface Page {
  objects: number;
  size: number;
}

function fieldOf(parent: GraphQLCompositeType, name: string) {
  if (name === "__schema") return SchemaMetaFieldDef;
  if (name === "__type") return TypeMetaFieldDef;
  return "getFields" in parent ? parent.getFields()[name] : undefined;
}

function pageSizeOf(
  node: FieldNode,
  field: NonNullable<ReturnType<typeof fieldOf>>,
  variables: Variables,
): number | undefined {
  const size = field.args.find(({ name }) => ["first", "limit", "representations"].includes(name));
  if (!size) return undefined;
  const value = node.arguments?.find((arg) => arg.name.value === size.name)?.value;
  const given = argumentInput(size, value, variables)?.value ?? size.defaultValue;
  if (Array.isArray(given)) return given.length;
  return typeof given === "number" ? Math.max(given, 0) : PAGE.max;
}

/** Texts that nobody filters by are long: a document's own, a claim as JSON. */
function isLargeText(type: string, field: string): boolean {
  const property = MODEL.records.get(type)?.properties.find((p) => p.name === field);
  return property !== undefined && property.kind === "string" && !property.filterable;
}

/** Refuses variables whose values lie too deep in one another, before they are coerced. */
export function checkVariables(variables: unknown, limits: Limits): void {
  let objects = 0;
  const open: [unknown, number, number][] = [[variables, 0, 0]];
  for (let next = open.pop(); next; next = open.pop()) {
    const [value, depth, relations] = next;
    if (value === null || typeof value !== "object") continue;
    if (depth > limits.inputDepth) refuse("inputDepth", limits.inputDepth);
    if (!Array.isArray(value)) objects++;
    if (objects > limits.inputObjects) refuse("inputObjects", limits.inputObjects);
    for (const [name, inner] of Object.entries(value))
      open.push([inner, depth + 1, following(name, relations, limits)]);
  }
}

/** The same for what is written in the document. */
function checkArguments(node: FieldNode, limits: Limits, add: (limit: "inputObjects") => void): void {
  const open: [ValueNode, number, number][] = (node.arguments ?? []).map((arg) => [arg.value, 1, 0]);
  for (let next = open.pop(); next; next = open.pop()) {
    const [value, depth, relations] = next;
    if (depth > limits.inputDepth) refuse("inputDepth", limits.inputDepth);
    if (value.kind === Kind.LIST) for (const inner of value.values) open.push([inner, depth + 1, relations]);
    if (value.kind !== Kind.OBJECT) continue;
    add("inputObjects");
    for (const field of value.fields)
      open.push([field.value, depth + 1, following(field.name.value, relations, limits)]);
  }
}

const QUANTIFIERS: ReadonlySet<string> = new Set(["some", "all", "none", "single"]);

/** How many relations a filter has followed below a key. */
function following(key: string, relations: number, limits: Limits): number {
  if (!QUANTIFIERS.has(key)) return relations;
  if (relations === limits.filterRelations) refuse("filterRelations", limits.filterRelations);
  return relations + 1;
}

function refusePage(name: string, size: number, maximum: number): never {
  const message = `"first" of ${name} is ${size}; it can be ${maximum} at most.`;
  throw new ApiError("BAD_PAGE_SIZE", message, { maximum });
}

const WORDS: Readonly<Record<string, string>> = {
  tokens: "has too many tokens",
  depth: "is too deep",
  fields: "selects too many fields",
  aliases: "has too many aliases",
  rootFields: "has too many root fields",
  directives: "has too many directives",
  cost: "asks for too much at once",
  inputDepth: "has arguments that are too deep",
  inputObjects: "has too many filters",
  filterRelations: "has a filter that follows too many relations in one another",
};

function refuse(limit: keyof Limits, maximum: number): never {
  throw new ApiError("OPERATION_TOO_LARGE", `The operation ${WORDS[limit]}; the limit is ${maximum}.`, {
    limit,
    maximum,
  });
}
