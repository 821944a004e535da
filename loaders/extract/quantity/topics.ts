import type { EntityType } from "../../../schema/index.js";
import { firstFrom } from "../spans.js";
import type { DocEntity, Extraction, Mention } from "../types.js";
import type { Clause } from "./clauses.js";
import { withoutLead } from "./phrases.js";
import { withoutTimes } from "./times.js";

const TOPICS: readonly EntityType[] = [
  "Province",
  "City",
  "County",
  "Zone",
  "Company",
  "Institution",
  "Platform",
  "GovernmentBody",
  "StandardsBody",
];
export const PLACES: readonly EntityType[] = ["Province", "City", "County", "Zone"];
const MAIN: readonly EntityType[] = [
  "Company",
  "Zone",
  "County",
  "City",
  "Province",
  "Institution",
  "Platform",
];

/** Before a name: what makes it an agent, a partner or a yardstick rather than what is spoken of. */
const OBLIQUE =
  /(?:由|为|与|和|同|跟|向|从|对|比|较|经|被|占|依托|联合|携手|以|含|获|居|给|按|按照|根据|依据|据|围绕|参照|比照|支持|推动|帮助|服务|高出|低于|高于|优于|好于|快于|慢于|不同于|区别于|原|即|前身(?:是|为)|更名为|名为|简称|下称)$/;
/** Before a name: where it is, which makes it a subject only where the clause names no other. */
const LOCAL = /(?:在|于|至|到|落户|落地|入驻|位居|走进|来到|聚焦)$/;
/** After a place's name: the name goes on as that of an award, or is the field of a superlative. */
const LONGER = /^(?:(?:人民政府|市长|省长|区长|县长|州长|主席|政府|质量)[^，。；、]{0,6}奖|市?委(?!托)|政协)/;
/** 全省率先, 全国首个: the field of a superlative. */
const SUPERLATIVE = /^(?:率先|首|唯一|第[一二三四五六七八九十]|前列|领先|平均|范围)/;
/** Before a name, after times and adverbs are gone: a verb makes the name an object. */
const VERBAL =
  /[是为在于由与和向从对被把将有获入任到过给让使及比占送请聘立进建设承担引成拿夺创攻评选推定置辖居列]/;

/** Who a figure is about: what the clauses name as their subject, carried on until another is named. */
export class Topics {
  private readonly main: DocEntity | undefined;
  private readonly territories = new Map<DocEntity, DocEntity | undefined>();

  constructor(private readonly x: Extraction) {
    this.main = mainOf(x);
  }

  /**
   * The subject that a clause names before `until`, undefined where it names none. `local`: only as a place where
   * something is (机器人放在某区), which counts where nothing else is named.
   */
  named(clause: Clause, until: number): { entity: DocEntity; local: boolean } | undefined {
    const { x } = this;
    let found: Mention | undefined;
    let local: Mention | undefined;
    let before = "";
    let at = clause.start;
    for (let i = firstFrom(x.mentions, clause.start); i < x.mentions.length; i++) {
      const mention = x.mentions[i]!;
      if (mention.end > until || mention.start - clause.start > 120) break;
      before += x.norm.slice(at, mention.start);
      at = mention.start;
      if (
        !TOPICS.includes(mention.type) ||
        (bracketed(before) && !(x.norm[mention.start - 1] === "“" && x.norm[mention.end] === "”"))
      )
        continue;
      // A committee is spoken of only where its own figure follows: elsewhere it is what a firm takes part in.
      if (
        mention.type === "StandardsBody" &&
        (until === clause.end || !/^[\s，、”’]*$/.test(withoutTimes(before)))
      )
        continue;
      const after = x.norm.slice(mention.end, mention.end + 12);
      if (
        PLACES.includes(mention.type) &&
        ((!mention.generic && LONGER.test(after)) || SUPERLATIVE.test(after))
      )
        continue;
      if (
        mention.generic &&
        (mention.entity.mentions.find((m) => !m.generic)?.start ?? 0) > mention.start &&
        mention.entity !== this.main
      )
        continue;
      if (!speaks(mention, after, clause.end === mention.end)) continue;
      if (mention.type === "GovernmentBody" && this.territory(mention.entity) === undefined) continue;
      const near = before.slice(-8);
      if (found !== undefined) {
        // X的Y, X运营的Y: what is spoken of is Y; 泉州市德化县 is 德化县.
        const nested =
          PLACES.includes(found.type) && PLACES.includes(mention.type) && mention.start === found.end;
        const between = x.norm.slice(found.end, mention.start);
        if (nested || (/的$/.test(between) && !/[占为是有获入任，]/.test(between))) found = mention;
        continue;
      }
      if (OBLIQUE.test(near)) {
        if (mention.generic && !PLACES.includes(mention.type)) local ??= mention;
      } else if (LOCAL.test(near)) local ??= mention;
      else if (isSubjectAfter(before)) found = mention;
    }
    if (found !== undefined) return { entity: this.meant(found), local: false };
    const titled = this.titled(clause);
    if (titled !== undefined) return { entity: titled, local: false };
    return local === undefined ? undefined : { entity: local.entity, local: true };
  }

  /** 全市, 我区: the document's own place where it is of that kind, whatever was named last. */
  private meant(mention: Mention): DocEntity {
    const { main } = this;
    const kind = mention.generic ? /^[全我本](.)$/.exec(mention.surface)?.[1] : undefined;
    if (kind === undefined || main === undefined || !PLACES.includes(main.type)) return mention.entity;
    const fits =
      kind === "市"
        ? main.type === "City" || main.name.endsWith("市")
        : kind === "区"
          ? main.type === "Zone" || main.name.endsWith("区")
          : main.name.endsWith(kind);
    return fits ? main : mention.entity;
  }

  /** 按照《某市…规划》: what follows is of the place that the title begins with. */
  private titled(clause: Clause): DocEntity | undefined {
    const title = /^\s*(?:按照|根据|依据|按)《([^》]{4,40})/.exec(
      this.x.norm.slice(clause.start, clause.start + 50),
    )?.[1];
    return title === undefined ? undefined : this.placeAtHead([title]);
  }

  /** The association or alliance that a stretch names last, as an object or not: whose members are counted. */
  association(start: number, end: number): DocEntity | undefined {
    return this.x.mentionsIn(start, end, ["Institution", "StandardsBody"]).at(-1)?.entity;
  }

  /** What headings and the document are about, for a paragraph that names nobody before its first figure. */
  of(start: number): DocEntity | undefined {
    for (let heading = this.x.blockAt(start)?.parent ?? null; heading !== null; heading = heading.parent) {
      if (heading.kind === "title") break;
      const found = this.x.mentionsIn(heading.start, heading.end, MAIN).find((m) => !m.generic);
      if (found !== undefined && !LONGER.test(this.x.norm.slice(found.end, found.end + 12)))
        return found.entity;
    }
    return this.main;
  }

  /** The place or zone that an authority's figures are about; undefined for one of the whole country. */
  territory(body: DocEntity): DocEntity | undefined {
    if (!this.territories.has(body)) this.territories.set(body, this.territoryOf(body));
    return this.territories.get(body);
  }

  /** Whether the document is about a place or zone, so that firms are only spoken of in passing. */
  get ofPlace(): boolean {
    return this.main !== undefined && PLACES.includes(this.main.type);
  }

  /** The place that the document is about, for what only a place can have. */
  get place(): DocEntity | undefined {
    const { main } = this;
    return main !== undefined && PLACES.includes(main.type)
      ? main
      : (this.x.place ?? this.x.subjectAt(this.x.text.length, PLACES));
  }

  private territoryOf(body: DocEntity): DocEntity | undefined {
    const names = [body.name, ...body.aliases.keys()];
    if (
      names.some((name) =>
        /^(?:国家|全国|中国|国务院|中共|中央|教育部|科技部|科学技术部|商务部|财政部|工业和信息化部|农业农村部)/.test(
          name,
        ),
      )
    )
      return undefined;
    return this.placeAtHead(names) ?? this.place;
  }

  /** The place or zone with whose name one of the names begins. */
  private placeAtHead(names: readonly string[]): DocEntity | undefined {
    let best: DocEntity | undefined;
    let length = 0;
    for (const place of this.places())
      for (const name of [place.name, ...place.aliases.keys()])
        if (name.length > length && names.some((n) => n.startsWith(name))) {
          best = place;
          length = name.length;
        }
    return best;
  }

  private known: DocEntity[] | undefined;
  private places(): DocEntity[] {
    this.known ??= this.x.entities.filter((e) => PLACES.includes(e.type));
    return this.known;
  }
}

/** Whom a document is about: the firm or zone of its title, else its place, else whom it names most. */
function mainOf(x: Extraction): DocEntity | undefined {
  for (const block of x.blocks) {
    if (block.kind === "paragraph" || block.kind === "list-item" || block.kind === "table-row") break;
    if (block.kind !== "title") continue;
    const named = x.mentionsIn(block.start, block.end, ["Company", "Zone"])[0];
    if (named !== undefined && x.mentionsIn(block.start, named.start, PLACES).length === 0)
      return named.entity;
  }
  return x.place ?? x.subjectAt(x.text.length, MAIN);
}

/** Whether a name after these words is the subject: nothing but times, adverbs and attributes before it. */
function isSubjectAfter(before: string): boolean {
  const rest = withoutLead(withoutTimes(before));
  if (/的$/.test(rest)) return !/[由为把被将给替]/.test(rest);
  return rest === "" || (rest.length <= 6 && !VERBAL.test(rest));
}

/** Whether a name may be what is spoken of, by what follows: 江苏省工业企业…10家 and 企业标准2项 are not about it. */
function speaks(mention: Mention, after: string, last: boolean): boolean {
  if (mention.type === "Province" && !mention.generic)
    return (
      last ||
      /^(?:[，、：（”的]|共|累计|现|已|有|拥有|全省|实现|此次|在|获|完成|新增|各|经济|地区)/.test(after)
    );
  if (mention.type === "Company" && mention.generic && /^(?:企业|公司|集团)$/.test(mention.surface))
    return !/^(?:自我|标准|数|总|产值|质量|首席|研发|信用|认证|专利|商标|户|家|类|税收|用电|利润|营收|技术中心|年金|增加)/.test(
      after,
    );
  return true;
}

function bracketed(before: string): boolean {
  const inside = (open: string, close: string): boolean =>
    before.lastIndexOf(open) > before.lastIndexOf(close);
  return (
    inside("（", "）") ||
    inside("《", "》") ||
    (inside("“", "”") && before.length - before.lastIndexOf("“") < 12)
  );
}
