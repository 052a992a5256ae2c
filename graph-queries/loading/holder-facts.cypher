// Purpose: what sources say of holders so far. Parameters: keys. Returns: key, facts.
UNWIND $keys AS key
MATCH (h:Holder {key: key})
RETURN h.key AS key, coalesce(h.sourceRecords, []) AS facts
