import { CharacterSet } from "../../patterns/character-set.js";
import { gated } from "../../patterns/gated.js";
import { ASSESSED, PASSES } from "./assessed.js";
import { failedAfter, isPlain, takenBack, wished } from "./guards.js";
import type { Prize, Word } from "./prize.js";
import type { Scene } from "./scene.js";
import type { Unit } from "./units.js";

/** 将质量奖收入囊中, 把奖杯抱回了家: the award stands before its verb. */
const FETCHED =
  /(?:将|把)[“]?(?:[^，。；将把获得]{0,10}的)?(?:(?:唯一|仅有)的?|一[个块枚座]|个人|组织){0,6}$/;
const WITH = gated(/[与和同][“]?$/);
const MET = gated(/^[”]?(?:奖牌|奖杯)?(?:首次|再次|再度)?(?:结缘|牵手)(?!多年|已久)/);
/** 2014年、2019年两次质量奖: no verb but how often. */
const TIMES = gated(/(?:[两二三四五六七八九多几\d][次度])$/);
const NOT_PASSED = gated(/奖$|高新技术企业$/);
const TAKES = new CharacterSet("将把");

const TAKEN_AFTER = gated(
  /^[”]?(?:[一两二三四五六七八九十\d]{1,2}[块个张项枚顶](?:国字号|国家级|“国字号”)?(?:金字)?(?:牌子|招牌|名片|称号|荣誉|头衔|帽子))?(?:[则也又已早均都更就才于在，、和与]|同一?[年日天]|终于|最终|随后|此后|先后|相继|一并|同样|顺利|成功|如愿|[两三四]度|[两三四]次|(?:19|20)\d\d年|[今去]年){0,6}(?:到手|[收归纳揽装]入(?:囊中|怀中|名下)|入账|入囊|入怀|落袋|归了|到位|落户|挂牌|来了|跟着来了|接踵而[至来]|随之而[至来]|如期而[至来]|不期而[至来])(?=[，。；]|$)/,
);

/** 为创建全国…示范城市作贡献: 为 says what for. */
const FOR_WHAT =
  /^了?(?:进一步|加快|全面|全力|奋力|努力|持续|共同|早日){0,6}(?:创建|创成|建设|建成|打造|争创|冲刺|冲击|角逐|申报|推进|推动|促进|实现|助力|支撑|赢得|夺取|迎接)/;

/** 为某奖得主甲颁奖: 为 says to whom something is handed. */
const FOR_WHOM = gated(
  /(?:颁奖|颁发|颁授|颁了|颁上|授牌|授奖|颁牌|送上|献上|鼓掌|喝彩|点赞|揭牌|授勋|发放|送去)/,
);

/** 争取省级荣誉实现新突破：|甲荣获…: what was sought has come about, as the colon goes on to tell. */
const ACHIEVED = gated(
  /^[^。；：]{0,60}(?:实现|取得|迎来|有了)了?[^，。；：]{0,8}(?:突破|进展|成效|成果|佳绩|跃升|丰收)：/,
);

/** The match of 将 or 把 with what stands between it and a prize at the end of [from, to). */
export const fetches = (norm: string, from: number, to: number): RegExpExecArray | null =>
  TAKES.within(norm, from, to) ? FETCHED.exec(norm.slice(from, to)) : null;

/** Which word of winning governs a prize, and whether the text means what it says. */
export class Verbs {
  /** What `speaksOtherwise` was asked for last, as several rules ask for the same. */
  private askedFrom = -1;
  private askedTo = -1;
  private answer = false;

  constructor(private readonly scene: Scene) {}

  /** The word of winning that governs the prize: the last one before it that no clause's end or other prize divides from it. */
  verbOf(prize: Prize, previousEnd: number): Word | undefined {
    if (prize.kind === "won") return { cls: "won", start: prize.start, end: prize.end };
    const { words, clauses } = this.scene;
    const clause = clauses.start(prize.start);
    for (let i = words.length - 1; i >= 0; i--) {
      const word = words[i]!;
      if (word.end > prize.start || word.start < previousEnd || this.scene.inBrackets(word.start)) continue;
      if (word.cls === "it" || word.cls === "goes") continue;
      // 某公司是工信部2022年评定的国家级绿色工厂: what it is, whoever gave it.
      if (word.cls === "give" && /^的[“]?$/.test(this.scene.slice(word.end, prize.start))) {
        const being = this.beingBefore(word, clause);
        if (being !== undefined) return being;
      }
      if (word.start >= clause && word.cls !== "give") {
        if (prize.start - word.end > 30) return undefined;
        // A lone 得 or 拿 only right before what it takes.
        if (
          word.end - word.start === 1 &&
          /[得拿揽膺]/.test(this.scene.norm[word.start]!) &&
          prize.start - word.end > 8
        )
          continue;
        // 列提名奖, not 列出…奖.
        if (word.end - word.start === 1 && this.scene.norm[word.start] === "列" && prize.start > word.end)
          continue;
        if (word.cls === "be") {
          if (this.scene.norm[word.start] === "为" && FOR_WHAT.test(this.scene.slice(word.end, prize.start)))
            return undefined;
          if (
            this.scene.norm[word.start] === "为" &&
            word.end === prize.start &&
            FOR_WHOM.test(this.scene.norm, prize.end, clauses.end(prize.end))
          )
            return undefined;
          // 拿到的是某奖, 得的则是提名奖.
          const taken = words[i - 1];
          if (
            taken?.cls === "get" &&
            /的，?(?:则|就|却|也|便)?$/.test(this.scene.norm.slice(taken.start, word.start)) &&
            word.start - taken.end <= 3
          )
            return taken;
          // 为 between 授予 and the award, 是 far off: look further.
          const earlier = this.verbBefore(i, clause);
          if (earlier?.cls === "give" && this.scene.groupsBetween(earlier.end, word.start).length > 0)
            return earlier;
          if (this.scene.groupsBetween(word.end, prize.start).length > 0) continue;
        }
        return word;
      }
      if (word.cls === "give") return word;
    }
    return undefined;
  }

  /** The last 是 between a clause's beginning and a word. */
  private beingBefore(word: Word, clause: number): Word | undefined {
    const { words } = this.scene;
    for (let i = words.length - 1; i >= 0; i--) {
      const one = words[i]!;
      if (one.cls === "be" && one.start >= clause && one.end <= word.start) return one;
    }
    return undefined;
  }

  /** The last verb of the clause before the i-th word. */
  private verbBefore(i: number, clause: number): Word | undefined {
    const { words } = this.scene;
    for (let j = i - 1; j >= 0; j--) {
      const word = words[j]!;
      if (word.start >= clause && word.cls !== "it" && word.cls !== "be" && word.cls !== "goes") return word;
    }
    return undefined;
  }

  /** 将某奖收入囊中: 将 takes the place of the verb, which follows the award. */
  fetched(first: Prize, last: Prize): Word | undefined {
    const { clauses, words } = this.scene;
    const clause = clauses.start(first.start);
    const match = fetches(this.scene.norm, clause, first.start);
    if (match === null) return this.meets(first, last, clause);
    const end = clauses.end(last.end);
    if (!words.some((w) => w.cls === "get" && w.start >= last.end && w.end <= end)) return undefined;
    return { cls: "get", start: clause + match.index, end: first.start };
  }

  /** 与某奖结缘: the words around the award say together that it is won. */
  private meets(first: Prize, last: Prize, clause: number): Word | undefined {
    const { norm, sentence } = this.scene;
    const match = WITH.exec(norm, clause, first.start);
    // 评审专家某某与某奖结缘, 与某奖结缘多年: nobody's win.
    if (first.edition === undefined && first.tier === undefined && last.tier === undefined) return undefined;
    if (match === null || !MET.test(norm, last.end, Math.min(sentence.end, last.end + 8))) return undefined;
    return { cls: "get", start: clause + match.index, end: first.start };
  }

  /** 2022年通过“某某”认证, 通过某某县验收命名: what is passed is the assessment for the title. */
  passed(first: Prize, last: Prize): Word | undefined {
    const { norm, clauses, sentence } = this.scene;
    // 通过某奖复评, 通过高新技术企业认定: a stage of it, an entitlement.
    if (first.kind !== "award" || NOT_PASSED.test(first.award!.name)) return undefined;
    const clause = clauses.start(first.start);
    const match = PASSES.exec(norm, clause, first.start);
    if (match === null || !ASSESSED.test(norm, last.end, sentence.end)) return undefined;
    return { cls: "get", start: clause + match.index, end: clause + match.index + 2 };
  }

  /** 某奖则在2018年、2022年两度到手: the verb ends the clause, with no object of its own. */
  after(last: Prize): { end: number } | undefined {
    const match = TAKEN_AFTER.exec(this.scene.norm, last.end, this.scene.sentence.end);
    return match === null ? undefined : { end: last.end + match[0].length };
  }

  oftenBefore(first: Prize): Word | undefined {
    if (first.kind !== "award") return undefined;
    const clause = this.scene.clauses.start(first.start);
    const match = TIMES.exec(this.scene.norm, clause, first.start);
    return match === null ? undefined : { cls: "get", start: clause + match.index, end: first.start };
  }

  /** Whether what follows the prize says that it came to nothing; ，乙没有评上 says so of another. */
  failed(last: Prize): boolean {
    const { scene } = this;
    const next = scene.groupAfter(last.end);
    if (
      next !== undefined &&
      (!next.units.some(isReferred) || ONE_OF_TWO.test(scene.norm, next.start, next.end)) &&
      /^[”]?，$/.test(scene.slice(last.end, next.start))
    )
      return false;
    return failedAfter(scene.norm, last.end, scene.sentence.end);
  }

  passive(verb: Word): boolean {
    const lead = this.scene.norm.slice(this.scene.clauses.start(verb.start), verb.start);
    return /被[^，]{0,24}$/.test(lead) || /获$/.test(lead) || this.givenBy(verb);
  }

  /** 某县又由某协会|授予|“某某之都”称号: whose title it is stands before who gives it, and it right behind the verb. */
  private givenBy({ start, end }: Word): boolean {
    const { norm, clauses, prizes } = this.scene;
    const clause = clauses.start(start);
    return (
      BY.test(norm, clause, start) &&
      prizes.some((p) => p.kind === "award" && p.start >= end && p.start - end <= 1) &&
      !prizes.some((p) => p.start >= clause && p.end <= start)
    );
  }

  speaksOtherwise({ start, end }: { start: number; end: number }): boolean {
    if (start !== this.askedFrom || end !== this.askedTo) {
      this.answer = this.isNotSo(start, end);
      this.askedFrom = start;
      this.askedTo = end;
    }
    return this.answer;
  }

  private isNotSo(at: number, end: number): boolean {
    const { scene } = this;
    const { start } = scene.sentence;
    const clause = scene.clauses.start(at);
    if (!isPlain(scene.norm, start, clause, at, scene.x.year)) {
      const sentence = ACHIEVED.replace(scene.plain(start, at), "");
      const before = sentence.slice(sentence.lastIndexOf("；") + 1);
      if (wished(before, scene.x.year) || takenBack(scene.plain(clause, at))) return true;
    }
    return scene.x.modalityAt(at, end) === "denied";
  }
}

const BY = gated(/[^理自经]由[^，。；]{3,24}$/);

/** 前者获提名奖，|后者|止步终评 */
const ONE_OF_TWO = gated(/^[前后]者$/);
const isReferred = ({ anaphor, generic }: Unit): boolean => anaphor || generic;
