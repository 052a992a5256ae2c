// Purpose: writes down how an erasure that was asked for ended; of two at once one succeeds. Parameters:
// id, state, what (null takes it away), counts (JSON), reason, by, at. Returns: id; no row where it
// was decided already.
MATCH (e:Erasure {id: $id})
SET e.decidedAt = coalesce(e.decidedAt, $at)
WITH e WHERE e.state = 'asked'
SET e.state = $state, e.what = $what, e.counts = $counts, e.decidedReason = $reason, e.decidedBy = $by, e.decidedAt = $at
RETURN e.id AS id
