// Purpose: one measure with what stood there before. Parameters: id. Returns: m (properties),
// returned (of a block, minor units), summaryDistrict (in which it counts, or null), history
// (properties, until, correctedBy, reason; newest first).
MATCH (m:Measure {id: $id})
RETURN properties(m) AS m,
       // piece: returned-of-block
       AS returned,
       // piece: district
       AS summaryDistrict,
       COLLECT { MATCH (m)-[:WAS]->(s:MeasureState) RETURN properties(s) ORDER BY s.version DESC } AS history
