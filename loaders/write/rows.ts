import { plainPath } from "../../src/core/paths.js";
import type { DesignatedClaim, DesignatedDocument, NameRecord } from "../resolve/types.js";

/**
 * A document's node. `names` is what it counts for in names, so that this can be taken back; `path` helps to find it for
 * withdrawal. Neither is part of the graph, and exports leave them out.
 */
export function documentProperties(
  { document, names }: DesignatedDocument,
  hash: string,
): Record<string, unknown> {
  const { id, path, title, url, date, publisher, place, licence, format, encoding, text, warnings } =
    document;
  const counts = names.map((n) => [n.id, n.count, n.mentions]);
  return {
    id,
    title,
    url,
    date,
    publisher,
    place,
    licence,
    format,
    encoding,
    text,
    warnings,
    hash,
    path: path === undefined ? null : plainPath(path),
    names: JSON.stringify(counts),
  };
}

/** A claim's node. `data` is what the document says, without evidence, which has properties of its own. */
export function claimProperties(row: DesignatedClaim, fact: string): Record<string, unknown> {
  const { evidence, rule, confidence, fact: kind, ...data } = row.claim;
  return {
    id: row.id,
    kind,
    type: row.type,
    fact,
    rule,
    confidence,
    start: evidence.start,
    end: evidence.end,
    text: evidence.text,
    subject: row.subject,
    object: row.object,
    tuple: row.tuple,
    data: JSON.stringify(data),
  };
}

/** A name record's node. */
export function nameProperties({ designation, ...record }: NameRecord): Record<string, unknown> {
  const { id, type, key, scope, strong, universal } = designation;
  return { ...record, designation: id, type, name: key, scope, strong, universal };
}
