import neo4j from "neo4j-driver";

/**
 * Parameters as the driver wants them: whole numbers as INTEGER, because JavaScript's would arrive as FLOAT, which LIMIT
 * refuses and which looks odd as a year; undefined as null.
 */
export function toParameters(parameters: Readonly<Record<string, unknown>>): Record<string, unknown> {
  return convert(parameters) as Record<string, unknown>;
}

function convert(value: unknown): unknown {
  if (value === undefined) return null;
  if (typeof value === "number") return Number.isSafeInteger(value) ? neo4j.int(value) : value;
  if (Array.isArray(value)) return value.map(convert);
  if (value !== null && typeof value === "object" && isPlain(value)) {
    return Object.fromEntries(Object.entries(value).map(([key, item]) => [key, convert(item)]));
  }
  return value;
}

/** Records, also GraphQL's, which have no prototype; not the driver's own Integer, Date and so on. */
function isPlain(value: object): boolean {
  const prototype = Object.getPrototypeOf(value);
  return prototype === Object.prototype || prototype === null;
}
