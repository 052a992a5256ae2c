// Purpose: holds a case, claim or file still until this transaction ends. Parameters: id, from (the version
// a person saw, or null), at. Returns: version, status, since (what, detail, by, at of every change
// after `from`, the newest first); no row where there is none of this id.
MATCH (n:Case|Claim|Source {id: $id})
SET n.askedAt = $at
WITH n, coalesce(n.version, 0) AS version
RETURN version, coalesce(n.status, n.state) AS status,
       COLLECT {
         MATCH (n)-[:CHANGE]->(c:Change) WHERE c.version > $from
         RETURN c {.what, .detail, .by, .at} ORDER BY c.version DESC
       } AS since
