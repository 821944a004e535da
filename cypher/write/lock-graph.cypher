// Takes the one lock under which the graph is changed, until the transaction ends.
// Parameters: none
// Returns: layout (integer)
MATCH (meta:ZhituMeta {id: "meta"})
SET meta.layout = meta.layout
RETURN meta.layout AS layout
