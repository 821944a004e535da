import {
  type DocumentNode,
  type FragmentDefinitionNode,
  type GraphQLInputType,
  type GraphQLSchema,
  getNamedType,
  isScalarType,
  Kind,
  type OperationDefinitionNode,
  typeFromAST,
} from "graphql";
import { shapeOf, type Variables } from "./compile/input.js";
import type { Root } from "./compile/plan.js";

type FragmentMap = ReadonlyMap<string, FragmentDefinitionNode>;

/** The most shapes of variables, and of page sizes, that are remembered of one operation. */
const MAX_REMEMBERED = 100;

/** What has been found out about an operation and holds for the next request with the same document. */
export class PreparedOperation {
  readonly fragments: FragmentMap;
  readonly #variables: readonly { name: string; type: GraphQLInputType; isNumber: boolean }[];
  readonly #plans = new Map<string, readonly Root[]>();
  readonly #accepted = new Set<string>();

  constructor(schema: GraphQLSchema, document: DocumentNode, operation: OperationDefinitionNode) {
    this.fragments = new Map(
      document.definitions.flatMap((d): [string, FragmentDefinitionNode][] =>
        d.kind === Kind.FRAGMENT_DEFINITION ? [[d.name.value, d]] : [],
      ),
    );
    this.#variables = (operation.variableDefinitions ?? []).map(({ variable, type: node }) => {
      const type = typeFromAST(schema, node as never) as GraphQLInputType;
      const named = getNamedType(type);
      return { name: variable.name.value, type, isNumber: isScalarType(named) && named.name === "Int" };
    });
  }

  /** Checks the limits, once for all requests whose page sizes and lists are as long: nothing else of them decides. */
  accept(variables: Variables, check: () => void): void {
    const sizes = this.#variables.map(({ name, isNumber }) => sizeOf(variables[name], isNumber)).join();
    if (this.#accepted.has(sizes)) return;
    check();
    forgetOldest(this.#accepted);
    this.#accepted.add(sizes);
  }

  /** The plan for variables of this shape. */
  plan(variables: Variables, make: () => readonly Root[]): readonly Root[] {
    const shape = this.#variables.map(({ name, type }) => shapeOf(type, variables[name])).join(";");
    const known = this.#plans.get(shape);
    if (known) return known;
    const made = make();
    forgetOldest(this.#plans);
    this.#plans.set(shape, made);
    return made;
  }
}

function sizeOf(value: unknown, isNumber: boolean): unknown {
  return isNumber ? value : Array.isArray(value) ? value.length : "";
}

function forgetOldest(remembered: Set<string> | Map<string, unknown>): void {
  if (remembered.size >= MAX_REMEMBERED) remembered.delete(remembered.keys().next().value!);
}
