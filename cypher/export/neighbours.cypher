// What is one step away from some entities. RELATION_TYPES stands for the types, from the ontology.
// Parameters: $ids, $types (labels of the ontology that may be reached)
// Returns: id, type (label)
UNWIND $ids AS id
MATCH (:Entity {id: id})-[:RELATION_TYPES]-(n:Entity)
WITH DISTINCT n
WITH n.id AS id, [label IN labels(n) WHERE label IN $types][0] AS type
WHERE type IS NOT NULL
RETURN id, type
