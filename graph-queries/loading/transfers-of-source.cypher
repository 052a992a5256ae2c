// Purpose: the transfers a source recorded first and others also recorded. Parameters: id, limit. Returns:
// from, to, properties.
MATCH (a:Account)-[t:TRANSFER {sourceId: $id}]->(b:Account)
WHERE t.alsoSourceIds IS NOT NULL
RETURN a.number AS from, b.number AS to, properties(t) AS properties LIMIT $limit
