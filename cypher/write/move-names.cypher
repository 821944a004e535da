// Ties name records to other entities than before.
// Parameters: $names (list of {id, entity: id})
// Returns: nothing
UNWIND $names AS row
MATCH (n:Name {id: row.id}), (e:Entity {id: row.entity})
OPTIONAL MATCH (n)-[old:NAMES]->()
DELETE old
CREATE (n)-[:NAMES {reason: n.rule}]->(e)
