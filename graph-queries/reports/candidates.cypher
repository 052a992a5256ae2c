// Purpose: transfers that stolen ones described by victims may be: the amount (or what the account
// lost with the fee) and the time agree, or both accounts and the time do. Parameters: wanted (key,
// amount, currency, from, until, payers, payee).
// Returns: key, the transfer, and what is known of both sides.
UNWIND $wanted AS one
MATCH (a:Account)-[t:TRANSFER]->(b:Account)
USING INDEX t:TRANSFER(bookedAt)
WHERE t.bookedAt >= one.from AND t.bookedAt <= one.until
  AND (t.amount = one.amount AND t.currency = one.currency OR t.accountAmount = one.amount
       OR b.number = one.payee AND a.number IN one.payers)
  AND coalesce(t.reversal, false) = false
WITH one, a, t, b,
     [(h:Holder)-[:HOLDS]->(a) | h][0] AS payer, [(h:Holder)-[:HOLDS]->(b) | h][0] AS payee
RETURN one.key AS key,
       t.amount = one.amount AND t.currency = one.currency
         OR coalesce(t.accountAmount = one.amount, false) AS sameAmount,
       t.id AS id, a.number AS from, b.number AS to, payer.name AS fromName, payee.name AS toName,
       t.amount AS amount, t.currency AS currency, t.bookedAt AS bookedAt,
       coalesce(t.zone, '+05:00') AS zone, coalesce(t.channel, 'other') AS channel,
       t.purpose AS purpose, coalesce(t.sourceId, '') AS sourceId,
       COLLECT { MATCH (s:Source {id: t.sourceId}) RETURN s.fileName }[0] AS sourceName,
       coalesce(t.row, 0) AS row,
       coalesce(t.dayOnly, false) AS dayOnly, payer.iin AS fromIin, a.phone AS fromPhone,
       payee.iin AS toIin, b.phone AS toPhone, b.bank AS toBank,
       COLLECT { MATCH (r:Report) WHERE t.id IN r.transferIds RETURN r.id }[0] AS reportedAs
