// Purpose: gives the filing of a claim the facts that an older version did not keep. Parameters:
// claim, number (of the step), filing (text). Returns: nothing needed.
MATCH (:Claim {id: $claim})-[:MOVE]->(m:ClaimMove {number: $number})
SET m.filing = coalesce(m.filing, $filing)
RETURN m.number AS number
