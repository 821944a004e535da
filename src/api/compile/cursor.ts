import { ApiError } from "../errors.js";

/** A place in an ordered list: the values of the order's keys, the unique one last. */
export type CursorValues = readonly (string | number | boolean | null)[];

/** Writes a cursor. `list` names the list and its order, so that the cursor is refused elsewhere. */
export function encodeCursor(list: string, values: CursorValues): string {
  return Buffer.from(JSON.stringify([list, ...values])).toString("base64url");
}

/** Reads a cursor back; an error where it is not one of this list in this order. */
export function decodeCursor(list: string, length: number, cursor: unknown): CursorValues {
  let parts: unknown;
  try {
    parts = JSON.parse(Buffer.from(String(cursor), "base64url").toString("utf8"));
  } catch {
    parts = undefined;
  }
  const isCursor =
    Array.isArray(parts) &&
    parts.length === length + 1 &&
    parts.every((v) => v === null || ["string", "number", "boolean"].includes(typeof v));
  if (!isCursor || (parts as unknown[])[0] !== list) {
    const why = isCursor ? "is of another list or order" : "is not a cursor";
    throw new ApiError(
      "BAD_CURSOR",
      `The value of "after" ${why}; take it from pageInfo.endCursor or an edge's cursor of the same list with the same orderBy.`,
    );
  }
  return (parts as CursorValues).slice(1);
}
