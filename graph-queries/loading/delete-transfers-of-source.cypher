// Purpose: takes out the transfers only this source recorded. Needs an auto-commit session. Parameters:
// id. Returns: nothing.
MATCH ()-[t:TRANSFER {sourceId: $id}]->() WHERE t.alsoSourceIds IS NULL
CALL (t) { DELETE t } IN TRANSACTIONS OF 10000 ROWS
