// The relationships of one type between some pairs of entities. RELATION_TYPE stands for the type, from the ontology.
// Parameters: $pairs (list of [from, to], ids of entities)
// Returns: id, from, to, evidenceCount, alsoStated, properties (of the relationship)
UNWIND $pairs AS pair
MATCH (a:Entity {id: pair[0]}), (b:Entity {id: pair[1]})
MATCH (a)-[r:RELATION_TYPE]->(b)
RETURN r.id AS id, a.id AS from, b.id AS to, r.evidenceCount AS evidenceCount, r.alsoStated AS alsoStated, properties(r) AS properties
