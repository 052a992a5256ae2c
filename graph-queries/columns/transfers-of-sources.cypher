// Purpose: the transfers of sources loaded since the snapshot. Parameters: sources (list of ids).
// Returns: id, from, to, amount, currency, bookedAt, channel, order.
UNWIND $sources AS source
MATCH (a:Account)-[t:TRANSFER {sourceId: source}]->(b:Account)
RETURN t.id, a.number, b.number, t.amount, t.currency, t.bookedAt, t.channel, t.order
