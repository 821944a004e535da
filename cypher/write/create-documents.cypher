// Creates documents with their claims.
// Parameters: $documents (list of {properties: map, claims: list of maps})
// Returns: nothing
UNWIND $documents AS row
CREATE (d:Document)
SET d = row.properties
WITH d, row
UNWIND row.claims AS claim
CREATE (c:Claim)-[:STATED_IN]->(d)
SET c = claim
