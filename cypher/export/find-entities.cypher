// The entities that references mean, by id or by any name of any type.
// Parameters: $references (list of {text, keys}), $types (labels of the ontology)
// Returns: at (index in $references), id, type (label)
UNWIND range(0, size($references) - 1) AS at
WITH at, $references[at] AS reference
CALL (reference) {
  MATCH (entity:Entity {id: reference.text})
  RETURN entity
  UNION
  MATCH (name:Name)-[:NAMES]->(entity:Entity)
  WHERE name.key IN reference.keys
  RETURN entity
}
WITH at, entity.id AS id, [label IN labels(entity) WHERE label IN $types][0] AS type
WHERE type IS NOT NULL
RETURN at, id, type
ORDER BY at, id
