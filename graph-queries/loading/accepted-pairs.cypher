// Purpose: pairs of rows that differ in accounts or amount and were decided to be one transfer.
// Parameters: none. Returns: pair (map).
MATCH (p:Pair {state: 'accepted'}) WHERE p.leftGroup <> p.rightGroup
RETURN properties(p) AS pair
