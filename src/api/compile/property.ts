import { type GraphQLObjectType, getNamedType, isEnumType } from "graphql";
import type { Context, Projection } from "./context.js";
import { collectFields, type Selected } from "./selection.js";

/** A property; an enum's value as the client knows it. */
export function compileProperty(selected: Selected, expression: string): Projection {
  const type = getNamedType(selected.field!.type);
  if (!isEnumType(type)) return { expression, shape: (value) => value ?? null };
  const names = new Map(type.getValues().map((v) => [v.value as string, v.name]));
  return { expression, shape: (value: string) => names.get(value) ?? null };
}

/** A property that holds objects as a list of JSON; absent for none. */
export function compileObjects(context: Context, selected: Selected, expression: string): Projection {
  const type = getNamedType(selected.field!.type) as GraphQLObjectType;
  const fields = collectFields(context.operation, type, selected.nodes);
  return {
    expression: `coalesce(${expression}, [])`,
    shape: (texts: string[]) =>
      texts.map((text) => {
        const object = { ...JSON.parse(text), __typename: type.name } as Record<string, unknown>;
        return Object.fromEntries(fields.map(({ key, name }) => [key, object[name] ?? null]));
      }),
  };
}
