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

interface Post {
  person: DocEntity;
  to: DocEntity;
  title: string;
  start: number;
  end: number;
  rule: string;
  confidence: number;
}

/** Ranks and honours that are no posts: without an organization right before them they say where nobody works. */
const NO_POST = /(?:大师|工匠|院士|博士|专家|学者|教授|传承人|代表|老师|员工|职工|讲解员|[茶酒]师)$/u;

/** Posts: 甲公司董事长某某, 某某（甲公司班长）, "某某　甲公司书记、总工程师", 市长某某. */
export const position: RuleFamily = {
  id: "position",
  run(x) {
    const posts: Post[] = [];
    for (const mention of x.mentions) {
      if (mention.type !== "Person" || mention.generic) continue;
      const sentence = x.sentenceAt(mention.start);
      if (sentence === undefined) continue;
      const said = before(x, mention, sentence.start, sentence.end);
      posts.push(...(said.length > 0 ? said : after(x, mention, sentence.start, sentence.end)));
    }
    // One line for a person in an organization: its titles together, where the first is given.
    const pairs = new Map<DocEntity, Map<DocEntity, Post>>();
    for (const post of posts) {
      const seats = pairs.get(post.person) ?? new Map<DocEntity, Post>();
      pairs.set(post.person, seats);
      const known = seats.get(post.to);
      if (known === undefined) seats.set(post.to, { ...post });
      else if (!known.title.split("、").includes(post.title) && post.start === known.start)
        known.title += `、${post.title}`;
    }
    for (const seats of pairs.values())
      for (const post of seats.values())
        x.relate({
          type: "HOLDS_POSITION",
          from: post.person,
          to: post.to,
          properties: { title: post.title },
          start: post.start,
          end: post.end,
          rule: post.rule,
          confidence: post.confidence,
        });
  },
};

/** A title that ends right before the name, and whose it is. */
function before(x: Extraction, person: Mention, start: number, end: number): Post[] {
  let nameAt = person.start;
  while (nameAt > start && /[ ：]/u.test(x.norm[nameAt - 1]!)) nameAt--;
  const from = Math.max(start, nameAt - FARTHEST);
  const titles = titlesIn(x.norm, from, nameAt);
  const last = titles[titles.length - 1];
  if (last === undefined || last.end !== nameAt) return [];
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
  const said: Post[] = [];
  let limit = from;
  for (const title of row) {
    const post = seat(x, person, limit, title, start, end);
    if (post !== undefined) said.push(post);
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
): Post | undefined {
  const seats = x.mentionsIn(from, title.end, SEATS);
  const words = x.norm.slice(title.start, title.end);
  let organization = seats[seats.length - 1];
  if (organization !== undefined && /[，。；：]/u.test(x.norm.slice(organization.end, title.start)))
    organization = undefined;
  // 市委书记甲、市长乙: the body before belongs to the other's title.
  if (organization !== undefined && x.mentionsIn(organization.end, title.start, ["Person"]).length > 0)
    organization = undefined;
  const post = (to: DocEntity, text: string, confidence: number): Post => ({
    person: person.entity,
    to,
    title: trim(text) || words,
    start,
    end,
    rule: "position/title",
    confidence,
  });
  // Other bodies stand between: what a long stretch before the title belongs to is not known.
  if (organization !== undefined && title.start - organization.end > 16) return undefined;
  if (organization !== undefined && ORGANIZATIONS.includes(organization.type))
    return post(organization.entity, x.text.slice(organization.end, title.end), 0.9);
  if (PLACE_OFFICE.test(words)) {
    const place = organization?.entity ?? x.place;
    return place && post(place, words, 0.8);
  }
  // 党工委书记, 管委会主任 of a zone; a place's name in an address is no seat.
  if (organization !== undefined && organization.type === "Zone" && organization.end >= title.start - 6)
    return post(organization.entity, x.text.slice(organization.end, title.end), 0.7);
  // 总工程师某某说: of the organization that the text speaks of.
  const clause = clauseOf(x.norm, title.start, start);
  const lead = x.norm.slice(clause, title.start);
  if (organization !== undefined || /[省市县区乡镇村]/u.test(lead) || lead.length > 8) return undefined;
  if (NO_POST.test(words) && !/^总|^首席|^副总|班长/u.test(words)) return undefined;
  const holder = x.subjectAt(title.start, ORGANIZATIONS);
  return holder && post(holder, x.text.slice(clause, title.end), 0.6);
}

/** A title in brackets or on the line after the name. */
function after(x: Extraction, person: Mention, start: number, end: number): Post[] {
  const block = x.blockAt(person.start);
  const limit = Math.min(block?.end ?? end, person.end + 60);
  const rest = x.norm.slice(person.end, limit);
  const lead = /^(?:（[男女](?:，[^）]{1,8})?）)?(?:（| +|，|：)?/u.exec(rest)![0];
  const from = person.end + lead.length;
  const stop = /[）。；\n\t]/u.exec(x.norm.slice(from, limit));
  const to = stop === null ? limit : from + stop.index;
  const titles = titlesIn(x.norm, from, to);
  const title = titles[0];
  if (title === undefined) return [];
  const organization = x.mentionsIn(from, title.end, SEATS)[0];
  const direct = title.start === from;
  if (organization === undefined && !direct) return [];
  if (organization !== undefined && organization.start !== from) return [];
  const last = titles[titles.length - 1]!;
  let place: DocEntity | undefined = organization?.entity;
  const words = x.norm.slice(title.start, title.end);
  if (place === undefined)
    place = PLACE_OFFICE.test(words) ? x.place : x.subjectAt(person.start, ORGANIZATIONS);
  if (place === undefined) return [];
  const text = trim(x.text.slice(organization?.end ?? title.start, lead === "" ? title.end : last.end));
  return [
    {
      person: person.entity,
      to: place,
      title: text || words,
      start,
      end: Math.max(end, to),
      rule: "position/after-name",
      confidence: 0.8,
    },
  ];
}

const trim = (title: string): string => title.replace(/^[\s、，的）”》]+|[\s：]+$/gu, "");

function clauseOf(norm: string, at: number, floor: number): number {
  let i = at;
  while (i > floor && !/[，。；：“”、（）\s]/u.test(norm[i - 1]!)) i--;
  return i;
}
