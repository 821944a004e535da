// Ends the transaction that carries a mark in its metadata.
// Parameters: $mark (string)
// Returns: message
SHOW TRANSACTIONS YIELD transactionId AS id, metaData
WHERE metaData.zhitu = $mark
TERMINATE TRANSACTIONS id YIELD message
RETURN message
