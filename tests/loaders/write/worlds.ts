import fc from "fast-check";
import type { DesignatedDocument } from "../../../loaders/resolve/types.js";
import type { EntityRef } from "../../../schema/index.js";
import { documentOf, entity, observation, ref, relation, type Written } from "./documents.js";

/** Names that get in each other's way: full, former, short and bare ones, of two cities and none. */
const NAMES: readonly EntityRef[] = [
  ref("Company", "株洲联诚集团有限责任公司"),
  ref("Company", "联诚集团"),
  ref("Company", "联诚"),
  ref("Company", "株洲华泰机械有限公司"),
  ref("Company", "株洲华泰机械股份有限公司"),
  ref("Company", "华泰机械"),
  ref("Company", "东方机械有限公司"),
  ref("Company", "东方电气装备制造股份有限公司"),
  ref("Institution", "人民医院"),
  ref("Institution", "株洲市人民医院"),
  ref("GovernmentBody", "市市场监管局"),
  ref("Person", "张伟"),
  ref("Zone", "高新区"),
  ref("Zone", "株洲高新区"),
  ref("Zone", "株洲高新技术产业开发区"),
  ref("Award", "市长质量奖"),
  ref("Award", "中国质量奖"),
  ref("City", "株洲市"),
  ref("City", "常州市"),
  ref("Province", "湖南省"),
  ref("County", "江北区"),
];
const PLACES = ["湖南省株洲市", "江苏省常州市", "湖南省", null];

const nameArbitrary = fc.constantFrom(...NAMES);

const entityArbitrary: fc.Arbitrary<Written> = fc
  .record({
    ref: nameArbitrary,
    alias: fc.option(fc.constantFrom(...NAMES.map((n) => n.name)), { nil: undefined }),
    rule: fc.constantFrom("definition", "former", "short-form"),
    region: fc.option(fc.constantFrom("430200", "320400", "430000"), { nil: undefined, freq: 4 }),
    mentions: fc.integer({ min: 1, max: 3 }),
  })
  .map(({ ref: { type, name }, alias, rule, region, mentions }) =>
    entity(type, name, {
      mentions,
      ...(region === undefined ? {} : { region }),
      ...(alias === undefined || alias === name
        ? {}
        : { aliases: [alias], aliasReasons: [{ name: alias, rule }] }),
    }),
  );

const factArbitrary = (entities: readonly Written[]): fc.Arbitrary<Written> => {
  const end = fc.constantFrom(...entities).map((e) => ref(e.type as EntityRef["type"], String(e.name)));
  return fc.oneof(
    fc
      .record({
        from: end,
        to: end,
        year: fc.constantFrom(undefined, 2015, 2018),
        tier: fc.constantFrom("WINNER", "NOMINATION"),
      })
      .map(({ from, to, year, tier }) => relation("WON", from, to, { year, tier } as object)),
    fc.record({ from: end, to: end }).map(({ from, to }) => relation("PARTNERS_WITH", from, to)),
    fc.record({ from: end, to: end }).map(({ from, to }) => relation("LOCATED_IN", from, to)),
    fc
      .record({ subject: end, value: fc.integer({ min: 1, max: 3 }) })
      .map(({ subject, value }) => observation(subject, "商标", value, { period: "2019" })),
  );
};

/** Any document of the world with that id. Its facts need not make sense; the graph must not care. */
export const documentArbitrary = (id: string): fc.Arbitrary<DesignatedDocument> =>
  fc
    .tuple(fc.constantFrom(...PLACES), fc.array(entityArbitrary, { minLength: 1, maxLength: 4 }))
    .chain(([place, entities]) =>
      fc
        .array(factArbitrary(entities), { maxLength: 4 })
        .map((facts) => documentOf(id, place, [...entities, ...facts])),
    );
