// The next claims in order of their ids.
// Parameters: $after (id, "" to begin), $limit
// Returns: id, document (id), properties (map)
MATCH (c:Claim)
WHERE c.id > $after
WITH c
ORDER BY c.id
LIMIT $limit
RETURN c.id AS id, head(COLLECT { MATCH (c)-[:STATED_IN]->(d:Document) RETURN d.id }) AS document, properties(c) AS properties
ORDER BY c.id
