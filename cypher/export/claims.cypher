// All claims in order of their ids.
// Parameters: none
// Returns: document (id), properties (map)
MATCH (c:Claim)
WHERE c.id IS NOT NULL
MATCH (c)-[:STATED_IN]->(d:Document)
RETURN d.id AS document, properties(c) AS properties
ORDER BY c.id
