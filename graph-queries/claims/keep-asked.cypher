// Purpose: a claim that leaves the office keeps with that step what it asks for then, so that the
// summary of that month stays what it was: what was outstanding on its day (asks), and of which
// payments. Parameters: claim, number (of the step).
// Returns: nothing needed. askedAmounts: -1 = the payment is no longer loaded.
MATCH (k:Claim {id: $claim})-[:MOVE]->(m:ClaimMove {number: $number})
// piece: asked-of-claim
SET m.askedAmount = CASE WHEN m.asks < amount THEN m.asks ELSE amount END,
    m.askedPayments = [p IN payments | p.id],
    m.askedAmounts = [p IN payments | coalesce(p.amount, -1)]
RETURN m.number AS number
