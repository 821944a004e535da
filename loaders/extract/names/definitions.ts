import type { EntityType } from "../../../schema/index.js";
import { spotsOfNames } from "../../lexicon/together.js";
import { allMatches } from "../../patterns/all-matches.js";
import { CharacterSet } from "../../patterns/character-set.js";
import { gated } from "../../patterns/gated.js";
import { candidate, namedCandidate } from "../candidate.js";
import { marksOf } from "../shape/marks.js";
import { firstFrom, lastIndexWithin, lastUpTo } from "../spans.js";
import type { Candidate, NameDetector } from "../types.js";
import { PLACE_NAMES } from "./place-lexicon.js";
import { cluesOf, speaksOfNames } from "./renaming-clues.js";
import { shortForms } from "./short-forms.js";

type Source = Parameters<NameDetector["detect"]>[0];

/** A further name that the document gives an entity, and by what words. */
interface Defined {
  alias: string;
  owner: Candidate;
  rule: "definition" | "former" | "code";
}

/** Short names of several at once. */
const NOBODY = gated(
  /部门$|部委$|单位$|^[两三四五六七八九十][家个方市县区镇地院校者厂司部门人所企位点级项大]|双方|各方|^本/u,
);

/** Of an honour too, where what it is called is spoken of. */
const NEW_NAME = gated(/名|称|叫|变更|改/);
/** Names that stand for what a document is about rather than name it: kept as mentions, not as aliases elsewhere. */
const CAN_RENAME: readonly EntityType[] = [
  "Company",
  "Institution",
  "Zone",
  "GovernmentBody",
  "Platform",
  "Award",
  "StandardsBody",
];

const SHORT =
  /(?:以下简称|以下统称|以下称|下称|下简称|简称|又称|也称|又名|俗称|业内称|人称|原称|统称|叫它|管它叫|(?:大家|人们|老百姓|外界|圈内|行内|当地人|员工们?|工人们?)叫|都叫|习惯叫|英文缩写|缩写|[写记标略上中里内]作(?=“))(?:为|作|是|：)?/gu;
const QUOTED = /^[为作是：]?((?:[“《][^”》]{1,24}[”》][、或和，]?(?:或|和)?){1,12})/u;
const BARE = /^[为作是：]?([^，。；、“”（）《》 ]{2,16})/u;
const FORMER =
  /(?:^|[，；])(?:原(?:名|称|为|系|是|叫)?|其?前身(?:就?为|就?是|系|叫|即|：)?|曾用名[：为是]?|旧称|旧名|老厂名|曾名|曾叫|曾称(?:为)?|(?:以前|过去|早年|早先|起初|最初|原先|原来|此前|当时|彼时|那时候?|改制前|更名前)(?:的?名称?)?[还仍]?(?:叫做?|名叫|名为|称为|称|是|为))(?:[^，；。]{0,14}(?:年|的|成立|创立|创办|创建|办起))?[“：]?([\u4e00-\u9fa5A-Za-z（）]{3,30}?)[”]?(?=[，；]|$)/u;

/**
 * Short, former and coded names that a document defines (以下简称, 原, 前身为, 更名为) or that fit one full name in it
 * (short-forms.ts), at all their places: candidates that bear the full name.
 */
export function definedNames(source: Source, chosen: readonly Candidate[]): Candidate[] {
  const defined = inBrackets(source, chosen);
  inSentences(source, chosen, defined);
  const found: Candidate[] = [];
  const known = new Set<string>();
  const aliases = defined.length === 0 ? undefined : new Aliases(source, defined);
  if (aliases !== undefined) applied(source, chosen, aliases, found, known);
  samePersons(source, chosen, found);
  for (const short of shortForms(source, chosen, known)) {
    if (aliases !== undefined) short.name = aliases.behindPlace(short) ?? aliases.canonical(short);
    found.push(short);
  }
  return found;
}

const RULES = { definition: "name/definition", former: "name/former", code: "name/code" } as const;

const nameOf = (source: Source, c: Candidate): string => c.name ?? source.text.slice(c.start, c.end);

/** What each name that is defined stands for. */
class Aliases {
  /** The first definition of each name of a type. */
  readonly defined: Defined[] = [];
  private readonly byType = new Map<EntityType, Map<string, Defined>>();
  /** How long their names are, a bit for each length up to 31: most names are of another. */
  private lengths = 0;

  constructor(
    private readonly source: Source,
    all: readonly Defined[],
  ) {
    for (const d of all) {
      if (NOBODY.test(d.alias) || d.alias === nameOf(source, d.owner)) continue;
      let ofType = this.byType.get(d.owner.type);
      if (ofType === undefined) {
        ofType = new Map();
        this.byType.set(d.owner.type, ofType);
      }
      if (ofType.has(d.alias)) continue;
      ofType.set(d.alias, d);
      this.defined.push(d);
      this.lengths |= 1 << Math.min(31, d.alias.length);
    }
  }

  /** Whether names of that type are defined. */
  have(type: EntityType): boolean {
    return this.byType.has(type);
  }

  /** 某市|乙丙 where 乙丙 is defined: whose name that is, rather than that of another firm that is called 某市乙丙有限公司. */
  behindPlace({ type, start, end }: Candidate): string | undefined {
    const place = PLACE_NAMES.longestAt(this.source.norm, start, end);
    const of = place && this.byType.get(type)?.get(this.source.text.slice(place.end, end));
    return of && this.canonical(of.owner);
  }

  /** The name that a candidate ends up with; an alias of an alias: the old name's own short form belongs to the new name. */
  canonical(candidate: Candidate): string {
    let name = nameOf(this.source, candidate);
    const ofType = this.byType.get(candidate.type);
    if (ofType === undefined) return name;
    for (let step = 0; step < 8; step++) {
      if ((this.lengths & (1 << Math.min(31, name.length))) === 0) break;
      const next = ofType.get(name);
      if (next === undefined) break;
      name = nameOf(this.source, next.owner);
    }
    return name;
  }
}

/** Adds where the names that are defined stand, and notes them as known. */
function applied(
  source: Source,
  chosen: readonly Candidate[],
  aliases: Aliases,
  found: Candidate[],
  known: Set<string>,
): void {
  const byAlias = new Map<string, Defined[]>();
  for (const d of aliases.defined) {
    const alike = byAlias.get(d.alias);
    if (alike === undefined) byAlias.set(d.alias, [d]);
    else alike.push(d);
    known.add(d.alias);
  }
  if (byAlias.size === 0) return;
  for (const { start, end, value } of spotsOfNames(source.norm, byAlias))
    for (const d of value) {
      if (end - start <= 2 && !standsAlone(source.norm, start, end, d)) continue;
      const made = namedCandidate(d.owner.type, start, end, aliases.canonical(d.owner), RULES[d.rule], 0.96);
      made.adcode = d.owner.adcode;
      found.push(made);
    }
  // The full forms that turned out to be former names of others.
  for (const c of chosen) {
    if (!aliases.have(c.type)) continue;
    const name = aliases.canonical(c);
    if (name === nameOf(source, c)) continue;
    const made = namedCandidate(c.type, c.start, c.end, name, "name/former", 0.97);
    made.adcode = c.adcode;
    made.aliases = c.aliases;
    made.generic = c.generic ?? false;
    made.priority = c.priority ?? 0;
    found.push(made);
  }
}

/** Persons that the document has introduced, wherever else it names them. */
function samePersons({ norm }: Source, chosen: readonly Candidate[], found: Candidate[]): void {
  const names = new Set<string>();
  for (const c of chosen) if (c.type === "Person") names.add(norm.slice(c.start, c.end));
  if (names.size === 0) return;
  for (const { start, end } of spotsOfNames(norm, names.entries())) {
    if (end - start === 2 && !mayBeginName(norm.charCodeAt(start - 1))) continue;
    const known = startingAt(chosen, start);
    // Where it has been found as surely before, the earlier one stands.
    if (known?.type === "Person" && known.end === end && known.confidence >= AGAIN) continue;
    found.push(candidate("Person", start, end, "name/person-again", AGAIN));
  }
}

/** How sure a name is that was found elsewhere. */
const AGAIN = 0.75;

/** Whether a name of two characters can stand after a character, or where there is none. */
const mayBeginName = (before: number): boolean =>
  !(before >= 0x4e00 && before <= 0x9fa5) || BEFORE_PERSON.has(before);
const BEFORE_PERSON = new CharacterSet("由与和对被");

/** 集团, 市局, 《办法》 as defined names: only where no other word holds them. */
function standsAlone(norm: string, start: number, end: number, d: Defined): boolean {
  const before = norm[start - 1] ?? "";
  const after = norm[end] ?? "";
  if (d.alias === "集团" || d.alias === "公司" || d.alias === "企业")
    return !/[\u4e00-\u9fa5]/u.test(before) || /[由与和在对为了将把是，的]/u.test(before);
  return !(
    /[\u4e00-\u9fa5]/u.test(before) &&
    /[\u4e00-\u9fa5]/u.test(after) &&
    !/[由与和在对为将把是的获在被]/u.test(before)
  );
}

/** The one of the chosen, which overlap none, that begins or ends at an offset. */
function startingAt(chosen: readonly Candidate[], start: number): Candidate | undefined {
  const candidate = chosen[firstFrom(chosen, start)];
  return candidate?.start === start ? candidate : undefined;
}

/** Those of a type that stand in [from, to). */
function within(chosen: readonly Candidate[], from: number, to: number, type: EntityType): Candidate[] {
  const found: Candidate[] = [];
  for (let i = firstFrom(chosen, from); i < chosen.length && chosen[i]!.end <= to; i++)
    if (chosen[i]!.type === type) found.push(chosen[i]!);
  return found;
}

function endingAt(chosen: readonly Candidate[], end: number): Candidate | undefined {
  const next = firstFrom(chosen, end);
  const candidate = next === 0 ? undefined : chosen[next - 1]!;
  return candidate?.end === end ? candidate : undefined;
}

/** （以下简称“甲”）, （原乙厂）, （SAC/TC1） right after a name. */
function inBrackets(source: Source, chosen: readonly Candidate[]): Defined[] {
  const found: Defined[] = [];
  const { brackets } = cluesOf(source);
  if (brackets.length === 0) return found;
  for (const { index, inner } of brackets) {
    // The bracket may stand after a closing quote or title mark, or after another bracket.
    let at = index;
    while (at > 0 && /[”》）]/u.test(source.norm[at - 1]!)) {
      if (source.norm[at - 1] === "）") {
        const open = lastIndexWithin(source.norm, "（", at - 40, at);
        if (open < 0) break;
        at = open;
      } else at--;
    }
    const owner = endingAt(chosen, index) ?? endingAt(chosen, at);
    for (const short of allMatches(SHORT, inner)) {
      // （芜湖市…研究院，简称芜湖质检院）: the name itself stands in the bracket.
      const within = endingAt(chosen, index + short.index);
      const rest = inner.slice(short.index + short[0].length);
      const aliases = aliasesIn(rest);
      const each =
        owner !== undefined && aliases.length > 1 && /(?:分别|依次)$/u.test(inner.slice(0, short.index))
          ? lastOf(source, chosen, owner, aliases.length)
          : undefined;
      for (const [i, alias] of aliases.entries()) {
        const of = each?.[i] ?? within ?? owner;
        if (of !== undefined) found.push({ alias, owner: of, rule: "definition" });
      }
    }
    if (owner === undefined) continue;
    // 乙厂（今甲公司）: what it is called now.
    const now = NOW.exec(inner);
    const present = now === null ? undefined : startingAt(chosen, index + 1 + now[0].length);
    if (present !== undefined && present.type === owner.type && CAN_RENAME.includes(owner.type)) {
      found.push({ alias: nameOf(source, owner), owner: present, rule: "former" });
      continue;
    }
    // （由原乙所、丙所整合而来）: what it was made of.
    const made = MADE_OF.exec(inner);
    if (made !== null && CAN_RENAME.includes(owner.type)) {
      for (const old of within(chosen, index + 1, index + 1 + made[0].length, owner.type))
        found.push({ alias: nameOf(source, old), owner, rule: "former" });
      continue;
    }
    const former = FORMER.exec(inner);
    if (former !== null && CAN_RENAME.includes(owner.type))
      found.push({ alias: former[1]!, owner, rule: "former" });
    if (
      /^(?:[A-Z]{2,40}[A-Z0-9/ -]{0,40})$/u.test(inner) &&
      owner.type !== "Company" &&
      owner.type !== "Person"
    )
      found.push({ alias: inner, owner, rule: "code" });
  }
  return found;
}

/** 甲奖、2023年度乙奖（分别简称“甲”“乙”）: the names of one type, as many as there are short ones, of which the last is given. */
function lastOf(
  { norm }: Source,
  chosen: readonly Candidate[],
  last: Candidate,
  count: number,
): Candidate[] | undefined {
  const found = [last];
  for (let i = firstFrom(chosen, last.start) - 1; i >= 0 && found.length < count; i--) {
    const candidate = chosen[i]!;
    const { start } = found[0]!;
    if (start - candidate.end > 16 || /[。；！？\n]/u.test(norm.slice(candidate.end, start)))
      return undefined;
    if (candidate.type === last.type) found.unshift(candidate);
  }
  return found.length === count ? found : undefined;
}

const NOW = /^(?:即?今|现(?:名|为|称)?)：?/u;

const MADE_OF =
  /^由原?[^，；]{3,50}?(?:整合|改制|更名|合并|演变|转制|转企|重组)(?:而[来成]|组建|成立|改制)?(?=[，；]|$)/u;

function aliasesIn(rest: string): string[] {
  const quoted = QUOTED.exec(rest);
  if (quoted !== null) return allMatches(/[“《]([^”》]{1,200})[”》]/gu, quoted[1]!).map((m) => m[1]!);
  const bare = BARE.exec(rest);
  return bare === null || bare[1] === "同" ? [] : [bare[1]!];
}

const ITS_SHORT_FORM = /^的(?:简称|缩写|略称|俗称|别称|昵称)/u;

/** 甲的前身是乙; 甲更名为乙: between names that the text gives. */
function inSentences(source: Source, chosen: readonly Candidate[], found: Defined[]): void {
  const { norm } = source;
  if (!speaksOfNames(source)) return;
  const around = new Around(source, chosen);
  const clues = cluesOf(source);
  for (const match of clues.aside) {
    const owner = around.before(match.index, around.sentenceStart(match.index));
    if (owner !== undefined && /^[，（]?$/u.test(norm.slice(owner.end, match.index)))
      found.push({ alias: (match[1] ?? match[2])!, owner, rule: "definition" });
  }
  const renamings: Renaming[] = [];
  for (const match of clues.renamed) {
    const next = startingAt(chosen, match.index + match[0].length);
    if (next === undefined || !CAN_RENAME.includes(next.type)) continue;
    // 2009年获“某某之乡”，2018年升级为“某某之都”: another title.
    if (next.type === "Award" && !NEW_NAME.test(match[0])) continue;
    const old =
      around.before(match.index, around.sentenceStart(match.index), next.type) ??
      around.before(match.index, around.lineStart(match.index), next.type);
    renamings.push({ at: match.index, next });
    if (old === undefined) continue;
    // What the title calls it is its name today: 医院1951年更名为乙，2007年启用现名.
    const [before, since] = [nameOf(source, old), nameOf(source, next)];
    if (around.titles(before, since, (c) => nameOf(source, c)))
      found.push({ alias: since, owner: old, rule: "former" });
    else found.push({ alias: before, owner: next, rule: "former" });
  }
  const main = around.firm;
  for (const match of clues.toPresent) {
    // In a list of dates the last name that it took, else the firm named last.
    const taken = lastBefore(renamings, match.index);
    const old = /^(?:更名|变更)/u.test(match[0])
      ? (taken ?? around.before(match.index, Math.max(0, match.index - 120), "Company"))
      : taken;
    // A prize's present name is no firm's.
    if (
      old !== undefined &&
      main !== undefined &&
      old.type === main.type &&
      nameOf(source, old) !== nameOf(source, main)
    )
      found.push({ alias: old.name ?? source.text.slice(old.start, old.end), owner: main, rule: "former" });
  }
  for (const match of clues.wasRoot) {
    const start = around.sentenceStart(match.index);
    const old = around.firmWithin(start, match.index);
    if (old !== undefined && main !== undefined && nameOf(source, old) !== nameOf(source, main))
      found.push({ alias: nameOf(source, old), owner: main, rule: "former" });
  }
  for (const match of clues.came) {
    const old = around.before(match.index, around.sentenceStart(match.index));
    if (
      old === undefined ||
      old.end !== match.index ||
      !MADE_FROM.test(norm.slice(Math.max(0, old.start - 20), old.start))
    )
      continue;
    const line = around.lineStart(match.index);
    // 这家由乙脱胎而来的企业: the firm of the sentence before; 甲由乙改制而来.
    const owner = around.before(old.start, Math.max(line, old.start - 160), old.type);
    // 系甲集团全资子公司，由乙改制而来: not the group.
    if (owner !== undefined && OF_OWNER.test(norm.slice(owner.end, owner.end + 8))) continue;
    if (owner !== undefined && nameOf(source, owner) !== nameOf(source, old))
      found.push({ alias: nameOf(source, old), owner, rule: "former" });
  }
  for (const match of clues.glossed) {
    const owner = glossedAt(norm, chosen, match.index + match[0].length);
    const open = lastIndexWithin(norm, "“", match.index - 17, match.index + 1);
    if (owner === undefined || !CAN_RENAME.includes(owner.type) || open < 0) continue;
    const alias = norm.slice(open + 1, match.index);
    const told = match[0].includes("指") || ITS_SHORT_FORM.test(norm.slice(owner.end, owner.end + 4));
    if (told && alias.length >= 2 && !/[，。；：“\n]/u.test(alias))
      found.push({ alias, owner, rule: "definition" });
  }
  for (const match of clues.called) {
    const owner = around.before(match.index, around.sentenceStart(match.index));
    const alias = match[1]!;
    const full = owner && (owner.name ?? source.text.slice(owner.start, owner.end));
    if (
      owner !== undefined &&
      [...alias].filter((c) => full!.includes(c)).length >= Math.min(3, alias.length)
    )
      found.push({ alias, owner, rule: "definition" });
  }
  for (const match of clues.roots) {
    const at = match.index + match[0].length;
    // 前身是1956年建成的|乙: what leads up to it may be longer than the pattern says.
    const old = around.renamable(at) ?? around.after(at);
    const start = around.sentenceStart(match.index);
    // 当时还叫“乙”的甲.
    const named = old === undefined ? null : CALLED_SO.exec(norm.slice(old.end, old.end + 3));
    if (named !== null) {
      const bearer = startingAt(chosen, old!.end + named[0].length);
      if (bearer !== undefined && bearer.type === old!.type)
        found.push({ alias: nameOf(source, old!), owner: bearer, rule: "former" });
      continue;
    }
    const owner =
      around.before(match.index, start, old?.type) ??
      // 这家老字号，原名…: the firm of the sentences before.
      // 它的前身就是乙: the same.
      (/^(?:原名|曾用名)/u.test(match[0]) ||
      /[它其]的?$/u.test(norm.slice(Math.max(0, match.index - 2), match.index + 1))
        ? around.before(match.index, Math.max(0, match.index - 160), "Company")
        : undefined);
    if (owner === undefined) continue;
    if (old !== undefined && old.type === owner.type) {
      found.push({ alias: old.name ?? source.text.slice(old.start, old.end), owner, rule: "former" });
      continue;
    }
    if (match[0].endsWith("前身")) {
      // 乙，也就是甲的前身.
      const is =
        owner.end === match.index && IS_OF.test(norm.slice(Math.max(0, owner.start - 8), owner.start));
      const root = is ? around.before(owner.start, start, owner.type) : undefined;
      if (root !== undefined && nameOf(source, root) !== nameOf(source, owner))
        found.push({ alias: nameOf(source, root), owner, rule: "former" });
      continue;
    }
    const name = /^[\u4e00-\u9fa5]{4,20}?(?=[，。；”、（）]|$)/u.exec(norm.slice(at, at + 22));
    if (name !== null && /(?:厂|公司|行|社|所|站|局|部|店|坊|园|队|集团|中心|院)$/u.test(name[0]))
      found.push({ alias: name[0], owner, rule: "former" });
  }
}

/** What a glossary explains a name by: “甲”指|乙, “甲”指|某省人民政府颁发的乙. */
function glossedAt(norm: string, chosen: readonly Candidate[], at: number): Candidate | undefined {
  const first = startingAt(chosen, at);
  const given = first?.type === "GovernmentBody" ? GIVEN.exec(norm.slice(first.end, first.end + 8)) : null;
  return given === null ? first : (startingAt(chosen, first!.end + given[0].length) ?? first);
}
const GIVEN = /^(?:设立|颁发|颁授|评选|评定|授予|主办|颁)的/u;

/** 由1954年成立的|乙, 由原|乙: before what something was made of. */
const MADE_FROM = /[由从自](?:原|[^，。；、由从自]{0,12}(?:成立|创[立办建]|始建|兴办|开办|办起|组建)的)?$/u;
const OF_OWNER = /^(?:的|旗下)?(?:全资|控股|参股|下属|子公司|分公司)/u;
const CALLED_SO = /^”?的/u;
const IS_OF = /(?:也|正|便|就|[，——])(?:就是|即|是)(?:今天?的?|如今的?|现在的?|日后的?|后来的?)?“?$/u;

/** Where a text says that what was named before goes by another name since. */
interface Renaming {
  at: number;
  next: Candidate;
}

/** The last name taken in the 160 characters before. */
function lastBefore(renamings: readonly Renaming[], at: number): Candidate | undefined {
  for (let i = renamings.length - 1; i >= 0; i--)
    if (renamings[i]!.at < at && at - renamings[i]!.at < 160) return renamings[i]!.next;
  return undefined;
}

/** What stands around the words that define names: the names that can be other names of one another. */
class Around {
  private readonly norm: string;
  private readonly stops: readonly number[];
  private readonly breaks: readonly number[];
  /** In order, none of them overlapping another. */
  private readonly organizations: Candidate[] = [];

  constructor(
    source: Source,
    private readonly chosen: readonly Candidate[],
  ) {
    this.norm = source.norm;
    const { stops, breaks } = marksOf(source.norm);
    this.stops = stops;
    this.breaks = breaks;
    for (const c of chosen) if (CAN_RENAME.includes(c.type)) this.organizations.push(c);
  }

  /** The firm named first. */
  get firm(): Candidate | undefined {
    return this.firmWithin(0, this.norm.length);
  }

  /** The firm named first in [from, to). */
  firmWithin(from: number, to: number): Candidate | undefined {
    for (const c of this.organizations) if (c.start >= from && c.end <= to && c.type === "Company") return c;
    return undefined;
  }

  /** The last that begins at or after `floor` and ends by `at`. */
  before(at: number, floor: number, type?: EntityType): Candidate | undefined {
    const { organizations } = this;
    for (let i = firstFrom(organizations, at) - 1; i >= 0 && organizations[i]!.start >= floor; i--)
      if (organizations[i]!.end <= at && (type === undefined || organizations[i]!.type === type))
        return organizations[i];
    return undefined;
  }

  /** The one that begins at an offset. */
  renamable(at: number): Candidate | undefined {
    const found = startingAt(this.chosen, at);
    return found !== undefined && CAN_RENAME.includes(found.type) ? found : undefined;
  }

  /** Whether the first line has that name and not the other. */
  titles(own: string, other: string, nameOf: (c: Candidate) => string): boolean {
    const end = this.breaks[0] ?? 0;
    let found = false;
    for (const c of this.organizations) {
      if (c.start >= end) break;
      const name = nameOf(c);
      if (name === other) return false;
      if (name === own) found = true;
    }
    return found;
  }

  /** The one that follows in the same clause, after 的 or 了. */
  after(at: number): Candidate | undefined {
    const { norm } = this;
    for (let i = at + 1; i <= at + 12; i++) {
      if (CLAUSE_BREAK.has(norm.charCodeAt(i - 1))) return undefined;
      if (norm[i - 1] !== "的" && norm[i - 1] !== "了") continue;
      const found = startingAt(this.chosen, i);
      if (found !== undefined && CAN_RENAME.includes(found.type)) return found;
    }
    return undefined;
  }

  lineStart(at: number): number {
    return lastUpTo(this.breaks, at) + 1;
  }

  sentenceStart(at: number): number {
    return Math.max(lastUpTo(this.stops, at) + 1, this.lineStart(at));
  }
}
const CLAUSE_BREAK = new CharacterSet("，。；（）\n");
