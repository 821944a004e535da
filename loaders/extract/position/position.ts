import type { EntityType } from "../../../schema/index.js";
import { titlesIn } from "../names/persons.js";
import type { DocEntity, Extraction, Mention, RuleFamily } from "../types.js";

const SEATS: readonly EntityType[] = [
  "Company",
  "Institution",
  "GovernmentBody",
  "Zone",
  "City",
  "County",
  "Province",
];
const ORGANIZATIONS: readonly EntityType[] = ["Company", "Institution", "GovernmentBody"];
/** Offices of a place's government and of its party committee: of the place itself where no body is named. */
const PLACE_OFFICE = /^(?:常务)?(?:副)?(?:市长|省长|县长|区长|州长|自治区主席)$/u;
const FARTHEST = 40;

/** Posts: 甲公司董事长某某, 某某（甲公司班长）, "某某　甲公司书记、总工程师", 市长某某. */
export const position: RuleFamily = {
  id: "position",
  run(x) {
    for (const mention of x.mentions) {
      if (mention.type !== "Person" || mention.generic) continue;
      const sentence = x.sentenceAt(mention.start);
      if (sentence === undefined) continue;
      before(x, mention, sentence.start, sentence.end) || after(x, mention, sentence.start, sentence.end);
    }
  },
};

/** A title that ends right before the name, and whose it is. */
function before(x: Extraction, person: Mention, start: number, end: number): boolean {
  let nameAt = person.start;
  while (nameAt > start && /[ ：]/u.test(x.norm[nameAt - 1]!)) nameAt--;
  const from = Math.max(start, nameAt - FARTHEST);
  const titles = titlesIn(x.norm, from, nameAt);
  const last = titles[titles.length - 1];
  if (last === undefined || last.end !== nameAt) return false;
  // 党委书记、总工程师 / 市委副书记、市长: titles in a row belong to one person.
  let first = last.start;
  const row = [last];
  for (let i = titles.length - 2; i >= 0; i--) {
    const title = titles[i]!;
    const gap = x.norm.slice(title.end, first);
    if (!/^(?:[、兼和]|、[\u4e00-\u9fa5]{0,8}|兼[\u4e00-\u9fa5]{0,6})$/u.test(gap)) break;
    row.unshift(title);
    first = title.start;
  }
  let said = false;
  let limit = from;
  for (const title of row) {
    said = seat(x, person, limit, title, start, end, nameAt) || said;
    limit = title.end;
  }
  return said;
}

/** The seat of one title: the organization right before it, the office's place, or the organization spoken of. */
function seat(
  x: Extraction,
  person: Mention,
  from: number,
  title: { start: number; end: number },
  start: number,
  end: number,
  nameAt: number,
): boolean {
  const seats = x.mentionsIn(from, title.end, SEATS);
  const words = x.norm.slice(title.start, title.end);
  let organization = seats[seats.length - 1];
  if (organization !== undefined && /[，。；：]/u.test(x.norm.slice(organization.end, title.start)))
    organization = undefined;
  const relate = (to: DocEntity, text: string, confidence: number): true => {
    x.relate({
      type: "HOLDS_POSITION",
      from: person.entity,
      to,
      properties: { title: text },
      start,
      end,
      rule: "position/title",
      confidence,
    });
    return true;
  };
  if (organization !== undefined && ORGANIZATIONS.includes(organization.type))
    return relate(
      organization.entity,
      x.text.slice(organization.end, title.end) === ""
        ? words
        : trim(x.text.slice(organization.end, title.end)),
      0.9,
    );
  if (PLACE_OFFICE.test(words)) {
    const place = organization?.entity ?? x.place;
    return place !== undefined && relate(place, words, 0.8);
  }
  if (organization !== undefined && organization.end >= title.start - 6)
    return relate(organization.entity, trim(x.text.slice(organization.end, title.end)), 0.7);
  // 总工程师某某说: of the organization that the text speaks of.
  const holder = x.subjectAt(title.start, ORGANIZATIONS);
  if (holder === undefined || nameAt - title.start > FARTHEST) return false;
  const clause = clauseOf(x.norm, title.start, start);
  return relate(holder, trim(x.text.slice(clause, title.end)) || words, 0.6);
}

/** A title in brackets or on the line after the name. */
function after(x: Extraction, person: Mention, start: number, end: number): boolean {
  const block = x.blockAt(person.start);
  const limit = Math.min(block?.end ?? end, person.end + 60);
  const rest = x.norm.slice(person.end, limit);
  const lead = /^(?:（[男女]）)?(?:（| +|，|：)?/u.exec(rest)![0];
  const from = person.end + lead.length;
  const stop = /[）。；\n\t]/u.exec(x.norm.slice(from, limit));
  const to = stop === null ? limit : from + stop.index;
  const titles = titlesIn(x.norm, from, to);
  const title = titles[0];
  if (title === undefined) return false;
  const organization = x.mentionsIn(from, title.end, SEATS)[0];
  const direct = title.start === from;
  if (organization === undefined && !direct) return false;
  if (organization !== undefined && organization.start !== from) return false;
  const last = titles[titles.length - 1]!;
  let place: DocEntity | undefined = organization?.entity;
  const words = x.norm.slice(title.start, title.end);
  if (place === undefined)
    place = PLACE_OFFICE.test(words) ? x.place : x.subjectAt(person.start, ORGANIZATIONS);
  if (place === undefined) return false;
  x.relate({
    type: "HOLDS_POSITION",
    from: person.entity,
    to: place,
    properties: {
      title: trim(x.text.slice(organization?.end ?? title.start, lead === "" ? title.end : last.end)),
    },
    start,
    end: Math.max(end, to),
    rule: "position/after-name",
    confidence: 0.8,
  });
  return true;
}

const trim = (title: string): string => title.replace(/^[\s、，的]+|[\s：]+$/gu, "");

function clauseOf(norm: string, at: number, floor: number): number {
  let i = at;
  while (i > floor && !/[，。；：“”、（）\s]/u.test(norm[i - 1]!)) i--;
  return i;
}
