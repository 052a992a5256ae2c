// Purpose: what sources say of crime reports so far. Parameters: ids. Returns: key, facts.
UNWIND $ids AS id
MATCH (r:Report {id: id})
RETURN r.id AS key, coalesce(r.sourceRecords, []) AS facts
