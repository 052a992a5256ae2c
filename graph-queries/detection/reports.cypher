// Purpose: crime reports as detection uses them. Parameters: none. Returns: id, victims (account
// numbers), transferIds.
MATCH (r:Report)
RETURN r.id AS id, [(r)-[:VICTIM]->(a:Account) | a.number] AS victims, coalesce(r.transferIds, []) AS transferIds
ORDER BY id
