// Purpose: the parts in which a claim is to be paid take the place of those before. Parameters:
// claim, plan (number, day: days since 1970, amount), known (ids of the money that came before the
// plan was made). Returns: parts.
MATCH (k:Claim {id: $claim})
CALL (k) { MATCH (k)-[:PLAN]->(old:Instalment) DETACH DELETE old }
UNWIND $plan AS one
CREATE (k)-[:PLAN]->(i:Instalment)
SET i = one, k.planKnown = $known
RETURN count(i) AS parts
