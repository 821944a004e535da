// The next relationships that lead from some entities, in order of those and of their own ids. RELATION_TYPES stands
// for the types, from the ontology.
// Parameters: $ids (of entities), $at (index in $ids), $after (id of a relationship, "" to begin), $limit, $types
//   (labels of the ontology)
// Returns: at, id, type, from, to (ids of entities), fromType, toType (labels), toName, properties (map)
UNWIND range($at, size($ids) - 1) AS at
MATCH (a:Entity {id: $ids[at]})-[r:RELATION_TYPES]->(b:Entity)
WHERE r.id IS NOT NULL AND (at > $at OR r.id > $after)
WITH at, a, r, b
ORDER BY at, r.id
LIMIT $limit
RETURN at, r.id AS id, type(r) AS type, properties(r) AS properties,
  a.id AS from, [label IN labels(a) WHERE label IN $types][0] AS fromType,
  b.id AS to, [label IN labels(b) WHERE label IN $types][0] AS toType, b.name AS toName
