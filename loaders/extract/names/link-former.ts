import type { EntityType } from "../../../schema/index.js";
import { CharacterSet } from "../../patterns/character-set.js";
import { gated } from "../../patterns/gated.js";
import type { Block } from "../../types.js";
import { oncePer } from "../once.js";
import { firstFrom } from "../spans.js";
import type { DocEntity, Extraction, Linker, Mention } from "../types.js";
import { cluesOf } from "./renaming-clues.js";
import { leadingPlace, withoutLegalForm } from "./short-forms.js";

const RENAMED: readonly EntityType[] = ["Company", "Institution", "Zone"];
/** What says that another is called so, or nobody yet. */
const OF_OTHERS = gated(
  /子公司|分公司|后者|对方|收购|并购|参股|控股|合资|下属|旗下|供应商|项目|[奖拟将欲]|计划|申请|申报|品牌|商标|标准|协会|中心/,
);
/** 该公司, 这家企业, 它: who was named last. */
const THAT_ONE = gated(/该|这家|这[个所座]|[它其]/);
const DATED = gated(/^(?:- )?\d{4}年/);
/** 老厂改制，更名…, 厂子改名: before the words for it. */
const OLD_WORKS = gated(/(?:老厂|工厂|厂子|该厂|企业|公司)[^，。；]{0,6}(?:，[^，。；]{0,8})?$/);
const WORKS = new CharacterSet("厂社坊");
/** Between the names of a row of former names: （1971—1996年）、 */
const BETWEEN_NAMES = gated(/^(?:（[^（）]{0,20}）)?[、，；和及\s]{1,2}$/);
/** 历史沿革：一九五六年…→一九九六年乙→: a line of the names that one had, and what stands before each of them. */
const ROW_OF_NAMES = gated(/^(?:- )?(?:历史|企业|名称|更名|发展)?沿革[：\s]/);
const IN_ROW = gated(
  /[→➔⇒—、；：）\s](?:[\d一二三四五六七八九〇零十]{1,4}年(?:\d{1,2}月)?[，\s]?)?(?:公私合营|更名|改名|改制)?为?$/,
);
/** What may stand before the name with which an entry begins: 8月，. */
const BEFORE_SUBJECT = gated(/^(?:\s|【?\d{4}年?】?|\d{1,2}[月日]|[，：年初底末—-]){0,12}$/);
const [NEAR, FAR] = [160, 400];

/** 更名为乙, 当时叫“乙”, 曾用名乙 where no sentence says of whom: of the one that the text, profile or entry is about. */
export const linkFormer: Linker = {
  id: "link/former",
  run(x) {
    const { said, renamed, roots, begun } = cluesOf(x);
    if (!said && !x.norm.includes("沿革")) return;
    for (const match of renamed) {
      const name = mentionAt(x, match.index + match[0].length);
      if (name !== undefined) link(x, match.index, name, true);
    }
    for (const match of roots) {
      let name = mentionAt(x, match.index + match[0].length) ?? inRow(x, match);
      // 曾用名：乙（1971—1996年）、丙.
      for (let next = name; next !== undefined; ) {
        name = next;
        next = x.mentions[firstFrom(x.mentions, name.end)];
        link(x, match.index, name, false);
        if (next === undefined || next.type !== name.type || next.start - name.end > 24) break;
        if (!BETWEEN_NAMES.test(x.norm, name.end, next.start)) break;
      }
    }
    for (const { start, end } of x.blocks) {
      if (!ROW_OF_NAMES.test(x.norm, start, Math.min(end, start + 8))) continue;
      for (const name of x.mentionsIn(start, end, RENAMED))
        if (IN_ROW.test(x.norm, Math.max(start, name.start - 14), name.start)) link(x, start, name, false);
    }
    for (const { index } of begun) {
      const name = x.mentions[firstFrom(x.mentions, index) - 1];
      if (name?.end === index) link(x, name.start, name, false);
    }
  },
};

function mentionAt({ mentions }: Extraction, at: number): Mention | undefined {
  const mention = mentions[firstFrom(mentions, at)];
  return mention?.start === at ? mention : undefined;
}

/** 曾用名 in one cell, the names in the next. */
function inRow(x: Extraction, { index, 0: words }: RegExpExecArray): Mention | undefined {
  const at = index + words.length;
  return /^\s$/.test(x.norm[at] ?? "") ? mentionAt(x, at + 1) : undefined;
}

/** Makes a name that is told of nobody one with whom it was the name of. */
function link(x: Extraction, at: number, name: Mention, isNew: boolean): void {
  if (!RENAMED.includes(name.type) || name.generic) return;
  // What a sentence says whole has been read: 甲的前身是乙.
  if (!isNew && name.entity.name !== name.surface) return;
  const sentence = x.sentenceAt(at);
  const block = sentence?.block ?? x.blockAt(at);
  if (block === undefined) return;
  const start = sentence?.start ?? block.start;
  if (OF_OTHERS.test(x.norm, start, at)) return;
  // 该公司两年后更名为…: who that is, the sentence before says.
  const pointed = THAT_ONE.test(x.norm, start, at);
  if (pointed && isNew) return;
  const told =
    x.about.profileOf(block) ??
    x.about.told ??
    x.about.portrayed ??
    (isNew ? namesakeOf(x, name) : undefined);
  // Nobody else may have been told of since.
  const isOther = ({ entity, generic }: Mention): boolean => entity !== told && !generic;
  if (x.mentionsIn(pointed ? start : block.start, at, RENAMED).some(isOther)) return;
  const owner = (pointed ? lastBefore(x, start, NEAR, name)?.entity : undefined) ?? told;
  const reason = { rule: "former", start: name.start, end: name.end };
  const old = isNew ? nameBefore(x, block, at, name) : undefined;
  if (owner?.type === name.type) {
    if (old !== undefined && old !== owner) x.merge(old, owner, reason);
    x.merge(name.entity, owner, reason);
  } else if (owner === undefined && old !== undefined && old !== name.entity)
    x.merge(old, name.entity, reason);
}

/** 2003年改叫云桥电器有限公司: the one other firm whose name is that but for its place and legal form. */
function namesakeOf(x: Extraction, { entity, surface }: Mention): DocEntity | undefined {
  const core = coreOf(surface);
  const [one, other, third] = core.length < 3 ? [] : (namesakes(x).get(core) ?? []);
  if (third !== undefined) return undefined;
  return one === entity ? other : other === entity ? one : undefined;
}

/** The firms of each name without place and legal form. */
const namesakes = oncePer((x): Map<string, DocEntity[]> => {
  const found = new Map<string, DocEntity[]>();
  for (const firm of x.entities) {
    if (firm.type !== "Company") continue;
    const core = coreOf(firm.name);
    found.set(core, [...(found.get(core) ?? []), firm].slice(0, 3));
  }
  return found;
});

const coreOf = (name: string): string => withoutLegalForm(name.slice(leadingPlace(name).length));

/** Who took a new name, where the sentence says that of nobody: the one of the line before in a list of dates; the works told of. */
function nameBefore(x: Extraction, block: Block, at: number, name: Mention): DocEntity | undefined {
  const isDated = DATED.test(x.norm, block.start, at);
  if (!isDated && !OLD_WORKS.test(x.norm, block.start, at)) return firstOf(x, at, name);
  const before = lastBefore(x, block.start, isDated ? NEAR : FAR, name);
  if (before === undefined || (!isDated && !WORKS.ends(before.entity.name))) return undefined;
  const from = x.sentenceAt(before.start)?.start ?? before.start;
  return OF_OTHERS.test(x.norm, from, before.start) ? undefined : before.entity;
}

/** The last of the same type that is named in so many characters before an offset. */
function lastBefore(
  { mentions }: Extraction,
  at: number,
  reach: number,
  { type }: Mention,
): Mention | undefined {
  for (let i = firstFrom(mentions, at) - 1; i >= 0 && mentions[i]!.start >= at - reach; i--) {
    const mention = mentions[i]!;
    if (mention.type === type && !mention.generic) return mention;
  }
  return undefined;
}

/** 1958年8月，乙厂动工。 1984年更名为丙厂: whom a chronicle tells of before the first name that its firm took. */
function firstOf(x: Extraction, at: number, name: Mention): DocEntity | undefined {
  if (!x.about.isChronicle) return undefined;
  const { told } = x.about;
  let first: DocEntity | undefined;
  for (const { kind, start, end } of x.blocks) {
    if (start >= at) break;
    const mention = x.mentions[firstFrom(x.mentions, start)];
    if (kind === "title" || mention === undefined || mention.end > end) continue;
    const { entity, type } = mention;
    if (type !== name.type || entity === told || entity === name.entity) continue;
    if (!BEFORE_SUBJECT.test(x.norm, start, mention.start)) continue;
    if (first !== undefined) return undefined;
    first = entity;
  }
  return first;
}
