// Creates entities with the label of their type.
// Parameters: $entities (list of {type: label, properties: map})
// Returns: nothing
UNWIND $entities AS row
CREATE (e:Entity:$(row.type))
SET e = row.properties
