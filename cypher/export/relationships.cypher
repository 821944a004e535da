// All relationships of one type in order of their ids. RELATION_TYPE stands for the type, from the ontology.
// Parameters: none
// Returns: type, from, to (ids of entities), properties (map)
MATCH (a:Entity)-[r:RELATION_TYPE]->(b:Entity)
WHERE r.id IS NOT NULL
RETURN type(r) AS type, a.id AS from, b.id AS to, properties(r) AS properties
ORDER BY r.id
