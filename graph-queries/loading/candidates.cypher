// Purpose: which new rows may tell of a transfer that another source has told already: the same accounts, amount and currency
// within the window. Parameters: rows (n, from, to, amount, currency, bookedAt), window (ms), source (the rows' own, left out).
// Returns: n. Both ends stand before the transfers are looked at: else a young database's counts lead the planner to all of one end's. The time is compared in a form no index answers: two accounts share few transfers, a fortnight has all of them.
UNWIND $rows AS row
MATCH (a:Account {number: row.from})
USING INDEX a:Account(number)
MATCH (b:Account {number: row.to})
USING INDEX b:Account(number)
WITH row, a, b
MATCH (a)-[t:TRANSFER]->(b)
WHERE t.amount = row.amount AND t.currency = row.currency AND abs(t.bookedAt - row.bookedAt) <= $window
  AND t.sourceId <> $source
RETURN DISTINCT row.n AS n
