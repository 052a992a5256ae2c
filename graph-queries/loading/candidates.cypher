// Purpose: which new rows may tell of a transfer that another source has told already: the same id, or the same accounts,
// amount and currency within the window. Parameters: rows (n, id, from, to, amount, currency, bookedAt), window (ms), source (the rows' own,
// left out). Returns: n. The time is compared in a form no index answers: two accounts share few transfers, a fortnight has all.
UNWIND $rows AS row
CALL (row) {
  MATCH ()-[t:TRANSFER {id: row.id}]->()
  RETURN 1 AS hit
  UNION
  MATCH (a:Account {number: row.from})-[t:TRANSFER]->(b:Account {number: row.to})
  WHERE t.amount = row.amount AND t.currency = row.currency AND abs(t.bookedAt - row.bookedAt) <= $window
    AND t.sourceId <> $source
  RETURN 1 AS hit
}
RETURN DISTINCT row.n AS n
