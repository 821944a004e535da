// All documents with what they state, in order of their ids: the record from which the graph is made.
// Parameters: none
// Returns: document (map), claims (list of maps)
MATCH (d:Document)
WHERE d.id IS NOT NULL
WITH d
ORDER BY d.id
RETURN
  d {.*, names: null} AS document,
  COLLECT {
    MATCH (c:Claim)-[:STATED_IN]->(d)
    RETURN c {.id, .kind, .type, .rule, .confidence, .start, .end, .text, .data}
  } AS claims
