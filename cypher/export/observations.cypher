// The next observations of some entities, in order of those and of their own ids.
// Parameters: $ids (of entities), $at (index in $ids), $after (id of an observation, "" to begin), $limit
// Returns: at, id, subject (id of the entity), properties (map)
UNWIND range($at, size($ids) - 1) AS at
MATCH (e:Entity {id: $ids[at]})<-[:OF]-(o:Observation)
WHERE o.id IS NOT NULL AND (at > $at OR o.id > $after)
WITH at, e, o
ORDER BY at, o.id
LIMIT $limit
RETURN at, o.id AS id, e.id AS subject, properties(o) AS properties
