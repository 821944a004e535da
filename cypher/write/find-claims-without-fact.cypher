// Claims of relations whose two ends were one entity, for some designations.
// Parameters: $subjects (list of designations' ids)
// Returns: id, kind, type, subject, object, tuple, fact ("")
UNWIND $subjects AS subject
MATCH (c:Claim {fact: ""})
WHERE c.subject = subject OR c.object = subject
RETURN DISTINCT c.id AS id, c.kind AS kind, c.type AS type, c.subject AS subject, c.object AS object, coalesce(c.tuple, '[]') AS tuple, c.fact AS fact
