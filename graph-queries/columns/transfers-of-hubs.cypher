// Purpose: the transfers of accounts that pay more often than `most`, a row each (see
// transfers.cypher). Parameters: most. Returns: from, id, to, amount, currency, bookedAt, channel,
// order; numbers as in accounts.cypher.
CYPHER 5
MATCH (a:Account)
WHERE COUNT { (a)-[:TRANSFER]->() } > $most
MATCH (a)-[t:TRANSFER]->(b)
RETURN toFloat(id(a)), t.id, toFloat(id(b)), t.amount, coalesce(t.currency, 'KZT'), toFloat(t.bookedAt), coalesce(t.channel, 'transfer'), toFloat(coalesce(t.order, 0))
