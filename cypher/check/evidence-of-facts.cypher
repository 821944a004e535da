// The claims that support some facts.
// Parameters: $facts (list of ids)
// Returns: fact, document, start, end, text
UNWIND $facts AS fact
MATCH (c:Claim {fact: fact})-[:STATED_IN]->(d:Document)
RETURN fact, d.id AS document, c.start AS start, c.end AS end, c.text AS text
ORDER BY fact, document, start
