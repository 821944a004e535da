// Pairs of wins of one award by one winner that cannot both be: one edition in two years, two editions in one year, or a
// win and a nomination at once.
// Parameters: none
// Returns: subject, name, award, first, second (ids of relationships), property, values (list of two)
MATCH (a:Entity)-[r:WON]->(b:Award)
MATCH (a)-[s:WON]->(b)
WHERE r.id < s.id
WITH a, b, r, s,
  CASE
    WHEN r.edition = s.edition AND r.year <> s.year THEN "year"
    WHEN r.year = s.year AND r.edition <> s.edition THEN "edition"
    WHEN r.year = s.year AND coalesce(r.edition = s.edition, true) AND r.tier <> s.tier
      AND r.tier IN ["WINNER", "NOMINATION"] AND s.tier IN ["WINNER", "NOMINATION"] THEN "tier"
  END AS property
WHERE property IS NOT NULL
RETURN a.id AS subject, a.name AS name, b.name AS award, r.id AS first, s.id AS second, property,
  [r[property], s[property]] AS values
ORDER BY first, second
