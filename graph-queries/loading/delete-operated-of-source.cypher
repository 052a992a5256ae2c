// Purpose: a source no longer tells which device operated which account. Needs an auto-commit session.
// Parameters: id. Returns: nothing.
MATCH (:Device)-[o:OPERATED {source: $id}]->(:Account)
CALL (o) { DELETE o } IN TRANSACTIONS OF 10000 ROWS
