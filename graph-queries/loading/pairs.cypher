// Purpose: pairs of rows in one state, the nearest in time first. Parameters: state, limit. Returns: pair (map).
MATCH (p:Pair {state: $state})
RETURN properties(p) AS pair ORDER BY p.decidedAt DESC, p.why, p.id LIMIT $limit
