import type { DocEntity, Extraction, Linker } from "../types.js";
import { divisionFor } from "./government-bodies.js";
import { placeContext } from "./place-context.js";

/** Authorities and institutions named without their place: 质量强市工作领导小组 is the one whose name ends so. */
export const linkBodies: Linker = {
  id: "link/bodies",
  run(x) {
    ownInstitutions(x);
    const all = x.entities.filter((e) => e.type === "GovernmentBody");
    const byEnd = new Map<string, DocEntity[]>();
    for (const body of all) byEnd.set(body.name.slice(-4), [...(byEnd.get(body.name.slice(-4)) ?? []), body]);
    for (const family of byEnd.values())
      for (const body of family) {
        if (body.name.length < 6 || /^(?:国家|中国)/u.test(body.name)) continue;
        const fuller = family.filter(
          (b) => b !== body && b.name.length > body.name.length && b.name.endsWith(body.name),
        );
        if (fuller.length === 1 && body.mentions.every((m) => !m.rule.startsWith("name/national"))) {
          x.merge(body, fuller[0]!, { rule: "short-form" });
        }
      }
  },
};

/** 市计量所, 县茶叶协会: those of the document's own city or county, which begin with its name elsewhere. */
function ownInstitutions(x: Extraction): void {
  const all = x.entities.filter((e) => e.type === "Institution");
  for (const body of all) {
    const level = /^[市县区](?=[\u4e00-\u9fa5]{3})/u.exec(body.name)?.[0];
    if (level === undefined) continue;
    const rest = body.name.slice(1);
    const fuller = all.filter(
      (b) => b !== body && b.name.length > body.name.length && b.name.endsWith(body.name),
    );
    const division = divisionFor(level, placeContext(x));
    const into =
      fuller.length === 1
        ? fuller[0]
        : division === undefined
          ? undefined
          : x.entity("Institution", `${division.name}${rest}`);
    if (into !== undefined) x.merge(body, into, { rule: "short-form" });
  }
}
