// Deletes the version node, so that the next opening sets the layout up from the start.
// Parameters: none
// Returns: nothing
MATCH (meta:ZhituMeta)
DELETE meta
