// Purpose: what the entries of a filter add up to. Parameters: as measures/list. Returns: kind, struck
// (out: they do not count), rows, items (an entry about several counts them all), currency (null =
// without a sum), amount (minor units), unjoined
// (returns of no claim and no transfer), one row a combination.
WITH COLLECT { MATCH (c:Case) WHERE c.district = $district RETURN c.id } AS ofDistrict,
     COLLECT {
       MATCH (c:Case)-[:HAS]->(k:Claim)-[:LINE]->(l:ClaimLine)
       WHERE c.district = $district AND k.status <> 'withdrawn' AND l.amount > 0
       RETURN DISTINCT l.transferId
     } AS stolen
MATCH (m:Measure)
WHERE m.sequence < $before AND m.sequence >= $since
  AND NOT coalesce(m.case, '') IN $hiddenCases
  AND ($kind IS NULL OR m.kind = $kind)
  AND ($form IS NULL OR m.form = $form)
  AND ($stage IS NULL OR m.stage = $stage)
  AND ($district IS NULL OR m.district = $district OR m.district IS NULL AND (m.case IN ofDistrict
    OR m.case IS NULL AND m.transfer IN stolen))
  AND ($case IS NULL OR m.case = $case)
  AND ($claim IS NULL OR m.claim = $claim)
  AND (NOT $unjoined OR m.kind = 'return' AND m.transfer IS NULL AND m.claim IS NULL AND m.cancelledAt IS NULL)
  AND all(word IN $words WHERE m.words CONTAINS word)
RETURN m.kind AS kind, m.kind = 'return' AND m.transfer IS NULL AND m.claim IS NULL AS unjoined,
       m.cancelledAt IS NOT NULL AS struck, count(m) AS rows,
       sum(coalesce(m.count, 1)) AS items, m.currency AS currency, sum(coalesce(m.amount, 0)) AS amount
