// Purpose: one measure with what stood there before. Parameters: id. Returns: m (properties),
// returned (of a block, minor units), summaryDistrict (in which it counts, or null), withoutLoss
// (its transfer is no loss any more), history (properties, until, correctedBy, reason; newest
// first).
MATCH (m:Measure {id: $id})
RETURN properties(m) AS m,
       // piece: returned-of-block
       AS returned,
       // piece: district
       AS summaryDistrict,
       // piece: without-loss
       AS withoutLoss,
       COLLECT { MATCH (m)-[:WAS]->(s:MeasureState) RETURN properties(s) ORDER BY s.version DESC } AS history
