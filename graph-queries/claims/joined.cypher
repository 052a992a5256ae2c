// Purpose: ends the drafts whose money a joint claim asks for from now on, and lets their transfers
// go: those against the first holder, and those further on whose every loss is a payment of the
// victim to one of the defendants. Parameters: case, claim (the joint one), keys (of its other
// defendants), reason, at, by. Returns: id of each draft.
MATCH (c:Case {id: $case})-[:HAS]->(joint:Claim {id: $claim})
WITH c, joint, COLLECT {
  MATCH (c)-[:HAS]->(d:Claim {method: 'direct'})-[:LINE]->(l:ClaimLine)
  WHERE l.amount > 0 AND (d = joint OR (d.status = 'draft' AND d.victimKey = joint.victimKey
    AND d.currency = joint.currency AND d.defendantKey IN $keys AND d.jointWhy IS NULL))
  RETURN l.transferId
} AS losses
MATCH (c)-[:HAS]->(k:Claim {status: 'draft'})
WHERE k <> joint AND k.victimKey = joint.victimKey AND k.currency = joint.currency
  AND k.jointWhy IS NULL AND size($keys) > 0
  AND (k.defendantKey IN $keys OR (k.method <> 'direct' AND k.defendantKey = joint.defendantKey))
  AND (k.method = 'direct' OR all(id IN coalesce(k.origins, []) WHERE id IN losses))
WITH collect(k) AS ended
UNWIND ended AS k
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
