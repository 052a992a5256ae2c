// Purpose: moves a claim to another status and writes down who, when and why. A withdrawn claim
// lets its transfers go, so that they may be claimed anew. Parameters: claim, move (number, from,
// to, reason, at, by; what was written down of the step; of an approval hash and frozen, the text
// under it; of a demand and a filing asks: minor units that were outstanding on its day). Returns:
// nothing needed.
MATCH (k:Claim {id: $claim})
SET k.status = $move.to
CREATE (k)-[:MOVE]->(m:ClaimMove)
SET m = $move
WITH k
OPTIONAL MATCH (k)-[:LINE]->(l:ClaimLine) WHERE k.status = 'withdrawn'
SET l.key = null
RETURN count(l) AS released
