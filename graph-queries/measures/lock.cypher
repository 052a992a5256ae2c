// Purpose: a measure, held still until this transaction ends. Parameters: id, at. Returns: m
// (properties), returned (of a block, minor units), caseDistrict (district of its case, or null);
// no row where there is none.
MATCH (m:Measure {id: $id})
SET m.askedAt = $at
RETURN properties(m) AS m, reduce(sum = 0, x IN COLLECT {
  MATCH (r:Measure {block: m.id, kind: 'return'}) WHERE r.cancelledAt IS NULL RETURN r.amount
} | sum + x) AS returned,
       COLLECT { MATCH (c:Case {id: m.case}) RETURN c.district }[0] AS caseDistrict
