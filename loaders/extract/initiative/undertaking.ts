import type { EntityType } from "../../../schema/index.js";
import type { Sentence } from "../../types.js";
import { clauseOf, isMute } from "../shape/clauses.js";
import { isFact, isPlanSection } from "../shape/stance.js";
import { actorsBefore } from "../shape/subjects.js";
import { PLACES } from "../shape/types.js";
import { yearBefore } from "../shape/years.js";
import type { Extraction, Mention, RuleFamily } from "../types.js";

const FIRMS: readonly EntityType[] = ["Company", "Institution"];
const ACTORS: readonly EntityType[] = [...FIRMS, ...PLACES.filter((type) => type !== "Province")];
const CARRIED: ReadonlySet<string> = new Set(["initiative/pilot", "initiative/quoted", "initiative/project"]);
const PILOT_VERB =
  /获批|获准|批准|入选|入围|入列|列入|列为|纳入|承担|承接|开展|启动|实施|进入|进了|成为|跻身|也?是|确定为|通过|获得|获|推进|建设|创建/gu;
const PROJECT_VERB = /参与完成|主持完成|牵头完成|完成|承担|实施|投资|建设|开工|研发|凭借?|以|的/gu;

/** Who carries out a pilot, was admitted to it, or builds a project. */
export const undertaking: RuleFamily = {
  id: "initiative/undertaking",
  run(x) {
    for (const mention of x.mentions) {
      if (mention.type !== "Initiative" || !CARRIED.has(mention.rule)) continue;
      if (mention.rule === "initiative/quoted" && !x.norm.startsWith("”项目", mention.end)) continue;
      const sentence = x.sentenceAt(mention.start);
      if (sentence === undefined || isMute(sentence.block) || isPlanSection(x, sentence.block, mention.start))
        continue;
      if (!isFact(x, sentence, mention.start, mention.end)) continue;
      if (x.norm[mention.end] === "：") {
        inList(x, sentence, mention);
        continue;
      }
      const project = mention.rule !== "initiative/pilot";
      const clause = clauseOf(x.norm, mention.start, sentence);
      const verb = lastVerb(x, mention, clause.start, project ? PROJECT_VERB : PILOT_VERB);
      if (verb === undefined && !project) continue;
      const types = project ? FIRMS : nearBody(x, verb!) ? [...ACTORS, "GovernmentBody" as const] : ACTORS;
      const year = yearBefore(x, sentence.start, mention.start);
      for (const actor of actorsBefore(x, sentence, verb ?? mention.start, types))
        x.relate({
          type: "UNDERTAKES",
          from: actor,
          to: mention.entity,
          properties: year === undefined ? {} : { year },
          start: sentence.start,
          end: sentence.end,
          rule: project ? "initiative/project-of" : "initiative/pilot-of",
          confidence: 0.8,
        });
    }
  },
};

function lastVerb(x: Extraction, mention: Mention, start: number, pattern: RegExp): number | undefined {
  let at: number | undefined;
  for (const match of x.norm.slice(start, mention.start).matchAll(pattern)) {
    const from = start + match.index;
    if (!x.mentionsIn(start, mention.start).some((m) => m.start <= from && from < m.end)) at = from;
  }
  return at;
}

/** An authority carries out only what it is said to right before the verb; elsewhere it approved it. */
function nearBody(x: Extraction, verb: number): boolean {
  return x.mentionsIn(Math.max(0, verb - 30), verb, ["GovernmentBody"]).some((body) => verb - body.end <= 4);
}

/** 某试点：某县、某市（2021年获批）: each with the year of its bracket. */
function inList(x: Extraction, sentence: Sentence, mention: Mention): void {
  for (const actor of x.mentionsIn(mention.end, sentence.end, ACTORS)) {
    const bracket = /^（[^（）]*?((?:19|20)\d\d)年?[^（）]*）/u.exec(x.norm.slice(actor.end, actor.end + 24));
    x.relate({
      type: "UNDERTAKES",
      from: actor.entity,
      to: mention.entity,
      properties: bracket === null ? {} : { year: Number(bracket[1]) },
      start: sentence.start,
      end: sentence.end,
      rule: "initiative/pilot-list",
      confidence: 0.85,
    });
  }
}
