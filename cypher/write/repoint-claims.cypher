// Points the claims of a statement that now counts for another fact to that fact.
// Parameters: $changes (list of {fact: id, tuple: JSON of the statement's values, to: id})
// Returns: nothing
UNWIND $changes AS row
MATCH (c:Claim {fact: row.fact})
WHERE c.tuple = row.tuple
SET c.fact = row.to
