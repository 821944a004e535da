// What the graph is a function of, in order: whether it changed while it was read shows here.
// Parameters: none
// Returns: state (text)
CALL () {
  MATCH (d:Document)
  RETURN d.id + " " + coalesce(d.version, "") AS state
  UNION ALL
  MATCH (j:Judgement)
  RETURN j.id + " " + coalesce(j.verdict, "") AS state
}
RETURN state
ORDER BY state
