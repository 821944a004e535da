// The claims of some documents, without their texts.
// Parameters: $ids (list of documents' ids)
// Returns: id, kind, type, subject, object, tuple, fact
UNWIND $ids AS id
MATCH (c:Claim)-[:STATED_IN]->(:Document {id: id})
RETURN c.id AS id, c.kind AS kind, c.type AS type, c.subject AS subject, c.object AS object, coalesce(c.tuple, '[]') AS tuple, c.fact AS fact
