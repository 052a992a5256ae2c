// Purpose: the accounts of a person and who holds them, with everything kept of both. Parameters:
// numbers (of the accounts). Returns: holder and account (properties).
MATCH (h:Holder)-[:HOLDS]->(a:Account)
WHERE a.number IN $numbers
RETURN properties(h) AS holder, properties(a) AS account
ORDER BY a.number
