import type { EntityType } from "../../../schema/index.js";
import { gated } from "../../patterns/gated.js";
import type { Block } from "../../types.js";
import { firstFrom } from "../spans.js";
import type { DocEntity, Extraction, Linker, Mention } from "../types.js";

const NAMED: readonly EntityType[] = ["Company", "Institution"];
/** Words of which one stands in every paragraph that tells how a firm's name has changed. */
const CHANGES = gated(
  /更名|改名|改称|改叫|易其名|改制|转制|改组|升格|变更|定名|换了?[一二两三四五六]?次?名|[今现](?:用)?名|的名字|名称沿革|曾用名|几易其名|用过|年叫/,
);
/** Right before a name that one took: 1971年改叫|乙, 2009年更名为|丙, 1998年叫|丁. */
const TAKES_NAME = gated(
  /(?:(?:更名|改名|改制|改组|变更|改称|改叫|重组|升格|转制|易名|定名|改建|改造|改)(?:成立|设立|组建|为|成|作|叫)?了?|年(?:起|时|后)?(?:又|再|还)?(?:叫|称|用名)|后来(?:又|还)?叫过?|一度叫|[它后]叫)“?$/,
);
/** Right before the name that one had first: 最早是1958年公私合营的|甲, 建厂时叫|甲. */
const BEGAN_AS = gated(
  /(?:(?:最早|最初|起初|当初|原先|当时|[建办]厂时|创办时|成立时|追溯到)(?:还)?(?:叫|是|为|名)?(?:(?:19|20)\d\d年)?(?:[\u4e00-\u9fa5]{0,8}的)?|(?:19|20)\d\d年[^，。；]{0,8}?建起了?)“?$/,
);
/** Right before the name of today: 才有了现在的名字——|戊, 如今大门上挂的是|戊. */
const IS_TODAY = gated(
  /(?:(?:现在|今天|如今|现今|目前)的(?:名字|名称)(?:——|：|，|是)|(?:如今|现在|今天)[^，。；]{0,10}挂的是)“?$/,
);
/** A sentence that ends with the name of today without telling it: 2016年才有了今天的名字. */
const TO_TODAY = gated(
  /(?:有了?|改?用|为|成|启用)(?:(?:现在|今天|如今|现今|目前)的(?:名字|名称)|[现今]名)(?=[，。；]|$)/,
);
/** Right before a row of names: 曾用名：甲、乙, 几易其名：甲、乙, 名称沿革：甲（1958年）→乙. */
const ROW = gated(/(?:曾用名|几易其名|名称沿革|先后(?:叫|用名|称)|用过)(?:过|为|是)?[：:]?$/);
const IN_ROW = gated(/^(?:（[^（）]{0,20}）)?\s?(?:[、→➔⇒，；]|——|和|到|再到){1,2}\s?$/);
/** What tells of another firm. */
const OF_OTHERS = gated(/子公司|分公司|收购|并购|参股|控股|合资|下属|旗下|[拟将欲]|计划|项目|品牌|商标/);
/** No word of those is longer. */
const LONGEST_OTHER = 3;
const SAME_CLAUSE = gated(/^(?:于|在)?(?:(?:19|20)\d\d年)?[^，。；]{0,10}$/);
const [LONGEST_LEAD, NEAR] = [36, 160];

/**
 * 建起了甲厂。1998年，甲厂改组为乙公司；2009年更名为丙公司；2020年才有了现在的名字——丁公司: all the names that a paragraph says one
 * firm has had are its own; the one of today is the firm's.
 */
export const linkChain: Linker = {
  id: "link/chain",
  run(x) {
    for (const block of x.blocks) if (CHANGES.test(x.norm, block.start, block.end)) link(x, block);
  },
};

/** Names of one firm in the order in which it had them. */
interface Chain {
  names: Mention[];
  /** Whether it begins with the name of whom the clause is about: 甲1971年更名为乙. */
  led: boolean;
  /** Whether the text says of any of them that it was taken. */
  taken: boolean;
  today: Mention | undefined;
}

const chainOf = (names: Mention[], led: boolean): Chain => ({ names, led, taken: false, today: undefined });

function link(x: Extraction, block: Block): void {
  for (const chain of chainsIn(x, block)) {
    if (!chain.taken || chain.names.length === 0) continue;
    const owner = chain.today?.entity ?? ownerOf(x, block, chain);
    if (owner === undefined) continue;
    for (const { entity, start, end } of chain.names)
      if (entity !== owner && entity.type === owner.type)
        x.merge(entity, owner, { rule: "former", start, end });
  }
}

function chainsIn(x: Extraction, block: Block): readonly Chain[] {
  const { norm } = x;
  const names = x.mentionsIn(block.start, block.end, NAMED).filter(({ generic }) => !generic);
  let chain = chainOf([], false);
  const chains = [chain];
  let row = false;
  /** Up to where nothing tells of another firm. */
  let read = 0;
  for (let i = 0; i < names.length; i++) {
    const name = names[i]!;
    const before = i > 0 ? names[i - 1] : undefined;
    const from = Math.max(block.start, before?.end ?? 0, name.start - LONGEST_LEAD);
    if (IS_TODAY.test(norm, from, name.start)) {
      chain.today = name;
      continue;
    }
    const takes = TAKES_NAME.test(norm, from, name.start);
    const inRow: boolean = row && before !== undefined && IN_ROW.test(norm, before.end, name.start);
    row = inRow || ROW.test(norm, from, name.start);
    if (!takes && !row && !BEGAN_AS.test(norm, from, name.start)) continue;
    const sentence = x.sentenceAt(name.start)?.start ?? from;
    if (OF_OTHERS.test(norm, Math.max(sentence, read - LONGEST_OTHER), name.start)) return [];
    read = name.start;
    // 甲1971年更名为|乙: whose name it was is told right before; 丙1998年改制为丁 behind that is of another.
    const led =
      takes &&
      before !== undefined &&
      chain.names.at(-1) !== before &&
      SAME_CLAUSE.test(norm, before.end, name.start);
    if (led) {
      chain = chainOf([before], true);
      chains.push(chain);
    }
    chain.taken ||= takes || row;
    chain.names.push(name);
  }
  return chains;
}

/** Whose names they were: the one told of before them, whom the text is about, or the last of them. */
function ownerOf(x: Extraction, block: Block, { names, led }: Chain): DocEntity | undefined {
  const first = names[0]!;
  const last = names[names.length - 1]!;
  const { told } = x.about;
  const before = led ? undefined : lastBefore(x, first);
  if (TO_TODAY.test(x.norm, last.end, x.sentenceAt(last.start)?.end ?? block.end))
    return before?.entity ?? told;
  if (told !== undefined && names.some(({ entity }) => entity === told)) return told;
  if (before === undefined) return last.entity;
  const isSubject = x.sentenceAt(first.start)?.start === x.sentenceAt(before.start)?.start;
  return isSubject || before.entity === told ? before.entity : last.entity;
}

/** The last firm that is named not far before a name. */
function lastBefore(x: Extraction, { start }: Mention): Mention | undefined {
  for (let i = firstFrom(x.mentions, start) - 1; i >= 0; i--) {
    const mention = x.mentions[i]!;
    if (start - mention.end > NEAR) return undefined;
    if (NAMED.includes(mention.type) && !mention.generic) return mention;
  }
  return undefined;
}
