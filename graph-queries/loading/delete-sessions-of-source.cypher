// Purpose: the sessions of a source go. Needs an auto-commit session. Parameters: id. Returns: nothing.
MATCH (s:AccountSession {source: $id})
CALL (s) { DELETE s } IN TRANSACTIONS OF 10000 ROWS
