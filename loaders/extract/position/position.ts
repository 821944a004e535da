import type { EntityType } from "../../../schema/index.js";
import { CharacterSet } from "../../patterns/character-set.js";
import { titlesIn } from "../names/persons.js";
import { placeContext } from "../names/place-context.js";
import { firstFrom, indexWithin } from "../spans.js";
import type { DocEntity, Extraction, Mention, RuleFamily } from "../types.js";

const SEATS: readonly EntityType[] = [
  "Company",
  "Institution",
  "GovernmentBody",
  "Zone",
  "City",
  "County",
  "Province",
  "Platform",
];
const ORGANIZATIONS: readonly EntityType[] = ["Company", "Institution", "GovernmentBody"];
/** What has people of its own where it is named right before their post. */
const EMPLOYERS: readonly EntityType[] = [...ORGANIZATIONS, "Platform"];
/** Offices of a place's government and of its party committee: of the place itself where no body is named. */
const PLACE_OFFICE = /^(?:常务)?(?:副)?(?:市长|省长|县长|区长|州长|自治区主席)$/u;
const OFFICE_AFTER = /、((?:常务)?副?(?:市长|省长|县长|区长|州长))$/u;
const FARTHEST = 90;

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
      const count = posts.length;
      before(x, mention, sentence.start, sentence.end, posts);
      if (posts.length === count) after(x, mention, sentence.start, sentence.end, posts);
    }
    // One line for a person in an organization: its titles together, where the first is given.
    const pairs = new Map<DocEntity, Map<DocEntity, Post>>();
    for (const post of posts) {
      let seats = pairs.get(post.person);
      if (seats === undefined) {
        seats = new Map<DocEntity, Post>();
        pairs.set(post.person, seats);
      }
      const known = seats.get(post.to);
      if (known === undefined) seats.set(post.to, post);
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

const GAP = new CharacterSet(" ：");
const CLAUSE_ENDS = new CharacterSet("，。；：“”、（） \t\n");

/** Finds a title that ends right before the name, and whose it is. */
function before(x: Extraction, person: Mention, start: number, end: number, said: Post[]): void {
  let nameAt = person.start;
  while (nameAt > start && GAP.has(x.norm.charCodeAt(nameAt - 1))) nameAt--;
  const from = Math.max(start, nameAt - FARTHEST);
  const titles = titlesIn(x.norm, from, nameAt);
  const last = titles.length === 0 ? undefined : titles[titles.length - 1]!;
  if (last === undefined || last.end !== nameAt) {
    const post = trade(x, person, from, nameAt, start, end);
    if (post !== undefined) said.push(post);
    return;
  }
  // 党委书记、总工程师 / 甲大学教授、乙中心主任: titles in a row belong to one person.
  let first = last.start;
  const row = [last];
  for (let i = titles.length - 2; i >= 0; i--) {
    const title = titles[i]!;
    const gap = masked(x, title.end, first);
    if (!IN_A_ROW.test(gap) && x.find("Platform", gap.replace(/^、/u, "")) === undefined) break;
    row.unshift(title);
    first = title.start;
  }
  let limit = from;
  for (const title of row) {
    const post = seat(x, person, limit, title, start, end);
    if (post !== undefined) said.push(post);
    limit = title.end;
  }
}

/** 甲公司拉丝工某某: a trade that no list knows, right after the organization. */
function trade(
  x: Extraction,
  person: Mention,
  from: number,
  nameAt: number,
  start: number,
  end: number,
): Post | undefined {
  if (!TRADE_END.has(x.norm.charCodeAt(nameAt - 1))) return undefined;
  const organization = x.mentionsIn(from, nameAt, ORGANIZATIONS).at(-1);
  if (organization === undefined) return undefined;
  const words = x.norm.slice(organization.end, nameAt);
  if (!/^[\u4e00-\u9fa5]{1,9}[员师工手匠长]$/u.test(words)) return undefined;
  return {
    person: person.entity,
    to: organization.entity,
    title: words,
    start,
    end,
    rule: "position/trade",
    confidence: 0.75,
  };
}
const TRADE_END = new CharacterSet("员师工手匠长");

/** Between two titles of one person: 、, 兼, 、乙中心, ，市…办公室. */
const IN_A_ROW = /^(?:[、兼和]|[、兼]@?[\u4e00-\u9fa5]{0,8}|[和，]@[\u4e00-\u9fa5]{0,6})$/u;

/** A stretch with @ for each organization or place in it. */
function masked(x: Extraction, start: number, end: number): string {
  let text = "";
  let at = start;
  for (const mention of x.mentionsIn(start, end)) {
    text += `${x.norm.slice(at, mention.start)}${mention.type === "Person" ? "，，" : "@"}`;
    at = mention.end;
  }
  return (text + x.norm.slice(at, end)).replace(/@+/gu, "@");
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
  let organization = seats.at(-1);
  // 公司|电驱实验室|焊工: of the firm that has the laboratory.
  const owner = seats.at(-2);
  if (organization?.type === "Platform" && owner?.end === organization.start && owner.type !== "Platform")
    organization = owner;
  const gap = organization && x.norm.slice(organization.end, title.start).replace(/（[^（）]*）/gu, "");
  if (gap !== undefined && /[，。；：]/u.test(gap)) organization = undefined;
  // 市委书记甲、市长乙: the body before belongs to the other's title.
  if (organization !== undefined && x.mentionsIn(organization.end, title.start, ["Person"]).length > 0)
    organization = undefined;
  // 某大学某某任会长，某中心主任: another one's.
  if (gap !== undefined && /(?<!主)任/u.test(gap)) return undefined;
  const post = (to: DocEntity, text: string, confidence: number): Post => ({
    person: person.entity,
    to,
    title: trim(text) || words,
    start,
    end,
    rule: "position/title",
    confidence,
  });
  // 甲大学教授、乙中心主任: a platform that is named elsewhere.
  const unseen = /(?:^|[、，：；。\s])([\u4e00-\u9fa5]{6,40})$/u.exec(x.norm.slice(from, title.start))?.[1];
  const platform = unseen === undefined ? undefined : x.find("Platform", unseen);
  if (platform !== undefined) return post(platform, words, 0.8);
  // Other bodies stand between: what a long stretch before the title belongs to is not known.
  if (organization !== undefined && gap!.length > 16) return undefined;
  if (organization !== undefined && EMPLOYERS.includes(organization.type))
    return post(
      organization.entity,
      x.text.slice(organization.end, title.end).replace(/^（[^（）]*）/u, ""),
      0.9,
    );
  if (PLACE_OFFICE.test(words)) {
    const place = organization?.entity ?? officePlace(x, words, start, title.start);
    return place && post(place, words, 0.8);
  }
  // 党工委书记, 管委会主任 of a zone; a place's name in an address is no seat.
  if (organization !== undefined && organization.type === "Zone" && organization.end >= title.start - 6)
    return post(organization.entity, x.text.slice(organization.end, title.end), 0.7);
  // 标委会主任委员: of a committee, which is no seat.
  if (/委员$/u.test(words)) return undefined;
  // 总工程师某某说: of the organization that the text speaks of.
  let clause = clauseOf(x.norm, title.start, start);
  // 首席专家甲以及车间主任乙: after another person.
  const other = x.mentionsIn(clause, title.start, ["Person"]).at(-1);
  const joint = other && /^(?:以及|和|与|及|暨)/u.exec(x.norm.slice(other.end, title.start));
  if (other !== undefined && joint) clause = other.end + joint[0].length;
  const lead = x.norm.slice(clause, title.start);
  if (organization !== undefined || /[省市县区乡镇村]/u.test(lead) || lead.length > 8) return undefined;
  if (NO_POST.test(words) && !/^总|^首席|^副总|班长/u.test(words)) return undefined;
  const holder = holderOf(x, title.start, words);
  return holder && post(holder, x.text.slice(clause, title.end), 0.6);
}

/** 南浔区委常委、副区长: the place of that level named last in the sentence, in a body's name too; else the document's. */
function officePlace(x: Extraction, words: string, start: number, at: number): DocEntity | undefined {
  const level = words.replace(/常务|副/gu, "")[0]!;
  const { hits } = placeContext(x);
  for (let i = firstFrom(hits, at) - 1; i >= 0 && hits[i]!.start >= start; i--) {
    const { division } = hits[i]!;
    if (!division.name.endsWith(level)) continue;
    const entity = x.entity(division.type, division.name, { start: hits[i]!.start, end: hits[i]!.end });
    entity.adcode ??= division.code;
    return entity;
  }
  return x.place;
}

/** Posts by the kind of organization that has them: 所长 of a name in 所, 总经理 of a firm. */
const KINDS: readonly (readonly [RegExp, (entity: DocEntity) => boolean])[] = [
  [/所长$/u, ending(/所$/u)],
  [/院长$|院士$/u, ending(/院$/u)],
  [/校长$/u, ending(/[学校院]$/u)],
  [/[局]长$/u, ending(/局$/u)],
  [/厅长$/u, ending(/厅$/u)],
  [/行长$/u, ending(/行$/u)],
  [/会长$|理事长$|秘书长$/u, ending(/会$|联盟$|政府$/u)],
  [/馆长$/u, ending(/馆$/u)],
  [/[^车间]站长$/u, ending(/站$/u)],
  [/社长$|总编辑$/u, ending(/社$|报$/u)],
  [/董事|总经理$|总裁$|厂长$|质量官$|合伙人$|创始人$|掌门人$|老板$|车间/u, (e) => e.type === "Company"],
];

function ending(form: RegExp): (entity: DocEntity) => boolean {
  return (entity) => form.test(entity.name) || [...entity.aliases.keys()].some((name) => form.test(name));
}

const SENTENCES_BACK = 5;
/** Before the partner of what a sentence is about. */
const WITH = /(?:与|和|同|跟|对|向|比|携手|联合|由|公司|旗下|旗下的|下属|下属的|控股|参股|所属)$/u;

/**
 * Whose post a title without an organization is: of those named before in the paragraph whose kind has such posts, the
 * subject of the nearest sentence; else the organization that the text speaks of.
 */
function holderOf(x: Extraction, at: number, words: string): DocEntity | undefined {
  const fits = KINDS.find(([title]) => title.test(words))?.[1];
  const sentence = x.sentenceAt(at);
  for (let i = 0; sentence !== undefined && i <= SENTENCES_BACK; i++) {
    const earlier = x.sentences[sentence.index - i];
    if (earlier === undefined || earlier.block !== sentence.block) break;
    const named = x
      .mentionsIn(earlier.start, i === 0 ? at : earlier.end, ORGANIZATIONS)
      .filter((m) => fits === undefined || fits(m.entity));
    const subject = named.find(
      (m) => !WITH.test(x.norm.slice(Math.max(earlier.start, m.start - 3), m.start)),
    );
    if (subject !== undefined) return subject.entity;
  }
  const holder = x.subjectAt(at, ORGANIZATIONS);
  return holder === undefined || fits === undefined || fits(holder) ? holder : undefined;
}

/** Finds posts in brackets, after a comma or in the next cell after the name: （甲公司党组书记、局长，乙办公室主任）. */
function after(x: Extraction, person: Mention, start: number, end: number, posts: Post[]): void {
  const block = x.blockAt(person.start);
  const limit = Math.min(block?.end ?? end, person.end + 90);
  const rest = x.norm.slice(person.end, limit);
  const lead =
    /^(?:（(?:[男女]|(?:(?![男女族])[\u4e00-\u9fa5]){1,5}族|[，、 ]|\d{1,12}岁){1,6}）)?(?:，?(?:系|现系|现为|现任)|（| {1,20}|，|：|—{1,20}|\t)?/u.exec(
      rest,
    )![0];
  const from = person.end + lead.length;
  const stop = STOP.exec(
    x.norm.slice(from, limit).replace(CALLED_ASIDE, (aside) => " ".repeat(aside.length)),
  );
  const to = stop === null ? limit : from + stop.index;
  let holder: DocEntity | undefined;
  for (let at = from; at < to; ) {
    const comma = indexWithin(x.norm, "，", at, to);
    const close = comma < 0 ? to : comma;
    // 王某，1968年生，某公司董事长: what a short biography says first.
    if (BIOGRAPHY.test(x.norm.slice(at, close))) {
      at = close + 1;
      continue;
    }
    const post = postIn(x, person, at, close, lead, holder);
    if (post === undefined) break;
    holder = post.to;
    // 某市委副书记、市长: the second office is the place's.
    const office = post.to.type === "GovernmentBody" ? OFFICE_AFTER.exec(post.title)?.[1] : undefined;
    const place = office === undefined ? undefined : officePlace(x, office, start, close);
    post.start = start;
    post.end = Math.max(end, close);
    posts.push(post);
    if (office !== undefined && place !== undefined) {
      post.title = post.title.replace(OFFICE_AFTER, "");
      posts.push({
        person: post.person,
        to: place,
        title: office,
        start,
        end: post.end,
        rule: post.rule,
        confidence: post.confidence,
      });
    }
    at = close + 1;
  }
}

const STOP = /[）。；\n\t]/u;
/** 某某，甲公司（下称“甲”）董事长: what the organization goes by. */
const CALLED_ASIDE = /（(?:以下简称|下称|以下称|简称|原)[^（）\n]{1,30}）/gu;

/** A post without a known title, where the shape says that one stands there: 液压事业部试验员. */
const PLAIN_POST =
  /^(?!.{0,300}[的了在将有以被]|.{0,300}\d)[\u4e00-\u9fa5、（）]{2,16}(?:员|师|长|工|官|手|匠|监|总裁|经理|主任|书记|席|事|教授|负责人|人)$/u;

/** The post that the clause [from, to) after a name states: an organization at its beginning, or a title alone. */
function postIn(
  x: Extraction,
  person: Mention,
  from: number,
  to: number,
  lead: string,
  holder: DocEntity | undefined,
): Post | undefined {
  const titles = titlesIn(x.norm, from, to);
  const title = titles[0];
  const organization = x.mentionsIn(from, to, SEATS)[0];
  const shaped =
    lead !== "" && organization?.start === from && PLAIN_POST.test(x.norm.slice(organization.end, to).trim());
  if (title === undefined && !shaped) return undefined;
  const titleEnd = shaped || lead === "" ? to : titles[titles.length - 1]!.end;
  const at = title?.start ?? titleEnd;
  if (organization === undefined || organization.start > at) {
    if (at !== from) return undefined;
  } else if (organization.start !== from) return undefined;
  const own = organization !== undefined && organization.start === from ? organization : undefined;
  const words = x.norm.slice(at, title?.end ?? titleEnd);
  const seat =
    own?.entity ??
    holder ??
    (PLACE_OFFICE.test(words)
      ? officePlace(x, words, x.sentenceAt(person.start)?.start ?? from, at)
      : holderOf(x, person.start, words));
  if (seat === undefined) return undefined;
  // 某某主任委员: of a committee.
  if (lead === "" && x.norm.startsWith("委员", title?.end ?? titleEnd)) return undefined;
  const end = lead === "" && title !== undefined ? title.end : titleEnd;
  const text = trim(x.text.slice(own?.end ?? at, end));
  return {
    person: person.entity,
    to: seat,
    title: text || words,
    start: from,
    end: to,
    rule: "position/after-name",
    confidence: 0.8,
  };
}

const BIOGRAPHY =
  /^(?:[男女]|[\u4e00-\u9fa5]{1,4}族|(?:19|20)\d\d年(?:\d{1,2}月)?(?:出?生|出生于[\u4e00-\u9fa5]{2,8})|\d{2}岁|[\u4e00-\u9fa5]{2,6}人|中共党员|党员|大专|本科|硕士|博士|研究生(?:学历)?)$/u;

const trim = (title: string): string => title.replace(/^[\s、，的）”》]{1,40}|[\s：]{1,40}$/gu, "");

function clauseOf(norm: string, at: number, floor: number): number {
  let i = at;
  while (i > floor && !CLAUSE_ENDS.has(norm.charCodeAt(i - 1))) i--;
  return i;
}
