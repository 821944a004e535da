// What is stored of some documents, in order to tell what has changed.
// Parameters: $ids (list of documents' ids)
// Returns: id, version, names (JSON of what the document counts for in names)
UNWIND $ids AS id
MATCH (d:Document {id: id})
RETURN d.id AS id, d.version AS version, d.names AS names
