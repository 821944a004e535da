// Creates name records and ties them to their entities.
// Parameters: $names (list of {properties: map, entity: id})
// Returns: nothing
UNWIND $names AS row
MATCH (e:Entity {id: row.entity})
CREATE (n:Name)-[:NAMES {reason: row.properties.rule}]->(e)
SET n = row.properties
