import { PLACE_TYPES } from "../../../schema/index.js";
import { Trie } from "../../lexicon/trie.js";
import { CharacterSet } from "../../patterns/character-set.js";
import { gated } from "../../patterns/gated.js";
import { firstMention } from "../spans.js";
import type { DocEntity, Extraction } from "../types.js";
import type { Dating } from "./dating.js";
import type { Emission } from "./emission.js";
import { fits, type Win } from "./findings.js";
import { failedAfter } from "./guards.js";
import { lightEnd } from "./light.js";
import type { Prize } from "./prize.js";
import type { Scene } from "./scene.js";
import { hasTiers, type TierName } from "./tiers.js";
import { employerOf, type Group, isAchievement, isPlaceUnit, type Unit } from "./units.js";

/** What else a clause that tells a result is made of; none of these says that somebody did something else. */
const RESULT = Trie.ofWords(
  `跟上 跟进 跟上来 紧紧跟上 随即跟上 紧跟其后 步其后尘 接踵而至 追上 追上来 追了上来 赶上 赶上来 赶了上来 也有了 各占其一 各占一席 各得一席 各居其一 各得其一 占其一 居首 领衔 打头 紧随其后 列其后 尾随其后 位列其后 随后登场 悉数在列 尽数在列 全部在列 在列 包揽 摘走 抱走 捧走 领走 收下
  笑到最后 笑到了最后 屈居 独中头奖 独中 独享首奖 独享 独得 独揽 独占鳌头 首位得主 首位 头奖 首奖 登顶 接棒 接力 接过 后的 从 到 入榜 上榜 夺魁 折桂 胜出 中榜 摘牌 问鼎 夺冠 捧杯 摘冠 双双 同列 同登 同享 分享 共享 平分 各有所获 归入 囊中 收入囊中 摘得 夺得 捧得 获得 捧回 抱回 拿到 拿下 获 得 拿 摘 捧 夺
  离 最近的 当属 要数 首推 莫过于 最受关注的 最引人注目的 值得一提的是 另一个 另一家 另两家 另外一家 另三家 第三家 最后一家 剩下一家 余下一家 剩下 余下 其余 一席 席 位 家 个 当时 那时 彼时 时 轮到 换成 改由 由 被 给 归 授 颁 授奖 授予 同时授予 颁给 发给 名单上 榜单上 名单中 榜单中 榜上 单上 位于 总部在 地处 落户 同在
  同日 同天 同一天 当日 当天 同批 同台 同场
  则 而 也 都 均 便 就 又 再 还 更 仅 只 只有 才 终 最终 终于 首次 评出 评选出 选出 评选 评审 颁奖 揭晓 公布 开奖 出炉 正奖 正奖空缺 空缺 同届 本届 当届 这一届 上届 上一届 前一届 提名 获得提名 止步 止步于 提名奖 不同 不同的是 与 跟 和 除 外 之外 以外`
    .split(/\s+/)
    .filter((word) => word !== ""),
);
/** Says that somebody won, in a clause or in what led to it. */
const WINS = gated(
  /获|得[主了]|拿[了下]|[领受]奖|折桂|夺|捧|摘|登|榜|胜|问鼎|评出|授|颁|归|花落|揭晓|公布|出炉|独享|独中|屈居|笑到|接棒|接力|包揽|轮到|正奖|提名|空缺|占其一|一席|赢家|入选|在列/,
);
const NOT_WON = gated(
  /申报|参评|候选|推荐|拟|培育|冲刺|冲击|争创|落选|公示|初评|未|没|止步(?!于?提名)|无缘|入围|力争|有望|将/,
);
const FAILED = gated(/^(?:但|却|最终|可惜|遗憾的是|仍|还是|均|都){0,3}(?:未(?![来有])|没|无缘|落选)/);
/** 我市入围3家，其中甲获奖. */
const ENTERED = gated(/入围/);
const WINNERS = gated(/^(?:获奖|得奖|拿奖)的$/);
/** 在市政务服务中心|颁发, 是唯一获奖的|二级医院, 拥有|某研究院. */
const PLACED = gated(/在$|唯一获奖的$|[拥建设]有$/);
/** 由市长某某|颁发, 市长某某|为获奖组织颁奖. */
const GIVES = gated(/^[^，。；]{0,4}(?:[颁授递送交宣]|为|给)/);
const TO_BE = gated(
  /拟(?:授|奖|表彰|表扬|评|定|命名|认定)|公示(?!无异议|后|期满|结束)|在即|候选|即将|将(?:于|在|评|颁|揭晓|公布)/,
);
/** 某协会|公布某奖名单: who makes the result known. */
const PUBLISHES = gated(
  /^(?:[近昨今]日|日前|昨天|今天|上周|(?:19|20)\d\d年)?(?:正式|联合|刚刚?|对外|新近)?(?:公布|发布|公示|揭晓|印发|下发|通报|公告)了?(?!后)/,
);
/** 除甲和乙外，全部当选: those who have not. */
const EXCEPTED = gated(
  /^(?:[^，。；：]{0,8}：)?除了?[^，。；]{2,60}?(?:以外|之外|外)，[^，。；]{0,8}?(?:其余|其他|其它|剩下|余下|全部|全数|悉数)/,
);
const NOTED = new CharacterSet("（");
const ENDS_SENTENCE = new CharacterSet("；。");
const WHERE = [...PLACE_TYPES, "Zone"] as const;
const COMPARES = gated(/^(?:从|与|和|跟|同|不同于|有别于|相比|较之|比起)(?:第|首)/);
/** 从首届的|甲，到第二届的|乙: nothing but the round. */
const OF_ROUND = gated(/^(?:从|再?到)?(?:首|第[一二三四五六七八九十\d]{1,3})届(?:（(?:19|20)\d\d年?）)?的$/);
const SAME_LIST = gated(
  /^(?:同一?|[这该此])?(?:份|张|个)?(?:名单|榜单|榜)[上里中]?，?(?:[^，。；]{0,6}，)?还/,
);
const ROUND_BEFORE = gated(/(?<![再往])[上前]一?届/);
/** 与甲一同登上|省奖. */
const SHARES = gated(/[与和同跟][^，。；]{1,20}(?:一[同起道]|同[时台场])[^，。；]{0,8}$/);
const RECEIVES = gated(/^(?:代表)?(?:[^，。；]{0,6}?(?:[上登走]上?台|到场|现场))?(?:领取?了?奖|接过)/);
/** Between an edition and its year: 第三届（2017年）, 第二届2015年. */
const BESIDE = gated(/^(?:（|，)?$/);

/** 甲公司（某省质量奖）: whether the bracket behind a name tells of another award. */
const isOfOther = ({ mentions }: Extraction, { note, end }: Unit, award: DocEntity): boolean => {
  if (note === "") return false;
  const told = mentions[firstMention(mentions, end - note.length - 1)];
  return told?.type === "Award" && told.end < end && told.entity !== award;
};

/** The round of an award that the clauses tell of. */
interface Round {
  award: DocEntity | undefined;
  edition: number | undefined;
  year: number | undefined;
  tier: TierName | undefined;
  /** Whether a clause of this sentence has opened it: 第三届空缺，. */
  opened: boolean;
}

interface Span {
  start: number;
  end: number;
}

/** A group that a clause tells has won, and what. */
interface Told extends Round {
  group: Group;
  clause: { start: number; end: number };
}

/**
 * Winners that clauses of nothing but the words of results tell: 正奖3个名额，甲、乙各占其一，另一个归丙；第三届空缺，仅颁提名奖，归丁. What a
 * clause does not say itself is that of the clauses before: the award, its round, and a tier of which nobody was named yet.
 */
export class ToldClauses {
  /** What the sentence names, found when a clause asks. */
  private known: readonly Span[] | undefined = undefined;

  constructor(
    private readonly scene: Scene,
    private readonly dating: Dating,
    private readonly out: Emission,
    /** What was spoken of before the sentence. */
    private readonly before: {
      award: DocEntity | undefined;
      edition: number | undefined;
      year: number | undefined;
    },
  ) {}

  run(): void {
    const { scene, out } = this;
    if (this.before.award === undefined && !scene.prizes.some((p) => p.kind === "award")) return;
    const winners = new Set(out.wins.map((w) => w.from));
    const isDated = scene.dates.editions.length + scene.dates.years.length > 0;
    const untold = (u: Unit): boolean => mayWin(u) && (isDated || !winners.has(u.entity));
    if (!scene.groups.some((g) => g.units.some(untold))) return;
    // 拟授奖名单公示，甲、乙在列: not yet.
    if (TO_BE.test(scene.plain(scene.sentence.start, scene.sentence.end))) return;
    for (const told of this.read()) {
      const { group, award, edition, year, tier, opened, clause } = told;
      // 中国某协会授予甲某奖: of others that a clause names beside a winner it tells something else.
      const beside = scene.groups.some(
        (g) =>
          g !== group &&
          g.start >= clause.start &&
          g.end <= clause.end &&
          g.units.some((u) => winners.has(u.entity)),
      );
      if (PUBLISHES.test(scene.norm, group.end, scene.sentence.end)) continue;
      if (EXCEPTED.test(scene.norm, clause.start, scene.sentence.end)) continue;
      for (const unit of group.units) {
        if (!mayWin(unit) || !fits(unit.entity, award!) || isOfOther(scene.x, unit, award!)) continue;
        // 获奖的甲，电线不是它做的: who was told to have won, and of what.
        if (WINNERS.test(scene.norm, clause.start, group.start) && scene.context.hasWon(unit.entity))
          continue;
        // 手捧奖杯的是甲公司总经理李某: told of the firm.
        const employer = unit.entity.type === "Person" ? employerOf(scene.x, unit) : undefined;
        if (employer !== undefined && winners.has(employer)) continue;
        // 甲公司登顶，总经理李某上台领奖: for the firm.
        if (
          unit.entity.type === "Person" &&
          winners.size > 0 &&
          RECEIVES.test(scene.norm, group.end, clause.end)
        )
          continue;
        const own = out.wins.filter((w) => w.from === unit.entity);
        if (own.length > 0) {
          if (
            opened &&
            own.length === 1 &&
            own[0]!.to === award &&
            (own[0]!.end <= clause.end || isUndated(own[0]!))
          )
            ofRound(own[0]!, edition, year);
          continue;
        }
        if (beside) continue;
        const noted = this.dating.ofNote(unit);
        for (const when of noted.length > 0 ? noted : [{ year, edition }])
          out.add(unit.entity, award!, tier, when, unit, "won/clause");
      }
    }
  }

  private read(): Told[] {
    const { scene } = this;
    const { norm, sentence, clauses } = scene;
    let round: Round = { ...this.before, tier: undefined, opened: false };
    // 与第七届由甲摘得不同，第八届某奖…: two rounds of the award that the sentence names.
    if (COMPARES.test(norm, sentence.start, sentence.start + 4))
      round.award = scene.prizes.find((p) => p.kind === "award")?.award ?? round.award;
    const found: Told[] = [];
    let last = 0;
    let told = false;
    let named = true;
    for (let from = sentence.start; from < sentence.end; ) {
      const end = Math.max(from + 1, clauses.end(from));
      const prizes = scene.prizes.filter((p) => p.start >= from && p.end <= end);
      const groups = scene.groups.filter((g) => g.start >= from && g.start < end && g.units.some(mayWin));
      const plain = scene.slice(from, end);
      if (ENDS_SENTENCE.has(norm.charCodeAt(from - 1)) && from > sentence.start) {
        // 甲获第五届某奖提名奖；同一份名单里，还有乙: what the list was of.
        if (!SAME_LIST.test(norm, from, sentence.end)) round = { ...round, tier: undefined };
        named = true;
      }
      round = this.roundOf(from, end, prizes, round);
      const own = prizes.findLast((p) => p.tier !== undefined)?.tier;
      if (own !== undefined) {
        round = { ...round, tier: own };
        named = false;
      } else if (named && prizes.some((p) => p.kind !== "tier")) round = { ...round, tier: undefined };
      const names = scene.plain(from, end);
      if (NOT_WON.test(names)) {
        if (!ENTERED.test(names)) told = false;
        // 获个人奖提名，未获最终授奖: nor what stands before it.
        if (groups.length === 0 && norm[from - 1] === "，" && FAILED.test(names)) found.splice(last);
      } else if (WINS.test(plain) || (groups.length > 0 && OF_ROUND.test(norm, from, groups[0]!.start)))
        told = true;
      const isTold = told && round.award !== undefined && hasTiers(round.award.name);
      last = found.length;
      if (
        groups.length > 0 &&
        isTold &&
        !prizes.some((p) => failedAfter(norm, p.end, sentence.end)) &&
        this.isOfResult(from, end)
      ) {
        for (const group of groups) {
          const lead = prizes.findLast((p) => p.tier !== undefined && p.end <= group.start)?.tier;
          const tail = prizes.find((p) => p.tier !== undefined && p.start >= group.end)?.tier;
          // 国内对口单位——甲公司，: who that is.
          if (norm[from - 1] === "—" && group.start === from) continue;
          // 在市行政服务中心颁发: where it was.
          if (PLACED.test(norm, from, group.start) || GIVES.test(norm, group.end, end)) continue;
          found.push({
            ...round,
            tier: groups.length > 1 ? (tail ?? lead ?? round.tier) : round.tier,
            group,
            clause: { start: from, end },
          });
        }
        named = true;
      }
      from = end;
    }
    return found;
  }

  /** 与甲一同登上省奖领奖台的，还有乙: the round in which the other one, of whom the text has told, had the award. */
  private sharedEdition({ award, start }: Prize): number | undefined {
    const { norm, sentence, context } = this.scene;
    return award !== undefined && SHARES.test(norm, sentence.start, start)
      ? context.editionOf(award)
      : undefined;
  }

  /** The round that a clause is of: as it says itself, else as before. */
  private roundOf(from: number, end: number, prizes: readonly Prize[], before: Round): Round {
    const { scene } = this;
    let round = before;
    const award = prizes.find((p) => p.kind === "award");
    if (award !== undefined)
      round =
        award.award === before.award && award.edition === undefined && award.years.length === 0
          ? { ...before, award: award.award }
          : {
              award: award.award,
              edition: award.edition ?? this.sharedEdition(award),
              year: award.years.length === 1 ? award.years[0] : undefined,
              tier: award.tier,
              opened: false,
            };
    const isFree = (at: { start: number; end: number }): boolean =>
      at.start >= from &&
      at.end <= end &&
      !prizes.some((p) => p.kind === "award" && at.start >= p.start && at.end <= p.end);
    const editions = scene.dates.editions.filter((e) => isFree(e) && !scene.inBrackets(e.start));
    const [edition] = editions;
    const years = scene.dates.years.filter(
      (y) =>
        isFree(y) &&
        (!scene.inBrackets(y.start) ||
          (edition !== undefined && y.start > edition.end && BESIDE.test(scene.slice(edition.end, y.start)))),
    );
    // 上一届的得主是乙.
    if (editions.length === 0 && ROUND_BEFORE.test(scene.norm, from, end)) {
      // 上一届（2022年）该奖由乙摘得
      const told = scene.dates.years.filter((y) => y.start >= from && y.end <= end);
      return {
        ...round,
        edition: round.edition === undefined || round.edition < 2 ? undefined : round.edition - 1,
        year: told.length === 1 ? told[0]!.year : undefined,
        tier: undefined,
        opened: round.edition !== undefined,
      };
    }
    if (editions.length > 1 || years.length > 1 || editions.length + years.length === 0) return round;
    const year = years[0]?.year;
    return {
      ...round,
      edition: edition?.edition ?? award?.edition,
      year: year ?? round.year,
      tier: undefined,
      opened: true,
    };
  }

  /** Whether a clause has but names, prizes, dates and words of results. */
  private isOfResult(from: number, end: number): boolean {
    const { norm } = this.scene;
    this.known ??= knownIn(this.scene);
    for (let at = from; at < end; ) {
      let next = ENDS_SENTENCE.has(norm.charCodeAt(at)) ? at + 1 : lightEnd(norm, at);
      next = Math.max(next, RESULT.longestEnd(norm, at));
      for (const span of this.known) if (span.start <= at && span.end > at) next = Math.max(next, span.end);
      if (next === 0 && NOTED.has(norm.charCodeAt(at))) {
        const close = norm.indexOf("）", at);
        if (close >= 0 && close < end) next = close + 1;
      }
      if (next <= at) return false;
      at = next;
    }
    return true;
  }
}

/** The names, prizes, places, words of results and years of a sentence. */
function knownIn({ x, sentence, groups, prizes, words, dates }: Scene): Span[] {
  return [
    ...groups,
    ...prizes,
    ...x.mentionsIn(sentence.start, sentence.end, WHERE),
    ...words,
    ...dates.years,
  ];
}

const mayWin = (unit: Unit): boolean =>
  !isPlaceUnit(unit) && !isAchievement(unit) && !NO_WINNERS.has(unit.entity.type);
const NO_WINNERS: ReadonlySet<string> = new Set(["GovernmentBody", "Platform"]);

const isUndated = ({ year, edition }: Win): boolean => year === undefined && edition === undefined;

function ofRound(win: Win, edition: number | undefined, year: number | undefined): void {
  if (edition !== undefined && win.edition !== edition) {
    win.edition = edition;
    win.year = year;
  } else win.year ??= year;
}
