import type { FieldNode, GraphQLObjectType } from "graphql";
import type { Link, RecordType } from "../model/types.js";
import { compileConnection } from "./connection.js";
import { type Context, callsOf, type Projection } from "./context.js";
import { compileList, compileOne } from "./list.js";
import { assemble, typeNamed } from "./object.js";
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
    return compileFields(context, record.name, record, node, collectFields(context.operation, type, parents));
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
    ...compileFields(context, kinds.length > 1 ? null : kinds[0]!.name, kinds[0]!, node, selected),
  }));
  const [only, ...others] = compiled;
  if (only && others.length === 0) return only;
  // The first value says which branch it was.
  const cases = compiled.map(({ kinds, parts }, i) => {
    const values = `[${[i, ...parts!.expressions].join(", ")}]`;
    return i === compiled.length - 1
      ? `ELSE ${values}`
      : `WHEN ${node}:${kinds.map((kind) => kind.name).join("|")} THEN ${values}`;
  });
  return {
    expression: `CASE ${cases.join(" ")} END`,
    calls: callsOf(compiled),
    shape: (values: readonly unknown[], variables) =>
      compiled[values[0] as number]!.parts!.read(values, 1, variables),
  };
}

function isSame(a: readonly Selected[], b: readonly Selected[]): boolean {
  return (
    a.length === b.length &&
    a.every((one, i) => one.key === b[i]!.key && one.nodes.every((n, j) => n === b[i]!.nodes[j]))
  );
}

/** `typeName` is null where several types have the same selected: then the node's label tells. */
function compileFields(
  context: Context,
  typeName: string | null,
  record: RecordType,
  node: string,
  selected: readonly Selected[],
): Projection {
  const parts = selected.map((one) => ({
    key: one.key,
    ...(one.name === "__typename" ? nameOfType(typeName, node) : compileField(context, record, node, one)),
  }));
  return assemble(parts);
}

function nameOfType(typeName: string | null, node: string): Projection {
  if (typeName !== null) return typeNamed(typeName);
  return { expression: `[l IN labels(${node}) WHERE l <> 'Entity'][0]`, shape: (label) => label };
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
