// Purpose: transfers that take back an earlier one. Parameters: none. Returns: id.
MATCH ()-[t:TRANSFER]->() WHERE t.reversal = true
RETURN t.id AS id ORDER BY id
