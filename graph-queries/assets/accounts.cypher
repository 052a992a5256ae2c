// Purpose: the accounts of everybody whom a standing claim of a case is against, also
// together with others. Parameters: case.
// Returns: one row a defendant and account: defendant (key), name, iin, claims (ids), account, bank,
// currency, stub, last (UTC milliseconds of the last transfer, or null), balances (until, closing,
// currency, file: what statements say last); account is null where none is known.
MATCH (:Case {id: $case})-[:HAS]->(k:Claim)
WHERE NOT k.status IN ['withdrawn', 'rejected']
UNWIND [{key: k.defendantKey, name: k.defendantName, iin: k.defendantIin}] + COLLECT {
  MATCH (k)-[:JOINT]->(j:JointDefendant) RETURN j {.key, .name, .iin} ORDER BY j.number
} AS party
WITH party.key AS defendant, collect(k.id) AS claims,
     head(collect(party.name)) AS name, head(collect(party.iin)) AS iin
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
