// Purpose: crime reports a source says something of. Parameters: prefix (its number and a space),
// limit. Returns: key, facts (of all sources).
MATCH (r:Report) WHERE any(text IN r.told WHERE text STARTS WITH $prefix)
RETURN r.id AS key, r.told AS facts LIMIT $limit
