// Purpose: the indexes and whether each is usable.
// Parameters: none. Returns: name, state ("ONLINE", "POPULATING", "FAILED").
SHOW INDEXES YIELD name, state RETURN name, state
