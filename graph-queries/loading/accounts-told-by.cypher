// Purpose: accounts a source told of. Parameters: prefix (its number and a space), limit. Returns:
// key, told.
MATCH (a:Account) WHERE any(text IN a.told WHERE text STARTS WITH $prefix)
RETURN a.number AS key, a.told AS told LIMIT $limit
