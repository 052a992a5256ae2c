// Purpose: a person's decision about a pair. Parameters: id, seen (the state the person saw, or null),
// state, reason, by, at. Returns: fits (it was in that state, and is decided now), pair (map, as it
// is).
MATCH (p:Pair {id: $id})
WITH p, ($seen IS NULL OR p.state = $seen) AS fits
FOREACH (one IN CASE WHEN fits THEN [p] ELSE [] END |
  SET one.state = $state, one.reason = $reason, one.decidedBy = $by, one.decidedAt = $at
)
RETURN fits, properties(p) AS pair
