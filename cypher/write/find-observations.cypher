// How often some observations are stated.
// Parameters: $ids (list of ids)
// Returns: id, evidenceCount
UNWIND $ids AS id
MATCH (o:Observation {id: id})
RETURN o.id AS id, o.evidenceCount AS evidenceCount
