// Purpose: findings of a run by points. Parameters: run, role (text or null), account (text or
// null), offset, limit. Returns: finding (properties), bank, holderName, holderKind.
MATCH (f:Finding {runId: $run})
WHERE ($role IS NULL OR f.role = $role) AND ($account IS NULL OR f.account = $account)
WITH f ORDER BY f.order SKIP $offset LIMIT $limit
OPTIONAL MATCH (a:Account {number: f.account})
RETURN properties(f) AS finding, a.bank AS bank, [(h:Holder)-[:HOLDS]->(a) | h.name][0] AS holderName,
       coalesce([(h:Holder)-[:HOLDS]->(a) | h.kind][0], 'unknown') AS holderKind
ORDER BY f.order
