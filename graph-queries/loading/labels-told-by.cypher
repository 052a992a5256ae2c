// Purpose: labels a source told of. Parameters: prefix (its number and a space), limit. Returns:
// key, told.
MATCH (l:Label) WHERE any(text IN l.told WHERE text STARTS WITH $prefix)
RETURN l.account AS key, l.told AS told LIMIT $limit
