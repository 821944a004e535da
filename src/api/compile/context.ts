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
}

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
