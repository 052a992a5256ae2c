// Purpose: one source. Parameters: id. Returns: source (map of its properties).
MATCH (s:Source {id: $id})
RETURN properties(s) AS source
