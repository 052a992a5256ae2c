// Purpose: what sources told about crime reports so far. Parameters: ids. Returns: id, told.
UNWIND $ids AS id
MATCH (r:Report {id: id})
RETURN r.id AS id, coalesce(r.told, []) AS told
