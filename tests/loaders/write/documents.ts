import { createHash } from "node:crypto";
import { designateDocument } from "../../../loaders/resolve/designate-document.js";
import { Gazetteer } from "../../../loaders/resolve/gazetteer.js";
import type { DesignatedDocument } from "../../../loaders/resolve/types.js";
import type { SourceDocument } from "../../../loaders/types.js";
import type { Claim, EntityClaim, EntityRef, RelationClaim } from "../../../schema/index.js";

export const gazetteer = new Gazetteer();

export type Written = { fact: string } & Record<string, unknown>;

/** An entity claim for tests; evidence is added by `documentOf`. */
export const entity = (type: string, name: string, more: Partial<EntityClaim> = {}): Written => ({
  fact: "entity",
  type,
  name,
  aliases: [],
  mentions: 1,
  ...more,
});

export const relation = (
  type: string,
  from: EntityRef,
  to: EntityRef,
  more: Partial<RelationClaim> = {},
): Written => ({ fact: "relation", type, from, to, ...more });

export const observation = (
  subject: EntityRef,
  indicator: string,
  value: number,
  more: object = {},
): Written => ({
  fact: "observation",
  subject,
  indicator,
  value,
  unit: "件",
  status: "ACTUAL",
  ...more,
});

export const ref = (type: EntityRef["type"], name: string): EntityRef => ({ type, name });

/** A document that makes the given claims. */
export function documentOf(id: string, place: string | null, facts: readonly Written[]): DesignatedDocument {
  const text = `${id}：${JSON.stringify(facts)}`;
  const document: SourceDocument = {
    id,
    title: id,
    url: null,
    date: "2020-05-27",
    publisher: null,
    place,
    licence: null,
    format: "markdown",
    encoding: "utf-8",
    text,
    warnings: [],
  };
  const claims = facts.map(
    (fact) =>
      ({
        ...fact,
        evidence: { document: id, start: 0, end: id.length, text: id },
        rule: "test/rule",
        confidence: 1,
      }) as Claim,
  );
  return designateDocument(gazetteer, document, claims);
}

/** The document with what the writer tells versions apart by. */
export const hashed = (document: DesignatedDocument) => ({
  document,
  version: createHash("sha256")
    .update(document.document.text)
    .update(String(document.document.place))
    .digest("hex"),
});
