import { CharacterSet } from "../../patterns/character-set.js";
import { gated } from "../../patterns/gated.js";
import { gatedAll } from "../../patterns/gated-all.js";
import { indexWithin } from "../spans.js";
import type { Dating, When } from "./dating.js";
import type { Emission } from "./emission.js";
import type { Prize } from "./prize.js";
import type { Scene } from "./scene.js";
import { isTitle, makesWork } from "./works.js";

const QUOTES = new CharacterSet("“");
const TITLES = gatedAll(/“([^“”\n]{6,60})”/g);
/** Prizes that go to works, whoever is named with them. */
const OF_WORKS = gated(/(?:科学技术|科技|技术发明|专利)[\u4e00-\u9fa5]{0,4}奖$/);
/** Beside other titles: “某某”项目, 获奖专利为“某某”. */
const SAID_AFTER = gated(/^(?:这?[一该]?)?(?:项目|专利|成果|课题|技术)/);
const SAID_BEFORE = gated(/(?:项目|专利|成果|课题)(?:名称)?[为是：]?$/);
const IN_TURN = gated(/分[获别摘夺]|依次/);
/** 由某大学完成的|“某某新品种”|获: of any shape between those who made it, or others, and the verb. */
const STANDS_APART = gated(/(?:^|[的、，；：”）]|公司|大学|学院|[院所])$/);
const WINS_BEHIND = gated(/^(?:“|、“|和“|（|(?:双双|同时|均|也)?(?:[荣分获]|[摘斩夺捧拿]))/);
/** A sentence that tells of works which have not won as well. */
const NOT_WON =
  /落选|未[能获入有果]|没有?(?:能|获|评上|中选|入选|通过|上榜)|初评|冲[击刺]|申报|拟|争[创取]|参评|入围|候选|公示|力争|[准筹]备|角逐|落败|无缘|推荐|提名/;

/**
 * The works in quotation marks of a sentence that tells of one prize for works: 获奖专利为“某某”, 由某公司完成的“某某”, 一等奖项目“某某”.
 * Whatever the sentence is built like, the title is what has won.
 */
export function addNamedWorks(scene: Scene, dating: Dating, out: Emission): void {
  const { norm, prizes } = scene;
  const { start, end } = scene.sentence;
  if (!QUOTES.within(norm, start, end)) return;
  // 获甲奖，获奖专利为“某某”；又获乙奖: of each prize what stands on its side of ；.
  const several = prizes.some((p) => p.kind === "award" && p.award !== prizes[0]!.award);
  // 某奖公布：二等奖，“甲技术”；一等奖，“乙技术”: of one prize each tier.
  const [first, ...more] = prizes.filter((p) => p.kind === "tier");
  const apart =
    !several &&
    more.some(({ tier }) => tier !== first!.tier) &&
    !NOT_WON.test(norm.slice(start, first!.start));
  for (let from = start; from < end; ) {
    const stop = several || apart ? indexWithin(norm, "；", from, end) : -1;
    const to = stop < 0 ? end : stop + 1;
    if (QUOTES.within(norm, from, to)) {
      const own = several ? within(prizes, from, to) : apart ? ofTier(prizes, from, to) : prizes;
      addWorksOf({ start: from, end: to }, own, apart && to - from < end - start, scene, dating, out);
    }
    from = to;
  }
}

/** The prizes of [from, to), and the award that the sentence tells of. */
function ofTier(prizes: readonly Prize[], from: number, to: number): readonly Prize[] {
  const own = within(prizes, from, to);
  const award = prizes.find(({ kind }) => kind === "award");
  return award === undefined || own.includes(award) ? own : [{ ...award, tier: undefined }, ...own];
}

const within = (prizes: readonly Prize[], from: number, to: number): readonly Prize[] =>
  prizes.filter((p) => p.start >= from && p.end <= to);

function addWorksOf(
  { start, end }: Title,
  prizes: readonly Prize[],
  /** Whether the tier is of what stands there alone. */
  isOwn: boolean,
  scene: Scene,
  dating: Dating,
  out: Emission,
): void {
  const { x, norm } = scene;
  const prize = theOnly(prizes);
  if (prize === undefined || NOT_WON.test(norm.slice(start, end))) return;
  const award = prize.award!;
  const tiers = prizes.filter((p) => p.tier !== undefined);
  const titles: Title[] = [];
  for (const match of TITLES.matches(norm, start, end)) {
    const open = start + match.index + 1;
    const title = { start: open, end: open + match[1]!.length };
    if (isTitleIn(scene, title, isOwn)) titles.push(title);
  }
  if (titles.length === 0) return;
  const one = tiers.every(({ tier }) => tier === tiers[0]?.tier);
  // “甲技术”“乙技术”分获二等奖、三等奖.
  const inTurn = !one && titles.length === tiers.length && IN_TURN.test(norm, start, end);
  if (tiers.length === 0 || !(one || inTurn)) return;
  const won = out.wins.filter((w) => w.to === award);
  const when: readonly When[] =
    won.length > 0
      ? [{ year: won[0]!.year, edition: won[0]!.edition }]
      : dating.of(prize, scene.clauses.start(prize.start), prize.start);
  for (let i = 0; i < titles.length; i++) {
    const title = titles[i]!;
    const name = x.text.slice(title.start, title.end);
    const { tier } = tiers[inTurn ? i : 0]!;
    const own = won.filter(({ from }) => from.name === name);
    if (own.length > 0) {
      if (inTurn || isOwn) for (const win of own) win.tier = tier;
      continue;
    }
    const work = makesWork(x, award, title.start, title.end);
    const span = { start: Math.min(prize.start, title.start), end: Math.max(prize.end, title.end) };
    for (const { year, edition } of when)
      out.add(work, award, tier, { year, edition: edition ?? prize.edition }, span, "won/named-work");
  }
}

/** The one prize for works of which a sentence tells. */
function theOnly(prizes: readonly Prize[]): Prize | undefined {
  let only: Prize | undefined;
  for (const prize of prizes) {
    if (prize.kind !== "award") continue;
    if (only !== undefined || !OF_WORKS.test(prize.award!.name)) return undefined;
    only = prize;
  }
  return only;
}

interface Title {
  start: number;
  end: number;
}

function isTitleIn(
  { x, norm, sentence }: Scene,
  { start: open, end: close }: Title,
  /** Whether a tier stands with it. */
  isOwn: boolean,
): boolean {
  const named = x.mentionsIn(open, close, ["Award", "Company", "Institution"]);
  if (named.length > 0) return false;
  return (
    isTitle(norm.slice(open, close)) ||
    (STANDS_APART.test(norm, Math.max(sentence.start, open - 3), open - 1) &&
      (isOwn || WINS_BEHIND.test(norm, close + 1, Math.min(sentence.end, close + 6)))) ||
    SAID_AFTER.test(norm, close + 1, Math.min(sentence.end, close + 8)) ||
    SAID_BEFORE.test(norm, Math.max(sentence.start, open - 8), open - 1)
  );
}
