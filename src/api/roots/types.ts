import type { Context } from "../compile/context.js";
import type { Variables } from "../compile/input.js";
import type { Selected } from "../compile/selection.js";

/** A field of Query and how it becomes a statement. */
export interface RootField {
  name: string;
  compile(context: Context, selected: Selected): RootStatement;
}

/** A statement that gives one column, `value`. */
export interface RootStatement {
  text: string;
  /** The field's value from the values of all rows; may throw ApiError. */
  read(values: unknown[], variables: Variables): unknown;
}
