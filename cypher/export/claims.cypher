// The next claims that support some facts, in order of those and of their own ids.
// Parameters: $ids (of facts), $at (index in $ids), $after (id of a claim, "" to begin), $limit
// Returns: at, id, document (id), properties (map)
UNWIND range($at, size($ids) - 1) AS at
MATCH (c:Claim {fact: $ids[at]})-[:STATED_IN]->(d:Document)
WHERE c.id IS NOT NULL AND (at > $at OR c.id > $after)
WITH at, c, d
ORDER BY at, c.id
LIMIT $limit
RETURN at, c.id AS id, d.id AS document, properties(c) AS properties
