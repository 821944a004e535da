// Name records whose names more than one designation bears, generated abbreviations included.
// Parameters: none
// Returns: id, key, surface, rule, count, mentions, designation, about
MATCH (n:Name)
WITH replace(n.key, "~", "") AS plain, collect(n) AS names
WHERE size(names) > 1 AND any(n IN names WHERE n.designation <> names[0].designation)
UNWIND names AS n
RETURN n.id AS id, n.key AS key, n.surface AS surface, n.rule AS rule, n.count AS count, n.mentions AS mentions,
  n.designation AS designation, n.about AS about
ORDER BY id
