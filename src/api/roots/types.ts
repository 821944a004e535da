import type { Database } from "../../neo4j/index.js";
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
  /**
   * Further parameters that take reading first, from the statement's own ones; for what one statement cannot find out.
   */
  before?(
    database: Pick<Database, "read">,
    parameters: Readonly<Record<string, unknown>>,
  ): Promise<Record<string, unknown>>;
  /** The field's value from the values of all rows; may throw ApiError. */
  read(values: unknown[], variables: Variables): unknown;
}
