import { ApiError } from "../errors.js";
import type { EdgeType, Link, RecordType } from "../model/types.js";
import type { Context } from "./context.js";
import { fieldsOf, type Input } from "./input.js";

/** Where a path leads: a value, or an entity as a whole. */
export interface PathEnd {
  /** For example `awards.edge.year`. */
  name: string;
  expression: string;
  isEntity: boolean;
}

/** Joins that paths from one row share: two paths over `awards` mean the same relationship. */
export class Joins {
  readonly #steps = new Map<string, { edge: string; node: string; clause: string }>();

  constructor(readonly context: Context) {}

  /** The MATCH clauses of all paths walked. */
  get clauses(): string {
    return [...this.#steps.values()].map((step) => ` ${step.clause}`).join("");
  }

  /** Follows a path from a row of a list; null where it ends at a link, which only joins. */
  fromRow(
    input: Input,
    link: Pick<Link, "edge" | "target">,
    row: { edge: string; node: string },
  ): PathEnd | null {
    return link.edge
      ? this.#fromStep(input, { edge: link.edge, target: link.target }, row, "")
      : this.#fromNode(input, link.target, row.node, "");
  }

  #fromStep(
    input: Input,
    link: { edge: EdgeType; target: RecordType },
    step: { edge: string; node: string },
    before: string,
  ): PathEnd | null {
    const [side, inner] = this.#only(input) ?? [];
    if (!side || !inner) return null;
    if (side === "node") return this.#fromNode(inner, link.target, step.node, `${before}node.`);
    const [property] = this.#only(inner) ?? [];
    if (!property) return null;
    const expression = property === "relation" ? `type(${step.edge})` : `${step.edge}.${property}`;
    return { name: `${before}edge.${property}`, expression, isEntity: false };
  }

  #fromNode(input: Input, record: RecordType, node: string, before: string): PathEnd | null {
    const [name, inner] = this.#only(input) ?? [];
    if (!name || !inner) return null;
    const path = before + name;
    if (name === "self") return { name: path, expression: node, isEntity: true };
    const link = record.links.get(name);
    if (!link) return { name: path, expression: `${node}.${name}`, isEntity: false };
    const step = this.#join(link, node, path);
    return link.edge
      ? this.#fromStep(inner, { edge: link.edge, target: link.target }, step, `${path}.`)
      : this.#fromNode(inner, link.target, step.node, `${path}.`);
  }

  #join(link: Link, owner: string, path: string) {
    const known = this.#steps.get(path);
    if (known) return known;
    const { statement } = this.context;
    const step = { owner, edge: statement.name("r"), node: statement.name("n") };
    const { pattern, condition } = link.pattern(step);
    const made = { ...step, clause: `MATCH ${pattern}${condition ? ` WHERE ${condition}` : ""}` };
    this.#steps.set(path, made);
    return made;
  }

  #only(input: Input): [string, Input] | undefined {
    const fields = fieldsOf(input, this.context.operation.variables).filter(
      ([, value]) => value.value !== null && value.value !== false,
    );
    if (fields.length > 1) {
      throw new ApiError("BAD_USER_INPUT", `A path takes one key in each object, got ${fields.length}.`);
    }
    return fields[0];
  }
}
