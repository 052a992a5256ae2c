// Purpose: crime reports by the beginning of their number. Parameters: prefix, limit. Returns: id,
// name, accounts.
MATCH (r:Report) WHERE r.id STARTS WITH $prefix
WITH r ORDER BY r.id LIMIT $limit
RETURN r.id AS id, r.victimName AS name, [(r)-[:VICTIM]->(a) | a.number] AS accounts
