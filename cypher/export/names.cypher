// The next name records of some entities, in order of those and of their own ids.
// Parameters: $ids (of entities), $at (index in $ids), $after (id of a name record, "" to begin), $limit
// Returns: at, id, entity (id), reason (why it names the entity), properties (map)
UNWIND range($at, size($ids) - 1) AS at
MATCH (e:Entity {id: $ids[at]})<-[r:NAMES]-(n:Name)
WHERE n.id IS NOT NULL AND (at > $at OR n.id > $after)
RETURN at, n.id AS id, e.id AS entity, r.reason AS reason, properties(n) AS properties
ORDER BY at, n.id
LIMIT $limit
