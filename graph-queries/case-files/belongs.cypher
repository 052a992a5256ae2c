// Purpose: whether a claim is of a case and a payment of that claim. Parameters: id, claim, payment
// (or null). Returns: claim; no row where one of them is not there.
MATCH (:Case {id: $id})-[:HAS]->(k:Claim {id: $claim})
WHERE $payment IS NULL OR EXISTS { MATCH (k)-[:PAID]->(:Payment {id: $payment}) }
RETURN k.id AS claim
