import type { EntityType } from "../../../schema/index.js";
import { SECTORS } from "../../lexicon/sectors.js";
import { gated } from "../../patterns/gated.js";
import type { Block } from "../../types.js";
import { leadingPlace } from "../names/short-forms.js";
import type { DocEntity, Extraction, Mention } from "../types.js";
import { isOfPlace } from "./portrayed.js";

/** Organizations of which a text may tell as a whole. */
const FIRMS: readonly EntityType[] = ["Company", "Institution", "Zone"];
/** Behind a name of which a line goes on to tell: 甲公司，主业为…. */
export const GOES_ON_OF = gated(
  /^(?:（[^（）]{0,60}）)?\s{0,2}(?:[，,：:。]|——|是|为|系|位于|坐落|成立于|创[立建]于|始建于|专注)/,
);
/** How long a first line may be that is a title, though not known for one; how far behind the beginning of its paragraph a firm is introduced. */
const [LONGEST_TITLE, LABEL] = [50, 8];
/** How many characters a title has of a name that no rule has found in it: 三峡机床：五十年质量路. */
const CORE = 4;
/** How many of the first blocks may introduce a firm. */
const FIRST = 4;
/** 始建于1969年的|某公司，…; 某公司（简称某某）|前身是…: how the history of a firm begins, which its own text tells. */
const FOUNDED_BEFORE = gated(/^[\s\u3000]{0,4}(?:始建|创[建立办]|成立)于(?:19|20)\d\d年\d{0,2}月?的$/);
const FOUNDED = gated(
  /^(?:（[^（）]{0,60}）)?[，,]?(?:始建于|创[建立办]于|成立于|(?:其)?前身|原名|总部|诞生于|起步于|由.{2,20}改制)/,
);
const ENDED = gated(/[。；，]$/);

/** The one organization of which the whole text tells: the one that its title names, else the one that its beginning introduces. */
export const toldOf = (x: Extraction): DocEntity | undefined => titled(x) ?? introduced(x);

/** The one organization that the title names; else the one of whose name the title has the beginning or core. */
function titled(x: Extraction): DocEntity | undefined {
  const [first] = x.blocks;
  if (first === undefined || first.kind === "byline" || first.kind === "boilerplate") return undefined;
  if (!isTitle(x, first)) return undefined;
  const named = new Set<DocEntity>();
  for (const { entity } of x.mentionsIn(first.start, first.end, FIRMS)) named.add(entity);
  if (named.size > 0) return named.size === 1 ? [...named][0] : undefined;
  const core = x.norm.slice(first.start, Math.min(first.end, first.start + CORE));
  if (core.length === CORE && x.mentionsIn(first.start, first.start + CORE).length === 0)
    for (const entity of x.entities)
      if (FIRMS.includes(entity.type) && entity.name.includes(core)) named.add(entity);
  if (named.size > 0) return named.size === 1 ? [...named][0] : undefined;
  return withinTitle(x, first) ?? subtitled(x);
}

/** 十问甲乙丙丁业: the one firm whose name begins, behind its place, as something within the title. */
function withinTitle(x: Extraction, { start, end }: Block): DocEntity | undefined {
  const title = x.norm.slice(start, Math.min(end, start + LONGEST_TITLE));
  let found: DocEntity | undefined;
  for (const entity of x.entities) {
    if (entity.type !== "Company" || entity.mentions.length === 0) continue;
    const { length } = leadingPlace(entity.name);
    const core = entity.name.slice(length, length + CORE);
    if (core.length < CORE || SECTORS.includes(core.slice(0, 2)) || !title.includes(core)) continue;
    if (found !== undefined) return undefined;
    found = entity;
  }
  return found;
}

/** ——甲公司的质量样本 below the title: the one organization that it names and the text names most. */
function subtitled(x: Extraction): DocEntity | undefined {
  const second = x.blocks[1];
  if (second === undefined || (second.kind !== "title" && !x.norm.startsWith("——", second.start)))
    return undefined;
  const [first, ...others] = x.mentionsIn(second.start, second.end, FIRMS);
  if (first === undefined || others.some(({ entity }) => entity !== first.entity)) return undefined;
  return isNamedMost(x, first) && !isOfPlace(x) ? first.entity : undefined;
}

const isTitle = ({ norm }: Extraction, { kind, start, end }: Block): boolean =>
  kind === "title" || (end - start <= LONGEST_TITLE && !ENDED.test(norm, start, end));

/** 某公司创建于1988年，…: the firm with which the text begins, named more often than any other. */
function introduced(x: Extraction): DocEntity | undefined {
  for (let i = 0; i < x.blocks.length && i < FIRST; i++) {
    const { kind, start, end } = x.blocks[i]!;
    const first = x.mentionsIn(start, end, FIRMS)[0];
    if (first === undefined) continue;
    // 【企业档案之三】 over 某公司, 单位名称：某公司
    const isName =
      (first.end >= end - 2 && first.start <= start + 2) ||
      (NAMES.test(x.norm, start, first.start) && ENDS_NAME.test(x.norm, first.end, end));
    if (kind !== "paragraph" && !isName) continue;
    const begins = isName || (first.start <= start + LABEL && GOES_ON_OF.test(x.norm, first.end, end));
    const founded = FOUNDED_BEFORE.test(x.norm, start, first.start);
    if (!begins && !founded && !isLedUpTo(x, first, start)) return undefined;
    if (isProfile(x) || isNamedMost(x, first) || isFormOf(x, first, start)) return first.entity;
    const isFounded = founded || FOUNDED.test(x.norm, first.end, Math.min(end, first.end + 90));
    return isFounded && first.type === "Company" && !isOfPlace(x) ? first.entity : undefined;
  }
  return undefined;
}

/** 走进某市某区的某公司, 十几个人办起某厂，…如今叫某公司, 说起轴承，绕不开某公司; or what the text says how it calls in the following. */
const isLedUpTo = ({ norm }: Extraction, { start, end }: Mention, from: number): boolean =>
  LEADS_UP.test(norm, from, start) || CALLED.test(norm, end, end + 5);
const LEADS_UP = gated(
  /(?:走进|来到|走访|探访|说起|提起|绕不开|[如今现][今在]?[叫名]|更名为|改名为|名叫|[区市县镇园路]的|这就是|正是|我是|我代表|代表)$/,
);
const NAMES = gated(/^(?:企业|单位|公司|机构|医院|学校|院所)?(?:名称|全称)：$/);
const ENDS_NAME = gated(/^.?$|^（[^（）]{2,60}）$/);

/** 企业名称：甲公司 above the other fields of a form: no other line of the text is labelled so. */
function isFormOf({ blocks, norm }: Extraction, { start }: Mention, from: number): boolean {
  const label = norm.slice(from, start);
  return NAMES.test(label) && blocks.every((b) => b.start === from || !norm.startsWith(label, b.start));
}
const CALLED = gated(/^（(?:以下|下文)?[简下全]称/);

/** 企业简介, 园区概况: a first line that says what the text is. */
const isProfile = ({ blocks, norm }: Extraction): boolean =>
  PROFILE.test(norm, blocks[0]!.start, Math.min(blocks[0]!.end, blocks[0]!.start + LONGEST_TITLE));
const PROFILE = gated(
  /(?:企业|公司|集团|园区|医院|学校|单位|机构|院所|协会|厂)(?:简介|概况|介绍|档案|名片|历程|足迹|画像)/,
);

function isNamedMost({ mentions }: Extraction, { entity, type }: Mention): boolean {
  const named = new Map<DocEntity, number>();
  for (const mention of mentions)
    if (mention.type === type) named.set(mention.entity, (named.get(mention.entity) ?? 0) + 1);
  const own = named.get(entity) ?? 0;
  for (const [other, times] of named) if (other !== entity && times >= own) return false;
  return true;
}
