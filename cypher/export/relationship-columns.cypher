// The properties that relationships have, with the types of their values. RELATION_TYPES stands for the relationships' types.
// Parameters: none
// Returns: key, type (as valueType() writes it), count (of values), total (of relationships)
MATCH ()-[r:RELATION_TYPES]->()
UNWIND keys(r) AS key
WITH key, valueType(r[key]) AS type, count(*) AS count
RETURN key, type, count, COUNT { ()-[:RELATION_TYPES]->() } AS total
ORDER BY key, type
