// The layout version of the database; no row where Zhitu has never written.
// Parameters: none
// Returns: layout (integer)
MATCH (meta:ZhituMeta {id: "meta"})
RETURN meta.layout AS layout
