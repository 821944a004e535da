// The documents that people mean by an id, or by the path from which a document was loaded.
// Parameters: $names (list of {given: text, plain: path with /})
// Returns: given, id (null where there is no such document)
UNWIND $names AS name
OPTIONAL MATCH (byId:Document {id: name.given})
OPTIONAL MATCH (byPlainId:Document {id: name.plain})
CALL (name, byId, byPlainId) {
  WITH name, byId, byPlainId
  WHERE byId IS NULL AND byPlainId IS NULL
  MATCH (d:Document)
  WHERE d.path = name.plain
  RETURN d.id AS found
  ORDER BY found
  LIMIT 1
  UNION
  WITH byId, byPlainId
  WHERE byId IS NOT NULL OR byPlainId IS NOT NULL
  RETURN coalesce(byId.id, byPlainId.id) AS found
}
RETURN name.given AS given, found AS id
