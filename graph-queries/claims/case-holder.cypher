// Purpose: the holder of an account that is in a case, by key, IIN or BIN. Parameters: case, name.
// Returns: key, name, iin (or BIN), role; no row where no account of the case is this person's.
MATCH (:Case {id: $case})-[:INCLUDES]->(:Account)<-[:HOLDS]-(h:Holder)
WHERE h.key = $name OR h.iin = $name OR h.bin = $name
RETURN DISTINCT h.key AS key, h.name AS name, coalesce(h.iin, h.bin) AS iin, 'dropper' AS role
LIMIT 1
