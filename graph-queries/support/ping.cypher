// Purpose: is this database answering queries? ("Started." in the server's log is not readiness.)
// Parameters: none. Returns: alive = 1.
RETURN 1 AS alive
