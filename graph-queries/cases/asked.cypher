// Purpose: what claims ask for, and of which of the victims' own payments that may be the money.
// Parameters: case (or null for all). Returns: one row a claim: case, status, direct, currency,
// amount (sum of the lines), payments (id, amount: null = no longer loaded; of a claim opened
// before origins were kept, all that its reports name), openedAt, moves (to, at, day: written down of the step, or null) in order; id,
// victim and defendant (names, or keys), district (of the case, or null).
MATCH (c:Case)-[:HAS]->(k:Claim) WHERE $case IS NULL OR c.id = $case
WITH c, k, COLLECT { MATCH (k)-[:LINE]->(l:ClaimLine) RETURN l {.transferId, .amount, .whole} } AS lines
WITH c, k, lines,
     CASE
       WHEN k.method = 'direct' THEN []
       WHEN size(coalesce(k.origins, [])) > 0 THEN k.origins
       ELSE COLLECT {
         MATCH (r:Report) WHERE r.id IN coalesce(k.reports, [])
         UNWIND coalesce(r.transferIds, []) AS id
         RETURN DISTINCT id
       }
     END AS origins
RETURN k.id AS id, coalesce(k.victimName, k.victimKey) AS victim,
       coalesce(k.defendantName, k.defendantKey) AS defendant, c.district AS district, c.id AS case, k.status AS status, k.method = 'direct' AS direct, k.currency AS currency,
       reduce(total = 0, l IN lines | total + l.amount) AS amount,
       CASE
         WHEN k.method = 'direct' THEN [l IN lines WHERE l.amount > 0 | {id: l.transferId, amount: l.whole}]
         ELSE COLLECT {
           UNWIND origins AS id
           OPTIONAL MATCH ()-[t:TRANSFER {id: id}]->()
           RETURN {id: id, amount: t.amount}
         }
       END AS payments,
       k.openedAt AS openedAt,
       COLLECT { MATCH (k)-[:MOVE]->(m:ClaimMove) WITH m ORDER BY m.number RETURN {to: m.to, at: m.at, day: m.day} } AS moves
ORDER BY case, k.number
