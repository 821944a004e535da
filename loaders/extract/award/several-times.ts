import { CharacterSet } from "../../patterns/character-set.js";
import { gated } from "../../patterns/gated.js";
import type { Emission } from "./emission.js";
import type { Win } from "./findings.js";
import { datesOf } from "./noted.js";
import type { Prize } from "./prize.js";
import type { Scene } from "./scene.js";
import type { Subjects } from "./subject.js";
import { isPlaceUnit } from "./units.js";
import type { Verbs } from "./verbs.js";

/** A date, a time, or what joins them: 2016年, 一回, 分别, 是. */
const DATE =
  /[，：、和及与是为在于的]|(?:那|各|得|拿|捧|获)?过?一[次回]|[首第][一二三四五六七八九十\d]{0,3}届|(?:19|20)\d\d年|[首头前后上]一?[次回]|第[一二三四五][次回]|再[次度]?|又|分别|依次/y;
/** 某奖|拿过两回，2016年一回，2021年一回，分别是第二届和第四届。 */
const TAKEN = gated(
  /^[”]?(?:的?(?:奖牌|奖杯|牌子|称号))?，?(?:我们|它|公司|企业|集团)?(?:一共|总共|前后|先后|也|都|已|曾|共){0,2}(?:(?:拿|得|获|捧|摘|领|评|挂|上|登|夺|抱|有|入选|上榜)(?:到|得|回|上|下)?(?:过|了)?([二两三四五])[次回块座度](?:奖)?|([二两三四五])[次度回](?:到手|得到|拿到|拿下|获得|入手|捧回|上榜|入选|夺得|获评|评上|挂上))(?=[，：])/,
);
const ENDS = gated(/^[。；]?$/);

/** Where dates and what joins them end that begin at an offset, up to the end of the sentence or ；; -1 where more stands there. */
function datesEnd(norm: string, from: number, to: number): number {
  let at = from;
  for (DATE.lastIndex = at; at < to && DATE.test(norm); ) at = DATE.lastIndex;
  return norm[at] === "；" || ENDS.test(norm, at, to) ? at : -1;
}

/** ，2016年获奖。 */
const WON_IN = gated(/，(?:是在|于|在)?(?:19|20)\d\d年(?:获奖|得奖|捧杯|上榜)[。；，]/);
/** ，第二次是在2019年。 */
const AGAIN =
  /^[^，。；]{0,12}，(?:第二次|第二回|再次|又一次)(?:获奖|得奖|获得|捧杯|捧得|拿到)?(?:则)?(?:是在?|在)((?:19|20)\d\d)年[。；，]/;
/** ，第三届，2018年|。: nothing but when, behind a win. */
const BEHIND = gated(
  /，(?:那是|是|时间是|时间为)?(?:[首第][一二三四五六七八九十\d]{0,3}届，?(?:(?:19|20)\d\d年)?|(?:19|20)\d\d年，?(?:[首第][一二三四五六七八九十\d]{0,3}届)?)(?:的事)?[。；]?$/,
);
const BEFORE_DATES = new CharacterSet("，：");
const TWICE = gated(/[两二三四]次|[两三]度|[两三]回/);
const COUNT = "零一二三四五";
const NAMED_BEFORE = gated(/^(?:，|的|把|是)?$/);

/** Wins of one prize whose dates a sentence tells behind it. */
export class SeveralTimes {
  constructor(
    private readonly scene: Scene,
    private readonly subjects: Subjects,
    private readonly verbs: Verbs,
    private readonly out: Emission,
  ) {}

  /** 甲公司，某奖提名奖拿过两回，2016年一回，2021年一回: as many wins as dates. */
  run(series: readonly Prize[]): boolean {
    const { norm, sentence, groups, clauses, x } = this.scene;
    const [first, last] = [series[0]!, series.at(-1)!];
    if (first.kind === "won") return false;
    const named = this.scene.groupAfter(last.end);
    // 某奖|甲公司|拿过两回
    const behind = named?.start === last.end ? named : undefined;
    const from = behind?.end ?? last.end;
    const taken = TAKEN.exec(norm, from, sentence.end);
    if (taken === null || this.verbs.speaksOtherwise(first)) return false;
    const end = datesEnd(norm, from + taken[0].length, sentence.end);
    if (end < 0) return false;
    const when = datesOf(x, from, end);
    const said = (taken[1] ?? taken[2])!;
    const count = said === "两" ? 2 : COUNT.indexOf(said);
    if (when.length !== count) return false;
    const before = groups.findLast((g) => g.end <= first.start && !g.units.every(isPlaceUnit));
    const own = before !== undefined && NAMED_BEFORE.test(norm, before.end, first.start) ? before : undefined;
    const winners =
      (behind ?? own)?.units ?? this.subjects.carried(series, clauses.start(first.start), first);
    if (winners === undefined) return false;
    this.out.emit(winners, series, first.start, "won/times", undefined, when);
    return true;
  }

  /** 某奖是甲公司得的，第三届，2018年。: when the one win was of which the sentence tells. */
  dateBehind(): void {
    const { norm, sentence, x } = this.scene;
    const { wins } = this.out;
    const [win, again] = wins;
    if (win === undefined || wins.length > 2 || win.edition !== undefined) return;
    if (win.year !== undefined) {
      if (again === undefined) this.dateOfNext(win);
      return;
    }
    if (again !== undefined) {
      // 首个提名奖得主是甲，2016年获奖: the same win.
      if (again.from !== win.from || again.to !== win.to || (again.tier ?? "WINNER") !== "WINNER") return;
      if (!WON_IN.test(norm, win.end, sentence.end)) return;
      Object.assign(win, { year: again.year, edition: again.edition });
      wins.pop();
      return;
    }
    if (this.eachBehind(win)) return;
    const from = Math.max(win.end, sentence.end - 24);
    const told = BEHIND.exec(norm, from, sentence.end);
    const [when, more] = told === null ? [] : datesOf(x, from + told.index, sentence.end);
    if (more !== undefined) return;
    if (when !== undefined) Object.assign(win, when);
  }

  /** 第一次获某奖是在2013年，第二次是在2019年: a win more. */
  private dateOfNext(win: Win): void {
    const { norm, sentence } = this.scene;
    const next = AGAIN.exec(norm.slice(win.end, Math.min(sentence.end, win.end + 60)));
    if (next !== null) this.out.wins.push({ ...win, year: Number(next[1]) });
  }

  /** 两次拿到某奖，2016年第二届一次，2021年第四届一次。: the one win told is as many as dates. */
  private eachBehind(win: Win): boolean {
    const { norm, sentence, x } = this.scene;
    if (!TWICE.test(norm, sentence.start, win.end)) return false;
    let at = win.end;
    while (at < sentence.end && !BEFORE_DATES.has(norm.charCodeAt(at))) at++;
    if (at >= sentence.end || datesEnd(norm, at, sentence.end) < 0) return false;
    const when = datesOf(x, at, sentence.end);
    if (when.length < 2) return false;
    Object.assign(win, when[0]);
    for (const { year, edition } of when.slice(1)) this.out.wins.push({ ...win, year, edition });
    return true;
  }
}
