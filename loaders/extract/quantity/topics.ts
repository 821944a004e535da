import type { EntityType } from "../../../schema/index.js";
import { firstFrom } from "../spans.js";
import type { DocEntity, Extraction, Mention } from "../types.js";
import type { Clause } from "./clauses.js";
import { isHeadOf, isPlaceOfAward, PLACES, roleOf } from "./roles.js";

const MAIN: readonly EntityType[] = [
  "Company",
  "Zone",
  "County",
  "City",
  "Province",
  "Institution",
  "Platform",
];
const NATIONAL =
  /^(?:国家|全国|中国|国务院|中共|中央|教育部|科技部|科学技术部|商务部|财政部|工业和信息化部|农业农村部)/;
/** How far into a clause its subject can stand. */
const REACH = 120;
/** How long the name of a place is at most. */
const LONGEST = 24;

/** Whom figures are about: what the clauses name, and what the headings and the document are about. */
export class Topics {
  private readonly main: DocEntity | undefined;
  private readonly ofBodies = new Map<DocEntity, DocEntity | undefined>();
  private readonly firsts = new Map<DocEntity, number>();
  private names: Map<string, DocEntity> | undefined;
  private elsewhere: { place: DocEntity | undefined } | undefined;

  constructor(private readonly x: Extraction) {
    this.main = mainOf(x);
  }

  /** Whether the document is about a place or zone, so that firms are only spoken of in passing. */
  get ofPlace(): boolean {
    return this.main !== undefined && PLACES.includes(this.main.type);
  }

  /** The place that the document is about, for what only a place can have. */
  get place(): DocEntity | undefined {
    if (this.ofPlace) return this.main;
    this.elsewhere ??= { place: this.x.place ?? this.x.subjectAt(this.x.text.length, PLACES) };
    return this.elsewhere.place;
  }

  /**
   * The subject that a clause names before `until`, undefined where it names none. `local`: only as a place where
   * something is (机器人放在某区), which counts where nothing else is named.
   */
  named(clause: Clause, until: number): { entity: DocEntity; local: boolean } | undefined {
    const { x } = this;
    let subject: Mention | undefined;
    let local: Mention | undefined;
    for (let i = firstFrom(x.mentions, clause.start); i < x.mentions.length; i++) {
      const mention = x.mentions[i]!;
      if (mention.end > until || mention.start - clause.start > REACH) break;
      const before = x.norm.slice(clause.start, mention.start);
      const role = roleOf(x, mention, before, mention.end === clause.end, until < clause.end);
      if (subject !== undefined) {
        if (isHeadOf(x, subject, mention)) subject = mention;
        continue;
      }
      if (role === "none" || this.isEarly(mention)) continue;
      if (mention.type === "GovernmentBody" && this.territory(mention.entity) === undefined) continue;
      if (role === "subject") subject = mention;
      else local ??= mention;
    }
    if (subject !== undefined) return { entity: this.meant(subject), local: false };
    const titled = this.titled(clause);
    if (titled !== undefined) return { entity: titled, local: false };
    return local === undefined ? undefined : { entity: local.entity, local: true };
  }

  /** 区里, 市里: the place of that level that was named last before the offset. */
  level(kind: string, offset: number): DocEntity | undefined {
    const { mentions } = this.x;
    const from = firstFrom(mentions, offset) - 1;
    for (let i = from; i >= 0 && i > from - 200; i--) {
      const { entity } = mentions[i]!;
      if (PLACES.includes(entity.type) && entity.name.endsWith(kind)) return entity;
    }
    return undefined;
  }

  /** What headings and the document are about, for a paragraph that names nobody before its first figure. */
  of(start: number): DocEntity | undefined {
    for (let heading = this.x.blockAt(start)?.parent ?? null; heading !== null; heading = heading.parent) {
      if (heading.kind === "title") break;
      const found = this.x.mentionsIn(heading.start, heading.end, MAIN).find((m) => !m.generic);
      if (found !== undefined && !isPlaceOfAward(this.x, found)) return found.entity;
    }
    return this.main;
  }

  /** The association or alliance that a stretch names last, as an object or not: whose members are counted. */
  association(start: number, end: number): DocEntity | undefined {
    return this.x.mentionsIn(start, end, ["Institution", "StandardsBody"]).at(-1)?.entity;
  }

  /** The place or zone that an authority's figures are about; undefined for one of the whole country. */
  territory(body: DocEntity): DocEntity | undefined {
    if (!this.ofBodies.has(body)) {
      const names = [body.name, ...body.aliases.keys()];
      const national = names.some((name) => NATIONAL.test(name));
      this.ofBodies.set(body, national ? undefined : (this.placeAtHead(names) ?? this.place));
    }
    return this.ofBodies.get(body);
  }

  /** 全市, 我区: the document's own place where it is of that kind, whatever was named last. */
  private meant(mention: Mention): DocEntity {
    const { main } = this;
    const kind = mention.generic ? /^[全我本](.)$/.exec(mention.surface)?.[1] : undefined;
    if (kind === undefined || main === undefined || !PLACES.includes(main.type)) return mention.entity;
    if (kind === "市") return main.type === "City" || main.name.endsWith("市") ? main : mention.entity;
    if (kind === "区") return main.type === "Zone" || main.name.endsWith("区") ? main : mention.entity;
    return main.name.endsWith(kind) ? main : mention.entity;
  }

  /** A generic word cannot mean what is named only after it, unless it is what the document is about. */
  private isEarly(mention: Mention): boolean {
    if (!mention.generic || mention.entity === this.main) return false;
    let first = this.firsts.get(mention.entity);
    if (first === undefined) {
      first = mention.entity.mentions.find((m) => !m.generic)?.start ?? 0;
      this.firsts.set(mention.entity, first);
    }
    return first > mention.start;
  }

  /** 按照《某市…规划》: what follows is of the place that the title begins with. */
  private titled(clause: Clause): DocEntity | undefined {
    const head = this.x.norm.slice(clause.start, clause.start + 50);
    const title = /^\s*(?:按照|根据|依据|按)《([^》]{4,40})/.exec(head)?.[1];
    return title === undefined ? undefined : this.placeAtHead([title]);
  }

  /** The place or zone with whose name one of the names begins. */
  private placeAtHead(names: readonly string[]): DocEntity | undefined {
    this.names ??= placesByName(this.x);
    for (let length = LONGEST; length > 1; length--)
      for (const name of names) {
        const place = name.length >= length ? this.names.get(name.slice(0, length)) : undefined;
        if (place !== undefined) return place;
      }
    return undefined;
  }
}

function placesByName(x: Extraction): Map<string, DocEntity> {
  const names = new Map<string, DocEntity>();
  for (const entity of x.entities)
    if (PLACES.includes(entity.type))
      for (const name of [entity.name, ...entity.aliases.keys()])
        if (!names.has(name)) names.set(name, entity);
  return names;
}

/** Whom a document is about: the firm, zone or county that its title names first, else its place, else whom it names most. */
function mainOf(x: Extraction): DocEntity | undefined {
  for (const block of x.blocks) {
    if (block.kind === "paragraph" || block.kind === "list-item" || block.kind === "table-row") break;
    if (block.kind !== "title") continue;
    const [first, ...others] = x.mentionsIn(block.start, block.end, [...PLACES, "Company"]);
    if (first === undefined) continue;
    // 某市某县 is about 某县.
    const inner = others[0] !== undefined && isHeadOf(x, first, others[0]) ? others[0] : first;
    if (inner.type === "Company" || inner.type === "Zone" || inner.type === "County") return inner.entity;
  }
  return x.place ?? x.subjectAt(x.text.length, MAIN);
}
