// Purpose: holds a case or claim still until this transaction ends. Parameters: id, from (the version
// a person saw, or null), at. Returns: version, status, since (what, detail, by, at of every change
// after `from`, the newest first); no row where there is no such case or claim.
MATCH (n:Case|Claim {id: $id})
SET n.askedAt = $at
WITH n, coalesce(n.version, 0) AS version
RETURN version, n.status AS status,
       COLLECT {
         MATCH (n)-[:CHANGE]->(c:Change) WHERE c.version > $from
         RETURN c {.what, .detail, .by, .at} ORDER BY c.version DESC
       } AS since
