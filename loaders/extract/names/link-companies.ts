import { gated } from "../../patterns/gated.js";
import type { DocEntity, Linker } from "../types.js";
import { leadingPlace } from "./short-forms.js";

const KIND_OF_PLACE = gated(/[省市县]$/u);
/** 沈鼓集团 */
const SHORT = gated(/^[\u4e00-\u9fa5]{2}(?:集团|股份)$/u);

/** Firms that differ in 市, 省 or 县 after the leading place alone: 新乡市甲乙有限公司, 新乡甲乙有限公司. */
export const linkCompanies: Linker = {
  id: "link/companies",
  run(x) {
    const byName = new Map<string, DocEntity>();
    for (const company of x.entities) {
      if (company.type !== "Company") continue;
      const place = leadingPlace(company.name);
      const key = KIND_OF_PLACE.replace(place, "") + company.name.slice(place.length);
      const known = byName.get(key);
      if (known === undefined) byName.set(key, company);
      else if (known.name.length >= company.name.length) x.merge(company, known, { rule: "variant" });
      else {
        x.merge(known, company, { rule: "variant" });
        byName.set(key, company);
      }
    }
    // 沈鼓集团 of 沈阳鼓风机集团…: the first characters of the place and of the rest, and the form.
    for (const short of x.entities) {
      if (short.type !== "Company" || !SHORT.test(short.name)) continue;
      const form = short.name.slice(2);
      const holders = x.entities.filter((e) => {
        if (e.type !== "Company" || !e.name.endsWith("公司") || !e.name.includes(form)) return false;
        const place = leadingPlace(e.name).length;
        return place > 0 && e.name[0] === short.name[0] && e.name[place] === short.name[1];
      });
      if (holders.length === 1) x.merge(short, holders[0]!, { rule: "short-form" });
    }
    // 粉王食品 of 广西壮乡粉王食品有限公司: a name without a legal form that one full name alone holds.
    const all = x.entities.filter((e) => e.type === "Company");
    const full = all.filter((e) => e.name.endsWith("公司"));
    // 乙分公司 of 甲有限公司乙分公司.
    for (const branch of all) {
      if (!branch.name.endsWith("分公司") || branch.name.length > 10) continue;
      const wholes = full.filter((e) => e !== branch && e.name.endsWith(branch.name));
      if (wholes.length === 1) x.merge(branch, wholes[0]!, { rule: "short-form" });
    }
    for (const company of all) {
      if (company.name.endsWith("公司") || company.name.length < 4) continue;
      const holders = full.filter((e) => holds(e.name, company.name));
      if (holders.length === 1) x.merge(company, holders[0]!, { rule: "short-form" });
    }
  },
};

/** Whether a full name holds a short one; a group's name is no part of its subsidiary's (甲集团 and 甲集团乙股份公司). */
function holds(full: string, short: string): boolean {
  const at = full.indexOf(short);
  if (at < 0) return false;
  return (
    !short.endsWith("集团") || /^(?:股份|有限|控股|责任|总|公司|（)/u.test(full.slice(at + short.length))
  );
}
