// The documents that state some facts.
// Parameters: $ids (of facts)
// Returns: id
UNWIND $ids AS fact
MATCH (:Claim {fact: fact})-[:STATED_IN]->(d:Document)
RETURN DISTINCT d.id AS id
