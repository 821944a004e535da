import { gated } from "../../patterns/gated.js";
import type { Block } from "../../types.js";
import { indexWithin, mentionsType } from "../spans.js";
import type { DocEntity, Extraction } from "../types.js";
import { sharesIn } from "./apportioned.js";
import { fits, type Win, winOf } from "./findings.js";
import { joined } from "./item.js";
import { datesOf, type When } from "./noted.js";
import type { Prize } from "./prize.js";
import { tiersAndAwardsIn } from "./prizes.js";
import { awardOfTitle, isOfCandidates } from "./structure.js";
import { asEmployer, isPlaceUnit, unitsIn } from "./units.js";

/** 对甲、乙等5家单位予以表彰: those whom a paper commends. */
const COMMENDS = gated(
  /(?:^|[，。；：、]|决定)(?:分别)?[对给]([^。；对]{4,400}?)(?:等?(?:上述|以上)?[一二两三四五六七八九十\d]{1,3}[家个名位项](?:单位|企业|组织|个人|集体|同志|项目)?)?(?:分别)?(?:予以|给予|进行|颁发)(?:通报|隆重)?(?:表彰|表扬|嘉奖|奖励|授奖|奖牌|证书)(?!资金|经费|金|\d)/,
);
/** 对丙授予提名奖 */
const CONFERS_ON = gated(/(?:^|[，；])(?:并|另)?对([^，。；]{4,200}?)(?:授予|颁发|颁给)/);
/** 关于表彰2014年度某奖获奖企业的决定: a paper by its title. */
const PAPER = gated(
  /(?:^|[\s号府委局])关于(?:表彰|授予|公布|嘉奖|表扬|通报表扬|通报表彰|奖励|命名|颁发)[^。；]{2,70}(?:决定|通报|通知|公告|命令)(?:（[^（）]{1,20}）)?$|(?:^|[\s号府委局])关于[^。；]{2,50}的(?:表彰|奖励|授奖)决定$/,
);
const GOES_ON = gated(/^(?:其中|另|同时|并)/);

/**
 * The winners of a sentence that commends them for what its paper's title names: 关于表彰2014年度某奖获奖企业的决定 above 对甲、乙予以表彰, or
 * 对甲、乙、丙予以表彰，其中甲为质量奖，其余2家为提名奖.
 */
export function commendedIn(
  x: Extraction,
  block: Block,
): { wins: Win[]; start: number; end: number } | undefined {
  const { norm } = x;
  const match = COMMENDS.exec(norm, block.start, block.end);
  if (match === null) return undefined;
  const from = block.start + match.index + match[0].indexOf(match[1]!);
  const to = from + match[1]!.length;
  const units = unitsIn(x, from, to).filter((unit) => !isPlaceUnit(unit));
  if (units.length === 0 || units.some(({ entity }) => entity.type === "GovernmentBody")) return undefined;
  // 对获得某奖的甲、乙予以表彰 tells it itself.
  if (mentionsType(x, block.start, to, "Award")) return undefined;
  const told = ofPaper(x, block);
  if (told?.award === undefined) return undefined;
  let end = indexWithin(norm, "。", to, block.end);
  if (end < 0) end = block.end;
  // 其中甲为质量奖 in a sentence of its own
  const next = indexWithin(norm, "。", end + 1, block.end);
  if (next > 0 && GOES_ON.test(norm, end + 1, next)) end = next;
  const span = { start: from, end };
  const wins: Win[] = [];
  const [year] = told.years;
  const push = (entity: DocEntity, tier: Win["tier"], award: DocEntity = told.award!): void => {
    if (fits(entity, award))
      wins.push(winOf(entity, award, tier, year, told.edition, span, "won/commended", 0.88));
  };
  const listed = units.map(({ entity }) => entity);
  const shares = sharesIn(x, to, end, listed);
  listed.forEach((entity, i) => {
    const own = shares.find(({ places }) => places.includes(i));
    push(entity, own?.tier ?? told.tier, own?.award === undefined ? undefined : told.award);
  });
  const also = CONFERS_ON.exec(norm, to, end);
  if (also !== null) {
    const at = to + also.index;
    const behind = at + also[0].length;
    const [prize] = tiersAndAwardsIn(x, behind, Math.min(end, behind + 30));
    if (prize !== undefined)
      for (const { entity } of unitsIn(x, at, behind)) push(entity, prize.tier ?? "WINNER");
  }
  return wins.length === 0 ? undefined : { wins, ...span };
}

/** The one prize that the paper's title names: that of the line right above, or one of the document's first. */
function ofPaper(x: Extraction, block: Block): Prize | undefined {
  const at = x.blocks.indexOf(block);
  for (const i of [at - 1, 0, 1, 2]) {
    const above = x.blocks[i];
    if (above === undefined || i >= at || above.kind === "table-row" || above.end - above.start > 100)
      continue;
    if (i < at - 1 && above.kind !== "title") continue;
    if (!PAPER.test(x.norm, above.start, above.end) || isOfCandidates(x.norm, above.start, above.end))
      continue;
    const prizes = tiersAndAwardsIn(x, above.start, above.end).filter((p) => p.award !== undefined);
    if (prizes.length === 1) return prizes[0];
  }
  return undefined;
}

/** 一、复评合格，继续保持称号：甲、乙。 */
const KEPT = gated(
  /^(?:[一二三四五六七八九十]{1,3}、|（[一二三四五六七八九十]{1,2}）|\d{1,2}[.、])?[^。：不未]{0,12}(?:复[评审核查]{1,2}|复评审)(?:结果)?(?:合格|通过|达标)[^。：不未]{0,20}：([^。]{4,300})/,
);
const REVIEWS = gated(/复[评审核查]/);
/** How far above those who have passed it is told of which round they are. */
const FARTHEST = 8;

/** Those who keep the title's award after its review: 对第二届（2017年）获奖组织进行了复评 above 复评合格，保留称号：甲、乙. */
export function keptIn(x: Extraction, block: Block): { wins: Win[]; start: number; end: number } | undefined {
  const match = KEPT.exec(x.norm, block.start, block.end);
  if (match === null) return undefined;
  const award = awardOfTitle(x);
  const round = award === undefined ? undefined : roundReviewed(x, block);
  if (round === undefined) return undefined;
  const end = block.start + match[0].length;
  const span = { start: end - match[1]!.length, end };
  const wins = unitsIn(x, span.start, span.end)
    .filter(({ entity }) => fits(entity, award!))
    .map(({ entity }) =>
      winOf(entity, award!, undefined, round.year, round.edition, span, "won/reviewed", 0.85),
    );
  return wins.length === 0 ? undefined : { wins, ...span };
}

/** The round that the text above says is reviewed. */
function roundReviewed(x: Extraction, block: Block): When | undefined {
  const at = x.blocks.indexOf(block);
  for (let i = at - 1; i >= 0 && at - i <= FARTHEST; i--) {
    const { start, end } = x.blocks[i]!;
    if (!REVIEWS.test(x.norm, start, end)) continue;
    const when = joined(datesOf(x, start, end));
    if (when.length === 1 && when[0]!.edition !== undefined) return when[0];
  }
  return undefined;
}

/** 颁奖现场，左起为获奖组织代表：甲公司某某、乙院某某: for whom somebody is on the stage. */
const DEPUTIES = gated(
  /(?:获奖|领奖|受奖)(?:组织|单位|企业)?(?:的)?代表(?:[^。：，；]{0,6}?(?:分别|依次))?[：为是]{1,2}([^。；]{4,300})/,
);
const CEREMONY = gated(/颁奖|授奖|领奖|表彰/);

/** The firms whose deputies have taken the prize that the sentence names, as a caption or report has it. */
export function deputiesIn(
  x: Extraction,
  block: Block,
): { wins: Win[]; start: number; end: number } | undefined {
  const match = DEPUTIES.exec(x.norm, block.start, block.end);
  if (match === null) return undefined;
  const at = block.start + match.index;
  const prizes = tiersAndAwardsIn(x, block.start, at);
  const [prize] = prizes;
  if (prize?.award === undefined || prizes.length > 1 || !CEREMONY.test(x.norm, prize.end, at))
    return undefined;
  const { award, tier, edition, years } = prize;
  const end = at + match[0].length;
  const span = { start: end - match[1]!.length, end };
  const wins = unitsIn(x, span.start, end)
    .map((unit) => asEmployer(x, unit).entity)
    .filter((entity) => fits(entity, award!))
    .map((entity) => winOf(entity, award!, tier, years[0], edition, span, "won/deputies", 0.85));
  return wins.length === 0 ? undefined : { wins, ...span };
}
