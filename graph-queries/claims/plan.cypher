// Purpose: the parts in which a claim is to be paid. Parameters: claim. Returns: day (days since
// 1970), amount, in order, each with known (ids of the money that came before the plan was made;
// null = an older version did not keep them).
MATCH (k:Claim {id: $claim})-[:PLAN]->(i:Instalment)
RETURN i.day AS day, i.amount AS amount, k.planKnown AS known ORDER BY i.number
