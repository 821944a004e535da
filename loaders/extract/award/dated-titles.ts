import { gated } from "../../patterns/gated.js";
import { gatedAll } from "../../patterns/gated-all.js";
import { lastIndexWithin } from "../spans.js";
import type { DocEntity, Mention } from "../types.js";
import type { Emission } from "./emission.js";
import { isOfPlaces } from "./findings.js";
import type { Prize } from "./prize.js";
import type { Scene } from "./scene.js";
import type { Subjects } from "./subject.js";
import { isPlaceUnit } from "./units.js";
import type { Verbs } from "./verbs.js";

/** It is only wished for, told of another occasion, or lost. */
const NOT_HAD = gated(
  /争创|争取|创建(?!成)|申报|申请|申创|力争|冲刺|冲击|目标|拟|筹建|未|没|候选|参评|瞄准|对标|打造|建设(?:方案|规划|现场|经验)|离“|学习|考察|入围|公示|落选|有望|期待|梦|撤销|取消|摘牌|试点|培育|待|复审|复评|复核|将于|启动|参观|取经|走访|承[办接]|举办|供货|论坛|评选活动|代表从|[想要]|[？?]/,
);
/** It is said to be had: by a verb, or as the thing that hangs on the wall. */
const HAD = gated(
  /授|命名|评为|评上|获|颁|给了?[^，。；]{0,8}(?:[县市区镇乡]|$)|牌|匾|称|名[号片头]|头衔|帽子|桂冠|摘|捧|拿|冠|[戴挂添]|升[级格]|晋|成为|是|入选|跻身|创成|建成|落户|花落|夺|膺|喜|迎来|有了|收获|得名|年的“?$|（|从(?:19|20)\d\d年?的|到(?:19|20)\d\d年?的/,
);
const GOT = gated(/[获授评](?!审)|命名|认定|颁/);
/** “甲之都”|（2009年由某协会授予）: what a bracket behind a title says of it. */
const NOTE = gated(/^”?(?:[^，。；“”（）\d]{0,6})（([^（）]{2,40})）/);
const YEAR = gated(/((?:19|20)\d\d)年?/);
/** 2009年，|“甲之都”的牌子也挂了上来, 2009年|授予其“甲之都”: the year of the clause, or all of the one before. */
const YEAR_BEFORE = gated(/((?:19|20)\d\d)年(?:\d{1,2}月)?(?!以来|以前|之前)[^“”\d]{0,30}“?$/);
const CLAUSE_OF_YEAR = gated(
  /(?:^|[，。；：、])(?:早在|到了?|就在)?((?:19|20)\d\d)年(?:\d{1,2}月)?(?:\d{1,2}日)?，$/,
);
/** “甲之都”|是2009年给的, “甲之都”|，2009年由某协会授予 */
const YEAR_BEHIND = gated(
  /^”?[^，。；“”（\d]{0,10}，?(?:[这该那]?[块个]?[牌称名][子号头片])?[是为系]?(?:早?在|于|由[^，。；“”\d]{2,20})?((?:19|20)\d\d)年(?:\d{1,2}月)?[^，。；“”\d]{0,24}(?:授|命名|认定|颁|给|评|落户|挂|拿|得来)[^，。；“”\d]{0,16}(?=[，。；]|$)/,
);
/** “甲之都”|的牌子落户|某县, “甲之都”|是2009年给|某县的. */
const FALLS_TO = gated(/(?:落户|花落|落在|落到|落[进给]|挂[进到在上]|归|属于|颁?给|颁予|授予|授给|授)了?$/);
/** 甲县的某镇, 甲县某产业园: who stands between a place and a title, of whom the title is told. */
const OTHER_BEARER = gated(
  /[\u4e00-\u9fa5](?:镇|乡(?!村)|街道|村(?!镇)|[产工]业园区?|科技园|小镇|公司|集团|企业|合作社|协会(?!授|命|认))/,
);
/** Words of a clause that tells of a title without saying whose it is. */
const SAID = gatedAll(
  /(?:19|20)\d\d年(?:\d{1,2}月)?|[第首][一二三四五六七八九十]?|最[新近早]的?|[一二两三四五六]?[块个张枚顶项]|授予|命名|认定|评选?为|获[评得颁授]?|荣[获膺]|摘[下得取]|捧[回得]|拿[下到]|[冠戴挂扛添][上了回]?|迎来|收获|升[级格]为?|晋[级升]为?|成为|跻身|入选|创成|建成|喜|夺得|斩获|(?:因[\u4e00-\u9fa5]{1,4}而)?得名|[它其该县市区园这里当地又再也还则便就更并于在被由是为即的了到从“”（），和及与、]/g,
);
const LONGEST_LEAD = 60;
const TOLD = ["Institution", "GovernmentBody", "Award"] as const;
const PLACES = ["City", "County", "Zone", "Province"] as const;

/**
 * Titles of places with when they were got, of which no verb has told: 2009年，“甲之都”的牌子也挂了上来; “乙之乡”是2001年给某县的;
 * 从2001年的“乙之乡”到2009年的“甲之都”，某县…. The place is in the title's bracket, behind what it falls to, or the last one
 * named before that nobody else stands between.
 */
export function addDatedTitles(scene: Scene, subjects: Subjects, verbs: Verbs, out: Emission): void {
  for (const prize of scene.prizes) if (isUntold(prize, out)) addTitle(prize, scene, subjects, verbs, out);
}

const isUntold = ({ kind, award }: Prize, { wins }: Emission): boolean =>
  kind === "award" && isOfPlaces(award!.name) && !wins.some((win) => win.to === award);

function addTitle(prize: Prize, scene: Scene, subjects: Subjects, verbs: Verbs, out: Emission): void {
  const { norm, clauses, sentence } = scene;
  const { start, end } = prize;
  const clause = clauses.start(start);
  const until = clauses.end(end);
  const note = NOTE.exec(norm, end, sentence.end);
  const noteAt = note === null ? end : end + note[0].length - note[1]!.length - 1;
  const year = yearOf(scene, prize, clause, note?.[1]);
  if (year === undefined || norm[sentence.end - 1] === "？") return;
  // 巩固某县“某某之乡”成果（2017年获评）: whatever is planned, that it was got.
  const isTold = note !== null && GOT.test(note[1]!);
  if (note !== null && NOT_HAD.test(note[1]!)) return;
  if (!isTold && (isSought(scene, prize, clause, until) || verbs.speaksOtherwise(prize))) return;
  if (verbs.failed(prize)) return;
  const noted = note === null ? undefined : placesIn(scene, noteAt, noteAt + note[1]!.length)[0]?.entity;
  const bearer = noted ?? placeBehind(scene, end, until) ?? placeBefore(scene, prize, clause, subjects, out);
  if (bearer !== undefined)
    out.add(bearer, prize.award!, prize.tier, { year, edition: prize.edition }, prize, "won/dated-title");
}

/** Whether the clause says that the title is not had, or nothing that it is. */
function isSought({ norm }: Scene, { start, end, years }: Prize, clause: number, until: number): boolean {
  if (NOT_HAD.test(norm, clause, start) || NOT_HAD.test(norm, end, Math.max(end, until))) return true;
  return years.length === 0 && !HAD.test(norm, clause, start) && !HAD.test(norm, end, until);
}

function yearOf(
  { norm, sentence }: Scene,
  { start, end, years }: Prize,
  clause: number,
  note: string | undefined,
): number | undefined {
  if (years.length > 0) return years.length === 1 ? years[0] : undefined;
  const noted = note === undefined ? null : YEAR.exec(note, 0, note.length);
  const told =
    noted ??
    YEAR_BEFORE.exec(norm, clause, start) ??
    YEAR_BEHIND.exec(norm, end, sentence.end) ??
    CLAUSE_OF_YEAR.exec(norm, Math.max(sentence.start, clause - 16), clause);
  return told === null ? undefined : Number(told[1]);
}

const placesIn = ({ x }: Scene, from: number, to: number): Mention[] =>
  x.mentionsIn(from, to, PLACES).filter(({ generic }) => !generic);

/** The place that is named right behind what a title falls to. */
function placeBehind(scene: Scene, end: number, until: number): DocEntity | undefined {
  const [place] = placesIn(scene, end, until);
  return place !== undefined && FALLS_TO.test(scene.norm, end, place.start) ? place.entity : undefined;
}

/** The last place named before the title; over a clause's end only where the title's own clause names nobody. */
function placeBefore(
  scene: Scene,
  { start, end }: Prize,
  clause: number,
  subjects: Subjects,
  out: Emission,
): DocEntity | undefined {
  const { norm, sentence } = scene;
  const last = placesIn(scene, sentence.start, start).at(-1);
  if (last !== undefined && last.start >= clause)
    return OTHER_BEARER.test(norm, last.end, start) ? undefined : last.entity;
  if (start - clause > LONGEST_LEAD || !namesNobody(scene, clause, start)) return undefined;
  // 某协会授予甲县“某之乡”；2009年冠上“某之都”: the place of the win before.
  const before = out.wins.at(-1);
  if (before !== undefined && isOfPlaces(before.to.name)) return before.from;
  if (last !== undefined) return OTHER_BEARER.test(norm, last.end, clause) ? undefined : last.entity;
  // 从2001年的“某之乡”，到2009年的“某之都”，|甲县|的
  if (norm[sentence.start] === "从") {
    const [next] = placesIn(scene, end, sentence.end);
    return next !== undefined && norm[next.end] === "的" ? next.entity : undefined;
  }
  const carried = subjects.carried([], clause, { start });
  return carried?.length === 1 && isPlaceUnit(carried[0]!) ? carried[0]!.entity : placeAbove(scene);
}

/** 某县的家底不薄。2012年，它成为“某某之乡”: the place with whose name the sentence before begins. */
function placeAbove({ x, norm, sentence }: Scene): DocEntity | undefined {
  const { block, start } = sentence;
  if (start - 1 <= block.start) return undefined;
  const from = Math.max(block.start, lastIndexWithin(norm, "。", block.start, start - 1) + 1);
  const [first] = x.mentionsIn(from, start, PLACES);
  return first !== undefined && first.start === from && !first.generic ? first.entity : undefined;
}

/** Whether [from, to) says nothing but when, by whom and that a title was got. */
function namesNobody({ x, norm }: Scene, from: number, to: number): boolean {
  let text = norm.slice(from, to);
  for (const { surface } of x.mentionsIn(from, to, TOLD)) text = text.replace(surface, "");
  return SAID.replace(text, "") === "";
}
