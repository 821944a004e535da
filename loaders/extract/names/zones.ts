import { SAFE_LEADS } from "../../lexicon/name-leads.js";
import { Trie } from "../../lexicon/trie.js";
import { CharacterSet } from "../../patterns/character-set.js";
import { gated } from "../../patterns/gated.js";
import { candidate } from "../candidate.js";
import { lastIndexWithin } from "../spans.js";
import type { Candidate, NameDetector } from "../types.js";
import { formsIn } from "./forms.js";
import { PLACE_NAMES } from "./place-lexicon.js";
import { nameStart } from "./window.js";

const FORMS = Trie.ofWords(
  "高新技术产业开发区 高新技术产业园区 高新技术开发区 经济技术开发区 经济开发区 旅游度假区 综合保税区 保税港区 保税区 自由贸易试验区 自贸试验区 自由贸易港 自贸港 自贸区 临空经济区 空港经济区 航空港区 出口加工区 合作示范区 先行区 示范区管委 开发区 高新区 经开区 综保区 新区 工业新城 新城 科学城 产业城 科技城 软件园 创业园 科创园 孵化园 物流园 产业园区 产业园 工业园区 工业园 工业区 产业区 工业集中区 产业集聚区 集聚区 集中发展区 科技园区 科技园 创新园 生态园 食品园 智造园 产业基地 出口基地 新片区 化工园区 化工园 物流园区 飞地园区 飞地产业园 合作园区 合作产业园 医药港 生物港 药谷 汽车城 航空城 生态城 高新园 临港经济区 港产城融合区 智慧区 科创区 商务区 示范园 科学园 创业谷 智谷 台商投资区 工业功能区 新港区 管理区".split(
    " ",
  ),
).shared();
/** A part of a zone, after its name: …自由贸易试验区南宁片区, …开发区南海园, …科学城游仙园区. */
const PART =
  /[东南西北中][园区](?=[内的，、。])|[\u4e00-\u9fa5]{2,4}?(?:新?片区|园区|分园|园(?![区林艺内中])|组团)/uy;
/** Zones that have such parts. */
const HAS_PARTS = gated(/(?:试验区|自贸区|开发区|高新区|经开区|科学城|科技城|新区|综保区|保税区)$/u);
/** Words that make of what follows a zone's name no part of it: 高新区建设园区, 开发区特色产业园. */
const NO_PART = gated(
  /[的了和与在是为有内外里个家等及把将从到由被以入]|建设|打造|创建|管理|下属|下辖|多个|各类|整个|产业|工业|科技|专业|特色|重点|示范|企业|项目|规划|运营|服务|推动|支持|依托|新建|共建/u,
);
/** What before the form makes a class and no name. */
const CLASS = gated(
  /(?:^|(?:国家级|国家|由|有|省级|市级|县级|全国|全省|全市|各类|各级|各|该|本|这[家个]?|一批|主要|若干|三个|重点|特色|现代|专业|千亿|百亿|首批|[一二两三四五六七八九十\d]{1,12}[个家大]|新型|先进|示范|领先|[十百千]强|唯一|老|同类|参评|(?:国家|[省市区县部])级[科特示综数绿智生][\u4e00-\u9fa5]|第[一二三四五六七八九十]{1,12}批[^，。]{0,6}|\d{1,12}家?|省|市|区|县))$/u,
);
/** Forms that make a zone only with a name of a place or zone, or two characters and more, right before. */
const LOOSE = gated(
  /^(?:新区|新城|开发区|产业基地|出口基地|示范区管委|先行区|合作示范区|集聚区|生态园|化工园|物流园区|合作园区|合作产业园|医药港|生物港|药谷|汽车城|航空城|生态城|高新园|智慧区|科创区|商务区|示范园|管理区)$/u,
);

const ZONE_HEADER = gated(/开发区|园区|功能区/u);
const FREE_TRADE = gated(/自由?贸/u);
const OF_COUNTY = gated(/(?:经济开发区|经济技术开发区|高新技术产业开发区|高新区|经开区)$/u);
const TIMED = gated(/^[到至]?\d{4}年/u);
const BASE = gated(/(?:出口|产业)基地$/u);
const NATIONAL = gated(/^(?:国家|全国|省级)/u);
const BUILDING = gated(/(?:区|园|城)(?:建设|打造|创建)/u);
/** After what only looks like a zone's form: 新区|域, 园区|别. */
const NOT_AFTER = new CharacterSet("域别间块划");

/** Development zones, parks and free-trade areas by the words that end their names. */
export const zones: NameDetector = {
  id: "name/zone",
  detect({ norm, blocks }) {
    const found: Candidate[] = [];
    // 所在区市、开发区 | 火炬高技术产业开发区: a zone that the column tells, whatever its name begins with.
    for (const { cells, isHeader } of blocks)
      if (cells !== undefined && !isHeader)
        for (const { start, end, header, inherited } of cells)
          if (!inherited && ZONE_HEADER.test(header ?? "") && ZONE_CELL.test(norm, start, end))
            found.push(candidate("Zone", start, end, "name/zone-cell", 0.8));
    for (const match of formsIn(norm, FORMS)) {
      let { form, end } = match;
      let part = "";
      if (HAS_PARTS.test(form)) {
        PART.lastIndex = end;
        part = PART.exec(norm)?.[0] ?? "";
        if (NO_PART.test(part.replace(/(?:片|园)?区$/u, ""))) part = "";
        form += part;
        end += part.length;
      }
      if (NOT_AFTER.has(norm.charCodeAt(end))) continue;
      let start = nameStart(norm, match.index, 1, 26);
      // 自贸区临港新片区 needs nothing before it.
      if (start < 0 && part.length > 2) start = match.index;
      const free = FREE_TRADE.test(form)
        ? /中国（[\u4e00-\u9fa5]{2,4}）$/u.exec(norm.slice(Math.max(0, match.index - 8), match.index))
        : null;
      if (free !== null) start = match.index - free[0].length;
      if (start < 0) continue;
      // 已在贵安新区开工, 放在鸠江经济开发区: no zone's name holds 在.
      if (free === null) {
        const at = Math.max(
          lastIndexWithin(norm, "在", start, match.index),
          lastIndexWithin(norm, "于", start, match.index - 1),
        );
        // 于都县某产业园
        if (at >= start && PLACE_NAMES.longestEnd(norm, at) > at + 2) start = at;
        else if (at >= start && match.index - at > 2) start = at + 1;
        // 某检验所在|高新区: whose zone it is says the text elsewhere.
        else if (at >= start && at === match.index - 1 && part === "") continue;
      }
      // 一身的高新区, 调研产业园: what stands before speaks of the zone.
      const particle = lastIndexWithin(norm, "的", start, match.index);
      if (particle >= 0) start = particle + 1;
      // 建设和先行区: what is joined before it is another thing.
      const joined = Math.max(
        lastIndexWithin(norm, "和", start, match.index),
        lastIndexWithin(norm, "与", start, match.index),
      );
      if (joined > start && PLACE_NAMES.longestEnd(norm, start) < 0) start = joined + 1;
      // The place that begins its name: nothing stands before it but another place, or 中新|天津, 中德|沈阳.
      if (free === null) start = placedStart(norm, start, match.index);
      const stem = norm.slice(start, match.index);
      if (SAFE_LEADS.has(stem.slice(-2)) || (stem === "" && part === "")) continue;
      const place = PLACE_NAMES.longestAt(norm, start) ?? districtAt(norm, start);
      const placed = place !== undefined;
      // 上海市浦东新区 is a district.
      if (isDivision(norm, start, end)) continue;
      if (form === "管理区" && /(?:街道|社区|物业|水库|林区|景区|风景|保护|河道|灌区|森林)$/u.test(stem))
        continue;
      // 赣州|国家|高新技术产业开发区 is a name, 国家|高新区 a class.
      // 颍上县|经济开发区 is a name, 全县|开发区 a class.
      const county = OF_COUNTY.test(form);
      // 到2027年|产业园….
      if (TIMED.test(stem)) continue;
      if (
        CLASS.test(stem) &&
        !(county && placed && endsInCounty(stem)) &&
        !(placed && /^(?:市)?国家级?$/u.test(norm.slice(place.end, match.index)))
      )
        continue;
      if (!placed && stem.length < 2 && part === "") continue;
      if (
        LOOSE.test(form) &&
        !placed &&
        (stem.length > 4 || /(?:业$|城市|质量|产业|国家|高新|经济)/u.test(stem))
      )
        continue;
      if (form === "产业基地" && !placed) continue;
      if (BASE.test(form) && /(?:国家|示范|战略|新型|高技术)/u.test(stem)) continue;
      if (free === null && NATIONAL.test(stem)) continue;
      if (stem.length > 16 || BUILDING.test(stem)) continue;
      found.push(candidate("Zone", start, end, "name/zone", placed ? 0.9 : 0.75));
    }
    return found;
  },
};

const ZONE_CELL = gated(
  /^[\u4e00-\u9fa5]{0,10}(?:经济|技术|产业|旅游|保税)[\u4e00-\u9fa5]{0,6}(?:开发区|园区|度假区|功能区|保税区)$/u,
);

/** 武进 of 武进国家高新技术产业开发区: a district's name without 区. */
function districtAt(norm: string, start: number): { end: number } | undefined {
  for (const end of [start + 3, start + 2])
    if (PLACE_NAMES.get(`${norm.slice(start, end)}区`)?.short === false) return { end };
  return undefined;
}

/** From the first full place name on, unless a brand of two characters or a country's letter stands before it. */
function placedStart(norm: string, start: number, form: number): number {
  if (PLACE_NAMES.longestEnd(norm, start) >= 0) return start;
  for (let at = start + 1; at < form - 1; at++) {
    const place = PLACE_NAMES.longestAt(norm, at);
    if (place === undefined || place.value.word || place.end > form) continue;
    if (place.value.short && place.value.divisions.every((d) => d.type === "County")) continue;
    return at - start <= 2 || norm[at - 1] === "（" ? start : at;
  }
  return start;
}

/** Whether names of places alone make up a stem, the last of them a county's or district's in full. */
function endsInCounty(stem: string): boolean {
  let at = 0;
  for (let step = 0; step < 3; step++) {
    const place = PLACE_NAMES.longestAt(stem, at);
    if (place === undefined) return false;
    // 津市 of 津市市 ends as a full name does.
    if (place.end === stem.length)
      return (
        (!place.value.short || /[市县]$/u.test(stem)) &&
        place.value.divisions.some((d) => d.type !== "Province")
      );
    at = place.end;
  }
  return false;
}

/** Whether names of divisions alone make up the stretch. */
function isDivision(norm: string, start: number, end: number): boolean {
  let at = start;
  while (at < end) {
    const place = PLACE_NAMES.longestAt(norm, at);
    if (place === undefined || place.end > end) return false;
    at = place.end;
  }
  return at === end && PLACE_NAMES.longestAt(norm, start)!.end < end;
}
