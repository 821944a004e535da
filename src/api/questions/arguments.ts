import type { Context } from "../compile/context.js";
import type { Input } from "../compile/input.js";
import { ApiError } from "../errors.js";

/** A parameter that must be a whole number within bounds; an error that names the argument otherwise. */
export function bounded(
  context: Context,
  args: ReadonlyMap<string, Input>,
  name: string,
  [minimum, fallback, maximum]: readonly [number, number, number],
): string {
  const input = args.get(name);
  const get: Input["get"] = (variables) => input?.get(variables) ?? fallback;
  return context.statement.parameter({ get }, (value) => {
    if ((value as number) >= minimum && (value as number) <= maximum) return value;
    const code = name === "first" || name === "limit" ? "BAD_PAGE_SIZE" : "BAD_USER_INPUT";
    throw new ApiError(code, `"${name}" is ${value}; it can be ${minimum} to ${maximum}.`, { maximum });
  });
}

/** `expression IN $list`, or "true" where the argument is absent. */
export function oneOf(context: Context, input: Input | undefined, expression: string): string {
  return input?.value == null ? "true" : `${expression} IN ${context.statement.parameter(input)}`;
}

/** A condition that the node is of one of the types, or "true". */
export function ofTypes(context: Context, input: Input | undefined, node: string): string {
  if (input?.value == null) return "true";
  return `any(label IN labels(${node}) WHERE label IN ${context.statement.parameter(input)})`;
}

/** The texts of an argument that is one or a list. */
export const textsOf = (value: unknown): string[] => [value].flat().map(String);
