// Points claims to the facts that they support now.
// Parameters: $claims (list of {id, fact: id or null})
// Returns: nothing
UNWIND $claims AS row
MATCH (c:Claim {id: row.id})
SET c.fact = row.fact
