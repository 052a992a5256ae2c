// Purpose: who holds which account, for the columns. Parameters: none. Returns: account (id as in
// accounts.cypher), key, kind.
CYPHER 5
MATCH (h:Holder)-[:HOLDS]->(a:Account)
RETURN toFloat(id(a)), h.key, h.kind
