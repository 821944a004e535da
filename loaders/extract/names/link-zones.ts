import { sortFew } from "../../sort-few.js";
import { firstFrom } from "../spans.js";
import type { DocEntity, Extraction, Linker, Mention } from "../types.js";
import { PLACE_NAMES } from "./place-lexicon.js";

/** Zones under long and short forms: 合肥国家高新技术产业开发区, 合肥高新区; 重庆两江新区, 两江新区. */
export const linkZones: Linker = {
  id: "link/zones",
  run(x) {
    const zones = x.entities.filter(isZone);
    if (zones.length === 0) return;
    const byCore = new Map<string, DocEntity[]>();
    for (const zone of zones) {
      const core = coreOf(zone.name);
      const family = byCore.get(core);
      if (family === undefined) byCore.set(core, [zone]);
      else family.push(zone);
    }
    for (const family of byCore.values()) {
      if (family.length === 1) continue;
      const [fullest, ...others] = sortFew([...family], byLength);
      for (const other of others) x.merge(other, fullest!, { rule: "short-form" });
    }
    // Without the city before it: 两江新区 is the one zone whose name ends so.
    const rest = x.entities.filter(isZone);
    const cores = rest.map(coreOfZone);
    for (const [i, zone] of rest.entries()) {
      let fuller: DocEntity | undefined;
      let others = 0;
      for (const [j, other] of rest.entries())
        if (
          other !== zone &&
          (endsWithAfterPlace(cores[j]!, cores[i]!) ||
            endsWithName(other.name, zone.name) ||
            endsWithPart(other.name, zone.name))
        ) {
          fuller = other;
          others++;
        }
      if (others === 1) x.merge(zone, fuller!, { rule: "short-form" });
    }
    nameParts(x);
  },
};

const isZone = ({ type }: DocEntity): boolean => type === "Zone";
const coreOfZone = ({ name }: DocEntity): string => coreOf(name);
const byLength = (a: DocEntity, b: DocEntity): number => b.name.length - a.name.length;

const PARTED =
  /^(.{2,}(?:开发区|高新区|经开区|科学城|新区|综保区))([\u4e00-\u9fa5]{2,6}(?:园区|园|片区|组团))$/u;

/** Parts of zones by their own names (游仙园区), wherever no longer name stands; and the zone around them. */
function nameParts(x: Extraction): void {
  const added: Mention[] = [];
  for (const zone of x.entities) {
    const match = zone.type === "Zone" ? PARTED.exec(zone.name) : null;
    if (match === null) continue;
    const [, whole, part] = match as unknown as [string, string, string];
    if (/(?:开发区|高新区|经开区)$/u.test(whole) && PLACE_NAMES.longestEnd(whole, 0) >= 0) {
      const first = zone.mentions.find((m) => m.surface.startsWith(whole));
      if (first !== undefined)
        x.entity("Zone", whole, {
          start: first.start,
          end: first.start + whole.length,
          rule: "name/zone-around",
        });
    }
    for (let at = x.norm.indexOf(part); at >= 0; at = x.norm.indexOf(part, at + 1)) {
      const end = at + part.length;
      const next = firstFrom(x.mentions, at);
      if ((x.mentions[next]?.start ?? Infinity) < end || (x.mentions[next - 1]?.end ?? 0) > at) continue;
      if (x.sentenceAt(at) === undefined) continue;
      added.push({
        type: "Zone",
        start: at,
        end,
        surface: x.text.slice(at, end),
        entity: zone,
        generic: false,
        rule: "name/zone-part",
        confidence: 0.75,
      });
    }
    x.alias(zone, part, { rule: "short-form" });
  }
  x.addMentions(added);
}

const FORMS: readonly (readonly [RegExp, string])[] = [
  [/国家级?(?=高新|经济|经开)/u, ""],
  [/高新技术产业(?:开发区|园区)|高新技术开发区/u, "高新区"],
  [/经济技术开发区|经济开发区/u, "经开区"],
  [/综合保税区/u, "综保区"],
  [/自由贸易试验区|自贸试验区/u, "自贸区"],
  [/工业园区/u, "工业园"],
  [/产业园区/u, "产业园"],
  [/^(.{2,4})市/u, "$1"],
];

function coreOf(name: string): string {
  let core = name;
  for (const [form, short] of FORMS) if (form.test(core)) core = core.replace(form, short);
  return core;
}

/** 轨道交通产业园 of 常州经开区轨道交通产业园: a name long enough to be no class. */
function endsWithName(full: string, short: string): boolean {
  return short.length >= 6 && full.length > short.length && full.endsWith(short);
}

/** 游仙园区 of 绵阳科学城游仙园区: a part by its own name after the zone's. */
function endsWithPart(full: string, part: string): boolean {
  return (
    part.length >= 4 &&
    full.length > part.length &&
    full.endsWith(part) &&
    /(?:区|城|园)$/u.test(full.slice(0, -part.length))
  );
}

function endsWithAfterPlace(full: string, short: string): boolean {
  if (!full.endsWith(short) || full.length === short.length) return false;
  const place = PLACE_NAMES.longestAt(full, 0);
  const rest = full.length - short.length;
  return (
    place !== undefined &&
    (place.end === rest || (place.end + 1 === rest && /[省市县区]/u.test(full[place.end]!)))
  );
}
