import type { FieldNode, GraphQLObjectType } from "graphql";
import type { Link, RecordType } from "../model/types.js";
import { compileConnection } from "./connection.js";
import { type Context, callsOf, type Projection } from "./context.js";
import { compileList, compileOne } from "./list.js";
import { assemble, TYPENAME } from "./object.js";
import { compileObjects, compileProperty } from "./property.js";
import { collectFields, type Selected } from "./selection.js";

/** What is selected of a node: a list of values in the database, an object for the client. */
export function compileNode(
  context: Context,
  record: RecordType,
  node: string,
  parents: readonly FieldNode[],
): Projection {
  if (record.kinds.length === 0) {
    const type = context.operation.schema.getType(record.name) as GraphQLObjectType;
    return compileFields(context, record, node, collectFields(context.operation, type, parents));
  }
  return compileKinds(context, record, node, parents);
}

/** Of an interface: one branch for all types of which the same is selected, chosen by the node's label. */
function compileKinds(
  context: Context,
  record: RecordType,
  node: string,
  parents: readonly FieldNode[],
): Projection {
  const branches: { kinds: RecordType[]; selected: Selected[] }[] = [];
  for (const kind of record.kinds) {
    const type = context.operation.schema.getType(kind.name) as GraphQLObjectType;
    const selected = collectFields(context.operation, type, parents);
    const same = branches.find((branch) => isSame(branch.selected, selected));
    if (same) same.kinds.push(kind);
    else branches.push({ kinds: [kind], selected });
  }
  branches.sort((a, b) => a.kinds.length - b.kinds.length);
  const compiled = branches.map(({ kinds, selected }) => ({
    kinds,
    ...compileFields(context, kinds.length > 1 ? { ...kinds[0]!, name: "" } : kinds[0]!, node, selected),
  }));
  const labels = `[l IN labels(${node}) WHERE l <> 'Entity'][0]`;
  const cases = compiled.map(({ kinds, expression }, i) =>
    i === compiled.length - 1
      ? `ELSE ${expression}`
      : `WHEN ${node}:${kinds.map((kind) => kind.name).join("|")} THEN ${expression}`,
  );
  const expression = compiled.length === 1 ? compiled[0]!.expression : `CASE ${cases.join(" ")} END`;
  const shapes = new Map(compiled.flatMap(({ kinds, shape }) => kinds.map((kind) => [kind.name, shape])));
  return {
    expression: `[${labels}, ${expression}]`,
    calls: callsOf(compiled),
    shape: ([label, value]: [string, unknown[]], variables) => {
      const shape = shapes.get(label) as
        | ((value: unknown, variables: unknown, label: string) => unknown)
        | undefined;
      if (!shape) throw new Error(`a node with the label ${label} is not of type ${record.name}`);
      return shape(value, variables, label);
    },
  };
}

function isSame(a: readonly Selected[], b: readonly Selected[]): boolean {
  return (
    a.length === b.length &&
    a.every((one, i) => one.key === b[i]!.key && one.nodes.every((n, j) => n === b[i]!.nodes[j]))
  );
}

function compileFields(
  context: Context,
  record: RecordType,
  node: string,
  selected: readonly Selected[],
): Projection {
  const parts = selected.map((one) => ({
    key: one.key,
    ...(one.name === "__typename" ? TYPENAME : compileField(context, record, node, one)),
  }));
  return assemble(parts, record.name);
}

function compileField(context: Context, record: RecordType, node: string, selected: Selected): Projection {
  const link = record.links.get(selected.name);
  if (link) return compileLink(context, link, node, selected);
  if (record.properties.some((p) => p.kind === "reasons" && p.name === selected.name))
    return compileObjects(context, selected, `${node}.${selected.name}`);
  return compileProperty(selected, `${node}.${selected.name}`);
}

function compileLink(context: Context, link: Link, owner: string, selected: Selected): Projection {
  if (link.kind === "connection") return compileConnection(context, link, owner, selected);
  if (link.kind === "list") return compileList(context, link, owner, selected);
  return compileOne(context, link, owner, selected);
}
