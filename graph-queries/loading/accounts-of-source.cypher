// Purpose: accounts a source says something of. Parameters: prefix (its number and a space), limit.
// Returns: key, facts (of all sources).
MATCH (a:Account) WHERE any(text IN a.told WHERE text STARTS WITH $prefix)
RETURN a.number AS key, a.told AS facts LIMIT $limit
