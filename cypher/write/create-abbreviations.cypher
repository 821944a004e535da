// Creates the records of generated abbreviations, which name nothing by themselves.
// Parameters: $names (list of {properties: map})
// Returns: nothing
UNWIND $names AS row
CREATE (n:Name)
SET n = row.properties
