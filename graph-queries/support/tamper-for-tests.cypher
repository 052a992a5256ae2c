// Purpose: what somebody with access to the database could do to the audit log. Parameters: seq,
// change (properties; null = delete the entry).
MATCH (e:AuditEntry {seq: $seq})
FOREACH (_ IN CASE WHEN $change IS NULL THEN [1] ELSE [] END | DETACH DELETE e)
FOREACH (_ IN CASE WHEN $change IS NULL THEN [] ELSE [1] END | SET e += $change)
RETURN $seq AS seq
