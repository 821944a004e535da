import { groupBy } from "../group-by.js";
import { abbreviationRecords, canBeAbbreviation } from "./abbreviation-records.js";
import { bearersByKey, interactionGroups } from "./bearers.js";
import { entityOfGroup } from "./entity-of-group.js";
import { factKeyOf, factOf, groupOf, settle, tupleOfFact } from "./facts.js";
import type { Gazetteer } from "./gazetteer.js";
import { placePairs } from "./hierarchy.js";
import { resolveCluster } from "./resolve-cluster.js";
import type { Judgement, NameRecord, ResolvedEntity, Resolver } from "./types.js";

/** The rules of resolution with a lexicon of places. */
export function createResolver(gazetteer: Gazetteer): Resolver {
  return {
    abbreviationsOf: (designation) => abbreviationRecords(gazetteer, designation),
    canBeAbbreviation,
    interactionGroups: (records) => [...bearersByKey(records).values()].flatMap(interactionGroups),
    resolve: (records, judgements) => entitiesOf(gazetteer, records, judgements),
    placePairs: (entity) => placePairs(gazetteer, entity),
    factKeyOf,
    groupOf,
    settle,
    factOf,
    tupleOfFact,
  };
}

/** The entities of a closed set of name records. */
export function entitiesOf(
  gazetteer: Gazetteer,
  records: readonly NameRecord[],
  judgements: readonly Judgement[],
): ResolvedEntity[] {
  const { groups, reasons } = resolveCluster(records, judgements);
  const recordsOf = groupBy(records, (record) => record.designation.id);
  const reasonsOf = groupBy(reasons, (reason) => reason.name.id);
  return groups.map((group) =>
    entityOfGroup(
      gazetteer,
      group,
      group.flatMap((d) => recordsOf.get(d.id) ?? []),
      group.flatMap((d) => reasonsOf.get(d.id) ?? []),
    ),
  );
}
