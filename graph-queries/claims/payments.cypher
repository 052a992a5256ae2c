// Purpose: payments that people wrote down, in their order. Parameters: none. Returns: id, claim,
// case, currency, amount (of the debt), penalty (beside it, or null), day (days since 1970),
// source, receipt, at, by, transfers and parts (minor units of each loss), payer (key, null = not
// said), tenge (tiyn that came on a claim in another currency, or null) with rate, rateDay,
// rateSource and rateSourceKk, victim (key), apart (why it is another payment than a bank's row, or
// null), apartFrom (ids of those rows, or null), cancelReason, cancelledAt, cancelledBy (null = it counts), over (the claim is withdrawn), and then behind (the stolen
// payments that it was about) and defendant (key).
MATCH (c:Case)-[:HAS]->(k:Claim)-[:PAID]->(p:Payment)
RETURN p.id AS id, k.id AS claim, c.id AS case, p.currency AS currency, p.amount AS amount, p.penalty AS penalty, p.day AS day,
       p.source AS source, p.receipt AS receipt, p.payer AS payer, p.apart AS apart, p.apartFrom AS apartFrom,
       p.tenge AS tenge, p.rate AS rate, p.rateDay AS rateDay, p.rateSource AS rateSource,
       p.rateSourceKk AS rateSourceKk, k.victimKey AS victim, p.at AS at, p.by AS by, p.transfers AS transfers, p.parts AS parts,
       p.cancelReason AS cancelReason, p.cancelledAt AS cancelledAt, p.cancelledBy AS cancelledBy,
       k.status = 'withdrawn' AS over,
       CASE WHEN k.status = 'withdrawn' THEN coalesce(k.origins, []) + COLLECT {
         MATCH (k)-[:LINE]->(l:ClaimLine) WHERE l.amount > 0 RETURN l.transferId
       } END AS behind,
       CASE WHEN k.status = 'withdrawn' THEN k.defendantKey END AS defendant
ORDER BY p.number
