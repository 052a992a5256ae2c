// Purpose: the accounts of everybody whom a standing claim of a case is against. Parameters: case.
// Returns: one row a defendant and account: defendant (key), name, iin, claims (ids), account, bank,
// currency, stub, last (UTC milliseconds of the last transfer, or null), balances (until, closing,
// currency, file: what statements say last); account is null where none is known.
MATCH (:Case {id: $case})-[:HAS]->(k:Claim)
WHERE NOT k.status IN ['withdrawn', 'rejected']
WITH k.defendantKey AS defendant, collect(k.id) AS claims,
     head(collect(k.defendantName)) AS name, head(collect(k.defendantIin)) AS iin
OPTIONAL MATCH (:Holder {key: defendant})-[:HOLDS]->(held:Account)
OPTIONAL MATCH (bare:Account {number: defendant})
WITH defendant, claims, name, iin, coalesce(held, bare) AS a
RETURN defendant, claims, name, iin,
       a.number AS account, a.bank AS bank, a.currency AS currency,
       coalesce(a.stub, false) AS stub,
       reduce(last = null, at IN [(a)-[t:TRANSFER]-() | t.bookedAt] |
         CASE WHEN last IS NULL OR at > last THEN at ELSE last END) AS last,
       [(s:Statement)-[:OF]->(a) WHERE s.closing IS NOT NULL AND s.to IS NOT NULL |
         {until: s.to, closing: s.closing, currency: coalesce(s.currency, a.currency),
          file: [(s)-[:FROM]->(source:Source) | source.fileName][0]}] AS balances
ORDER BY defendant, account
