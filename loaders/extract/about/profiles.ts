import type { EntityType } from "../../../schema/index.js";
import { gated } from "../../patterns/gated.js";
import type { Block } from "../../types.js";
import { firstMention } from "../spans.js";
import type { DocEntity, Extraction, Mention } from "../types.js";

const BEARERS: readonly EntityType[] = ["Company", "Institution", "Platform", "Zone", "County", "Initiative"];
/** What may stand before the name on its line: numbers, bullets, 企业名称：. */
const BEFORE = gated(
  /^[\s\d.．、*▶•·■●◆★☆—–（）()“”【】①-⑳一二三四五六七八九十-]{0,12}(?:(?:企业|单位|机构|项目|园区|公司)(?:名称|全称)：)?\s?$/,
);
/** What may stand after it: brackets. */
const AFTER = gated(/^[”】*]{0,3}(?:（.{1,160}）)?[\s*：:]{0,4}$/);
/** After a name that a paragraph is labelled with: 某公司（简称某某）：…. */
const LABELS = gated(/^[”】*]{0,3}(?:（[^（）]{1,80}）)?[*\s]{0,3}(?:：|——|。(?!$))/);
/** How the text below begins that tells of the name above. */
const TELLS = gated(
  /^(?:总部|位于|坐落|落户|地处|成立|始建|建于|创建|创办|创立|地址|所在地|地点|地区|建设单位|承建|依托|主营|主要|专业|现有|前身|原名|公司|企业|该|简介|法定|经营|基本|规模|从|以|是|建有|拥有|为|员工|能力|主打|专注|深耕|19\d\d年|20\d\d年)/,
);
const LONGEST_LINE = 220;

/**
 * Profiles: the text below a line that holds nothing but a name tells of its bearer, up to the next such line or heading, and
 * so does a paragraph behind a name and a colon.
 */
export class Profiles {
  private heads: Map<Block, DocEntity> | undefined = undefined;

  constructor(private readonly x: Extraction) {}

  /** Whose profile a block is part of. */
  of(block: Block): DocEntity | undefined {
    this.heads ??= profilesOf(this.x);
    return this.heads.get(block);
  }
}

function profilesOf(x: Extraction): Map<Block, DocEntity> {
  const under = new Map<Block, DocEntity>();
  /** Heads that follow no other, of which a text has several: a lone one must be told of outright. */
  const doubtful: Block[][] = [];
  let certain = 0;
  let head: Mention | undefined;
  let rolled = false;
  let below: Block[] = [];
  let accepted = false;
  for (const block of x.blocks) {
    const { kind, start, end } = block;
    // Below what is told of a firm the table of its honours is its own.
    if (kind === "table-row" && head !== undefined && (accepted || !rolled)) {
      under.set(block, head.entity);
      below.push(block);
      continue;
    }
    if (kind === "title" || kind === "heading" || kind === "table-row") {
      head = undefined;
      rolled = false;
      continue;
    }
    if (kind === "byline" || kind === "boilerplate") continue;
    const named = nameAlone(x, block);
    if (named !== undefined) {
      rolled = head !== undefined && below.length === 0;
      head = named;
      below = [];
      accepted = false;
      continue;
    }
    const label = labelOf(x, block);
    if (label !== undefined) {
      under.set(block, label.entity);
      continue;
    }
    if (head === undefined) continue;
    if (below.length === 0) {
      const told = TELLS.test(x.norm, start, Math.min(end, start + 6));
      accepted = told || !rolled;
      if (accepted) {
        certain++;
        if (!told) doubtful.push(below);
      }
    }
    below.push(block);
    if (accepted) under.set(block, head.entity);
  }
  if (certain < 2) for (const blocks of doubtful) for (const block of blocks) under.delete(block);
  return under;
}

/** Whom a paragraph names before its first colon, and nothing else. */
function labelOf(x: Extraction, { start, end }: Block): Mention | undefined {
  const mention = x.mentions[firstMention(x.mentions, start)];
  if (mention === undefined || mention.end > end || mention.start - start > 12) return undefined;
  if (mention.generic || !BEARERS.includes(mention.type)) return undefined;
  const isLabel =
    BEFORE.test(x.norm, start, mention.start) &&
    LABELS.test(x.norm, mention.end, Math.min(end, mention.end + 90));
  return isLabel ? mention : undefined;
}

/** The name with which a line is filled. */
function nameAlone(x: Extraction, { start, end }: Block): Mention | undefined {
  if (end - start > LONGEST_LINE) return undefined;
  const mention = x.mentions[firstMention(x.mentions, start)];
  if (mention === undefined || mention.end > end || mention.generic || !BEARERS.includes(mention.type))
    return undefined;
  const isAlone = BEFORE.test(x.norm, start, mention.start) && AFTER.test(x.norm, mention.end, end);
  return isAlone ? mention : undefined;
}
