// Purpose: a payment that was entered by mistake counts no longer. Parameters: claim, payment (id),
// reason, at, by. Returns: id; no row where there is none that counts.
MATCH (:Claim {id: $claim})-[:PAID]->(p:Payment {id: $payment})
WHERE p.cancelledAt IS NULL
SET p.cancelReason = $reason, p.cancelledAt = $at, p.cancelledBy = $by
RETURN p.id AS id
