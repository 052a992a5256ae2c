// Purpose: what was approved of the claims of a case, the last approval of each last. Parameters:
// case. Returns: claim, hash, frozen (the text under it), at, by.
MATCH (:Case {id: $case})-[:HAS]->(k:Claim)-[:MOVE]->(m:ClaimMove {to: 'approved'})
WHERE m.hash IS NOT NULL
RETURN k.id AS claim, m.hash AS hash, m.frozen AS frozen, m.at AS at, m.by AS by
ORDER BY k.number, m.number
