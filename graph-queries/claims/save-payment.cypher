// Purpose: writes down a payment under the next number. Parameters: claim, payment (amount: of the
// debt, penalty, currency, day, source, receipt, payer, apart, apartFrom, at, by, transfers, parts; tenge,
// rate, rateDay, rateSource, rateSourceKk or null). Returns: id.
MATCH (k:Claim {id: $claim})
MERGE (n:Counter {name: 'payment'})
SET n.value = coalesce(n.value, 0) + 1
CREATE (k)-[:PAID]->(p:Payment {id: 'P' + toString(n.value), number: n.value})
SET p += $payment
RETURN p.id AS id
