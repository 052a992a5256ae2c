// Purpose: what the entries of a period and district add up to; struck out ones do not count.
// Parameters: before, since (sequences), district (its own, else that of its case or of the case whose claim has its transfer; null = any). Returns: kind, form, stage, currency,
// items (an entry about several counts them all), amount (minor units), one row a combination.
WITH COLLECT { MATCH (c:Case) WHERE c.district = $district RETURN c.id } AS ofDistrict,
     COLLECT {
       MATCH (c:Case)-[:HAS]->(k:Claim)-[:LINE]->(l:ClaimLine)
       WHERE c.district = $district AND k.status <> 'withdrawn' AND l.amount > 0
       RETURN DISTINCT l.transferId
     } AS stolen
MATCH (m:Measure)
WHERE m.sequence < $before AND m.sequence >= $since AND m.cancelledAt IS NULL
  AND ($district IS NULL OR m.district = $district OR m.district IS NULL AND (m.case IN ofDistrict
    OR m.case IS NULL AND m.transfer IN stolen))
RETURN m.kind AS kind, m.form AS form, m.stage AS stage, m.currency AS currency,
       sum(coalesce(m.count, 1)) AS items, sum(coalesce(m.amount, 0)) AS amount
