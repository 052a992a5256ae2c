// Purpose: the files facts come from, who loaded them and on what request. Parameters: ids.
// Returns: source (properties).
UNWIND $ids AS id
MATCH (s:Source {id: id})
RETURN properties(s) AS source ORDER BY s.id
