// The figures for which there are others of the same subject, indicator, unit, status and period.
// Parameters: none
// Returns: subject, name (of the subject), id (of the observation), indicator, value, unit, period, comparator, status,
//   document, date (of the document), start, end, text, claim (id): one row for each claim, in order of documents and places in them
MATCH (o:Observation)-[:OF]->(e:Entity)
WITH e, o.indicator AS indicator, o.unit AS unit, o.status AS status, coalesce(o.period, "") AS period, collect(o) AS some
WHERE size(some) > 1
UNWIND some AS o
MATCH (c:Claim {fact: o.id})-[:STATED_IN]->(d:Document)
RETURN e.id AS subject, e.name AS name, o.id AS id, o.indicator AS indicator, o.value AS value, o.unit AS unit,
  o.period AS period, coalesce(o.comparator, "=") AS comparator, o.status AS status,
  d.id AS document, d.date AS date, c.start AS start, c.end AS end, c.text AS text, c.id AS claim
ORDER BY document, start, size(claim), claim
