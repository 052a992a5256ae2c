// Purpose: every account for the columns. Parameters: none.
// Returns: number, bank, holderKey, holderKind, exitKind, openedAt, phone, device.
MATCH (a:Account)
OPTIONAL MATCH (h:Holder)-[:HOLDS]->(a)
WITH a, h ORDER BY h.key
WITH a, head(collect(h)) AS h
RETURN a.number, a.bank, h.key, h.kind, CASE WHEN a:Exit THEN coalesce(a.kind, 'other') END, a.openedAt, a.phone, a.deviceId
