// Purpose: a claim that leaves the office keeps with that step what it asks for then, so that the
// summary of that month stays what it was. Parameters: claim, number (of the step).
// Returns: nothing needed. askedAmounts: -1 = the payment is no longer loaded.
MATCH (k:Claim {id: $claim})-[:MOVE]->(m:ClaimMove {number: $number})
// piece: asked-of-claim
SET m.askedAmount = amount,
    m.askedPayments = [p IN payments | p.id],
    m.askedAmounts = [p IN payments | coalesce(p.amount, -1)]
RETURN m.number AS number
