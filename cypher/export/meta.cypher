// The version node.
// Parameters: none
// Returns: properties (map)
MATCH (meta:ZhituMeta)
RETURN properties(meta) AS properties
