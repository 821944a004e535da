// Creates relationships of any type of the ontology.
// Parameters: $facts (list of {type, from, to: ids, properties: map})
// Returns: nothing
UNWIND $facts AS row
MATCH (a:Entity {id: row.from}), (b:Entity {id: row.to})
CREATE (a)-[r:$(row.type)]->(b)
SET r = row.properties
