// Purpose: the days and balances the statements state. Parameters: none. Returns: account, from,
// until, opening, closing, currency (each null where the file does not say).
MATCH (s:Statement)-[:OF]->(a:Account)
RETURN a.number AS account, s.from AS from, s.to AS until, s.opening AS opening, s.closing AS closing, s.currency AS currency
ORDER BY account, from, until, s.id
