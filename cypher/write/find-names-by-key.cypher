// All name records with some keys.
// Parameters: $keys (list of keys, generated abbreviations' with their mark)
// Returns: id, key, surface, rule, count, mentions, designation, about, entity (id, null for abbreviations)
UNWIND $keys AS key
MATCH (n:Name {key: key})
OPTIONAL MATCH (n)-[:NAMES]->(e:Entity)
RETURN n.id AS id, n.key AS key, n.surface AS surface, n.rule AS rule, n.count AS count, n.mentions AS mentions,
  n.designation AS designation, n.about AS about, e.id AS entity
