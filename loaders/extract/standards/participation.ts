import { ROLE_WORDS } from "../../lexicon/standards.js";
import { Trie } from "../../lexicon/trie.js";
import type { Sentence } from "../../types.js";
import { clauseOf, isMute } from "../shape/clauses.js";
import { carriersInRow } from "../shape/rows.js";
import { actorsBefore, contextActors, isWhere } from "../shape/subjects.js";
import { ORGANIZATIONS, PLACES } from "../shape/types.js";
import type { DocEntity, Extraction, Mention, RuleFamily } from "../types.js";

type Role = keyof typeof ROLE_WORDS;

const RANK: Role[] = ["SECRETARIAT", "MIRROR", "LEAD", "MEMBER"];
const WORDS = Trie.of<Role>(
  RANK.toReversed().flatMap((role) =>
    ROLE_WORDS[role].split(" ").map((word): [string, Role] => [word, role]),
  ),
);
/** What stands between a role's word and its holder who follows: 秘书处设在X, 秘书处由X承担. */
const HOLDER_FOLLOWS =
  /^，?[^，。；]{0,10}?(?:就?设在|就在|设于|落户在?|落在|落到|落地|挂靠在?|挂在|依托|由|单位(?:是|为|：)|花落|交由|交给|移交给?|转至|迁至|迁入|委托|归)[^，。；、的]{0,8}$|^[\s：—]{1,40}$|^(?:承担|所在|挂靠)?单位的$|^(?:就|则)?(?:是|为|系)(?:[^，。；]{0,16}的)?$/u;
const BEYOND =
  /^(?:：|，(?:就|也|则|正)?(?:20\d\d年|去年|今年)?(?:\d{1,2}月)?(?:就?设在|设于|落户|花落|挂靠))/u;
const IS_HOLDER =
  /^，(?:(?:就|正|则)?(?:是|为|系)(?:[^，。；]{0,20}的)?|其?(?:承担|挂靠|依托|承建|设立)(?:者|单位|方)(?:则|就)?(?:是|为|：))$/u;
const SEATED = /^）?(?:（[^（）]*）)?(?:\d{4}年)?(?:就|也|则|便)?(?:设在|设于|落户在?|落户于|挂靠在?|落在)/u;
const HERE =
  /(?:设在|落户|设于|挂靠|由|依托)(?:这里|此|我们?(?:院|所|公司|集团|中心|企业|校)|该(?:企业|公司|院|所|集团|校|单位|中心)|公司|企业|集团)/u;
const WISHED =
  /鼓励|竞争|意向|意愿|申请(?!(?:建立|设立|成立|组建)并)|申报(?!(?:建立|设立|成立|组建)并)|争取|力争|争创|拟|筹划|谋划|计划|有望|推荐|竞选|谋求|筹建|支持[^，]{0,20}(?:申请|承担|争取)|将(?:积极|努力|继续|申请|争取)|未能|尚未|没能|未获|落选/u;
const LOST =
  /未能|尚未|没能|未获|落选|失之交臂|仍在(?:申请|论证)|正在争取|还在争取|未批|尚待|结果(?:尚未|未)/u;
/** Speaks of bodies that were named before. */
const REFERS = /^(?:[^，。]{0,6}(?:该|这些?|上述|以上)[^，。]{0,10}(?:委员会|工作组|分委会|组织)|其|秘书处)/u;

/** Who keeps the secretariat of a standards body, mirrors it, leads it or is a member of it. */
export const participation: RuleFamily = {
  id: "standards/participation",
  run(x) {
    const bodies = x.mentions.filter((mention) => mention.type === "StandardsBody");
    if (bodies.length === 0) return;
    const seen = new Set<Sentence>();
    for (const body of bodies) {
      const sentence = x.sentenceAt(body.start);
      if (sentence === undefined || seen.has(sentence) || isMute(sentence.block)) continue;
      if (sentence.block.cells !== undefined) {
        inRow(x, sentence, body);
        continue;
      }
      seen.add(sentence);
      seats(x, sentence);
      inSentence(x, sentence, undefined);
      const next = x.sentences[sentence.index + 1];
      if (next === undefined || next.block !== sentence.block) continue;
      if (x.mentionsIn(next.start, next.end, ["StandardsBody"]).length > 0) continue;
      const opening = x.norm.slice(next.start, next.end);
      const telling =
        /秘书处|召集单位|牵头单位|召集人/u.test(opening) && !/秘书处\d|个秘书处|\d{1,12}个/u.test(opening);
      if (telling && (REFERS.test(opening) || /召集单位|牵头单位|召集人/u.test(opening)))
        inSentence(x, next, x.mentionsIn(sentence.start, sentence.end, ["StandardsBody"]));
    }
  },
};

/** 某委员会就设在某公司: the seat of a body is that of its secretariat. */
function seats(x: Extraction, sentence: Sentence): void {
  for (const body of x.mentionsIn(sentence.start, sentence.end, ["StandardsBody"])) {
    // 挂靠在某研究院的某委员会.
    const owner = x.mentionsIn(sentence.start, body.start, ORGANIZATIONS).at(-1);
    if (
      owner !== undefined &&
      x.norm.slice(owner.end, body.start) === "的" &&
      /(?:挂靠|秘书处设|秘书处落户)[在于]?$/u.test(
        x.norm.slice(Math.max(sentence.start, owner.start - 8), owner.start),
      )
    )
      relateSeat(x, owner, body, sentence);
    const said = SEATED.exec(x.norm.slice(body.end, sentence.end));
    if (said === null) continue;
    const at = body.end + said[0].length;
    const [seat] = x.mentionsIn(at, sentence.end, ORGANIZATIONS);
    if (seat?.start !== at || WISHED.test(x.norm.slice(sentence.start, body.start))) continue;
    relateSeat(x, seat, body, sentence);
  }
}

function relateSeat(x: Extraction, seat: Mention, body: Mention, sentence: Sentence): void {
  x.relate({
    type: "PARTICIPATES_IN",
    from: seat.entity,
    to: body.entity,
    properties: { role: "SECRETARIAT" },
    start: sentence.start,
    end: sentence.end,
    rule: "standards/seat",
    confidence: 0.8,
  });
}

/** A row of a table: a body, who has to do with it, and as what, by the headers or by a cell that says so. */
function inRow(x: Extraction, sentence: Sentence, body: Mention): void {
  const { block } = sentence;
  const said = `${x.norm.slice(block.start, block.end)}\t${block.cells!.map((cell) => `${cell.header ?? ""}\t${cell.text}`).join("\t")}`;
  if (LOST.test(said) || /拟|申报中|申请中/u.test(said)) return;
  const role = RANK.find((candidate) => ROLE_WORDS[candidate].split(" ").some((word) => said.includes(word)));
  if (role === undefined) return;
  for (const { entity } of carriersInRow(
    x,
    block.cells!,
    body,
    /单位|企业|机构|公司|承担|秘书处|牵头|成员|组织/u,
    ["Company", "Institution"],
  ))
    x.relate({
      type: "PARTICIPATES_IN",
      from: entity,
      to: body.entity,
      properties: { role },
      start: block.start,
      end: block.end,
      rule: "standards/row",
      confidence: 0.85,
    });
}

/** The roles that one sentence states, of its own bodies or of those named in the sentence before. */
function inSentence(x: Extraction, sentence: Sentence, given: Mention[] | undefined): void {
  const own = given ?? x.mentionsIn(sentence.start, sentence.end, ["StandardsBody"]);
  for (const { role, start, end } of rolesIn(x.norm, sentence)) {
    const clause = clauseOf(x.norm, start, sentence);
    let of = own;
    if (given === undefined) {
      of = own.filter((body) => body.start >= clause.start && body.end <= clause.end);
      if (of.length === 0 && (role === "SECRETARIAT" || /单位|召集人|身份/u.test(x.norm.slice(start, end))))
        of = nearestBodies(x, own, clause, sentence);
      of = ofRole(x, of, start, end, clause, sentence);
    }
    if (of.length === 0) continue;
    const said = x.norm.slice(clause.start, clause.end);
    if (WISHED.test(x.norm.slice(clause.start, Math.max(clause.start, start))) || LOST.test(said)) continue;
    // 某委员会委员兼副秘书长某某: a person's part.
    if (role !== "SECRETARIAT" && isPersons(x, end, sentence.end)) continue;
    // An authority manages and approves bodies; it is no member.
    for (const holder of holdersOf(x, sentence, start, end, of[0]!))
      if (role !== "MEMBER" || holder.type !== "GovernmentBody")
        for (const body of new Set(of.map((mention) => mention.entity)))
          x.relate({
            type: "PARTICIPATES_IN",
            from: holder,
            to: body,
            properties: { role },
            start: sentence.start,
            end: sentence.end,
            rule: `standards/${role.toLowerCase()}`,
            confidence: 0.9,
          });
  }
}

/** Whether a person's name follows a word for a role with no more than another post between. */
function isPersons(x: Extraction, from: number, to: number): boolean {
  const [person] = x.mentionsIn(from, Math.min(to, from + 16), ["Person"]);
  return (
    person !== undefined && /^(?:[兼、](?:[\u4e00-\u9fa5]{2,6}))?$/u.test(x.norm.slice(from, person.start))
  );
}

/** The words for roles in a sentence; of several in one clause of the same role the first, of overlapping ones the longest. */
function rolesIn(norm: string, sentence: Sentence): { role: Role; start: number; end: number }[] {
  const found: { role: Role; start: number; end: number }[] = [];
  for (const word = WORDS.in(norm, sentence.start, sentence.end); word.next(); ) {
    const { start, end, value: role } = word;
    if (/^(?:会|制)/u.test(norm.slice(end, end + 1)) && /委员$/u.test(norm.slice(start, end))) continue;
    const last = found[found.length - 1];
    if (last !== undefined && start < last.end) {
      if (end > last.end || (start === last.start && end >= last.end))
        found[found.length - 1] = { role, start: last.start, end };
      continue;
    }
    found.push({ role, start, end });
  }
  return found.filter(
    ({ role, end }) =>
      !(
        role === "SECRETARIAT"
          ? /^[等共合]?计?\d{1,12}(?!\d{0,12}年)/u
          : /^(?:共|合计|达|有)?[\d一二两三四五六七八九十]+[家个名位]/u
      ).test(norm.slice(end, end + 7)),
  );
}

/** The bodies of the last clause before that names any, else of the first one after. */
function nearestBodies(
  x: Extraction,
  own: Mention[],
  clause: { start: number; end: number },
  sentence: Sentence,
): Mention[] {
  const before = own.filter((body) => body.end <= clause.start);
  if (before.length > 0) {
    const at = clauseOf(x.norm, before[before.length - 1]!.start, sentence);
    return before.filter((body) => body.start >= at.start);
  }
  const after = own.filter((body) => body.start >= clause.end);
  if (after.length === 0) return [];
  const at = clauseOf(x.norm, after[0]!.start, sentence);
  return after.filter((body) => body.end <= at.end);
}

/** Without the bodies that another role's word of the same clause stands nearer to. */
function ofRole(
  x: Extraction,
  bodies: Mention[],
  start: number,
  end: number,
  clause: { start: number; end: number },
  sentence: Sentence,
): Mention[] {
  const rivals = rolesIn(x.norm, { ...sentence, start: clause.start, end: clause.end });
  if (rivals.length < 2) return bodies;
  const distance = (body: Mention, word: { start: number; end: number }): number =>
    word.start >= body.end ? word.start - body.end : body.start - word.end;
  const strength = (role: Role): number => RANK.indexOf(role);
  // A身份、B身份: the word right after a body is its own.
  const adjacent = (body: Mention): number | undefined =>
    rivals.find(
      (word) =>
        word.start >= body.end && /^）?(?:（[^（）]*）)?的?$/u.test(x.norm.slice(body.end, word.start)),
    )?.start;
  return bodies.filter((body) => {
    const own = adjacent(body);
    if (own !== undefined) return own === start;
    return rivals.every((rival) => {
      if (rival.start === start) return true;
      const mine = distance(body, { start, end });
      const theirs = distance(body, rival);
      // 以委员身份参加: two words of one role tell the same; of different ones the stronger, then the nearer.
      const role = rivals.find((r) => r.start === start)!.role;
      return strength(role) < strength(rival.role) || (role === rival.role ? mine <= theirs : false);
    });
  });
}

function holdersOf(
  x: Extraction,
  sentence: Sentence,
  start: number,
  end: number,
  body: Mention,
): DocEntity[] {
  const clause = clauseOf(x.norm, end - 1, sentence);
  const types = [...ORGANIZATIONS, ...PLACES];
  for (const actor of x.mentionsIn(end, sentence.end, ORGANIZATIONS))
    if (
      /由$/u.test(x.norm.slice(actor.start - 1, actor.start)) &&
      /^(?:（[^（）]*）)?(?:承担|担任|负责|牵头|任|出任|主持)/u.test(
        x.norm.slice(actor.end, actor.end + 40),
      ) &&
      x.mentionsIn(end, actor.start, ["StandardsBody"]).length === 0
    )
      return [actor.entity];
  // 的副主任委员单位，是注册在某县的某公司.
  for (const actor of x.mentionsIn(end, Math.min(sentence.end, end + 60), ORGANIZATIONS)) {
    if (!IS_HOLDER.test(x.norm.slice(end, actor.start))) continue;
    if (x.mentionsIn(end, actor.start, ["StandardsBody"]).length === 0) return [actor.entity];
  }
  // 秘书处：X; 秘书处，就设在X.
  const stop = BEYOND.test(x.norm.slice(end, end + 16)) ? sentence.end : clause.end;
  const after = x.mentionsIn(end, stop, types)[0];
  if (
    after !== undefined &&
    HOLDER_FOLLOWS.test(x.norm.slice(end, after.start)) &&
    !(PLACES.includes(after.type) && /^[\u4e00-\u9fa5]/u.test(x.norm.slice(after.end, after.end + 1)))
  )
    return organizationsFrom(x, after, stop);
  if (HERE.test(x.norm.slice(end, clause.end))) {
    const kind = /(?:我们?|该)(?:院|所|校|中心)/u.test(x.norm.slice(end, clause.end));
    const institution = kind ? x.subjectAt(start, ["Institution"]) : undefined;
    return institution === undefined ? actorsBefore(x, sentence, start, ORGANIZATIONS) : [institution];
  }
  // 作为某委员会的委员，他…: said of the person.
  if (/^，[他她]/u.test(x.norm.slice(end, end + 2))) return [];
  // 某公司董事长某某任主任委员 is said of the person.
  if (x.mentionsIn(clause.start, start, ["Person"]).length > 0) return [];
  const before = x.mentionsIn(sentence.start, start, types);
  if (before.some((mention) => ORGANIZATIONS.includes(mention.type)))
    return actorsBefore(x, sentence, start, ORGANIZATIONS);
  if (/^作为/u.test(x.norm.slice(sentence.start, sentence.end))) {
    const next = x.mentionsIn(body.end, sentence.end, ORGANIZATIONS)[0];
    if (next !== undefined) return [next.entity];
  }
  const place = before.find((mention) => !isWhere(x, mention));
  return place === undefined ? contextActors(x, sentence, ORGANIZATIONS) : [place.entity];
}

function organizationsFrom(x: Extraction, first: Mention, end: number): DocEntity[] {
  const found = [first];
  for (const next of x.mentionsIn(first.end, end, ORGANIZATIONS)) {
    if (!/^(?:、|和|与|及|以及)$/u.test(x.norm.slice(found[found.length - 1]!.end, next.start))) break;
    found.push(next);
  }
  return found.map((mention) => mention.entity);
}
