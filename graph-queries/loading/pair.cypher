// Purpose: one pair of rows as it is kept. Parameters: id. Returns: pair (map), one row or none.
MATCH (p:Pair {id: $id})
RETURN properties(p) AS pair
