import { CharacterSet } from "../../patterns/character-set.js";
import { gated } from "../../patterns/gated.js";
import type { Block } from "../../types.js";
import { indexWithin, mentionsType } from "../spans.js";
import type { Extraction } from "../types.js";
import { type Heading, nearest, ofAward } from "./heading.js";
import { type Entries, hasRole, isHead } from "./list-entries.js";
import type { Prize } from "./prize.js";
import { tiersAndAwardsIn } from "./prizes.js";
import { labelOf } from "./structure.js";
import { tierOfLabel } from "./tier-labels.js";
import { hasTiers, type TierName } from "./tiers.js";
import { unitsIn } from "./units.js";

/** 第五届某奖名单公布, 某奖评选落下帷幕: that a round has its result. */
const RESULT = gated(
  /公布|揭晓|名单|出炉|落下帷幕|落幕|收官|结束|授奖|颁[发奖出授]|结果|发布|获奖|榜单|喜讯|捧回|摘得|斩获|印发|产生|公告|通报|表彰/,
);
const NOT_YET = gated(/拟|申报|候选|推荐|启动|培育|争创|力争|目标|办法|条例|设立/);
/** 共4家组织、2名个人|获得|提名奖: of how many, the tier that those below have. */
const COUNTED = gated(
  /[\d一二两三四五六七八九十]{1,3}[家个名位席项][^，。；：无未没]{0,16}$|(?:获得?|收获|摘得?|捧[得回]|斩获|拿[下到]|荣获|跻身|入选|列入|得到?|是|为|有)了?[“]?$/,
);
/** 提名奖|组织共5家： */
const COUNTED_BEHIND = gated(
  /^[”]?(?:获奖)?(?:组织|企业|单位|个人|得主|获得者|者)?(?:[共有为是达计]|一共|分别)?[\d一二两三四五六七八九十]{1,3}[家个名位][：，（]/,
);
/** 无缘|正奖, |正奖|空缺: a tier that nobody has. */
const NONE_BEFORE = gated(/(?:无缘|没有|未获|未能|暂无|尚无|冲击|错失|还缺|缺少|告别|不含)[^，。；：]{0,6}$/);
const NONE_BEHIND = gated(/^[”]?[^，。；：\d]{0,4}(?:空缺|从缺|暂无|为零|没有|尚无|未能|落空|继续空缺)/);
/** 【谁上了榜】, （二）名单, 都有谁？: that those who have it follow. */
const ASKS_WHO = gated(
  /^(?!.{0,20}(?:[没未]|落选|失利|遗憾|差一|申报|候选|推荐|培育|拟|退出|撤销|不是|≠))(?:[（(【]?[一二三四五六七八九十\d]{1,2}[）)、.]\s?)?[【〖]?(?:(?:第[一二三四五六七八九十]{1,2}届)?(?:获奖|上榜|入选|完整|省内|我市)?(?:名单|榜单|光荣榜|红榜)(?:[在如看]此|来了|一览|揭晓|公布|出炉)?|[^，。；：]{0,6}(?:谁|哪[些几]家?)[^，。；：]{0,8}|(?:获奖者|上榜者|得主|他们|它们)(?:有谁|是谁|们|名单|是)?)[】〗]?[？?！!]?$/,
);
/** 【谁没上榜】, 谁与奖项擦肩 */
const WHO_NOT = gated(
  /谁[^，。；]{0,6}(?:[没未]|落选|擦肩|止步|无缘|差一)|(?:[没未][^，。；]{0,3}(?:上榜|获奖|入围|入选)|落选|止步|失利)的?[^，。；]{0,4}(?:谁|名单|他们|企业|单位|[？?]?[】〗]?$)/,
);
/** 获提名奖的有：, 名单如下👇: with what a sentence ends whose winners stand below. */
const LEADS = new CharacterSet("：:—↓▼\udc47");
const SAID = gated(/^[^。]{0,60}(?:说|表示|介绍|透露|坦言|告诉记者)[，：]“?/);
const LONGEST_HEAD = 18;
const LONGEST_LEAD = 90;
const STOP = new CharacterSet("。！？");

/** The results that paragraphs tell, for lists that a sentence leads to which names but the tier, or a heading that asks who. */
export class Results {
  private last: Heading | undefined = undefined;
  /** The paragraphs that have not been looked at yet: few documents have lists that ask for what they tell. */
  private readonly unread: Block[] = [];

  constructor(
    private readonly x: Extraction,
    private readonly entries: Entries,
  ) {}

  /** Takes note of the round of which a paragraph tells the result, and of the one tier that it counts. */
  hears(block: Block): void {
    if (block.kind === "paragraph") this.unread.push(block);
  }

  /** What the paragraphs so far have told last. */
  private get told(): Heading | undefined {
    for (const block of this.unread) this.read(block);
    this.unread.length = 0;
    return this.last;
  }

  private read(block: Block): void {
    const { x } = this;
    const { start, end } = block;
    if (indexWithin(x.norm, "奖", start, end) < 0) return;
    const prizes = tiersAndAwardsIn(x, start, end);
    const prize = prizes.findLast(
      (p) => p.kind === "award" && hasTiers(p.award!.name) && (p.edition !== undefined || p.years.length > 0),
    );
    if (prize !== undefined) {
      const sentence = x.sentenceAt(prize.start);
      if (
        sentence !== undefined &&
        RESULT.test(x.norm, sentence.start, sentence.end) &&
        !NOT_YET.test(x.norm, sentence.start, sentence.end)
      )
        this.last = ofAward(prize.award, { edition: prize.edition, years: prize.years }, block);
    }
    if (this.last !== undefined) {
      const [tier, more] = this.tiersCounted(prizes, prize?.start ?? start);
      if (tier !== undefined && more === undefined) this.last = { ...this.last, tier };
    }
  }

  /** The heading that a line makes for the list below it; undefined where it leads to none. */
  leadTo(i: number, open: Heading | undefined): Heading | "ends" | undefined {
    const { x } = this;
    const block = x.blocks[i]!;
    const { start, end } = block;
    if (end - start <= LONGEST_HEAD && WHO_NOT.test(x.norm, start, end)) return "ends";
    if (end - start <= LONGEST_HEAD && ASKS_WHO.test(x.norm, start, end)) {
      if (!this.namesBelow(i)) return undefined;
      const above = this.spoken(open);
      return above === undefined ? undefined : { ...above, gives: "award", over: undefined, block };
    }
    const headed = open === undefined && end - start <= LONGEST_HEAD ? this.tierHeaded(i) : undefined;
    if (headed !== undefined) return headed;
    if (isHead(block) || !LEADS.has(x.norm.charCodeAt(end - 1)) || !this.namesBelow(i)) return undefined;
    let from = end - 2;
    while (from > start && !STOP.has(x.norm.charCodeAt(from - 1))) from--;
    // 质量处处长某某说，|提名奖组织共5家：
    from += SAID.exec(x.norm, from, end)?.[0].length ?? 0;
    if (end - from > LONGEST_LEAD) return undefined;
    const prizes = tiersAndAwardsIn(x, from, end);
    if (prizes.length === 0 || prizes.some((p) => p.kind === "award")) return undefined;
    // 力争获提名奖的有：
    if (NOT_YET.test(x.norm, from, end)) return "ends";
    const above = this.told ?? this.spoken(open);
    if (
      above === undefined ||
      unitsIn(x, from, end).some(({ generic, entity }) => !generic && NAMED.has(entity.type))
    )
      return undefined;
    const [tier, more] = this.tiersCounted(prizes, from);
    if (tier === undefined) return undefined;
    // 1家正奖、5家提名奖👇: each line tells its own.
    return { ...above, tier: more === undefined ? tier : undefined, gives: "award", over: undefined, block };
  }

  /** 正奖, 提名奖（2家）: a tier that stands alone above its winners, of the result that the paragraphs above tell. */
  private tierHeaded(i: number): Heading | undefined {
    const { x } = this;
    const block = x.blocks[i]!;
    const tier = tierOfLabel(labelOf(x.norm.slice(block.start, block.end)));
    const told = tier === undefined || !this.namesBelow(i) ? undefined : this.told;
    return told === undefined ? undefined : { ...told, gives: "tier", tier, over: told, block };
  }

  /** What was told last: by a paragraph, or by a heading that is open. */
  private spoken(open: Heading | undefined): Heading | undefined {
    const award = nearest(open, "award") ?? open;
    const { told } = this;
    if (award?.award === undefined) return told;
    return told === undefined || (award.block.start > told.block.start && award.award !== told.award)
      ? award
      : told;
  }

  /** The tiers that those told have. */
  private tiersCounted(prizes: readonly Prize[], from: number): TierName[] {
    const { norm } = this.x;
    const counted: TierName[] = [];
    for (const { kind, tier, start, end } of prizes) {
      if (kind !== "tier" || start < from || tier === undefined || counted.includes(tier)) continue;
      const before = Math.max(from, start - 24);
      if (NONE_BEFORE.test(norm, before, start) || NONE_BEHIND.test(norm, end, end + 12)) continue;
      if (COUNTED.test(norm, before, start) || COUNTED_BEHIND.test(norm, end, end + 16)) counted.push(tier);
    }
    return counted;
  }

  /** Whether the next line names winners as a list does. */
  private namesBelow(i: number): boolean {
    const { x } = this;
    const below = x.blocks[i + 1];
    if (below === undefined || below.kind === "table-row" || isHead(below)) return false;
    if (mentionsType(x, below.start, below.end, "Award")) return false;
    return hasRole(this.entries.at(i + 1)?.fields ?? [], "winners");
  }
}

const NAMED: ReadonlySet<string> = new Set(["Company", "Institution", "Person"]);
