// What lies in what: pairs of entities tied by place.
// Parameters: $ids (list of entities' ids)
// Returns: part, whole (ids)
UNWIND $ids AS id
MATCH (part:Entity {id: id})-[:LOCATED_IN|PART_OF]->(whole:Entity)
WHERE whole.id IN $ids
RETURN part.id AS part, whole.id AS whole
