// Purpose: crime reports a source told of. Parameters: prefix (its number and a space), limit.
// Returns: key, told.
MATCH (r:Report) WHERE any(text IN r.told WHERE text STARTS WITH $prefix)
RETURN r.id AS key, r.told AS told LIMIT $limit
