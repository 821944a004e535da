// The next entities' ids in order.
// Parameters: $after (id, "" to begin), $limit
// Returns: id
MATCH (e:Entity)
WHERE e.id > $after
RETURN e.id AS id
ORDER BY e.id
LIMIT $limit
