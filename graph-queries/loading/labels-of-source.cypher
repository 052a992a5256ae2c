// Purpose: labels a source gives. Parameters: prefix (its number and a space), limit. Returns: key,
// facts (of all sources).
MATCH (l:Label) WHERE any(text IN l.sourceRecords WHERE text STARTS WITH $prefix)
RETURN l.account AS key, l.sourceRecords AS facts LIMIT $limit
