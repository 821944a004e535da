import { Entity } from "../../../schema/index.js";
import type { Link, RecordType } from "../model/types.js";
import { addField, type GeneratedClass, inputType } from "./define.js";
import { entityTypeFilter, filterOf, relationTypeFilter } from "./filters.js";
import { SortDirection } from "./names.js";

const made = new Map<string, GeneratedClass>();

/** Makes an input type once; registered before it is filled, because inputs hold one another. */
function once(name: string, description: string, fill: (target: GeneratedClass) => void): GeneratedClass {
  const known = made.get(name);
  if (known) return known;
  const target = inputType(name, description);
  made.set(name, target);
  fill(target);
  return target;
}

function optional(target: GeneratedClass, name: string, type: unknown, description: string): void {
  addField(target, name, { type: () => type, nullable: true, description });
}

function combinators(target: GeneratedClass): void {
  optional(target, "AND", [target], "并且. All of these hold.");
  optional(target, "OR", [target], "或者. At least one of these holds.");
  optional(target, "NOT", target, "非. This does not hold.");
}

/** `CompanyWhere`: conditions on a record. */
export function whereOf(record: RecordType): GeneratedClass {
  return once(`${record.name}Where`, `筛选${record.zh}. Conditions that all must hold.`, (target) => {
    combinators(target);
    if (record.kinds.length > 0) optional(target, "type", entityTypeFilter, "类型. Of which type it is.");
    for (const p of record.properties) {
      if (p.filterable || p.kind === "strings")
        optional(target, p.name, filterOf(p), `${p.zh}. ${p.description}`);
    }
    for (const link of record.links.values()) {
      const type = link.kind === "one" ? whereOf(link.target) : quantifiersOf(link);
      optional(target, link.name, type, `${link.zh}. ${link.description}`);
    }
  });
}

/** `WonAwardsFilter`: how many of the nodes at the other end must meet conditions. */
function quantifiersOf(link: Link): GeneratedClass {
  const name = link.edge ? `${link.base}Filter` : `${link.target.name}ListFilter`;
  return once(name, `按${link.zh}筛选. Conditions on what a link leads to.`, (target) => {
    const where = link.edge ? linkWhereOf(link) : whereOf(link.target);
    optional(target, "some", where, "至少一个. At least one meets this.");
    optional(target, "all", where, "全部. All meet this; also if there is none.");
    optional(target, "none", where, "没有. None meets this.");
    optional(target, "single", where, "恰好一个. Exactly one meets this.");
  });
}

/** What a list's `where` takes: conditions on edge and node, or on the node where edges have no properties. */
export function linkWhereOf(link: Link): GeneratedClass {
  const { edge } = link;
  if (!edge) return whereOf(link.target);
  return once(`${link.base}Where`, `筛选${link.zh}. Conditions on relationship and node.`, (target) => {
    combinators(target);
    const edgeWhere = once(`${edge.name}EdgeWhere`, "筛选关系. Conditions on the relationship.", (inner) => {
      combinators(inner);
      if (edge.relations.length > 1) {
        optional(inner, "relation", relationTypeFilter, "关系类型. Of which type it is.");
      }
      for (const p of edge.properties) {
        if (p.filterable) optional(inner, p.name, filterOf(p), `${p.zh}. ${p.description}`);
      }
    });
    optional(target, "edge", edgeWhere, "关系. Conditions on the relationship.");
    optional(target, "node", whereOf(link.target), "节点. Conditions on the node.");
  });
}

const countOrder = inputType("CountOrder", "按数量排序. Orders by how many there are.");
addField(countOrder, "count", { type: () => SortDirection, description: "数量. How many there are." });

/** `CompanyOrderBy`: one key a list is ordered by. */
function orderOf(record: RecordType): GeneratedClass {
  return once(
    `${record.name}OrderBy`,
    `${record.zh}排序. Exactly one key; several go in a list.`,
    (target) => {
      for (const p of record.properties) {
        if (p.filterable) optional(target, p.name, SortDirection, `${p.zh}. ${p.description}`);
      }
      for (const link of record.links.values()) {
        if (link.kind !== "one")
          optional(target, link.name, countOrder, `${link.zh}. By how many there are.`);
      }
    },
  );
}

/** What a list's `orderBy` takes. */
export function linkOrderOf(link: Link): GeneratedClass {
  const { edge } = link;
  if (!edge) return orderOf(link.target);
  return once(`${link.base}OrderBy`, `${link.zh}排序. Exactly one key; several go in a list.`, (target) => {
    const edgeOrder = once(`${edge.name}EdgeOrderBy`, "关系排序. Exactly one key.", (inner) => {
      if (edge.relations.length > 1)
        optional(inner, "relation", SortDirection, "关系类型. By relation type.");
      for (const p of edge.properties) {
        if (p.filterable) optional(inner, p.name, SortDirection, `${p.zh}. ${p.description}`);
      }
    });
    optional(target, "edge", edgeOrder, "关系. By the relationship.");
    optional(target, "node", orderOf(link.target), "节点. By the node.");
  });
}

/** `CompanyPath`: leads from a record to one of its values, to itself, or over links to others. */
function pathOf(record: RecordType): GeneratedClass {
  return once(
    `${record.name}Path`,
    `${record.zh}路径. Leads to a value: one key in each object.`,
    (target) => {
      if (record.target === Entity || record.target.prototype instanceof Entity) {
        optional(target, "self", Boolean, "本身. The node as a whole.");
      }
      for (const p of record.properties) {
        if (p.filterable) optional(target, p.name, Boolean, `${p.zh}. ${p.description}`);
      }
      for (const link of record.links.values()) {
        optional(target, link.name, linkPathOf(link), `${link.zh}. ${link.description}`);
      }
    },
  );
}

/** What leads on from the rows of a list: over the edge or the node, or from the node where edges have no properties. */
export function linkPathOf(link: Link): GeneratedClass {
  const { edge } = link;
  if (!edge) return pathOf(link.target);
  return once(`${link.base}Path`, `${link.zh}路径. Leads to a value: one key in each object.`, (target) => {
    const edgePath = once(
      `${edge.name}EdgePath`,
      "关系路径. Leads to a value of the relationship.",
      (inner) => {
        if (edge.relations.length > 1) optional(inner, "relation", Boolean, "关系类型. The relation type.");
        for (const p of edge.properties) {
          if (p.filterable) optional(inner, p.name, Boolean, `${p.zh}. ${p.description}`);
        }
      },
    );
    optional(target, "edge", edgePath, "关系. To a value of the relationship.");
    optional(target, "node", pathOf(link.target), "节点. To the node or on from it.");
  });
}
