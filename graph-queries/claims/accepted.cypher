// Purpose: which differences between claims and data people have accepted. Parameters: case.
// Returns: claim, difference, reason, at, by; the last of each difference last.
MATCH (:Case {id: $case})-[:HAS]->(k:Claim)-[:ACCEPTED]->(a:AcceptedDifference)
RETURN k.id AS claim, a.difference AS difference, a.reason AS reason, a.at AS at, a.by AS by
ORDER BY a.at
