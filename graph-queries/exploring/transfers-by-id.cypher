// Purpose: transfers by id. Parameters: ids. Returns: transfer rows in the order of time.
UNWIND $ids AS id
MATCH (a:Account)-[t:TRANSFER {id: id}]->(b:Account)
RETURN t.id AS id, a.number AS from, b.number AS to,
       [(h:Holder)-[:HOLDS]->(a) | h.name][0] AS fromName,
       [(h:Holder)-[:HOLDS]->(b) | h.name][0] AS toName,
       t.amount AS amount, t.currency AS currency, t.bookedAt AS bookedAt, coalesce(t.zone, '+05:00') AS zone,
       coalesce(t.dayOnly, false) AS dayOnly,
       coalesce(t.channel, 'other') AS channel, t.purpose AS purpose, coalesce(t.sourceId, '') AS sourceId,
       COLLECT { MATCH (s:Source {id: t.sourceId}) RETURN s.fileName }[0] AS sourceName, coalesce(t.row, 0) AS row
ORDER BY bookedAt, id
