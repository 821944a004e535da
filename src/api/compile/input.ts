import {
  type GraphQLArgument,
  type GraphQLInputType,
  getNamedType,
  getNullableType,
  isEnumType,
  isInputObjectType,
  isListType,
  Kind,
  type ValueNode,
  valueFromAST,
} from "graphql";

/** The coerced variables of a request. */
export type Variables = Readonly<Record<string, unknown>>;

/**
 * A value that a client gave, whether written in the document or in a variable. Its `value` decides the shape of a
 * statement; `get` reads it again from the variables of another request of the same shape.
 */
export interface Input {
  readonly type: GraphQLInputType;
  readonly value: unknown;
  get(variables: Variables): unknown;
  /** Where the value is written in the document, as long as it is not in a variable. */
  readonly node?: ValueNode;
}

/** The input of an argument, or undefined where it is neither given nor has a default. */
export function argumentInput(
  argument: GraphQLArgument,
  node: ValueNode | undefined,
  variables: Variables,
): Input | undefined {
  const given = node && fromNode(argument.type, node, variables);
  if (given) return given;
  const value = argument.defaultValue;
  return value === undefined ? undefined : { type: argument.type, value, get: () => value };
}

/** What an input holds, read once: so that a filter met again is the same object. */
const fieldsRead = new WeakMap<Input, [string, Input][]>();
const itemsRead = new WeakMap<Input, Input[]>();

/** The fields of an input object that are given, by name; none for null. */
export function fieldsOf(input: Input, variables: Variables): [string, Input][] {
  const known = fieldsRead.get(input) ?? readFields(input, variables);
  fieldsRead.set(input, known);
  return known;
}

function readFields(input: Input, variables: Variables): [string, Input][] {
  const type = getNullableType(input.type);
  if (!isInputObjectType(type) || input.value === null || input.value === undefined) return [];
  const fields = type.getFields();
  if (input.node?.kind === Kind.OBJECT) {
    return input.node.fields.flatMap(({ name, value }): [string, Input][] => {
      const field = fromNode(fields[name.value]!.type, value, variables);
      return field ? [[name.value, field]] : [];
    });
  }
  const object = input.value as Record<string, unknown>;
  return Object.keys(object).flatMap((name): [string, Input][] =>
    object[name] === undefined
      ? []
      : [
          [
            name,
            {
              type: fields[name]!.type,
              value: object[name],
              get: (v) => (input.get(v) as Record<string, unknown>)[name],
            },
          ],
        ],
  );
}

/** The items of an input list; a single value counts as a list of one, as GraphQL has it. */
export function itemsOf(input: Input, variables: Variables): Input[] {
  const known = itemsRead.get(input) ?? readItems(input, variables);
  itemsRead.set(input, known);
  return known;
}

function readItems(input: Input, variables: Variables): Input[] {
  const type = getNullableType(input.type);
  if (!isListType(type) || input.value === null || input.value === undefined) return [];
  if (input.node && input.node.kind !== Kind.VARIABLE) {
    const nodes = input.node.kind === Kind.LIST ? input.node.values : [input.node];
    return nodes.flatMap((node) => fromNode(type.ofType, node, variables) ?? []);
  }
  return (input.value as unknown[]).map((value, i) => ({
    type: type.ofType,
    value,
    get: (v) => (input.get(v) as unknown[])[i],
  }));
}

function fromNode(type: GraphQLInputType, node: ValueNode, variables: Variables): Input | undefined {
  if (node.kind === Kind.VARIABLE) {
    const name = node.name.value;
    const value = variables[name];
    return value === undefined ? undefined : { type, value, get: (v) => v[name] };
  }
  const value = valueFromAST(node, type, variables);
  return { type, node, value, get: hasVariable(node) ? (v) => valueFromAST(node, type, v) : () => value };
}

function hasVariable(node: ValueNode): boolean {
  if (node.kind === Kind.VARIABLE) return true;
  if (node.kind === Kind.LIST) return node.values.some(hasVariable);
  return node.kind === Kind.OBJECT && node.fields.some((field) => hasVariable(field.value));
}

/**
 * What of a variable's value decides the text of a statement: which keys of an input object are there, how many
 * items a list of input objects has, which enum value or Boolean it is; of a scalar only whether it is null.
 */
export function shapeOf(type: GraphQLInputType, value: unknown): string {
  if (value === undefined) return "-";
  if (value === null) return "0";
  const nullable = getNullableType(type);
  if (isListType(nullable)) {
    if (!isInputObjectType(getNamedType(nullable))) return "L";
    return `[${(value as unknown[]).map((item) => shapeOf(nullable.ofType, item)).join()}]`;
  }
  if (isInputObjectType(nullable)) {
    const fields = nullable.getFields();
    const object = value as Record<string, unknown>;
    return `{${Object.keys(object)
      .map((key) => `${key}:${shapeOf(fields[key]!.type, object[key])}`)
      .join()}}`;
  }
  return isEnumType(nullable) || typeof value === "boolean" ? String(value) : "S";
}
