import { Begun } from "../../lexicon/begun.js";
import { allMatches } from "../../patterns/all-matches.js";
import { CharacterSet } from "../../patterns/character-set.js";
import type { Sentence } from "../../types.js";
import { isMute } from "../shape/clauses.js";
import { isFact } from "../shape/stance.js";
import { actorsBefore } from "../shape/subjects.js";
import { ORGANIZATIONS, PLACES } from "../shape/types.js";
import type { DocEntity, Extraction, RuleFamily } from "../types.js";

const KIND =
  "(?:动员大会|颁奖大会|表彰大会|产业大会|大会|常务会议|联席会议|会议|论坛|启动仪式|颁奖仪式|签约仪式|揭牌仪式|开工仪式|仪式|颁奖典礼|座谈会|推进会|发布会|现场会|交流会|启动会|博览会|研讨会|对接会|宣贯会)";
/** 某市召开某大会. */
const HELD = new Begun(
  "召开 举行 举办 主办 承办 组织召开",
  new RegExp(
    `(?:召开|举行|举办|主办|承办|组织召开)(?:了)?((?:[^，。；：、]){2,36}?${KIND})(?![\\u4e00-\\u9fa5]{0,2}(?:精神|决定|要求|材料|纪要|室|中心))`,
    "uy",
  ),
);
/** 某大会在某地召开. */
const OPENED = new RegExp(
  `([^，。；：、]{2,36}?${KIND})(?:[^，。；：]{0,16})(?:召开|举行|举办|开幕|启动)`,
  "gu",
);
/** What OPENED ends in, and what it never goes across. */
const OPENS = new Begun("召开 举行 举办 开幕 启动", /召开|举行|举办|开幕|启动/uy);
const BREAKS = "，。；：";
/** With what each KIND ends. */
const KIND_END = new CharacterSet("会坛式礼");
const DATE = /(?:(\d{4})年)?(\d{1,2})月(\d{1,2})日|(\d{4})年(\d{1,2})月/u;
const FRONT = /^(?:的|了|在|全市|第二天|当天|上午|下午|日|，)+/u;
/** Who is said to have been there, by name. */
const PRESENT = /^[^。；]{0,12}(?:出席|参加|主持|讲话|致辞|作|率队|见证|宣布)/u;

/** Dated meetings, ceremonies and launches, with who held them and who was there. */
export const happening: RuleFamily = {
  id: "event/happening",
  run(x) {
    for (const match of HELD.matches(x.norm)) {
      const start = match.index + match[0].length - match[1]!.length;
      found(x, start, match.index + match[0].length, match.index);
    }
    for (const { from, text } of openings(x.norm))
      for (const match of allMatches(OPENED, text)) {
        if (/(?:召开|举行|举办|主办|承办)/u.test(match[1]!)) continue;
        found(x, from + match.index, from + match.index + match[1]!.length, undefined);
      }
  },
};

/** The stretches of a text, from break to break, that say of something that it opened: most texts hold few. */
function* openings(norm: string): Generator<{ from: number; text: string }> {
  let done = 0;
  for (const { index } of OPENS.matches(norm)) {
    if (index < done) continue;
    let from = index;
    while (from > done && !BREAKS.includes(norm[from - 1]!)) from--;
    done = index;
    while (done < norm.length && !BREAKS.includes(norm[done]!)) done++;
    if (KIND_END.within(norm, from, done)) yield { from, text: norm.slice(from, done) };
  }
}

function found(x: Extraction, from: number, end: number, verb: number | undefined): void {
  const sentence = x.sentenceAt(from);
  if (sentence === undefined || isMute(sentence.block) || end > sentence.end) return;
  if (!isFact(x, sentence, from, end)) return;
  let start = from;
  // The title begins after the date and after whom and where the sentence names before it.
  const date = DATE.exec(x.norm.slice(sentence.start, end));
  if (date === null) return;
  start = Math.max(
    start,
    sentence.start + date.index + date[0].length > from
      ? sentence.start + date.index + date[0].length
      : start,
  );
  start += FRONT.exec(x.norm.slice(start, end))?.[0].length ?? 0;
  const name = x.text.slice(start, end).replace(/^[“《]|[”》]$/gu, "");
  if (name.length < 4) return;
  const event = x.entity("Event", name, { start, end, rule: "event/dated" });
  event.date ??= isoOf(date, x.year);
  const actors = verb === undefined ? [] : actorsBefore(x, sentence, verb, [...ORGANIZATIONS, ...PLACES]);
  for (const who of new Set([...actors, ...presentIn(x, sentence, end)]))
    x.relate({
      type: "TOOK_PART_IN",
      from: who,
      to: event,
      start: sentence.start,
      end: sentence.end,
      rule: "event/took-part",
      confidence: 0.7,
    });
}

function presentIn(x: Extraction, sentence: Sentence, from: number): DocEntity[] {
  return x
    .mentionsIn(from, sentence.end, ["Person"])
    .filter((person) => PRESENT.test(x.norm.slice(person.end, sentence.end)))
    .map((person) => person.entity);
}

function isoOf(date: RegExpExecArray, year: number | undefined): string | undefined {
  const two = (text: string): string => text.padStart(2, "0");
  if (date[4] !== undefined) return `${date[4]}-${two(date[5]!)}`;
  const of = date[1] ?? (year === undefined ? undefined : String(year));
  return of === undefined ? undefined : `${of}-${two(date[2]!)}-${two(date[3]!)}`;
}
