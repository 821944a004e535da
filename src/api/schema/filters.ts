import { Float, getMetadataStorage, ID, Int } from "type-graphql";
import type { PropertyDefinition } from "../../../schema/index.js";
import { addField, type GeneratedClass, inputType } from "./define.js";
import { EntityTypeName, RelationTypeName } from "./names.js";

const DESCRIPTIONS: Readonly<Record<string, string>> = {
  eq: "等于. Equal to; null for what is absent.",
  in: "属于. One of these.",
  gt: "大于. Above.",
  gte: "不小于. At least.",
  lt: "小于. Below.",
  lte: "不大于. At most.",
  contains: "包含. Contains these characters.",
  startsWith: "开头是. Begins with these characters.",
  endsWith: "结尾是. Ends with these characters.",
  includes: "列表包含. Has exactly this among its values.",
};

const EQUALITY = ["eq", "in"] as const;
const ORDER = ["gt", "gte", "lt", "lte"] as const;
const TEXT = ["contains", "startsWith", "endsWith"] as const;

function filter(name: string, of: string, type: () => unknown, operators: readonly string[]): GeneratedClass {
  const made = inputType(name, `筛选${of}. Conditions that all must hold.`);
  for (const operator of operators) {
    addField(made, operator, {
      type: operator === "in" ? () => [type()] : type,
      nullable: true,
      description: DESCRIPTIONS[operator]!,
    });
  }
  return made;
}

const scalarFilters: Readonly<Record<string, GeneratedClass>> = {
  id: filter("IDFilter", "标识", () => ID, EQUALITY),
  string: filter("StringFilter", "文本", () => String, [...EQUALITY, ...ORDER, ...TEXT]),
  strings: filter("StringListFilter", "文本列表", () => String, ["includes"]),
  int: filter("IntFilter", "整数", () => Int, [...EQUALITY, ...ORDER]),
  float: filter("FloatFilter", "数值", () => Float, [...EQUALITY, ...ORDER]),
  boolean: filter("BooleanFilter", "真假", () => Boolean, ["eq"]),
};

/** Filters on the type of a node and on the relation of an edge. */
export const entityTypeFilter = filter("EntityTypeFilter", "实体类型", () => EntityTypeName, EQUALITY);
export const relationTypeFilter = filter("RelationTypeFilter", "关系类型", () => RelationTypeName, EQUALITY);

const enumFilters = new Map<unknown, GeneratedClass>();

/** The filter input of a property. */
export function filterOf(property: PropertyDefinition): GeneratedClass {
  if (property.kind !== "enum") {
    return scalarFilters[property.kind === "string" && property.type() === ID ? "id" : property.kind]!;
  }
  const type = property.type();
  const known = enumFilters.get(type);
  if (known) return known;
  const made = filter(`${enumName(property)}Filter`, property.zh, property.type, EQUALITY);
  enumFilters.set(type, made);
  return made;
}

/** The name under which an enum is registered with type-graphql. */
function enumName(property: PropertyDefinition): string {
  const found = getMetadataStorage().enums.find((one) => one.enumObj === property.type());
  if (!found) throw new Error(`the enum of the property ${property.name} is not registered`);
  return found.name;
}
