// All documents in order of their ids.
// Parameters: none
// Returns: properties (map)
MATCH (d:Document)
WHERE d.id IS NOT NULL
RETURN d {.*, names: null, path: null, version: null} AS properties
ORDER BY d.id
