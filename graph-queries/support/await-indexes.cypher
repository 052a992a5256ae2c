// Purpose: wait until new indexes are filled, so that the first queries after a migration use them.
// Parameters: none. Returns: nothing.
CALL db.awaitIndexes(600)
