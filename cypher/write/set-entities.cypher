// Replaces the properties of entities.
// Parameters: $entities (list of {properties: map with id})
// Returns: nothing
UNWIND $entities AS row
MATCH (e:Entity {id: row.properties.id})
SET e = row.properties
