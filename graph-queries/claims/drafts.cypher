// Purpose: claims of a case that may still be added to. Parameters: id. Returns: id, victim,
// victimName, victimIin, defendant, defendantName, defendantIin (keys as in the claim), currency,
// method, amount (so far), payers and payees (accounts of its transfers), since (the first of
// them).
MATCH (:Case {id: $id})-[:HAS]->(k:Claim {status: 'draft'})
OPTIONAL MATCH (k)-[:LINE]->(l:ClaimLine)
WITH k, sum(l.amount) AS amount, [x IN collect(l) WHERE x.amount > 0] AS lines
RETURN k.id AS id, k.victimKey AS victim, k.victimName AS victimName, k.victimIin AS victimIin,
       k.defendantKey AS defendant, k.defendantName AS defendantName, k.defendantIin AS defendantIin, k.currency AS currency,
       k.method AS method, amount, [x IN lines | x.from] AS payers, [x IN lines | x.to] AS payees,
       reduce(first = null, x IN lines | CASE WHEN first IS NULL OR x.bookedAt < first THEN x.bookedAt ELSE first END) AS since
