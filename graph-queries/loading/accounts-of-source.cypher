// Purpose: accounts a source says something of. Parameters: prefix (its number and a space), limit.
// Returns: key, facts (of all sources).
MATCH (a:Account) WHERE any(text IN a.sourceRecords WHERE text STARTS WITH $prefix)
RETURN a.number AS key, a.sourceRecords AS facts LIMIT $limit
