import type { DocEntity, Linker } from "../types.js";

/** Authorities and institutions named without their place: 质量强市工作领导小组 is the one whose name ends so. */
export const linkBodies: Linker = {
  id: "link/bodies",
  run(x) {
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
