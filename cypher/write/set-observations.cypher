// Sets the counts of observations.
// Parameters: $facts (list of {id, evidenceCount})
// Returns: nothing
UNWIND $facts AS row
MATCH (o:Observation {id: row.id})
SET o.evidenceCount = row.evidenceCount
