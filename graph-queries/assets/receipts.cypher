// Purpose: what accounts received from others than persons, or under a purpose in words: where
// income is looked for. Parameters: accounts (numbers), most (rows). Returns: account, payer (key of
// the holder, else the number), payerName, payerKind, payerIin, id, amount, currency, bookedAt,
// purpose, sourceName, row; in the order of time.
UNWIND $accounts AS number
MATCH (p:Account)-[t:TRANSFER]->(a:Account {number: number})
WHERE NOT p:Exit AND NOT coalesce(t.reversal, false)
WITH a, t, p, [(h:Holder)-[:HOLDS]->(p) | h][0] AS h, [(h:Holder)-[:HOLDS]->(a) | h.key][0] AS owner
WHERE (t.purpose IS NOT NULL OR h.kind = 'organisation') AND coalesce(h.key, p.number) <> coalesce(owner, '')
RETURN a.number AS account, coalesce(h.key, p.number) AS payer, h.name AS payerName,
       coalesce(h.kind, 'unknown') AS payerKind, coalesce(h.bin, h.iin) AS payerIin,
       t.id AS id, t.amount AS amount, t.currency AS currency, t.bookedAt AS bookedAt,
       t.purpose AS purpose,
       COLLECT { MATCH (s:Source {id: t.sourceId}) RETURN s.fileName }[0] AS sourceName,
       coalesce(t.row, 0) AS row
ORDER BY bookedAt, id LIMIT $most
