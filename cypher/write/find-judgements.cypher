// What people have judged to be one thing, or two.
// Parameters: none
// Returns: verdict ("same" or "different"), a, b (ids)
MATCH (j:Judgement)
RETURN j.verdict AS verdict, j.a AS a, j.b AS b
ORDER BY j.id
