import type { EntityType } from "../../../schema/index.js";
import type { Sentence } from "../../types.js";
import { clauseOf, isMute } from "../shape/clauses.js";
import { isPlanSection } from "../shape/stance.js";
import { actorsBefore } from "../shape/subjects.js";
import { PLACES } from "../shape/types.js";
import { yearBefore } from "../shape/years.js";
import type { DocEntity, Extraction, RuleFamily } from "../types.js";

const ISSUERS: readonly EntityType[] = ["GovernmentBody", ...PLACES];
const ISSUED =
  /(?:联合|共同|先后|陆续|相继|已经?|新|专门|率先|研究|及时){0,12}(?:印发|出台|发布|制定|颁布|下发|公布|颁发|编制|修订|制订|发出|推出|颁行|推行|提出|签发|审议通过)(?:实施|出台|印发|并实施|了|的|并印发){0,12}(?:等)?$/u;
const ISSUED_AFTER =
  /^》(?:（[^（）]{0,200}）){0,12}(?:已|现已|则|也|就|业已|正式)?由([^，。；《》]{2,30}?)(?:于)?(?:\d{4}年)?(?:\d{1,2}月)?(?:\d{1,2}日)?(?:联合|共同|正式|牵头)?(?:印发|出台|发布|制定|颁布|下发|公布|签发|编制)/u;
/** 《…》（某市人民政府2023年10月印发）. */
const ISSUED_IN_BRACKET = /^》（([^（）]{2,40}?)(?:印发|出台|发布|制定|颁布|下发|公布)[^（）]{0,6}）/u;
const PLANNED = /(?:将|拟|计划|研究|抓紧|尽快|即将|正在|推动|争取)[^，。；]{0,6}$/u;
const OWN_TITLE =
  /^(?:中共)?[\u4e00-\u9fa5]{2,10}?(?:人民政府|市委|省委|委员会|管委会|监督管理局|管理局|厅|局|办公室)(?=关于)/u;
const BETWEEN_TITLES = /^》(?:、|和|及|以及|与)?《$/u;

/** Who issued a policy or plan: 某局印发《…》, 某市出台《…》《…》, and a title that says itself whose it is. */
export const issuing: RuleFamily = {
  id: "initiative/issuing",
  run(x) {
    ownTitle(x);
    let previous: { end: number; issuers: DocEntity[]; year: number | undefined } | undefined;
    for (const mention of x.mentions) {
      if (mention.type !== "Initiative" || mention.rule !== "initiative/title") continue;
      const sentence = x.sentenceAt(mention.start);
      if (sentence === undefined || isMute(sentence.block)) continue;
      const title = x.norm.slice(mention.start, mention.end);
      const own = OWN_TITLE.exec(title)?.[0];
      let issuers: DocEntity[] = [];
      let year: number | undefined;
      if (previous !== undefined && BETWEEN_TITLES.test(x.norm.slice(previous.end, mention.start)))
        ({ issuers, year } = previous);
      else {
        const lead = x.norm.slice(sentence.start, mention.start - 1);
        const verb = ISSUED.exec(lead);
        if (
          verb !== null &&
          !PLANNED.test(lead.slice(0, verb.index)) &&
          (/了|已|的|年|月/u.test(lead.slice(verb.index - 8)) ||
            !isPlanSection(x, sentence.block, mention.start))
        ) {
          const at = sentence.start + verb.index;
          issuers = before(x, sentence, at);
          year = yearBefore(x, sentence.start, at);
        } else ({ issuers, year } = after(x, sentence, mention.end));
        if (issuers.length === 0) issuers = owner(x, sentence, mention.start - 1);
      }
      if (own !== undefined) {
        const at = { start: mention.start, end: mention.start + own.length, rule: "initiative/title-issuer" };
        issuers = [x.entity("GovernmentBody", own, at)];
      } else if (issuers.length > 0 && issuers.every(isPlace) && isFirms(x, title)) issuers = [];
      previous = { end: mention.end, issuers, year };
      for (const issuer of issuers)
        x.relate({
          type: "ISSUED",
          from: issuer,
          to: mention.entity,
          properties: year === undefined ? {} : { year },
          start: sentence.start,
          end: sentence.end,
          rule: own === undefined ? "initiative/issued" : "initiative/title-issuer",
          confidence: 0.85,
        });
    }
  },
};

const isPlace = ({ type }: DocEntity): boolean => PLACES.includes(type);

/** 《某某重装质量提升计划》: a title that begins with a firm's name is the firm's own. */
function isFirms(x: Extraction, title: string): boolean {
  for (const { type, name, aliases } of x.entities) {
    if (type !== "Company") continue;
    if (beginsSo(title, name)) return true;
    for (const alias of aliases.keys()) if (beginsSo(title, alias)) return true;
  }
  return false;
}

const beginsSo = (title: string, name: string): boolean => name.length > 2 && title.startsWith(name);

/** 据某市政府去年印发的《…》: the authorities named last before the verb; else whom the sentence speaks of. */
function before(x: Extraction, sentence: Sentence, verb: number): DocEntity[] {
  const clause = clauseOf(x.norm, verb, sentence);
  const named = x.mentionsIn(clause.start, verb, ISSUERS).filter(({ type }) => type === "GovernmentBody");
  const group = named.splice(-1);
  for (let other = named.pop(); group.length > 0 && other !== undefined; other = named.pop()) {
    if (!/^(?:、|和|与|会同|联合)$/u.test(x.norm.slice(other.end, group[0]!.start))) break;
    group.unshift(other);
  }
  return group.length > 0 ? group.map((mention) => mention.entity) : actorsBefore(x, sentence, verb, ISSUERS);
}

/** 《…》由某局制定, 《…》（某市人民政府2023年印发）. */
function after(
  x: Extraction,
  sentence: Sentence,
  end: number,
): { issuers: DocEntity[]; year: number | undefined } {
  const rest = x.norm.slice(end, Math.min(sentence.end, end + 80));
  const match = ISSUED_AFTER.exec(rest) ?? ISSUED_IN_BRACKET.exec(rest);
  if (match === null) return { issuers: [], year: undefined };
  const start = end + match[0].lastIndexOf(match[1]!);
  const issuers = x.mentionsIn(start, end + match[0].length, ISSUERS).map((mention) => mention.entity);
  return { issuers, year: yearBefore(x, end, end + match[0].length) };
}

/** 为落实某市人民政府《…》: whose it is by standing right before it. */
function owner(x: Extraction, sentence: Sentence, at: number): DocEntity[] {
  const last = x.mentionsIn(Math.max(sentence.start, at - 40), at, ["GovernmentBody"]).pop();
  return last !== undefined && /^的?$/u.test(x.norm.slice(last.end, at)) ? [last.entity] : [];
}

/** A document that calls itself 本方案 is one: its title names it. */
function ownTitle(x: Extraction): void {
  const title = x.blocks.find((block) => block.kind === "title" || block.level === 1);
  if (title === undefined) return;
  const name = x.norm.slice(title.start, title.end);
  const kind = /(方案|规划|意见|办法|计划|措施|细则|条例)(?:（[^（）]{1,16}）)?$/u.exec(name);
  if (kind === null || name.length > 60 || !x.norm.includes(`本${kind[1]}`)) return;
  x.entity("Initiative", x.text.slice(title.start, title.end), {
    start: title.start,
    end: title.end,
    rule: "initiative/own-title",
  });
}
