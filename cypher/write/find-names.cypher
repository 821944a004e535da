// Name records by id.
// Parameters: $ids (list of ids)
// Returns: id, key, surface, rule, count, mentions, designation, type, name, scope, strong, universal, entity (id, null for abbreviations)
UNWIND $ids AS id
MATCH (n:Name {id: id})
OPTIONAL MATCH (n)-[:NAMES]->(e:Entity)
RETURN n.id AS id, n.key AS key, n.surface AS surface, n.rule AS rule, n.count AS count, n.mentions AS mentions,
  n.designation AS designation, n.type AS type, n.name AS name, n.scope AS scope, n.strong AS strong,
  n.universal AS universal, e.id AS entity
