// Sets the counts of name records.
// Parameters: $names (list of {id, count, mentions})
// Returns: nothing
UNWIND $names AS row
MATCH (n:Name {id: row.id})
SET n.count = row.count, n.mentions = row.mentions
