// Deletes relationships of one type. RELATION_TYPE stands for the type, from the ontology.
// Parameters: $ids (list of ids)
// Returns: nothing
UNWIND $ids AS id
MATCH ()-[r:RELATION_TYPE {id: id}]->()
DELETE r
