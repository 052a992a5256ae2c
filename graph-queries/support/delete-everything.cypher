// Purpose: an empty database between tests; constraints, indexes and the record of migrations stay.
// Parameters: none. Returns: nothing. Needs an auto-commit session.
MATCH (n) WHERE NOT n:Migration
CALL (n) { DETACH DELETE n } IN TRANSACTIONS OF 500 ROWS
