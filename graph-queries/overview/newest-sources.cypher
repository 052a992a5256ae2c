// Purpose: the files loaded last. Parameters: limit. Returns: source (properties).
MATCH (s:Source) WHERE coalesce(s.state, 'loaded') <> 'withdrawn'
WITH s ORDER BY s.loadedAt DESC, s.id LIMIT $limit
RETURN properties(s) AS source
