// All observations in order of their ids.
// Parameters: none
// Returns: subject (id of the entity), properties (map)
MATCH (o:Observation)
WHERE o.id IS NOT NULL
MATCH (o)-[:OF]->(e:Entity)
RETURN e.id AS subject, properties(o) AS properties
ORDER BY o.id
