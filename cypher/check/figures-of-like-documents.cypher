// All figures of the documents that share several with others: same value, unit, status and end of the indicator.
// Parameters: $tail (characters of the indicator's end), $shared (how many they must share), $common (a figure with more
//   claims than that tells nothing)
// Returns: subject, name (of the subject), id (of the observation), indicator, value, unit, period, comparator, status,
//   document, date (of the document), start, end, text, claim (id): one row for each claim, in order of documents and places in them
MATCH (o:Observation)
WITH right(o.indicator, $tail) AS name, o.value AS value, o.unit AS unit, o.status AS status,
  collect(o.id) AS ids, sum(o.evidenceCount) AS claims
WHERE 1 < claims <= $common
UNWIND ids AS id
MATCH (:Claim {fact: id})-[:STATED_IN]->(d:Document)
WITH name, value, unit, status, collect(DISTINCT d) AS documents
WHERE size(documents) > 1
UNWIND documents AS d
WITH d, count(*) AS shared
WHERE shared >= $shared
MATCH (d)<-[:STATED_IN]-(c:Claim {kind: "observation"})
MATCH (o:Observation {id: c.fact})-[:OF]->(e:Entity)
RETURN e.id AS subject, e.name AS name, o.id AS id, o.indicator AS indicator, o.value AS value, o.unit AS unit,
  o.period AS period, coalesce(o.comparator, "=") AS comparator, o.status AS status,
  d.id AS document, d.date AS date, c.start AS start, c.end AS end, c.text AS text, c.id AS claim
ORDER BY document, start, size(claim), claim
