// Purpose: the transfers a source recorded after another. Parameters: id, limit. Returns: from, to, properties.
MATCH (a:Account)-[t:TRANSFER]->(b:Account)
WHERE t.alsoSourceIds IS NOT NULL AND $id IN t.alsoSourceIds
RETURN a.number AS from, b.number AS to, properties(t) AS properties LIMIT $limit
