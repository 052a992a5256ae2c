// Purpose: one measure with what stood there before. Parameters: id. Returns: m (properties),
// returned (of a block, minor units), caseDistrict (district of its case, or null), history
// (properties, until, correctedBy, reason; newest first).
MATCH (m:Measure {id: $id})
RETURN properties(m) AS m,
       reduce(sum = 0, x IN COLLECT {
         MATCH (r:Measure {block: m.id, kind: 'return'}) WHERE r.cancelledAt IS NULL RETURN r.amount
       } | sum + x) AS returned,
       COLLECT { MATCH (c:Case {id: m.case}) RETURN c.district }[0] AS caseDistrict,
       COLLECT { MATCH (m)-[:WAS]->(s:MeasureState) RETURN properties(s) ORDER BY s.version DESC } AS history
