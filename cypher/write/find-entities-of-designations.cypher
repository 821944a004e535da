// The entities of some designations.
// Parameters: $designations (list of ids)
// Returns: designation, entity (ids)
UNWIND $designations AS designation
MATCH (n:Name {designation: designation})-[:NAMES]->(e:Entity)
RETURN DISTINCT designation, e.id AS entity
