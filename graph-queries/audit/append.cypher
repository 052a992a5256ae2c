// Purpose: adds an entry and moves the head to it. Parameters: entry (seq, at, who, what, target,
// details, previousHash, hash).
MATCH (h:AuditHead {id: 'chain'})
CREATE (e:AuditEntry)
SET e = $entry, h.seq = $entry.seq, h.hash = $entry.hash
RETURN e.seq AS seq
