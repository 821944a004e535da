// The next documents in order of their ids.
// Parameters: $after (id, "" to begin), $limit
// Returns: id, properties (map)
MATCH (d:Document)
WHERE d.id > $after
RETURN d.id AS id, properties(d) AS properties
ORDER BY d.id
LIMIT $limit
