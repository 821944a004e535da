// Deletes observations.
// Parameters: $ids (list of ids)
// Returns: nothing
UNWIND $ids AS id
MATCH (o:Observation {id: id})
DETACH DELETE o
