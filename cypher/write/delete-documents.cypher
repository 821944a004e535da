// Deletes documents and their claims.
// Parameters: $ids (list of documents' ids)
// Returns: nothing
UNWIND $ids AS id
MATCH (d:Document {id: id})
OPTIONAL MATCH (c:Claim)-[:STATED_IN]->(d)
DETACH DELETE c, d
