import neo4j from "neo4j-driver";
import type { Input, Variables } from "./input.js";

type Getter = (variables: Variables) => unknown;

/** A statement while it is written: hands out parameters and variable names. */
export class StatementBuilder {
  readonly #getters: Getter[] = [];
  #names = 0;

  /** A parameter that reads an input anew for each request; `convert` checks and converts it, and may throw. */
  parameter(input: Pick<Input, "get">, convert: (value: unknown) => unknown = (value) => value): string {
    return this.#add((variables) => convert(input.get(variables)));
  }

  /** A parameter whose value the program gives. */
  constant(value: unknown): string {
    return this.#add(() => value);
  }

  #add(getter: Getter): string {
    this.#getters.push(getter);
    return `$p${this.#getters.length - 1}`;
  }

  /** A variable name that is used nowhere else in the statement. */
  name(prefix: string): string {
    return `${prefix}${this.#names++}`;
  }

  /** Reads all parameters from the variables of a request. */
  get parameters(): (variables: Variables) => Record<string, unknown> {
    const getters = this.#getters;
    return (variables) => Object.fromEntries(getters.map((get, i) => [`p${i}`, get(variables)]));
  }
}

/** An integer as the database wants it where it counts (LIMIT). */
export const integer = (value: unknown) => neo4j.int(value as number);
