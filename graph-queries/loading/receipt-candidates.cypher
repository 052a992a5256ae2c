// Purpose: transfers that only a receipt records, which numbers neither side. Each stands beside
// transfers of the same amount within the given time that another source records with at least one
// number. Parameters: warning (the mark of a receipt), window (ms). Returns: masked, full (maps:
// from, to, properties), payer, payee (maps: hidden, known: names; holder, phone: of the known
// side).
MATCH (m:Account {masked: true})
WITH collect(m) AS hidden
UNWIND hidden AS m
MATCH (m)-[t:TRANSFER]->(n:Account {masked: true})
WHERE $warning IN coalesce(t.warnings, [])
WITH t, m, n
MATCH (a:Account)-[u:TRANSFER]->(b:Account)
USING INDEX u:TRANSFER(bookedAt)
WHERE u.bookedAt >= t.bookedAt - $window AND u.bookedAt <= t.bookedAt + $window
  AND u.amount = t.amount AND u.currency = t.currency AND u.sourceId <> t.sourceId
  AND (a.masked IS NULL OR b.masked IS NULL) AND NOT a:Exit AND NOT b:Exit
WITH t, m, n, u, a, b,
     [(h:Holder)-[:HOLDS]->(a) | h][0] AS payer, [(h:Holder)-[:HOLDS]->(b) | h][0] AS payee
RETURN {from: m.number, to: n.number, properties: properties(t)} AS masked,
       {from: a.number, to: b.number, properties: properties(u)} AS full,
       {hidden: [(h:Holder)-[:HOLDS]->(m) | h.name][0], known: payer.name, holder: payer.key, phone: a.phone} AS payer,
       {hidden: [(h:Holder)-[:HOLDS]->(n) | h.name][0], known: payee.name, holder: payee.key, phone: b.phone} AS payee
