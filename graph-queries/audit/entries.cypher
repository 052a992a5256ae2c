// Purpose: all entries after a number, in order, as a stream. Parameters: after.
// Returns: seq, at, who, what, target, details, previousHash, hash.
MATCH (e:AuditEntry) WHERE e.seq > $after
RETURN e.seq AS seq, e.at AS at, e.who AS who, e.what AS what, e.target AS target, e.details AS details,
       e.previousHash AS previousHash, e.hash AS hash
ORDER BY seq
