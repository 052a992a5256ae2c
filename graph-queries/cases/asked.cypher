// Purpose: what claims ask for, and of which of the victims' own payments that may be the money.
// Parameters: case (or null for all). Returns: one row a claim: case, status, direct, currency,
// amount (sum of the lines), payments (id, amount: null = no longer loaded; of a claim opened
// before origins were kept, all that its reports name), openedAt, moves in order (to, at, day:
// written down of the step, or null; reference and court of the step, or null; asks: minor units that a demand or filing asked for, null where
// an older version did not keep them; asked: amount and payments when the claim left the office by
// it, null where an older version did not keep them); id, victim and defendant (names, or keys),
// district (of the case, or null).
MATCH (c:Case)-[:HAS]->(k:Claim) WHERE $case IS NULL OR c.id = $case
// piece: asked-of-claim
RETURN k.id AS id, coalesce(k.victimName, k.victimKey) AS victim,
       coalesce(k.defendantName, k.defendantKey) AS defendant, c.district AS district, c.id AS case,
       k.status AS status, k.method = 'direct' AS direct, k.currency AS currency, amount, payments,
       k.openedAt AS openedAt,
       COLLECT {
         MATCH (k)-[:MOVE]->(m:ClaimMove) WITH m ORDER BY m.number
         RETURN {to: m.to, at: m.at, day: m.day, reference: m.reference, court: m.court,
           asks: m.asks, asked: CASE WHEN m.askedAmount IS NOT NULL THEN {
           amount: m.askedAmount,
           payments: [i IN range(0, size(m.askedPayments) - 1) | {
             id: m.askedPayments[i],
             amount: CASE WHEN m.askedAmounts[i] >= 0 THEN m.askedAmounts[i] END
           }]
         } END}
       } AS moves
ORDER BY case, k.number
