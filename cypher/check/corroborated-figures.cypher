// Figures that more than one document states.
// Parameters: none
// Returns: fact, subject (ids), name (of the subject), indicator, value, unit, documents (integer)
MATCH (o:Observation)-[:OF]->(e:Entity)
WHERE o.evidenceCount > 1
WITH o, e, COUNT { MATCH (:Claim {fact: o.id})-[:STATED_IN]->(d:Document) RETURN DISTINCT d } AS documents
WHERE documents > 1
RETURN o.id AS fact, e.id AS subject, e.name AS name, o.indicator AS indicator, o.value AS value, o.unit AS unit, documents
ORDER BY documents DESC, fact
