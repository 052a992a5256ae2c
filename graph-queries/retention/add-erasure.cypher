// Purpose: writes down that an erasure is asked for, under the next number. Parameters: kind, what,
// reason, by, at. Returns: id.
MERGE (n:Counter {name: 'erasure'})
SET n.value = coalesce(n.value, 0) + 1
CREATE (e:Erasure {id: 'E' + toString(n.value), number: n.value, kind: $kind, what: $what, reason: $reason, by: $by, at: $at, state: 'asked'})
RETURN e.id AS id
