// Purpose: moves the head of the audit chain. Parameters: seq, hash.
MATCH (h:AuditHead {id: 'chain'}) SET h.seq = $seq, h.hash = $hash RETURN h.id AS id
