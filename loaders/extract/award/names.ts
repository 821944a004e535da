import { AnyOf } from "../../lexicon/begun.js";
import { type Division, divisions } from "../../lexicon/divisions.js";
import { CharacterSet } from "../../patterns/character-set.js";
import type { DocEntity, Extraction, Linker } from "../types.js";
import { placeLength } from "./left-edge.js";

/** Whose 市长, 省, 区 an award's name means that names no place: the rank of the place. */
const LEVELS: readonly (readonly [Division["type"], RegExp])[] = [
  [
    "Province",
    /^(?:省长(?=[质科专标特创优奖])|省(?:人民)?政府|省(?=质量|科|专利|标准|优质|名牌)|省级|自治区(?:人民)?(?:政府)?主席|自治区|主席(?=质量)|全省|全区(?=质量))/,
  ],
  [
    "City",
    /^(?:市长(?=[质科专标特创优奖])|市(?:人民)?政府|市(?=质量|科|专利|标准|优质|名牌)|市级|全市|州长|州(?:人民)?政府|盟长)/,
  ],
  ["County", /^(?:[区县]长|[区县](?:人民)?政府|[区县](?=质量|科|专利|标准)|全县)/],
];

const BLANKS = new CharacterSet(" \t\n“”");

/** The forms of one name under one key: 人民政府 and 政府, 科学技术 and 科技, 株洲市长 and 株洲市市长. */
function keyOf(name: string): string {
  let key = withOfficialPlace(name).replaceAll("人民政府", "政府").replaceAll("科学技术", "科技");
  if (key === "国家专利奖") key = "中国专利奖";
  if (BLANKS.within(key)) key = key.replace(/[\s“”]/g, "");
  return key.endsWith("企业") ? key.replace(/(?<=质量标杆|示范企业|单项冠军)企业$/, "") : key;
}

/** 淄博质量工匠 and 淄博市质量工匠 are one: the place by its official name. */
function withOfficialPlace(name: string): string {
  const length = placeLength(name);
  const place = name.slice(0, length);
  if (length === 0 || /[省市区县州盟旗长]$/.test(place) || /^[省市区县州]/.test(name.slice(length)))
    return name;
  return `${divisions.byName(place)[0]!.name}${name.slice(length)}`;
}

/**
 * The awards of a document brought together: 市长质量奖 is the city's, 山东省政府质量奖 is 山东省人民政府质量奖, 天府质量奖 is
 * 四川省天府质量奖, an award that was renamed is one award.
 */
export const awardNames: Linker = {
  id: "award-names",
  run(x) {
    const awards = awardsOf(x);
    if (awards.length === 0) return;
    for (const award of awards) complete(x, award, awards);
    const byKey = new Map<string, DocEntity>();
    for (const award of awardsOf(x)) {
      const key = keyOf(award.name);
      const same = byKey.get(key);
      if (same === undefined) byKey.set(key, award);
      else if (award.name.length > same.name.length) {
        x.merge(same, award, { rule: "variant" });
        byKey.set(key, award);
      } else x.merge(award, same, { rule: "variant" });
    }
    withoutRegion(x);
    renamed(x);
  },
};

const awardsOf = (x: Extraction): DocEntity[] => x.entities.filter((e) => e.type === "Award");

/** 天府质量奖 beside 四川省天府质量奖: the name that lacks the place is the other's, where there is one such. */
function withoutRegion(x: Extraction): void {
  const awards = awardsOf(x);
  const byName = new Map(awards.map((award) => [award.name, award]));
  const fuller = new Map<DocEntity, DocEntity[]>();
  for (const award of awards)
    for (let length = 2; length <= Math.min(11, award.name.length - 4); length++) {
      const bare = byName.get(award.name.slice(length));
      if (bare === undefined || divisions.byName(award.name.slice(0, length)).length === 0) continue;
      fuller.set(bare, [...(fuller.get(bare) ?? []), award]);
    }
  for (const [bare, [full, ...others]] of fuller)
    if (others.length === 0) x.merge(bare, full!, { rule: "short-form" });
}

/** Gives a name that begins with a rank (市长, 省政府) or a short place name (厦门质量奖, 株洲市长质量奖) its full region. */
function complete(x: Extraction, award: DocEntity, awards: readonly DocEntity[]): void {
  const full = withRank(x, award.name, awards) ?? withOfficial(award.name);
  if (full === undefined || full === award.name) return;
  const { start, end } = award.mentions[0] ?? award.named ?? { start: 0, end: 0 };
  x.merge(award, x.find("Award", full) ?? x.entity("Award", full, { start, end, rule: "award/region" }), {
    rule: "short-form",
  });
}

const RANK_START = new CharacterSet("省自主全市州盟区县人政");

function withRank(x: Extraction, named: string, awards: readonly DocEntity[]): string | undefined {
  // 全市省长质量奖组织: it is the province's that the city's have.
  const whose =
    /^全[省市县区]/.test(named) || (named.startsWith("全州") && placeLength(named.slice(2)) > 0)
      ? named.slice(2)
      : named;
  // Most begin with a place's name.
  if (whose === named && !RANK_START.begins(named)) return undefined;
  const isOwn = /^(?:[省市区县州]长|自治区主席|主席|[省市区县]?(?:人民)?政府)质量/.test(whose);
  // 全市四川天府质量奖组织: likewise.
  const name = whose !== named && (isOwn || placeLength(whose) > 0) ? whose : named;
  if (name !== named && !isOwn) return name;
  for (const [rank, pattern] of LEVELS) {
    const match = pattern.exec(name);
    if (match === null) continue;
    const rest = /^全[省市县区]/.test(name) ? name.slice(2) : name;
    // The document may spell it out itself.
    const key = keyOf(rest);
    const spelt: DocEntity[] = [];
    for (const award of awards)
      if (award.name !== name && regionOf(award.name, rank, key) !== undefined) spelt.push(award);
    const region = placeOf(x, rank);
    if (/^(?:自治区|主席)/.test(name) && region !== undefined && !region.name.endsWith("自治区"))
      return undefined;
    // 江阴市市长质量奖 of a city of a county's rank, where the text spells that out.
    const town = rank === "City" ? countyCityOf(x) : undefined;
    const towns = town === undefined ? undefined : awards.find((a) => a.name === `${town}${rest}`);
    if (towns !== undefined) return towns.name;
    const own = spelt.find((a) => region !== undefined && a.name.startsWith(region.name));
    if (own !== undefined) return own.name;
    if (spelt.length === 1 && (region === undefined || rank === "County")) return spelt[0]!.name;
    if (region === undefined || (rank === "County" && region.type !== "County")) return undefined;
    return `${region.name}${rest
      .replace(/^[省市区县]级/, "")
      .replace(/^(?:省|市|自治区|[区县]|州|盟)(?=质量|科|专利|标准|优质|名牌|(?:人民)?政府)/, "")
      .replace(/^自治区/, "")}`;
  }
  return undefined;
}

/** The place at the head of a full name when what follows is `rest`: 湖南省 of 湖南省省长质量奖. */
function regionOf(name: string, rank: Division["type"], rest: string): Division | undefined {
  for (let length = 2; length <= Math.min(11, name.length - 3); length++) {
    const division = divisions.byName(name.slice(0, length)).find((d) => d.type === rank);
    if (division === undefined) continue;
    const tail = keyOf(name.slice(length));
    const bare = rest.replace(/^(?:省|市|自治区|[区县])(?=质量|科|专利|标准|政府)/, "");
    if (
      tail === rest ||
      tail === bare ||
      tail.replace(/^自治区/, "") === bare ||
      (/^(?:省|市|区|县)[^长政]/.test(rest) && tail.startsWith(bare.slice(0, 2)) && tail.endsWith("奖"))
    )
      return division;
  }
  return undefined;
}

/** The place of that rank that the document is about: its own place or what that lies in. */
function placeOf(x: Extraction, rank: Division["type"]): Division | undefined {
  const code = x.place?.adcode;
  let at = code === undefined ? undefined : divisions.byCode(code);
  if (at === undefined && x.place !== undefined) at = divisions.byName(x.place.name)[0];
  if (rank === "Province" && at?.type === "City" && divisions.parent(at) === undefined) return undefined;
  while (at !== undefined && at.type !== rank) at = divisions.parent(at);
  return at;
}

/** The document's own place where that is a city of a county's rank, such as 江阴市. */
function countyCityOf(x: Extraction): string | undefined {
  const place = placeOf(x, "County");
  return place?.name.endsWith("市") === true ? place.name : undefined;
}

const OFFICIAL_START = new CharacterSet("省市区县质科专标人政自技");

/** 厦门质量奖, 株洲市长质量奖, 湖南省长质量奖: an everyday place name before 质量奖 and its like becomes the official one. */
function withOfficial(name: string): string | undefined {
  for (let length = 4; length >= 2; length--) {
    const rest = name.slice(length);
    if (
      !OFFICIAL_START.begins(rest) ||
      !/^(?:[省市区县]长(?=[质科专标特创优奖])|质量|科学?技术?进步|科技|专利|标准|(?:人民)?政府|自然科学|技术发明|[省市](?!长))/.test(
        rest,
      )
    )
      continue;
    // 某地质量工匠 is called so; only prizes and marks of authorities go by the place's official name.
    if (/工匠|质量(?:之[星光]|卫士|能手|标兵)/.test(rest)) continue;
    const division = divisions.byName(name.slice(0, length))[0];
    if (division === undefined || division.name === name.slice(0, length)) continue;
    const suffix = division.name.at(-1)!;
    if (!/^[省市区县]/.test(rest)) return `${division.name}${rest}`;
    // 株洲市长质量奖: one 市 does for two.
    if (rest.startsWith(`${suffix}长`) && !rest.startsWith("省长江")) return `${division.name}${rest}`;
  }
  return undefined;
}

/** What the words hold that say of a name that it is another's. */
const NAMING = new CharacterSet("称名调整身叫为");
const SPOKEN_OF = new AnyOf("这个奖 该奖 这一奖项");

/** 更名为, 起初叫, 前称: within a sentence or two, two names of one award. */
function renamed(x: Extraction): void {
  const mentions = x.mentions.filter((m) => m.type === "Award");
  for (let i = 1; i < mentions.length; i++) {
    const [former, latter] = [mentions[i - 1]!, mentions[i]!];
    if (former.entity === latter.entity || latter.start - former.end > 60) continue;
    const between = x.norm.slice(former.end, latter.start);
    if (!NAMING.within(between) || /[\n\t]/.test(between)) continue;
    // 某市政府质量奖（以下简称“市质量奖”）
    if (/^[”]?[^，。；（]{0,8}（(?:以下|下文|下|并)?(?:统称|简称|称)为?[“]?$/.test(between)) {
      x.merge(latter.entity, former.entity, { rule: "definition", start: latter.start, end: latter.end });
      continue;
    }
    if (/(?:更名|改名|改称|易名|调整|整合)[^，。；]{0,6}$/.test(between) && !/[。].*[。]/.test(between))
      x.merge(former.entity, latter.entity, { rule: "former", start: former.start, end: former.end });
    else if (
      /(?:原名|前称|原称|曾称|旧称|时称|时名|当时[叫称]|当时名为|前身称|初名|初称|起初称|最早叫|曾叫|旧名|曾名|前身[是为]|起初叫|最初叫|原为|曾用名|[以之]?前(?:名为|称为?|叫做?))[“：]?$/.test(
        between,
      )
    )
      x.merge(latter.entity, former.entity, { rule: "former", start: latter.start, end: latter.end });
  }
  // 这个奖起初叫某区质量管理奖，后改用现名: the award spoken of before.
  if (!SPOKEN_OF.standsIn(x.norm)) return;
  for (let i = 1; i < mentions.length; i++) {
    const mention = mentions[i]!;
    const lead = x.norm.slice(Math.max(0, mention.start - 40), mention.start);
    if (
      !/(?:这个奖|该奖|这一奖项|该奖项)[^。\n]{0,30}(?:起初叫|最初叫|原名|原称|前身[是为]|当时叫|曾叫)[“]?$/.test(
        lead,
      )
    )
      continue;
    const spoken = mentions
      .slice(0, i)
      .findLast((m) => m.entity !== mention.entity && m.end < mention.start - 5);
    if (spoken !== undefined && mention.entity !== spoken.entity)
      x.merge(mention.entity, spoken.entity, { rule: "former", start: mention.start, end: mention.end });
  }
}
