// Adds to the counts of entities.
// Parameters: $entities (list of {id, mentions, evidenceCount})
// Returns: nothing
UNWIND $entities AS row
MATCH (e:Entity {id: row.id})
SET e.mentions = e.mentions + row.mentions, e.evidenceCount = e.evidenceCount + row.evidenceCount
