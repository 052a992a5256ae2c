// Purpose: a measure, held still until this transaction ends. Parameters: id, at. Returns: m
// (properties), returned (of a block, minor units), caseDistrict (district of its case, else of the case
// whose claim has its transfer, or null);
// no row where there is none.
MATCH (m:Measure {id: $id})
SET m.askedAt = $at
RETURN properties(m) AS m, reduce(sum = 0, x IN COLLECT {
  MATCH (r:Measure {block: m.id, kind: 'return'}) WHERE r.cancelledAt IS NULL RETURN r.amount
} | sum + x) AS returned,
       CASE WHEN m.case IS NOT NULL THEN COLLECT { MATCH (c:Case {id: m.case}) RETURN c.district }[0]
       ELSE COLLECT {
         MATCH (c:Case)-[:HAS]->(k:Claim)-[:LINE]->(l:ClaimLine {transferId: m.transfer})
         WHERE k.status <> 'withdrawn' AND l.amount > 0 RETURN c.district ORDER BY c.id
       }[0] END AS caseDistrict
