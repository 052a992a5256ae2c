// Purpose: loads and withdrawals that were interrupted. Parameters: none. Returns: source (map of
// its properties).
MATCH (s:Source) WHERE s.state IN ['loading', 'withdrawing']
RETURN properties(s) AS source ORDER BY s.sequence
