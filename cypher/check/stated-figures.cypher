// Every figure as every document states it, in order of documents and places in them.
// Parameters: none
// Returns: subject, name (of the subject), id (of the observation), indicator, value, unit, period, comparator, status,
//   document, date (of the document), start, end, text
MATCH (d:Document)
WHERE d.id IS NOT NULL
MATCH (d)<-[:STATED_IN]-(c:Claim {kind: "observation"})
MATCH (o:Observation {id: c.fact})-[:OF]->(e:Entity)
RETURN e.id AS subject, e.name AS name, o.id AS id, o.indicator AS indicator, o.value AS value, o.unit AS unit,
  o.period AS period, o.comparator AS comparator, o.status AS status,
  d.id AS document, d.date AS date, c.start AS start, c.end AS end, c.text AS text
ORDER BY d.id, c.start, o.id
