// Purpose: takes back a step of a claim that was a mistake. It is none of the claim's steps any more,
// so that no figure and no term counts it; the history has it. Parameters: claim, number (of the
// step, the last one), status (where the claim stands again), at, by, reason. Returns: nothing needed.
MATCH (k:Claim {id: $claim})-[taken:MOVE]->(m:ClaimMove {number: $number})
DELETE taken
CREATE (k)-[:UNDONE]->(m)
SET k.status = $status, m.undoneAt = $at, m.undoneBy = $by, m.undoneReason = $reason
RETURN k.status AS status
