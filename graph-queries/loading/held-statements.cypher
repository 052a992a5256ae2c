// Purpose: the days held of every account. Parameters: none. Returns: one row a statement.
MATCH (held:Statement)-[:OF]->(a:Account)
WHERE held.from IS NOT NULL AND held.to IS NOT NULL
RETURN a.number AS account, [(h:Holder)-[:HOLDS]->(a) | h.name][0] AS holderName, a.bank AS bank, held.currency AS currency,
       held.from AS from, held.to AS to, held.opening AS opening, held.closing AS closing,
       coalesce(held.rowsIn, 0) AS rowsIn, coalesce(held.rowsOut, 0) AS rowsOut
ORDER BY account, currency, from
