import { plainPath } from "../../src/core/paths.js";
import { documentHash } from "../fingerprint.js";
import type { DesignatedClaim, DesignatedDocument, Designation, NameRecord } from "../resolve/types.js";

/** A designation's id, the rest of a name record's id, and what a document counts for in it: claims and mentions. */
type NameCount = [designation: string, rest: string, count: number, mentions: number];

/** What a stored document counts for in name records. */
export const countsOf = (names: string): NameCount[] => JSON.parse(names) as NameCount[];

/**
 * A document's node. `names` is what it counts for in names, so that this can be taken back; `path` helps to find it for
 * withdrawal, `version` to tell whether it must be read anew. These are no part of the graph, and exports leave them out.
 */
export function documentProperties(
  { document, names }: DesignatedDocument,
  version: string,
): Record<string, unknown> {
  const { id, path, title, url, date, publisher, place, licence, format, encoding, text, warnings } =
    document;
  const counts = names.map((n): NameCount => {
    const designation = n.designation.id;
    return [designation, n.id.slice(designation.length), n.count, n.mentions];
  });
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
    hash: documentHash(document),
    version,
    path: path === undefined ? null : plainPath(path),
    names: JSON.stringify(counts),
  };
}

/** A claim's node. `data` is what the document says, without evidence, which has properties of its own. */
export function claimProperties(claim: DesignatedClaim, fact: string): Record<string, unknown> {
  const { object, tuple, ...rest } = claim;
  const properties: Record<string, unknown> = { ...rest, fact };
  if (object !== null) properties.object = object;
  if (tuple !== NO_VALUES) properties.tuple = tuple;
  return properties;
}

/** The statement of an entity claim, and of a relation without values of its own in a list of none. */
export const NO_VALUES = "[]";

/** A name record's node; `about` is what its designation is, in one text, to be read and written at once. */
export function nameProperties({ designation, ...record }: NameRecord): Record<string, unknown> {
  const { id, type, key, scope, strong, universal } = designation;
  return {
    ...record,
    designation: id,
    about: [type, scope, strong ? 1 : 0, universal ? 1 : 0, key].join("|"),
  };
}

/** The designation of a stored name record. */
export function designationOf(id: string, about: string): Designation {
  const [type = "", scope = "", strong, universal, ...key] = about.split("|");
  return {
    id,
    type: type as Designation["type"],
    key: key.join("|"),
    scope,
    strong: strong === "1",
    universal: universal === "1",
  };
}
