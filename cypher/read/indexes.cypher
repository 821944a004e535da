// Every index of the database, those of constraints among them.
// Parameters: none
// Returns: name, type, entityType, labelsOrTypes, properties, options, state, owningConstraint
SHOW INDEXES YIELD name, type, entityType, labelsOrTypes, properties, options, state, owningConstraint
