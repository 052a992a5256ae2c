// Purpose: the days held of every account, with what went in and out on them. Parameters: none.
// Returns: one row a statement. A list of statements gives no sums: they are read off the transfers.
MATCH (held:Statement)-[:OF]->(a:Account)
WHERE held.from IS NOT NULL AND held.to IS NOT NULL
WITH held, a, CASE WHEN held.listed THEN
       reduce(sum = 0, t IN [()-[t:TRANSFER]->(a) WHERE t.bookedAt >= held.from AND t.bookedAt <= held.to AND t.currency = held.currency | t.amount] | sum + t)
     ELSE coalesce(held.rowsIn, 0) END AS rowsIn,
     CASE WHEN held.listed THEN
       reduce(sum = 0, t IN [(a)-[t:TRANSFER]->() WHERE t.bookedAt >= held.from AND t.bookedAt <= held.to AND t.currency = held.currency | t.amount] | sum + t)
     ELSE coalesce(held.rowsOut, 0) END AS rowsOut
RETURN a.number AS account, [(h:Holder)-[:HOLDS]->(a) | h.name][0] AS holderName, a.bank AS bank, held.currency AS currency,
       held.from AS from, held.to AS to, held.opening AS opening, held.closing AS closing, rowsIn, rowsOut
ORDER BY account, currency, from
