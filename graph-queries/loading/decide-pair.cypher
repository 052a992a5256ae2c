// Purpose: a person's decision about a pair. Parameters: id, state, reason, by, at. Returns: pair
// (map).
MATCH (p:Pair {id: $id})
SET p.state = $state, p.reason = $reason, p.decidedBy = $by, p.decidedAt = $at
RETURN properties(p) AS pair
