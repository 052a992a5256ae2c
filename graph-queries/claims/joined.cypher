// Purpose: ends the drafts whose money a joint claim asks for from now on, and lets their transfers
// go. Parameters: case, claim (the joint one), keys (of its defendants), reason, at, by. Returns: id
// of each draft.
MATCH (c:Case {id: $case})-[:HAS]->(joint:Claim {id: $claim})
MATCH (c)-[:HAS]->(k:Claim {method: 'direct', status: 'draft'})
WHERE k <> joint AND k.victimKey = joint.victimKey AND k.currency = joint.currency
  AND k.defendantKey IN $keys AND k.jointWhy IS NULL
SET k.status = 'withdrawn'
CREATE (k)-[:MOVE]->(:ClaimMove {number: COUNT { (k)-[:MOVE]->() } + 1, from: 'draft',
                                 to: 'withdrawn', reason: $reason, at: $at, by: $by})
WITH k
CALL (k) {
  MATCH (k)-[:LINE]->(l:ClaimLine)
  SET l.key = null
  RETURN count(l) AS released
}
RETURN k.id AS id ORDER BY k.number
