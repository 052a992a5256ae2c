// Purpose: joint claims that stand, for they ask several people for all of a loss already. Parameters:
// victims (keys). Returns: claim (id), victim (key), currency, defendants (keys), losses (ids of the
// victim's payments).
MATCH (k:Claim {method: 'direct'})
WHERE k.victimKey IN $victims AND NOT k.status IN ['withdrawn', 'rejected']
  AND EXISTS { (k)-[:JOINT]->() }
RETURN k.id AS claim, k.victimKey AS victim, k.currency AS currency,
       [k.defendantKey] + COLLECT { MATCH (k)-[:JOINT]->(j:JointDefendant) RETURN j.key } AS defendants,
       COLLECT { MATCH (k)-[:LINE]->(l:ClaimLine) WHERE l.amount > 0 RETURN l.transferId } AS losses
ORDER BY k.openedAt, k.id
