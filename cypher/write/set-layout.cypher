// Records the layout version.
// Parameters: $layout (integer)
// Returns: nothing
MATCH (meta:ZhituMeta {id: "meta"})
SET meta.layout = $layout
