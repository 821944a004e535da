import type { DocEntity, Linker } from "../types.js";
import { leadingPlace } from "./short-forms.js";

/** Firms that differ in 市, 省 or 县 after the leading place alone: 新乡市甲乙有限公司, 新乡甲乙有限公司. */
export const linkCompanies: Linker = {
  id: "link/companies",
  run(x) {
    const byName = new Map<string, DocEntity>();
    for (const company of x.entities) {
      if (company.type !== "Company") continue;
      const place = leadingPlace(company.name);
      const key = place.replace(/[省市县]$/u, "") + company.name.slice(place.length);
      const known = byName.get(key);
      if (known === undefined) byName.set(key, company);
      else if (known.name.length >= company.name.length) x.merge(company, known, { rule: "variant" });
      else {
        x.merge(known, company, { rule: "variant" });
        byName.set(key, company);
      }
    }
  },
};
