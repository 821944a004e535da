// Waits until all indexes are online.
// Parameters: $seconds (integer)
// Returns: nothing
CALL db.awaitIndexes($seconds)
