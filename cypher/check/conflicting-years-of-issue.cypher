// Pairs of years in which one body is said to have issued one document.
// Parameters: none
// Returns: subject, name, award (the document's title), first, second (ids of relationships), property, values (list of two)
MATCH (a:Entity)-[r:ISSUED]->(b:Initiative)
MATCH (a)-[s:ISSUED]->(b)
WHERE r.id < s.id AND r.year <> s.year
RETURN a.id AS subject, a.name AS name, b.name AS award, r.id AS first, s.id AS second, "year" AS property,
  [r.year, s.year] AS values
ORDER BY first, second
