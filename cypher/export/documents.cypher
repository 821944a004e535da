// Some documents in the order asked for.
// Parameters: $ids
// Returns: id, properties (map)
UNWIND range(0, size($ids) - 1) AS at
MATCH (d:Document {id: $ids[at]})
RETURN d.id AS id, properties(d) AS properties
ORDER BY at
