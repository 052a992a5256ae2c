// Purpose: one measure with what stood there before. Parameters: id. Returns: m (properties),
// returned (of a block, minor units), caseDistrict (district of its case, else of the case
// whose claim has its transfer, or null), history
// (properties, until, correctedBy, reason; newest first).
MATCH (m:Measure {id: $id})
RETURN properties(m) AS m,
       reduce(sum = 0, x IN COLLECT {
         MATCH (r:Measure {block: m.id, kind: 'return'}) WHERE r.cancelledAt IS NULL RETURN r.amount
       } | sum + x) AS returned,
       CASE WHEN m.case IS NOT NULL THEN COLLECT { MATCH (c:Case {id: m.case}) RETURN c.district }[0]
       ELSE COLLECT {
         MATCH (c:Case)-[:HAS]->(k:Claim)-[:LINE]->(l:ClaimLine {transferId: m.transfer})
         WHERE k.status <> 'withdrawn' AND l.amount > 0 RETURN c.district ORDER BY c.id
       }[0] END AS caseDistrict,
       COLLECT { MATCH (m)-[:WAS]->(s:MeasureState) RETURN properties(s) ORDER BY s.version DESC } AS history
