import type { EntityType } from "../../schema/index.js";

/** Endings of registered firms' names. */
const LEGAL = /(?:有限责任公司|股份有限公司|有限公司|股份公司|集团公司|总公司|合伙企业有限合伙)$/u;
/** Endings that short names of firms may have. */
const FIRM = /(?:股份|集团|控股|公司|企业|总厂|工厂|厂){1,12}$/u;
/** Names of national and international bodies, awards and programmes. */
const NATIONAL = /^(?:中国|全国|国家|中华|国务院|中共中央|中央|国际|世界|亚洲|iso|iec|itu|ieee|astm|sac)/u;
const MINISTRY =
  /^(?:工业和信息化|工信|科学技术|科技|商务|农业农村|教育|财政|住房和城乡建设|交通运输|生态环境|人力资源和社会保障)部/u;
/** Words that begin with a rank but name no office of it: 市场, 区域, 省会. */
const STEM = /^(省|市|州|县|区)(?!场|民(?!政)|域|会|值|块|容|内|外|间|委会)/u;

/** Whether a firm's name (normalized) is of the registered form. */
export function isLegalName(type: EntityType, key: string): boolean {
  return type === "Company" && LEGAL.test(key);
}

/** What of a firm's name is its own: without the place at its head and the legal form at its end. */
export function coreOf(key: string, placeLength: number): string {
  return key.slice(placeLength).replace(LEGAL, "").replace(FIRM, "");
}

export function isNational(key: string): boolean {
  return NATIONAL.test(key) || MINISTRY.test(key);
}

/** The rank with which a name begins that leaves its place unsaid: 省 of 省长质量奖, 市 of 市政府. */
export function stemOf(type: EntityType, name: string): string | undefined {
  if (type !== "Award" && type !== "GovernmentBody") return undefined;
  return STEM.exec(name)?.[1];
}

/**
 * Short forms that people make of a full name by leaving out its place, legal form or rank: 株洲联诚集团有限责任公司
 * gives 联诚集团, 联诚, 株洲联诚集团, 株洲联诚. `place` are the characters of the place at its head.
 */
export function abbreviations(type: EntityType, key: string, place: string): string[] {
  const found = new Set<string>();
  if (isLegalName(type, key)) {
    const whole = key.replace(LEGAL, "").replace(/(?:股份|控股)$/u, "");
    const bare = whole.slice(place.length).replace(/^市/u, "");
    const town = place.replace(/[省市]$/u, "");
    for (const form of [bare, bare.replace(FIRM, "")]) {
      found.add(form);
      found.add(`${form}公司`);
      if (place !== "") found.add(town + form);
    }
  } else if (type === "Zone") {
    const rest = key.slice(place.length).replace(/^(?:国家级|国家)/u, "");
    const short = rest
      .replace(/高新技术产业开发区$|高新技术产业园区$|高新技术开发区$/u, "高新区")
      .replace(/经济技术开发区$|经济开发区$/u, "经开区");
    for (const form of [rest, short]) {
      found.add(form);
      if (place !== "") for (const town of [place, place.replace(/[省市]$/u, "")]) found.add(town + form);
    }
  } else if (place !== "" && (type === "Institution" || type === "Platform")) {
    found.add(key.slice(place.length).replace(/^市/u, ""));
  }
  found.delete(key);
  return [...found].filter((form) => form.length >= 2).sort();
}
