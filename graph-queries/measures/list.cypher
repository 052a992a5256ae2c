// Purpose: a page of the register, the newest day first. Parameters: before (sequence below which
// the page begins), since (lowest sequence), kind, form, stage, district (its own, else that of its
// case), case, claim (null = any), words (folded, all of them stand in the entry), limit. Returns: m
// (properties), returned (of a block, minor units), caseDistrict (district of its case, or null).
WITH COLLECT { MATCH (c:Case) WHERE c.district = $district RETURN c.id } AS ofDistrict
MATCH (m:Measure)
WHERE m.sequence < $before AND m.sequence >= $since
  AND ($kind IS NULL OR m.kind = $kind)
  AND ($form IS NULL OR m.form = $form)
  AND ($stage IS NULL OR m.stage = $stage)
  AND ($district IS NULL OR m.district = $district OR m.district IS NULL AND m.case IN ofDistrict)
  AND ($case IS NULL OR m.case = $case)
  AND ($claim IS NULL OR m.claim = $claim)
  AND all(word IN $words WHERE m.words CONTAINS word)
WITH m ORDER BY m.sequence DESC LIMIT $limit
RETURN properties(m) AS m, reduce(sum = 0, x IN COLLECT {
  MATCH (r:Measure {block: m.id, kind: 'return'}) WHERE r.cancelledAt IS NULL RETURN r.amount
} | sum + x) AS returned,
       COLLECT { MATCH (c:Case {id: m.case}) RETURN c.district }[0] AS caseDistrict
ORDER BY m.sequence DESC
