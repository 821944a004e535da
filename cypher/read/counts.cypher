// How much there is, from Neo4j's own counts.
// Parameters: none
// Returns: documents, claims, entities, observations (integers)
RETURN
  COUNT { (:Document) } AS documents,
  COUNT { (:Claim) } AS claims,
  COUNT { (:Entity) } AS entities,
  COUNT { (:Observation) } AS observations
