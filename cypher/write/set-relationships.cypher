// Sets the counts of relationships of one type. RELATION_TYPE stands for the type, from the ontology.
// Parameters: $facts (list of {id, evidenceCount, alsoStated})
// Returns: nothing
UNWIND $facts AS row
MATCH ()-[r:RELATION_TYPE {id: row.id}]->()
SET r.evidenceCount = row.evidenceCount, r.alsoStated = row.alsoStated
