import type { DocEntity } from "../types.js";
import type { Scene } from "./scene.js";
import { employerOf, type Unit } from "./units.js";

/** Whose officer a person is: as named with the person, as told elsewhere, else the organization spoken of; undefined for others. */
export function employerIn({ x, context, sentence }: Scene, person: Unit): DocEntity | undefined {
  if (person.entity.type !== "Person") return undefined;
  return (
    employerOf(x, person) ??
    x.relations.find(
      (r) =>
        r.type === "HOLDS_POSITION" &&
        r.from === person.entity &&
        (r.to.type === "Company" || r.to.type === "Institution"),
    )?.to ??
    context.salience.organization(sentence)?.[0]?.entity
  );
}
