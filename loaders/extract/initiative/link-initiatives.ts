import { gated } from "../../patterns/gated.js";
import type { DocEntity, Linker } from "../types.js";

const LAST_WORD = gated(/(?:建设)?(?:项目|名单|工程|城市|单位|工作)$/u);
const FIRST_WORD = gated(/^(?:首批|第[一二三四五六七八九十]+批|20\d\d年度?|创建)/u);

/** Makes one of the programmes that differ in a last word that says what they are: 某某试点 and 某某试点项目. */
export const linkInitiatives: Linker = {
  id: "initiative/same",
  run(x) {
    const byCore = new Map<string, DocEntity>();
    for (const initiative of x.entities) {
      if (initiative.type !== "Initiative") continue;
      const core = LAST_WORD.replace(FIRST_WORD.replace(initiative.name, ""), "");
      const same = byCore.get(core);
      if (same === undefined || core.length < 4) byCore.set(core, initiative);
      else if (initiative.name.length > same.name.length) {
        x.merge(same, initiative, { rule: "short-form" });
        byCore.set(core, initiative);
      } else x.merge(initiative, same, { rule: "short-form" });
    }
  },
};
