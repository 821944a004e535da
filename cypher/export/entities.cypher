// Some entities in the order asked for.
// Parameters: $ids, $types (labels of the ontology)
// Returns: id, type (label), properties (map)
UNWIND range(0, size($ids) - 1) AS at
MATCH (e:Entity {id: $ids[at]})
RETURN e.id AS id, [label IN labels(e) WHERE label IN $types][0] AS type, properties(e) AS properties
ORDER BY at
