// Purpose: which of these ids are in already. Parameters: ids. Returns: id, from, to, amount, currency, sourceId.
UNWIND $ids AS id
MATCH (a:Account)-[t:TRANSFER {id: id}]->(b:Account)
RETURN t.id AS id, a.number AS from, b.number AS to, t.amount AS amount, t.currency AS currency, t.sourceId AS sourceId
