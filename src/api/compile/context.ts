import type { FieldNode } from "graphql";
import type { RecordType } from "../model/types.js";
import type { Variables } from "./input.js";
import type { Operation } from "./selection.js";
import type { StatementBuilder } from "./statement.js";

/** What every part of the compiler works with: the operation and the statement being written for one root field. */
export interface Context {
  operation: Operation;
  statement: StatementBuilder;
  /** What is selected of a node; handed in, since nodes and lists hold one another. */
  compileNode(record: RecordType, node: string, parents: readonly FieldNode[]): Projection;
}

/** Turns what the database gave for an expression into the JSON that the client gets. */
export type Shape = (value: never, variables: Variables) => unknown;

/** A Cypher expression and what becomes of its value. */
export interface Projection {
  expression: string;
  shape: Shape;
  /**
   * Clauses that must stand before the RETURN that has the expression. Only aggregation needs them: Cypher lets no
   * aggregating function stand within COLLECT { } in a list with other values.
   */
  calls?: readonly string[];
  /** Of an object: its values one by one, so that they can stand among those of what holds it, not in a list of their own. */
  parts?: { expressions: readonly string[]; read: Reader };
}

/** Reads something from a list of values, in which what belongs to it begins at some place. */
export type Reader = (values: readonly unknown[], at: number, variables: Variables) => unknown;

/** The list of values that becomes an object or a row, while it is gathered. */
export class Slots {
  readonly expressions: string[] = [];

  /** Adds what is to be read. Nothing is read for a projection without an expression. */
  add({ expression, shape, parts }: Pick<Projection, "expression" | "shape" | "parts">): Reader {
    const slot = this.expressions.length;
    if (expression === "") return (_values, _at, variables) => shape(undefined as never, variables);
    if (!parts) {
      this.expressions.push(expression);
      return (values, at, variables) => shape(values[at + slot] as never, variables);
    }
    this.expressions.push(...parts.expressions);
    return (values, at, variables) => parts.read(values, at + slot, variables);
  }

  /** All that was added as one value. */
  projection(read: Reader, calls: readonly string[]): Projection {
    return {
      expression: `[${this.expressions.join(", ")}]`,
      shape: (values: readonly unknown[], variables) => read(values, 0, variables),
      calls,
      parts: { expressions: this.expressions, read },
    };
  }
}

/** The values that an expression has for all rows of some clauses, as a list: COLLECT, or CALL where there is need. */
export function collect(
  context: Context,
  clauses: string,
  { expression, calls }: Projection,
): Pick<Projection, "expression" | "calls"> {
  if (!calls?.length) return { expression: `COLLECT { ${clauses} RETURN ${expression} }` };
  const name = context.statement.name("c");
  const call = `CALL (*) { ${clauses} ${calls.join(" ")} RETURN collect(${expression}) AS ${name} }`;
  return { expression: name, calls: [call] };
}

/** The calls of several projections in one list. */
export const callsOf = (projections: readonly Pick<Projection, "calls">[]): readonly string[] =>
  projections.flatMap((projection) => projection.calls ?? []);

/** Calls and RETURN of a statement's one column. */
export const returning = (
  { expression, calls }: Pick<Projection, "expression" | "calls">,
  before = "",
  after = "",
) => `${(calls ?? []).map((call) => `${call}\n`).join("")}RETURN ${before}${expression}${after} AS value`;

/** `a AND b`, without what is always true. */
export function allOf(conditions: readonly string[]): string {
  const real = conditions.filter((c) => c !== "" && c !== "true");
  return real.length === 0 ? "true" : real.map(parenthesize(real)).join(" AND ");
}

/** `a OR b`; of nothing, false. */
export function anyOf(conditions: readonly string[]): string {
  if (conditions.includes("true")) return "true";
  return conditions.length === 0 ? "false" : conditions.map(parenthesize(conditions)).join(" OR ");
}

const parenthesize = (all: readonly string[]) => (condition: string) =>
  all.length > 1 ? `(${condition})` : condition;

/** ` WHERE …`, or nothing where the condition is always true. */
export const whereClause = (condition: string) => (condition === "true" ? "" : ` WHERE ${condition}`);
