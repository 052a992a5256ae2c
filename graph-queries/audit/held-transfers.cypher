// Purpose: every transfer of a person's accounts, as a stream. Parameters: numbers (of the accounts).
// Returns: id, bookedAt, amount, currency, from, to, channel, purpose, sourceId, row.
MATCH (a:Account)-[t:TRANSFER]-(:Account)
WHERE a.number IN $numbers
WITH DISTINCT t
RETURN t.id AS id, t.bookedAt AS bookedAt, t.amount AS amount, t.currency AS currency, startNode(t).number AS from,
       endNode(t).number AS to, t.channel AS channel, t.purpose AS purpose, t.sourceId AS sourceId, t.row AS row
ORDER BY bookedAt, id
