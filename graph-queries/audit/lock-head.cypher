// Purpose: takes the write lock of the chain's head before anybody reads it; without it concurrent
// writers link to the same entry. Parameters: mark (anything new). Returns: nothing of use.
MERGE (h:AuditHead {id: 'chain'})
SET h.lock = $mark
RETURN h.id AS id
