// The claims that support some facts, without their texts.
// Parameters: $facts (list of ids of entities, relationships and observations)
// Returns: id, kind, type, subject, object, tuple, fact
UNWIND $facts AS fact
MATCH (c:Claim {fact: fact})
RETURN c.id AS id, c.kind AS kind, c.type AS type, c.subject AS subject, c.object AS object, coalesce(c.tuple, '[]') AS tuple, c.fact AS fact
