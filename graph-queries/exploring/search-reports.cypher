// Purpose: crime reports by the beginning of their number. Parameters: prefix, hiddenReports, limit. Returns: id,
// name, accounts.
MATCH (r:Report) WHERE r.id STARTS WITH $prefix AND NOT r.id IN $hiddenReports
WITH r ORDER BY r.id LIMIT $limit
RETURN r.id AS id, r.victimName AS name, [(r)-[:VICTIM]->(a) | a.number] AS accounts
