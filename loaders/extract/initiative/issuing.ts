import type { EntityType } from "../../../schema/index.js";
import type { Sentence } from "../../types.js";
import { isMute } from "../shape/clauses.js";
import { isPlanSection } from "../shape/stance.js";
import { actorsBefore } from "../shape/subjects.js";
import { PLACES } from "../shape/types.js";
import { yearBefore } from "../shape/years.js";
import type { DocEntity, Extraction, RuleFamily } from "../types.js";

const ISSUERS: readonly EntityType[] = ["GovernmentBody", ...PLACES];
const ISSUED =
  /(?:联合|共同|先后|陆续|相继|已经?|新|专门|率先|研究|及时)*(?:印发|出台|发布|制定|颁布|下发|公布|颁发|编制|修订|制订|发出|推出)(?:实施|出台|印发|并实施|了|的|并印发)*(?:等)?$/u;
const ISSUED_AFTER =
  /^》[^，。；《》]{0,3}由([^，。；]{2,30}?)(?:联合|共同)?(?:印发|出台|发布|制定|颁布|下发|公布)/u;
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
          issuers = actorsBefore(x, sentence, at, ISSUERS);
          year = yearBefore(x, sentence.start, at);
        } else issuers = after(x, sentence, mention.end);
      }
      if (own !== undefined) {
        const at = { start: mention.start, end: mention.start + own.length, rule: "initiative/title-issuer" };
        issuers = [x.entity("GovernmentBody", own, at)];
      }
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

/** 《…》由某局制定. */
function after(x: Extraction, sentence: Sentence, end: number): DocEntity[] {
  const match = ISSUED_AFTER.exec(x.norm.slice(end, Math.min(sentence.end, end + 50)));
  if (match === null) return [];
  const start = end + match[0].indexOf(match[1]!);
  return x.mentionsIn(start, start + match[1]!.length, ISSUERS).map((mention) => mention.entity);
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
