// Purpose: writes transfers as they stand after an erasure. Parameters: transfers (id, properties).
// Returns: written.
UNWIND $transfers AS one
MATCH ()-[t:TRANSFER {id: one.id}]->()
SET t = one.properties
RETURN count(t) AS written
