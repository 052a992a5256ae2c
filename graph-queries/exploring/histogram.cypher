// Purpose: money and transfers per day among accounts, and the part of one of them.
// Parameters: numbers, of (text or null), minimumAmount, zone (ms added to UTC).
// Returns: day (days since 1970), currency, amount, count, own.
MATCH (n:Account) WHERE n.number IN $numbers
WITH collect(n) AS stage
UNWIND stage AS a
MATCH (a)-[t:TRANSFER]->(b:Account)
WHERE b IN stage AND ($minimumAmount IS NULL OR t.amount >= $minimumAmount)
RETURN (t.bookedAt + $zone) / 86400000 AS day, t.currency AS currency, sum(t.amount) AS amount, count(t) AS count,
       sum(CASE WHEN a.number = $of OR b.number = $of THEN t.amount ELSE 0 END) AS own
ORDER BY day, currency
