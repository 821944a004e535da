import { CharacterSet } from "../../patterns/character-set.js";
import { gated } from "../../patterns/gated.js";
import { matchesAt } from "../../patterns/matches-at.js";
import { candidate } from "../candidate.js";
import { spanAt } from "../spans.js";
import type { Candidate, NameDetector } from "../types.js";
import { conferred } from "./bounds.js";
import { isFieldOfPlace } from "./title-lines.js";

type Source = Parameters<NameDetector["detect"]>[0];

/** What a place is called for what it is known for: 中国书法城, 世界铜都, 中国某某生产基地. */
const TITLE =
  /(?:中国|世界|全国)[\u4e00-\u9fa5·]{1,12}?(?:之[都乡城]|[名古]?城|都|王国|第一[县市镇乡村]|名[县镇村]|(?:产业|生产|制造|出口|加工|原料|化工|种植|养殖)基地)(?=的|称号|名单|[^\u4e00-\u9fa5]|$)/y;
const LEADS = ["中国", "世界", "全国"];
/** What stands before a name that is not the end of a longer one. */
const PARTED = new CharacterSet("“：，、；。（）—－|｜\t\n .");
/** Markets and centres, which are no honours; and words that are no part of a name. */
const NO_TITLE = gated(
  /(?:商品|商贸|轻纺|贸易|国际|科技|动漫|影视|皮革|家居|家电|建材|汽配|汽车|灯具|文博|金融|大学|体育|奥体|购物|服装|电子|电商|物流|物联网|航天|航空|新|旧|老|全|首)城$|首都$|[的了是在为被获把将]|公司/,
);

const OF_PLACE = gated(
  /^(?:中国|世界|全国|国际|亚洲|东方)[^，。；]{0,14}(?:之[都乡城]|[名古]?城|[\u4e00-\u9fa5]都|[果茶梨桃李莲藕]乡|王国|第一[县市镇乡村]|名[县镇村]|(?<!教育|科普|培训|实践|实训|研学|孵化|创业)基地)$/,
);

/** Whether that is what a place is called: 中国核桃之乡. */
export const isPlaceTitle = (name: string): boolean => OF_PLACE.test(name);

/** 2009年, 1．, －: right before a title that begins what its line says of one place. */
const FIELD_LEAD = gated(
  /(?:^|[\t\n：；｜|/])\s{0,6}(?:[-*·•]|\d{1,2}[.、]|(?:19|20)\d\d年?)?[\s，：“]{0,4}$/,
);
/** Right behind it there: nothing more, its date in brackets, or whose it is. */
const FIELD_END = gated(/^”?(?:$|[\t\n：；。｜|]|\s|（)/);
/** 某市……|中国鞋都，2001年, 某县——|中国梨都（2001年）: behind the marks that lead from the place to it, with its year. */
const LED_TO = gated(/(?:…|—|·{3}|\.{3})“?$/);
const DATED_BEHIND = gated(/^”?[，（](?:19|20)\d\d年/);
/** It is only wished for. */
const SOUGHT = gated(/(?:打造|建设|创建|争创|创成|冲刺|申报|迈向|瞄准|目标|建成|争当|[是为]叫响)了?“?$/);
const BY_REPUTE = gated(/^”(?:之[称誉名]|的?美[誉称])/);

/**
 * Titles of the country or the world for places, by their shape: between quotation marks, as a field of a line, and where the
 * words before say that they are conferred or held. Those in 之都, 之乡 and 名城 are found by their heads as well.
 */
export function placeTitles({ norm, blocks }: Source, known: readonly Candidate[]): Candidate[] {
  const found: Candidate[] = [];
  let taken: Set<number> | undefined;
  for (const lead of LEADS)
    for (const match of matchesAt(lead, TITLE, norm, PARTED)) {
      const start = match.index;
      const end = start + match[0].length;
      if (match[0].length < 4 || NO_TITLE.test(match[0])) continue;
      taken ??= new Set(known.map((one) => one.end));
      if (taken.has(end)) continue;
      const floor = spanAt(blocks, start)?.start ?? start;
      if (!isTitle(norm, start, end, floor)) continue;
      found.push(candidate("Award", start, end, "award/place-title", 0.85, 1));
    }
  return found;
}

function isTitle(norm: string, start: number, end: number, floor: number): boolean {
  const from = Math.max(floor, start - 16);
  if (SOUGHT.test(norm, from, start)) return false;
  if (norm[start - 1] === "“" && norm[end] === "”") return !BY_REPUTE.test(norm, end, end + 4);
  return (
    (FIELD_LEAD.test(norm, from, start) && FIELD_END.test(norm, end, end + 2)) ||
    (LED_TO.test(norm, from, start) && DATED_BEHIND.test(norm, end, end + 8)) ||
    isFieldOfPlace(norm, start, end, floor) ||
    conferred(norm, start, floor, "title")
  );
}
