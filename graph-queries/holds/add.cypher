// Purpose: puts a case or a person on hold under the next number. Parameters: kind, what, reason, by,
// at. Returns: id.
MERGE (n:Counter {name: 'hold'})
SET n.value = coalesce(n.value, 0) + 1
CREATE (h:LegalHold {id: 'H' + toString(n.value), number: n.value, kind: $kind, what: $what, reason: $reason, by: $by, at: $at})
RETURN h.id AS id
