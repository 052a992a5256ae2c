// Purpose: the crime reports of a case. Parameters: case. Returns: one row where the case exists:
// reports (ids).
MATCH (c:Case {id: $case})
RETURN [(c)-[:ABOUT]->(r:Report) | r.id] AS reports
