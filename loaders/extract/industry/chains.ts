import { Begun } from "../../lexicon/begun.js";
import { gated } from "../../patterns/gated.js";
import { isMute } from "../shape/clauses.js";
import { indexWithin } from "../spans.js";
import type { DocEntity, Extraction } from "../types.js";
import { itemOf, itemsBefore, looksLikeIndustry } from "./items.js";
import { relateFirms } from "./relate-firms.js";

/** A产业链以X为龙头; A产业链上，X…; X是A产业链“链主”. */
const CHAIN = new Begun(
  "产业",
  /产业(?:链|集群)?(?=以|(?:上|中|方面|领域)，|的?“?链主|的?“?龙头|的?核心企业|的?骨干)/uy,
);
/** 龙头X: the head of the industry that the sentence spoke of before. */
const HEAD_FIRM = gated(/(?:龙头|链主|领军|骨干)(?:企业)?”?$/u);
/** A：X是龙头; A：龙头企业X. */
const LABEL = gated(
  /^(?:[-▶●■◆•·]\s*|（?[一二三四五六七八九十\d]+[）、.]\s*)?([\u4e00-\u9fa5]{2,10}?)(?:产业链|产业|链)?：/u,
);
const IS_HEAD =
  /^(?:（[^（）]{0,200}）)?[^，。；]{0,6}(?:是|为|系)(?:[^，。；]{0,8})(?:龙头|链主|领军|头雁)/u;

/** Firms that a document puts at the head of a chain or of an industry. */
export function chains(x: Extraction): void {
  for (const match of CHAIN.matches(x.norm)) ofChain(x, match.index, match[0].length);
  labelled(x);
  headFirms(x);
}

/** Relates the firm that heads a chain, or that the sentence goes on to speak of, to what the chain makes. */
function ofChain(x: Extraction, at: number, length: number): void {
  const sentence = x.sentenceAt(at);
  if (sentence === undefined || isMute(sentence.block)) return;
  const item = itemsBefore(x, at, sentence.start, 1).pop();
  if (item === undefined) return;
  const rest = x.norm.slice(at + length, sentence.end);
  const firm = /^的?“?(?:链主|龙头|核心|骨干)/u.test(rest)
    ? x.mentionsIn(sentence.start, item.start, ["Company"]).pop()
    : x.mentionsIn(at + length, Math.min(sentence.end, at + length + 40), ["Company"])[0];
  if (
    firm === undefined ||
    (rest.startsWith("以") &&
      !/^(?:（[^（）]*）)?[^，。；]{0,8}为(?:龙头|链主|引领|核心)/u.test(
        x.norm.slice(firm.end, sentence.end),
      ))
  )
    return;
  relateFirms(x, sentence, [firm.entity], [item], "industry/chain");
}

/** A line that begins with an industry and a colon, and says whose head a firm is. */
function labelled(x: Extraction): void {
  for (const sentence of x.sentences) {
    if (sentence.start !== sentence.block.start || isMute(sentence.block)) continue;
    const limit = Math.min(sentence.end, sentence.start + 20);
    if (indexWithin(x.norm, "：", sentence.start, limit) < 0) continue;
    const label = LABEL.exec(x.norm, sentence.start, limit);
    if (label === null) continue;
    const start = sentence.start + label[0].indexOf(label[1]!);
    const item = itemOf(x, start, start + label[1]!.length);
    if (item === undefined || item.start !== start || !looksLikeIndustry(item.name)) continue;
    const from = sentence.start + label[0].length;
    const [firm] = x.mentionsIn(from, sentence.end, ["Company"]);
    if (firm === undefined) continue;
    const introduced = HEAD_FIRM.test(x.norm, Math.max(from, firm.start - 6), firm.start);
    if (introduced || IS_HEAD.test(x.norm.slice(firm.end, sentence.end)))
      relateFirms(x, sentence, [firm.entity], [item], "industry/labelled");
  }
}

/** 其中A产值…，龙头X: X is in the industry that the sentence named last before. */
function headFirms(x: Extraction): void {
  const industries = new Map<string, DocEntity>();
  for (const entity of x.entities)
    if (entity.type === "Industry")
      for (const name of [entity.name, ...entity.aliases.keys()]) industries.set(name, entity);
  if (industries.size === 0) return;
  for (const firm of x.mentions) {
    if (firm.type !== "Company" || !HEAD_FIRM.test(x.norm, Math.max(0, firm.start - 6), firm.start)) continue;
    const sentence = x.sentenceAt(firm.start);
    if (sentence === undefined || isMute(sentence.block)) continue;
    const industry = lastNamed(x.text, Math.max(sentence.start, firm.start - FAR), firm.start, industries);
    if (industry === undefined) continue;
    x.relate({
      type: "OPERATES_IN",
      from: firm.entity,
      to: industry,
      start: sentence.start,
      end: sentence.end,
      rule: "industry/head-firm",
      confidence: 0.75,
    });
  }
}

const FAR = 80;
const LONGEST_NAME = 14;

/** The entity whose name ends last in [from, to), the longest of those that end there. */
function lastNamed(
  text: string,
  from: number,
  to: number,
  names: ReadonlyMap<string, DocEntity>,
): DocEntity | undefined {
  for (let end = to; end > from; end--)
    for (let start = Math.max(from, end - LONGEST_NAME); start < end; start++) {
      const named = names.get(text.slice(start, end));
      if (named !== undefined) return named;
    }
  return undefined;
}
