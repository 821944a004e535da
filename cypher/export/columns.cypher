// The properties that nodes of a label have, with the types of their values. LABEL stands for the label.
// Parameters: none
// Returns: key, type (as valueType() writes it), count (of values), total (of nodes)
MATCH (n:LABEL)
UNWIND keys(n) AS key
WITH key, valueType(n[key]) AS type, count(*) AS count
RETURN key, type, count, COUNT { (:LABEL) } AS total
ORDER BY key, type
