// Purpose: money between an account and each counterparty, both directions apart.
// Parameters: number. Returns: direction, other, currency, count, amount, first, last.
MATCH (a:Account {number: $number})-[t:TRANSFER]->(b:Account)
RETURN 'out' AS direction, b.number AS other, t.currency AS currency, count(t) AS count, sum(t.amount) AS amount,
       min(t.bookedAt) AS first, max(t.bookedAt) AS last
UNION ALL
MATCH (a:Account {number: $number})<-[t:TRANSFER]-(b:Account)
RETURN 'in' AS direction, b.number AS other, t.currency AS currency, count(t) AS count, sum(t.amount) AS amount,
       min(t.bookedAt) AS first, max(t.bookedAt) AS last
