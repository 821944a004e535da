import { CharacterSet } from "../../patterns/character-set.js";
import { oncePer } from "../once.js";
import { PLACES } from "../shape/types.js";
import type { DocEntity, Extraction } from "../types.js";
import type { Item } from "./items.js";

/** Words of praise or rank before an industry's name: 现代家具 and 家具 are one industry of a document. */
const PRAISE =
  /^(?:现代|高端|精品|先进|前沿|特色|优质|传统|名优|中高端|新一代|高品质|品牌|手工|袋装|高纯|优良)(?!装备$|制造$|材料$|服务|农业|物流|种业|金属)(?=.{2})/u;
/** What an industry's name may do without: 风电装备 and 风电, 稀土新材料 and 稀土. */
const KIND =
  /(?<=.{2})(?<!智能|数字|高端|先进|生物|电子|绿色|新型|功能|海洋)(?:新材料|装备|制造|服务)$|(?<=.)(?:制品|业)$/u;

const ofFirm = new WeakMap<DocEntity, DocEntity[]>();
const industriesByCore = oncePer(() => new Map<string, DocEntity>());

/**
 * The industry that an item names for one firm: 压砖机 where the firm makes 陶瓷压砖机 is no other.
 */
export function industryOfFirm(x: Extraction, firm: DocEntity, item: Item, rule: string): DocEntity {
  const own = ofFirm.get(firm) ?? [];
  ofFirm.set(firm, own);
  const same = own.find(
    ({ name }) => name !== item.name && (name.endsWith(item.name) || item.name.endsWith(name)),
  );
  if (same === undefined) {
    const industry = industryOf(x, item, rule);
    if (!own.includes(industry)) own.push(industry);
    return industry;
  }
  x.alias(same, item.name, { rule: "short-form", start: item.start, end: item.end });
  return same;
}

const PRAISE_START = new CharacterSet("现高精先前特优传名中新品手袋");
const KIND_END = new CharacterSet("料备造务品业");

/** A name without words of praise and kind. */
function coreOf(name: string): string {
  const bare = PRAISE_START.begins(name) ? name.replace(PRAISE, "") : name;
  return KIND_END.ends(bare) ? bare.replace(KIND, "") : bare;
}

/** The industry that an item names: the one of the document that differs in praise or kind alone, else a new one. */
export function industryOf(x: Extraction, item: Item, rule: string): DocEntity {
  const byCore = industriesByCore(x);
  const at = { start: item.start, end: item.end, rule };
  const core = coreOf(withoutPlace(x, item.name));
  const same = byCore.get(core);
  if (same === undefined) {
    const made = x.entity("Industry", item.name, at);
    byCore.set(core, made);
    return made;
  }
  if (same.name !== item.name)
    x.alias(same, item.name, { rule: "variant", start: item.start, end: item.end });
  return same;
}

const shortPlaceNames = oncePer((x): ReadonlySet<string> => {
  const places = x.entities.filter(({ type }) => PLACES.includes(type));
  return new Set(places.map((place) => place.name.replace(/(?<=.{2})[省市县区]$/u, "")));
});

/** 南康家具 is the 家具 of a place that the document names. */
function withoutPlace(x: Extraction, name: string): string {
  const short = shortPlaceNames(x);
  for (const length of [2, 3])
    if (name.length >= length + 2 && short.has(name.slice(0, length))) return name.slice(length);
  return name;
}
