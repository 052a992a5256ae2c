// Purpose: legal holds, the newest first. Parameters: none. Returns: hold (properties).
MATCH (h:LegalHold)
RETURN properties(h) AS hold ORDER BY h.number DESC
