// Purpose: which new rows may be a transfer that another source has recorded already: the same
// accounts, amount and currency within the window. Parameters: pairs (from, to, rows: a map from
// "amount|currency" to a list of n and bookedAt), window (ms), source (the rows' own, left out).
// Returns: n. Both ends stand before the transfers are looked at: else a young database's counts
// lead the planner to all of one end's. The transfers between two accounts are looked through once,
// however many rows they have.
UNWIND $pairs AS pair
MATCH (a:Account {number: pair.from})
USING INDEX a:Account(number)
MATCH (b:Account {number: pair.to})
USING INDEX b:Account(number)
WITH pair, a, b
MATCH (a)-[t:TRANSFER]->(b)
WHERE t.sourceId <> $source
WITH t.bookedAt AS bookedAt, pair.rows[toString(t.amount) + '|' + t.currency] AS rows
WHERE rows IS NOT NULL
UNWIND rows AS row
WITH row, bookedAt
WHERE abs(bookedAt - row.bookedAt) <= $window
RETURN DISTINCT row.n AS n
