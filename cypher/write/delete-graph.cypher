// Deletes everything that Zhitu writes, except the version node; brings its own transactions.
// Parameters: none
// Returns: nothing
MATCH (n:Entity|Observation|Document|Claim|Name|Judgement)
CALL (n) {
  DETACH DELETE n
} IN TRANSACTIONS OF 5000 ROWS
