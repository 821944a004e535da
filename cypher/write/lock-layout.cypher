// Locks the version node until the transaction ends, and tells the layout version.
// Parameters: none
// Returns: layout (integer, null in a new database)
MERGE (meta:ZhituMeta {id: "meta"})
SET meta.lock = true
REMOVE meta.lock
RETURN meta.layout AS layout
