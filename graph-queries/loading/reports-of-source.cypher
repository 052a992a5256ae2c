// Purpose: crime reports a source says something of. Parameters: prefix (its number and a space),
// limit. Returns: key, facts (of all sources).
MATCH (r:Report) WHERE any(text IN r.sourceRecords WHERE text STARTS WITH $prefix)
RETURN r.id AS key, r.sourceRecords AS facts LIMIT $limit
