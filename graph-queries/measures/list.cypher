// Purpose: a page of the register, the newest day first. Parameters: before (sequence below which
// the page begins), since (lowest sequence), kind, form, stage, district (its own, else that of its
// case or of the case whose claim has its transfer), case, claim (null = any), unjoined (only returns of no claim and no transfer),
// words (folded, all of them stand in the entry), hiddenCases (their
// entries are left out), limit. Returns: m
// (properties), returned (of a block, minor units), caseDistrict (district of its case, else of the case
// whose claim has its transfer, or null).
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
WITH m ORDER BY m.sequence DESC LIMIT $limit
RETURN properties(m) AS m, reduce(sum = 0, x IN COLLECT {
  MATCH (r:Measure {block: m.id, kind: 'return'}) WHERE r.cancelledAt IS NULL RETURN r.amount
} | sum + x) AS returned,
       CASE WHEN m.case IS NOT NULL THEN COLLECT { MATCH (c:Case {id: m.case}) RETURN c.district }[0]
       ELSE COLLECT {
         MATCH (c:Case)-[:HAS]->(k:Claim)-[:LINE]->(l:ClaimLine {transferId: m.transfer})
         WHERE k.status <> 'withdrawn' AND l.amount > 0 RETURN c.district ORDER BY c.id
       }[0] END AS caseDistrict
ORDER BY m.sequence DESC
