// Purpose: every account for the columns. Parameters: none. Numbers come as floats, which are exact
// here (ids and instants are below 2^53) and spare the driver a big integer each. The id is the
// database's own, to tell transfers' ends by; it is never kept. Returns: id, number, bank,
// exitKind, openedAt, phone, device.
CYPHER 5
MATCH (a:Account)
RETURN toFloat(id(a)), a.number, a.bank, CASE WHEN a:Exit THEN coalesce(a.kind, 'other') END, toFloat(a.openedAt), a.phone, a.deviceId
