import { type GraphQLObjectType, getNamedType } from "graphql";
import { type Context, callsOf, collect, type Projection, Slots } from "./context.js";
import { collectFields, type Selected } from "./selection.js";

/** A type's name: nothing to read. */
export const typeNamed = (name: string): Projection => ({ expression: "", shape: () => name });

/** One object of several projections; those without an expression are not read from the database. */
export function assemble(parts: readonly ({ key: string } & Projection)[]): Projection {
  const slots = new Slots();
  const readers = parts.map((part) => ({ key: part.key, read: slots.add(part) }));
  return slots.projection((values, at, variables) => {
    const object: Record<string, unknown> = {};
    for (const { key, read } of readers) object[key] = read(values, at, variables);
    return object;
  }, callsOf(parts));
}

/** An object that is no node: each field by the compiler that is given for its name, or by the last resort. */
export function compileObject(
  context: Context,
  selected: Selected,
  fields: Readonly<Record<string, (field: Selected) => Projection>>,
  other?: (field: Selected) => Projection,
): Projection {
  const type = getNamedType(selected.field!.type) as GraphQLObjectType;
  const parts = collectFields(context.operation, type, selected.nodes).map((field) => {
    if (field.name === "__typename") return { key: field.key, ...typeNamed(type.name) };
    const compile = Object.hasOwn(fields, field.name) ? fields[field.name] : other;
    if (!compile) throw new Error(`${type.name}.${field.name} is not compiled`);
    return { key: field.key, ...compile(field) };
  });
  return assemble(parts);
}

/** A field whose value is an expression's as it is. */
export const plain = (expression: string) => (): Projection => ({
  expression,
  shape: (value) => value ?? null,
});

/** A list of objects: one for each row that the clauses give. */
export function collectItems(context: Context, clauses: string, item: Projection): Projection {
  const { parts } = item;
  const [only, ...others] = parts?.expressions ?? [];
  // `collect`, which calls need, would leave out nulls that are in no list.
  if (parts && only !== undefined && others.length === 0 && !item.calls?.length) {
    return {
      ...collect(context, clauses, { expression: only, shape: item.shape }),
      shape: (rows: unknown[], variables) => rows.map((row) => parts.read([row], 0, variables)),
    };
  }
  return {
    ...collect(context, clauses, item),
    shape: (rows: unknown[], variables) => rows.map((row) => item.shape(row as never, variables)),
  };
}
