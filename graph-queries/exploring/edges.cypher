// Purpose: relations (bundled transfers) among a set of accounts within the filter.
// Parameters: numbers, since, until, minimumAmount (each may be null).
// Returns: from, to, currency, count, amount, first, last; and belowMinimum = transfers left out by the amount.
MATCH (n:Account) WHERE n.number IN $numbers
WITH collect(n) AS stage
UNWIND stage AS a
MATCH (a)-[t:TRANSFER]->(b:Account)
WHERE b IN stage
  AND ($since IS NULL OR t.bookedAt >= $since)
  AND ($until IS NULL OR t.bookedAt < $until)
WITH a, b, t.currency AS currency, collect(t) AS all
WITH a, b, currency, all, [t IN all WHERE $minimumAmount IS NULL OR t.amount >= $minimumAmount] AS kept
RETURN a.number AS from,
       b.number AS to,
       currency,
       size(kept) AS count,
       reduce(total = 0, t IN kept | total + t.amount) AS amount,
       reduce(first = null, t IN kept | CASE WHEN first IS NULL OR t.bookedAt < first THEN t.bookedAt ELSE first END) AS first,
       reduce(last = null, t IN kept | CASE WHEN last IS NULL OR t.bookedAt > last THEN t.bookedAt ELSE last END) AS last,
       size(all) - size(kept) AS belowMinimum
ORDER BY from, to, currency
