// The figures whose indicator names several things (中国质量奖及提名奖), and those of the same subject that may be parts of them.
// Parameters: none
// Returns: subject, name (of the subject), id (of the observation), indicator, value, unit, period, comparator, status,
//   document, date (of the document), start, end, text, claim (id): one row for each claim, in order of documents and places in them
MATCH (total:Observation)-[:OF]->(e:Entity)
WITH e, total, [name IN split(total.indicator, ["以及", "及", "和", "与", "、"]) WHERE size(name) > 1] AS names
WHERE size(names) > 1
MATCH (e)<-[:OF]-(part:Observation)
WHERE part.unit = total.unit AND part.status = total.status
  AND any(name IN names WHERE part.indicator CONTAINS name OR name CONTAINS part.indicator)
WITH e, collect(DISTINCT total) + collect(DISTINCT part) AS some
UNWIND some AS o
WITH DISTINCT e, o
MATCH (c:Claim {fact: o.id})-[:STATED_IN]->(d:Document)
RETURN e.id AS subject, e.name AS name, o.id AS id, o.indicator AS indicator, o.value AS value, o.unit AS unit,
  o.period AS period, coalesce(o.comparator, "=") AS comparator, o.status AS status,
  d.id AS document, d.date AS date, c.start AS start, c.end AS end, c.text AS text, c.id AS claim
ORDER BY document, start, size(claim), claim
