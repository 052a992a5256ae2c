// Purpose: log-ins of a person's accounts. Parameters: numbers (of the accounts). Returns: session
// (properties).
MATCH (s:AccountSession) WHERE s.account IN $numbers
RETURN properties(s) AS session
ORDER BY s.at
