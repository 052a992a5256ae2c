// Purpose: relations (bundled transfers) among a set of accounts within the filter. Parameters:
// numbers, since, until, minimumAmount (each may be null). Returns: from, to, currency, count,
// amount, first, last; and belowMinimum = transfers left out by the amount.
MATCH (n:Account) WHERE n.number IN $numbers
WITH collect(n) AS stage
UNWIND stage AS a
MATCH (a)-[t:TRANSFER]->(b:Account)
WHERE b IN stage
  AND ($since IS NULL OR t.bookedAt >= $since)
  AND ($until IS NULL OR t.bookedAt < $until)
WITH a, b, t, $minimumAmount IS NULL OR t.amount >= $minimumAmount AS kept
RETURN a.number AS from,
       b.number AS to,
       t.currency AS currency,
       sum(CASE WHEN kept THEN 1 ELSE 0 END) AS count,
       sum(CASE WHEN kept THEN t.amount ELSE 0 END) AS amount,
       min(CASE WHEN kept THEN t.bookedAt END) AS first,
       max(CASE WHEN kept THEN t.bookedAt END) AS last,
       sum(CASE WHEN kept THEN 0 ELSE 1 END) AS belowMinimum
ORDER BY from, to, currency
