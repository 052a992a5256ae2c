// Purpose: a measure, held still until this transaction ends. Parameters: id, at. Returns: m
// (properties), returned (of a block, minor units), summaryDistrict (in which it counts, or null); no
// row where there is none.
MATCH (m:Measure {id: $id})
SET m.askedAt = $at
RETURN properties(m) AS m,
       // piece: returned-of-block
       AS returned,
       // piece: district
       AS summaryDistrict
