// Purpose: pairs that were proposed for one reason, decided or not. Parameters: why. Returns: pair
// (map).
MATCH (p:Pair {why: $why})
RETURN properties(p) AS pair
