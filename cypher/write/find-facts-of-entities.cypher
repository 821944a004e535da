// All that hangs on some entities: their relationships and observations, except the hierarchy.
// Parameters: $ids (list of entities' ids)
// Returns: fact (id)
UNWIND $ids AS id
MATCH (e:Entity {id: id})
CALL (e) {
  MATCH (e)-[r]-(:Entity) WHERE type(r) <> "PART_OF" RETURN r.id AS fact
  UNION
  MATCH (e)<-[:OF]-(o:Observation) RETURN o.id AS fact
}
RETURN DISTINCT fact
