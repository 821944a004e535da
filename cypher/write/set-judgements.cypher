// Replaces all judgements.
// Parameters: $judgements (list of {id, verdict, a, b})
// Returns: nothing
CALL () {
  MATCH (j:Judgement)
  DELETE j
}
UNWIND $judgements AS row
CREATE (j:Judgement)
SET j = row
