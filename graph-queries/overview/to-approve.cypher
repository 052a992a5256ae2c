// Purpose: claims that wait for approval. Parameters: none. Returns: claim, case (id, title), victim,
// defendants (names, the first one first), amount (minor units), currency, sentBy, sentAt; claims in
// review of open cases, the longest wait first.
MATCH (c:Case {status: 'open'})-[:HAS]->(k:Claim {status: 'review'})
WITH c, k,
     COLLECT {
       MATCH (k)-[:MOVE]->(m:ClaimMove {to: 'review'})
       RETURN m {.by, .at} ORDER BY m.number DESC LIMIT 1
     }[0] AS sent,
     COLLECT {
       MATCH (k)-[:JOINT]->(j:JointDefendant) RETURN coalesce(j.name, j.iin, j.key) ORDER BY j.number
     } AS others
RETURN k.id AS claim, c {.id, .title} AS case, k.victimName AS victim,
       [coalesce(k.defendantName, k.defendantKey)] + others AS defendants,
       reduce(sum = 0, l IN COLLECT { MATCH (k)-[:LINE]->(l:ClaimLine) RETURN l.amount } | sum + l) AS amount,
       k.currency AS currency, sent.by AS sentBy, sent.at AS sentAt
ORDER BY sentAt, claim
