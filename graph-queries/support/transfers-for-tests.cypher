// Purpose: every transfer with its ends as a person would compare them (tests only). Parameters:
// none. Returns: from, to (number, or EXIT:kind without the bank), amount, currency, bookedAt,
// dayOnly, purpose, sources (files that tell it), fee.
MATCH (a:Account)-[t:TRANSFER]->(b:Account)
RETURN CASE WHEN a:Exit THEN 'EXIT:' + a.kind ELSE a.number END AS from,
       CASE WHEN b:Exit THEN 'EXIT:' + b.kind ELSE b.number END AS to,
       t.amount AS amount, t.currency AS currency, t.bookedAt AS bookedAt, coalesce(t.dayOnly, false) AS dayOnly, t.purpose AS purpose,
       1 + size(coalesce(t.alsoSourceIds, [])) AS sources, t.fee AS fee
