// Relationships that more than one document states.
// Parameters: none
// Returns: fact (id), documents (integer)
MATCH (:Entity)-[r]->(:Entity)
WHERE r.evidenceCount > 1
WITH r, COUNT { MATCH (:Claim {fact: r.id})-[:STATED_IN]->(d:Document) RETURN DISTINCT d } AS documents
WHERE documents > 1
RETURN r.id AS fact, documents
ORDER BY documents DESC, fact
