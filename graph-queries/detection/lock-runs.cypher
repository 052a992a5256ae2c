// Purpose: makes every other run that is being stored wait until this transaction ends, also one of
// another server of the same database. Parameters: at. Returns: nothing needed.
MERGE (n:Counter {name: 'detection runs'})
SET n.changedAt = $at
RETURN n.changedAt AS at
