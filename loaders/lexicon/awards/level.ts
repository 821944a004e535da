import { AwardLevel } from "../../../schema/index.js";
import { normalizeName } from "../../../src/core/names.js";
import { PROGRAMMES } from "./programmes.js";

/** Cities that are provinces: what they confer is provincial. */
const MUNICIPALITIES = /^(?:北京|上海|天津|重庆)市?/;
const AUTONOMOUS_REGIONS = /^(?:内蒙古|广西|西藏|宁夏|新疆)/;
const PROVINCES =
  /^(?:河北|山西|辽宁|吉林|黑龙江|江苏|浙江|安徽|福建|江西|山东|河南|湖北|湖南|广东|海南|四川|贵州|云南|陕西|甘肃|青海|台湾)/;

const KNOWN: ReadonlyMap<string, AwardLevel> = new Map(
  PROGRAMMES.flatMap(({ name, aliases = [], level }) =>
    [name, ...aliases].map((n): [string, AwardLevel] => [normalizeName(n), AwardLevel[level]]),
  ),
);

/**
 * The level of the body that confers an award, from its name; `region` is the place that the document gives it, for
 * names without one (市长质量奖). OTHER where nothing tells: an association's, an international or an unknown award.
 */
export function awardLevel(name: string, region?: string): AwardLevel {
  const key = normalizeName(name);
  const known = KNOWN.get(key);
  if (known !== undefined) return known;
  if (
    /^(?:中国|全国|国家|中华|国务院|中央|交通运输部|工业和信息化部|商务部|农业农村部|教育部|科技部|工信部)/.test(
      key,
    )
  )
    return AwardLevel.NATIONAL;
  return (
    levelOfPlace(key) ??
    (region === undefined ? undefined : levelOfPlace(normalizeName(region))) ??
    AwardLevel.OTHER
  );
}

function levelOfPlace(name: string): AwardLevel | undefined {
  if (/^(?:省|自治区|全省|全区级)/.test(name) && !/^省会/.test(name)) return AwardLevel.PROVINCIAL;
  if (/^(?:市|全市)/.test(name)) return AwardLevel.MUNICIPAL;
  if (/^(?:县|区|全县)/.test(name)) return AwardLevel.COUNTY;
  const place = /^.{1,11}?(?:自治区|自治州|自治县|省|市|盟|州|县|区|旗)(?!长|委)/.exec(name)?.[0];
  const seat = MUNICIPALITIES.exec(name);
  if (seat !== null) return levelWithin(name.slice(seat[0].length)) ?? AwardLevel.PROVINCIAL;
  if (AUTONOMOUS_REGIONS.test(name) && !/^新疆生产建设兵团/.test(name))
    return (
      levelWithin(name.replace(AUTONOMOUS_REGIONS, "").replace(/^.{0,4}?自治区/, "")) ?? AwardLevel.PROVINCIAL
    );
  if (PROVINCES.test(name) && !/^吉林市/.test(name))
    return levelWithin(name.replace(PROVINCES, "").replace(/^省/, "")) ?? AwardLevel.PROVINCIAL;
  if (place === undefined) return undefined;
  return /(?:县|区|旗)$/.test(place) && !/自治区$/.test(place)
    ? AwardLevel.COUNTY
    : (levelWithin(name.slice(place.length)) ?? AwardLevel.MUNICIPAL);
}

/** The level of a smaller place that follows within the name: the 株洲市 of 湖南省株洲市, the 渝北区 of 重庆市渝北区. */
function levelWithin(rest: string): AwardLevel | undefined {
  const place = /^[\u4e00-\u9fa5]{2,6}?(?:自治州|自治县|新区|市|盟|州|县|区|旗)(?!长)/.exec(rest)?.[0];
  if (place === undefined || /^(?:人民政府|政府|自治)/.test(place)) return undefined;
  if (/示范|园区|社区|景区|城区/.test(place)) return undefined;
  return /(?:县|区|旗)$/.test(place) ? AwardLevel.COUNTY : AwardLevel.MUNICIPAL;
}
