// Purpose: the transfers of sources loaded since the snapshot. Parameters: sources (list of ids).
// Returns: from, id, to, amount, currency, bookedAt, channel, order; numbers as in accounts.cypher.
CYPHER 5
UNWIND $sources AS source
MATCH (a:Account)-[t:TRANSFER {sourceId: source}]->(b:Account)
RETURN toFloat(id(a)), t.id, toFloat(id(b)), t.amount, coalesce(t.currency, 'KZT'), toFloat(t.bookedAt), coalesce(t.channel, 'transfer'), toFloat(coalesce(t.order, 0))
