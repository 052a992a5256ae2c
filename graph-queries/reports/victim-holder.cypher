// Purpose: the holder of an account that a report names as its victim's. Parameters: account.
// Returns: key, one row or none.
MATCH (h:Holder)-[:HOLDS]->(:Account {number: $account})
RETURN h.key AS key LIMIT 1
