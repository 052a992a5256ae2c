// Purpose: money between an account and each counterparty, both directions apart.
// Parameters: number, since, until, minimumAmount (each may be null). Returns: direction, other,
// currency, count, amount, first, last.
MATCH (a:Account {number: $number})-[t:TRANSFER]->(b:Account)
WHERE ($since IS NULL OR t.bookedAt >= $since) AND ($until IS NULL OR t.bookedAt < $until)
  AND ($minimumAmount IS NULL OR t.amount >= $minimumAmount)
RETURN 'out' AS direction, b.number AS other, t.currency AS currency, count(t) AS count, sum(t.amount) AS amount,
       min(t.bookedAt) AS first, max(t.bookedAt) AS last
UNION ALL
MATCH (a:Account {number: $number})<-[t:TRANSFER]-(b:Account)
WHERE ($since IS NULL OR t.bookedAt >= $since) AND ($until IS NULL OR t.bookedAt < $until)
  AND ($minimumAmount IS NULL OR t.amount >= $minimumAmount)
RETURN 'in' AS direction, b.number AS other, t.currency AS currency, count(t) AS count, sum(t.amount) AS amount,
       min(t.bookedAt) AS first, max(t.bookedAt) AS last
