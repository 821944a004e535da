// All entities in order of their ids.
// Parameters: none
// Returns: type (label), properties (map)
MATCH (e:Entity)
WHERE e.id IS NOT NULL
RETURN head([label IN labels(e) WHERE label <> "Entity"]) AS type, properties(e) AS properties
ORDER BY e.id
