// Purpose: the parts in which a claim is to be paid. Parameters: claim. Returns: day (days since
// 1970), amount, in order.
MATCH (:Claim {id: $claim})-[:PLAN]->(i:Instalment)
RETURN i.day AS day, i.amount AS amount ORDER BY i.number
