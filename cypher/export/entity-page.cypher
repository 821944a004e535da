// The next entities in order of their ids.
// Parameters: $after (id, "" to begin), $types (labels of the ontology), $limit
// Returns: id, type (label), properties (map)
MATCH (e:Entity)
WHERE e.id > $after
RETURN e.id AS id, [label IN labels(e) WHERE label IN $types][0] AS type, properties(e) AS properties
ORDER BY e.id
LIMIT $limit
