import type { DocEntity, Linker } from "../types.js";

const RANK = /^(?:国家级?|全国|中国)/u;
const PLACE_AT_END = /（[^（）]{1,12}）$/u;

/** Makes one of the platforms that differ in rank or place alone: 国家某某检验中心（湖南） and 某某检验中心. */
export const linkPlatforms: Linker = {
  id: "platform/same",
  run(x) {
    const byCore = new Map<string, DocEntity>();
    for (const platform of x.entities) {
      if (platform.type !== "Platform") continue;
      const core = coreOf(platform.name);
      const same = byCore.get(core);
      if (same === undefined) byCore.set(core, platform);
      else if (platform.name.length > same.name.length) {
        if (!compatible(same.name, platform.name)) continue;
        x.merge(same, platform, { rule: "short-form" });
        byCore.set(core, platform);
      } else if (compatible(platform.name, same.name)) x.merge(platform, same, { rule: "short-form" });
    }
  },
};

const coreOf = (name: string): string =>
  name.replaceAll("(", "（").replaceAll(")", "）").replace(RANK, "").replace(PLACE_AT_END, "");

/** Whether the shorter says nothing that the longer does not: two places in brackets are two platforms. */
function compatible(shorter: string, longer: string): boolean {
  const place = PLACE_AT_END.exec(shorter.replaceAll("(", "（").replaceAll(")", "）"))?.[0];
  return place === undefined || longer.replaceAll("(", "（").replaceAll(")", "）").endsWith(place);
}
