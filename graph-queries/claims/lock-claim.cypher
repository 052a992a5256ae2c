// Purpose: a claim's status, held still until this transaction ends. Parameters: case, claim, at.
// Returns: status, currency, victim (key) and accounts (his), moves (so far, as claims/list has
// them), workers (who opened or changed what the claim says, or sent it to review: none of them
// approves it), asked (minor units, all lines together), firstAt and lastAt (when the first and the
// last of its transfers were booked, null without any), losses (as claims/losses-seen); no row
// where there is no such claim in the case.
MATCH (:Case {id: $case})-[:HAS]->(k:Claim {id: $claim})
SET k.changedAt = $at
RETURN k.status AS status, coalesce(k.losses, 0) AS losses, k.currency AS currency, k.victimKey AS victim,
       coalesce(k.victimAccounts, []) + COLLECT {
         MATCH (k)-[:LINE]->(l:ClaimLine) WHERE k.method = 'direct' AND l.amount > 0
         RETURN DISTINCT l.from
       } AS accounts,
       COLLECT {
         MATCH (k)-[:MOVE]->(m:ClaimMove) WITH m ORDER BY m.number
         RETURN m {.from, .to, .reason, .at, .by, .hash, .filing,
                   facts: m {.how, .day, .term, .court, .reference, .outcome, .sum, .penalty, .bailiff}}
       } AS moves,
       COLLECT {
         MATCH (k) RETURN k.openedBy AS login
         UNION MATCH (k)-[:MOVE]->(m:ClaimMove {to: 'review'}) RETURN m.by AS login
         UNION MATCH (k)-[:CHANGE]->(c:Change)
         WHERE c.what IN ['dossier-saved', 'joined', 'divided', 'accepted'] RETURN c.by AS login
         UNION MATCH (k)<-[:HAS]-(:Case)-[:CHANGE]->(c:Change)
         WHERE c.what IN ['figure-decided', 'person-saved', 'person-removed'] AND c.at >= k.openedAt
         RETURN c.by AS login
       } AS workers,
       reduce(sum = 0, x IN COLLECT { MATCH (k)-[:LINE]->(l:ClaimLine) RETURN l.amount } | sum + x) AS asked,
       COLLECT { MATCH (k)-[:LINE]->(l:ClaimLine) WHERE l.amount > 0 RETURN l.bookedAt ORDER BY l.bookedAt LIMIT 1 }[0] AS firstAt,
       COLLECT { MATCH (k)-[:LINE]->(l:ClaimLine) WHERE l.amount > 0 RETURN l.bookedAt ORDER BY l.bookedAt DESC LIMIT 1 }[0] AS lastAt
