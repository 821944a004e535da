// Ties places to those of which they are part, as far as both are in the graph and not tied yet.
// Parameters: $pairs (list of {inner, outer: ids of places, id: of the relationship})
// Returns: nothing
UNWIND $pairs AS row
MATCH (a:Entity {id: row.inner}), (b:Entity {id: row.outer})
WHERE NOT EXISTS { (a)-[:PART_OF]->(b) }
CREATE (a)-[:PART_OF {id: row.id, source: "lexicon", evidenceCount: 0}]->(b)
