// Creates observations of entities.
// Parameters: $facts (list of {from: id of the entity, properties: map})
// Returns: nothing
UNWIND $facts AS row
MATCH (e:Entity {id: row.from})
CREATE (o:Observation)-[:OF]->(e)
SET o = row.properties, o.value = toFloat(row.properties.value)
