// Purpose: a page of the register, the newest day first. Parameters: those of the piece, limit;
// before is where the page begins. Returns: m (properties), returned (of a block, minor units),
// summaryDistrict (in which it counts, or null), withoutLoss (its transfer is no loss any more).
// piece: entries-of-filter
WITH m ORDER BY m.sequence DESC LIMIT $limit
RETURN properties(m) AS m,
       // piece: returned-of-block
       AS returned,
       // piece: district
       AS summaryDistrict,
       // piece: without-loss
       AS withoutLoss
ORDER BY m.sequence DESC
