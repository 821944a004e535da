import { getNamedType, isEnumType } from "graphql";
import type { Projection } from "./context.js";
import type { Selected } from "./selection.js";

/** A property; an enum's value as the client knows it. */
export function compileProperty(selected: Selected, expression: string): Projection {
  const type = getNamedType(selected.field!.type);
  if (!isEnumType(type)) return { expression, shape: (value) => value ?? null };
  const names = new Map(type.getValues().map((v) => [v.value as string, v.name]));
  return { expression, shape: (value: string) => names.get(value) ?? null };
}
