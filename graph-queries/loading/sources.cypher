// Purpose: everything ever loaded, newest first. Parameters: none. Returns: source (map of its
// properties).
MATCH (s) WHERE s:Source OR s:WithdrawnSource
RETURN properties(s) AS source ORDER BY s.loadedAt DESC, s.sequence DESC
