// Purpose: the newest entry's number and hash, read under the lock. Returns: seq (0 before the
// first), hash ('' before the first).
MATCH (h:AuditHead {id: 'chain'})
RETURN coalesce(h.seq, 0) AS seq, coalesce(h.hash, '') AS hash
