// All judgements, in order of their ids.
// Parameters: none
// Returns: properties (map)
MATCH (j:Judgement)
RETURN properties(j) AS properties
ORDER BY j.id
