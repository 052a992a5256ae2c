// Purpose: holders (known by IIN or BIN) a source says something of. Parameters: prefix (its number
// and a space), limit. Returns: key, facts (of all sources).
MATCH (h:Holder) WHERE any(text IN h.sourceRecords WHERE text STARTS WITH $prefix) AND NOT h.key STARTS WITH 'account:'
RETURN h.key AS key, h.sourceRecords AS facts LIMIT $limit
