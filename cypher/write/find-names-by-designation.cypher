// All name records of some designations.
// Parameters: $designations (list of ids)
// Returns: id, key, surface, rule, count, mentions, designation, about, entity (id, null for abbreviations)
UNWIND $designations AS designation
MATCH (n:Name {designation: designation})
OPTIONAL MATCH (n)-[:NAMES]->(e:Entity)
RETURN n.id AS id, n.key AS key, n.surface AS surface, n.rule AS rule, n.count AS count, n.mentions AS mentions,
  n.designation AS designation, n.about AS about, e.id AS entity
