// Purpose: letters of claims, and letters with these states, that are not struck out. Parameters:
// claims, cases (whose letters may be about several of the claims), states. Returns: m (properties), returned (of a block, minor units), summaryDistrict (in
// which it counts, or null), the first written first.
MATCH (m:Measure)
WHERE m.letter IS NOT NULL AND m.cancelledAt IS NULL AND (m.claim IN $claims OR m.state IN $states
  OR m.case IN $cases AND m.claims IS NOT NULL AND any(one IN m.claims WHERE one IN $claims))
RETURN properties(m) AS m,
       // piece: returned-of-block
       AS returned,
       // piece: district
       AS summaryDistrict
ORDER BY m.number
