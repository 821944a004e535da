// Deletes name records that no document states any more.
// Parameters: $ids (list of ids)
// Returns: nothing
UNWIND $ids AS id
MATCH (n:Name {id: id})
DETACH DELETE n
