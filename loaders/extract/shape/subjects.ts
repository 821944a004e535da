import type { EntityType } from "../../../schema/index.js";
import type { Sentence } from "../../types.js";
import type { DocEntity, Extraction, Mention } from "../types.js";
import { ACTORS, PLACES } from "./types.js";

const JOIN = /^(?:、|和|与|及|以及|暨|同|携手|联合|（[^（）]{1,12}）(?:、|和|与|及))$/u;
/** Before a partner whose own subject stands further left: 并与X联合组建. */
const WITH = /(?:与|和|同|跟|携手|联合|联手)$/u;
const LOCAL = /(?:区内|园内|辖区内?|市内|县内|境内|本地|当地)[^，。；]{0,4}$/u;

/** Whether a mention says where rather than who: 在X, 落户X, X的企业. */
export function isWhere(x: Extraction, mention: Mention): boolean {
  if (!PLACES.includes(mention.type)) return false;
  // 机器人产业放在X，2013年获批…: X is what the sentence goes on to speak of.
  if (
    /(?:放|布局|集中|摆)在$/u.test(x.norm.slice(Math.max(0, mention.start - 3), mention.start)) &&
    x.norm[mention.end] === "，"
  )
    return false;
  return (
    /(?:在|落户|位于|坐落|坐落于|驻|来自|毗邻|相邻的|同在)$/u.test(
      x.norm.slice(Math.max(0, mention.start - 3), mention.start),
    ) || /^(?:的|市场|市民|企业|籍|造)/u.test(x.norm.slice(mention.end, mention.end + 2))
  );
}

/** Whether a mention names who approved, or whose measure it is, rather than who acts: 通过X的审批, 经X批准. */
function isApprover(x: Extraction, mention: Mention): boolean {
  return (
    mention.type === "GovernmentBody" &&
    (/(?:通过|经|被|受|获|报|向|由|落实|抓好|贯彻|据|获得|得到)$/u.test(
      x.norm.slice(Math.max(0, mention.start - 2), mention.start),
    ) ||
      /^(?:的?(?:审批|批准|批复|同意|认定|授予|激励|表彰|验收|授权|支持|公布|公示))/u.test(
        x.norm.slice(mention.end, mention.end + 4),
      ))
  );
}

/**
 * Who acts where a verb stands: the last actor before it in the sentence with those joined to it (X、Y和Z; X与Y), or else
 * whom the context gives. A place that only says where does not act.
 */
export function actorsBefore(
  x: Extraction,
  sentence: Sentence,
  verb: number,
  types: readonly EntityType[] = ACTORS,
): DocEntity[] {
  if (LOCAL.test(x.norm.slice(sentence.start, verb))) {
    const within = /[区园]内/u.test(x.norm.slice(sentence.start, verb));
    const here =
      (within ? x.subjectAt(sentence.start, ["Zone"]) : undefined) ?? x.subjectAt(sentence.start, PLACES);
    if (here !== undefined) return [here];
  }
  const before = x
    .mentionsIn(sentence.start, verb, types)
    .filter((mention) => !isWhere(x, mention) && !isApprover(x, mention));
  const last = before[before.length - 1];
  if (last === undefined) {
    const subject = x.subjectAt(
      sentence.start,
      types.filter((type) => type !== "Province"),
    );
    return subject === undefined ? [] : [subject];
  }
  const group = joinedTo(x, before, before.length - 1);
  const first = group[0]!;
  if (WITH.test(x.norm.slice(Math.max(0, first.start - 2), first.start))) {
    const index = before.indexOf(first);
    const own = before[index - 1];
    if (own !== undefined) group.unshift(...joinedTo(x, before, index - 1));
    else {
      const subject = x.subjectAt(sentence.start, types);
      if (subject !== undefined) return [subject, ...group.map((mention) => mention.entity)];
    }
  }
  return [...new Set(group.map((mention) => mention.entity))];
}

/** The mention at `index` and those before it that are joined to it. */
function joinedTo(x: Extraction, mentions: readonly Mention[], index: number): Mention[] {
  const group = [mentions[index]!];
  for (let i = index - 1; i >= 0; i--) {
    if (!JOIN.test(x.norm.slice(mentions[i]!.end, group[0]!.start))) break;
    group.unshift(mentions[i]!);
  }
  return group;
}

/** The mentions of the types that begin at or after `start` in a row: the first within `gap` characters, the rest joined to it. */
export function actorsAfter(
  x: Extraction,
  start: number,
  end: number,
  gap: RegExp,
  types: readonly EntityType[] = ACTORS,
): Mention[] {
  const [first, ...rest] = x.mentionsIn(start, end, types);
  if (first === undefined || !gap.test(x.norm.slice(start, first.start))) return [];
  const group = [first];
  for (const next of rest) {
    if (!JOIN.test(x.norm.slice(group[group.length - 1]!.end, next.start))) break;
    group.push(next);
  }
  return group;
}
