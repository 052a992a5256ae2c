// Purpose: which migrations this database has had.
// Parameters: none. Returns: name.
MATCH (m:Migration) RETURN m.name AS name
