// Purpose: what sources told about holders so far. Parameters: keys. Returns: key, told.
UNWIND $keys AS key
MATCH (h:Holder {key: key})
RETURN h.key AS key, coalesce(h.told, []) AS told
