// Purpose: claims of a case by one method that follow the data still, held still until this
// transaction ends. Parameters: id, method, at. Returns: id, method, currency, victim, victimName,
// victimIin, victimAccounts, defendant, defendantName, defendantIin (keys as in the claim), joint (who
// answers together with the defendant), jointAccounts (theirs), lines.
MATCH (:Case {id: $id})-[:HAS]->(k:Claim {method: $method}) WHERE k.status = 'draft'
SET k.changedAt = $at
WITH k WHERE k.status = 'draft'
RETURN k.id AS id, k.method AS method, k.currency AS currency,
       k.victimKey AS victim, k.victimName AS victimName, k.victimIin AS victimIin,
       coalesce(k.victimAccounts, []) AS victimAccounts,
       k.defendantKey AS defendant, k.defendantName AS defendantName, k.defendantIin AS defendantIin,
       COLLECT {
         MATCH (k)-[:JOINT]->(j:JointDefendant) RETURN j {.key, .name, .iin, .person} ORDER BY j.number
       } AS joint,
       COLLECT {
         MATCH (k)-[:JOINT]->(j:JointDefendant)
         MATCH (:Holder {key: j.key})-[:HOLDS]->(a:Account) WHERE NOT a:Exit
         RETURN DISTINCT a.number
       } AS jointAccounts,
       COLLECT { MATCH (k)-[:LINE]->(l:ClaimLine) RETURN l {.transferId, .amount, .whole} } AS lines
ORDER BY k.number
