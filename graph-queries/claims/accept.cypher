// Purpose: writes down that a person keeps a claim although the data have changed. Parameters:
// case, claim, accepted (difference, reason, at, by). Returns: id; no row where there is no such
// claim in the case.
MATCH (:Case {id: $case})-[:HAS]->(k:Claim {id: $claim})
CREATE (k)-[:ACCEPTED]->(a:AcceptedDifference)
SET a = $accepted
RETURN k.id AS id
