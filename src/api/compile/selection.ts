import {
  type FieldNode,
  type FragmentDefinitionNode,
  type GraphQLField,
  GraphQLIncludeDirective,
  type GraphQLObjectType,
  type GraphQLSchema,
  GraphQLSkipDirective,
  getDirectiveValues,
  isAbstractType,
  Kind,
  type OperationDefinitionNode,
  type SelectionNode,
} from "graphql";
import { argumentInput, type Input, type Variables } from "./input.js";

/** One operation of a document with the values of its variables. */
export interface Operation {
  schema: GraphQLSchema;
  definition: OperationDefinitionNode;
  fragments: ReadonlyMap<string, FragmentDefinitionNode>;
  variables: Variables;
}

/** The field nodes of one response key: all are the same field with the same arguments. */
export interface Selected {
  key: string;
  name: string;
  field: GraphQLField<unknown, unknown> | undefined;
  nodes: readonly FieldNode[];
}

/** The fields selected of an object type in order of appearance; fragments merged, `@skip` and `@include` applied. */
export function collectFields(
  operation: Operation,
  type: GraphQLObjectType,
  parents: readonly { selectionSet?: { selections: readonly SelectionNode[] } }[],
): Selected[] {
  const byKey = new Map<string, FieldNode[]>();
  const visited = new Set<string>();
  const visit = (selections: readonly SelectionNode[]) => {
    for (const node of selections) {
      if (!isIncluded(operation, node)) continue;
      if (node.kind === Kind.FIELD) {
        const key = node.alias?.value ?? node.name.value;
        const nodes = byKey.get(key);
        if (nodes) nodes.push(node);
        else byKey.set(key, [node]);
        continue;
      }
      if (node.kind === Kind.FRAGMENT_SPREAD) {
        if (visited.has(node.name.value)) continue;
        visited.add(node.name.value);
      }
      const fragment = node.kind === Kind.FRAGMENT_SPREAD ? operation.fragments.get(node.name.value)! : node;
      const condition = fragment.typeCondition?.name.value;
      if (condition === undefined || applies(operation.schema, condition, type)) {
        visit(fragment.selectionSet.selections);
      }
    }
  };
  for (const parent of parents) visit(parent.selectionSet?.selections ?? []);
  const fields = type.getFields();
  return [...byKey].map(([key, nodes]) => {
    const name = nodes[0]!.name.value;
    return { key, name, nodes, field: fields[name] };
  });
}

/** The inputs of a field's arguments by name, defaults included. */
export function argumentsOf(operation: Operation, selected: Selected): Map<string, Input> {
  const given = new Map(selected.nodes[0]!.arguments?.map((a) => [a.name.value, a.value]));
  const inputs = new Map<string, Input>();
  for (const argument of selected.field?.args ?? []) {
    const input = argumentInput(argument, given.get(argument.name), operation.variables);
    if (input) inputs.set(argument.name, input);
  }
  return inputs;
}

function isIncluded({ variables }: Operation, node: SelectionNode): boolean {
  if (!node.directives?.length) return true;
  return (
    getDirectiveValues(GraphQLSkipDirective, node, variables)?.if !== true &&
    getDirectiveValues(GraphQLIncludeDirective, node, variables)?.if !== false
  );
}

function applies(schema: GraphQLSchema, condition: string, type: GraphQLObjectType): boolean {
  if (condition === type.name) return true;
  const abstract = schema.getType(condition);
  return isAbstractType(abstract) && schema.isSubType(abstract, type);
}
