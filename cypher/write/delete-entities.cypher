// Deletes entities of which no document speaks any more.
// Parameters: $ids (list of ids)
// Returns: nothing
UNWIND $ids AS id
MATCH (e:Entity {id: id})
DETACH DELETE e
