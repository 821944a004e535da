// The next name records in order of their ids.
// Parameters: $after (id, "" to begin), $limit
// Returns: id, entity (id or null), reason (why it names the entity, or null), properties (map)
MATCH (n:Name)
WHERE n.id > $after
WITH n
ORDER BY n.id
LIMIT $limit
OPTIONAL MATCH (n)-[r:NAMES]->(e:Entity)
RETURN n.id AS id, e.id AS entity, r.reason AS reason, properties(n) AS properties
ORDER BY n.id, e.id
