// Purpose: erasures that were asked for, the newest first. Parameters: id (one, or null for all).
// Returns: erasure (properties).
MATCH (e:Erasure) WHERE $id IS NULL OR e.id = $id
RETURN properties(e) AS erasure ORDER BY e.number DESC
