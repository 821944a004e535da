// One version node: whoever brings the layout up to date locks it, so it must be the only one of its kind.
// Parameters: none
// Returns: nothing
CREATE CONSTRAINT zhitumeta_id IF NOT EXISTS FOR (meta:ZhituMeta) REQUIRE meta.id IS UNIQUE
