// Purpose: what the card shows beyond the node itself. Parameters: number. Returns: one row or
// none.
MATCH (a:Account {number: $number})
WITH a, [(h:Holder)-[:HOLDS]->(a) | h][0] AS h
RETURN a.currency AS currency,
       a.openedAt AS openedAt,
       a.phone AS phone,
       a.deviceId AS deviceId,
       coalesce(h.iin, h.bin) AS iin,
       [(h)-[:HOLDS]->(o:Account) WHERE o <> a | o.number] AS holderAccounts,
       [(s:Statement)-[:OF]->(a) | {id: s.id, from: s.from, to: s.to, opening: s.opening, closing: s.closing, currency: s.currency}] AS statements,
       [(r:Report)-[:VICTIM]->(a) | {id: r.id, reportedAt: r.reportedAt, transferIds: coalesce(r.transferIds, [])}] AS reports
