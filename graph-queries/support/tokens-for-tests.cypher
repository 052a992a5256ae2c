// Purpose: everything kept about tokens, for the test that no token is among it. Returns: token
// (properties).
MATCH (k:ApiToken) RETURN properties(k) AS token
