import { gated } from "../../patterns/gated.js";
import { SIGNS } from "../../patterns/signs.js";
import type { DocEntity, Extraction } from "../types.js";
import type { RoledField } from "./entry.js";
import type { Conferred, Item, Winner } from "./item.js";
import type { When } from "./noted.js";
import type { Prize } from "./prize.js";
import { type Work, worksWin } from "./works.js";

/** 甲公司，位于某区，主营某某; 某某，男，1975年生: what a list says of who won. */
const ABOUT = gated(
  /^\s?(?:[男女]$|[\u4e00-\u9fa5]{1,5}族$|中共党员$|(?:19|20)\d\d年(?:\d{1,2}月)?出?生|(?:位于|地处|坐落|总部|成立于|创立于|创建于|创办于|始建于|建于|注册地|主营|主要(?:从事|生产|产品)|专业(?:从事|生产)|专注|从事|生产|隶属|员工|现有)[^获奖评授]{1,40}$)/,
);
/** 某奖：2015年，与某大学共享; 某大学为第一完成单位: with whom the subject has it. */
export const WITH = gated(
  /^\s?[与和同][^，；]{2,40}(?:同获|共获|共享|分享|(?:共同|联合|合作)(?:获得|完成|研发|申报)?|并列)$|^\s?[^，；]{2,40}[为是系]第[一二三四五六]完成单位$/,
);
/** Whether a field behind a winner only says who that is. */
export const tellsAbout = (norm: string, { start, end, sep }: RoledField): boolean =>
  (sep === "," || sep === " ") && ABOUT.test(norm, start, end);
/** “某方法”…获某奖: that a work has won is told by a verb. */
export const WINS_IT = gated(/[”》][^，。；“]{0,16}(?:获|摘得|夺得|斩获|捧得|拿下|得到)[^，。；“]{1,20}奖/);
/** 先进集体（5个） */
export const COUNTED = gated(/（共?[\d一二三四五六七八九十]{1,3}[家个名项人]）$/);
/** 全国质量标杆——2023年，|“某某”质量管理经验: what the subject has a title for. */
export const EXPERIENCE = gated(
  /^\s?[“《][^“”《》]{2,30}[”》][^，。；“”]{0,8}(?:经验|模式|工作法|管理法|案例|实践|做法)$/,
);
/** 甲公司| △; 乙公司: a sign that a blank sets apart from the name before it, and that none follows. */
export const SIGN_APART = gated(new RegExp(`^ [${SIGNS}](?![\\u4e00-\\u9fa5“])`));
/** “某某”牌: a brand. */
export const BRAND = gated(/^“?[^“”（）]{1,8}”?牌(?!照)/);
/** One of those whose a work is, with what stands in the bracket behind it. */
export const madeBy = ({ norm }: Extraction, entity: DocEntity, { note }: Work): Winner => ({
  entity,
  note: norm.slice(note.start, note.end),
  noteAt: note.start,
});
/** 某某服务中心　向某　2021年: the only one before a person's name is where that one works. */
export const withoutEmployer = ({ winners }: Item, { sep }: RoledField): Winner[] =>
  sep === " " && winners.length === 1 && winners[0]!.entity.type !== "Person" ? [] : winners;

/** 某公司　代表　某某: who goes up for it. */
export const REPRESENTED = gated(/[\s（]代表[\s：]{1,2}[\u4e00-\u9fa5]{2,4}$/);
/** What may be a product's name: words without a mark. */
export const PRODUCT = gated(/^\s?[“《]?[\u4e00-\u9fa5A-Za-z\d·-]{3,30}[”》]?$/);

/** The line below a work's title that says whose it is. */
export const MAKERS_BELOW =
  /^\s*(?:-\s?)?(?:主要|第一|牵头|联合)?(?:完成|承担|研制|研发|实施|申报|专利权|发明|权利|参与)(?:单位|企业|人|者|团队)：/;

/** 第四届，2021年（提名奖）: the one round that its edition and its year behind that make. */
export const sameRound = (
  [round, another]: readonly When[],
  [when, more]: readonly When[],
): When[] | undefined =>
  another === undefined &&
  more === undefined &&
  round?.edition !== undefined &&
  round.year === undefined &&
  when?.edition === undefined
    ? [{ year: when?.year, edition: round.edition }]
    : undefined;

/** The first prize that the fields name. */
export function awardIn(fields: readonly RoledField[]): Prize | undefined {
  for (const { role } of fields) if (role.kind === "award") return role.prizes[0];
  return undefined;
}

/** How long a field is at most that is only a remark. */
export const LONGEST_REMARK = 30;
/** 甲公司|原名乙厂: no name alone. */
export const GOES_ON = gated(/公司./);
/** Words of prizes, which no remark holds. */
export const TELLS_OF_PRIZE = gated(/[获奖评授选未没拟申落止与和《]|公司/);
/** What stands beside a name that has won nothing yet, or no longer has. */
export const NOT_WON = gated(/未|落[选榜]|申报|候选|待[定评批]|拟|培育|撤销|取消|失去|放弃|参评|入围/);
/** 个人奖, 组织奖: to whom a prize goes. */
export const OF_KIND = gated(/^\s?(?:个人|组织|单位|企业)奖\s?$/);

/** Whether it is known in which year a prize was conferred. */
export const isDated = ({ when }: Conferred): boolean => when.some(({ year }) => year !== undefined);

/** Whether a work is told with whose it is. */
export const isOwn = ({ quoted, makers }: Work): boolean => quoted && makers.length > 0;
/** “甲技术”、“乙装置”: works side by side. */
export const LISTED = gated(/[”》）][、，][^“《”》]{0,60}[“《]|[”》][“《]/);

/** The only award that the fields of an item name, where it goes to works. */
export function prizeOfWorks(fields: readonly RoledField[]): DocEntity | undefined {
  let only: DocEntity | undefined;
  for (const { role } of fields) {
    if (role.kind !== "award") continue;
    if (only !== undefined || role.prizes.length !== 1) return undefined;
    only = role.prizes[0]!.award;
  }
  return only !== undefined && worksWin(only) ? only : undefined;
}
