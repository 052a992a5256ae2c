// Purpose: every transfer for the columns, a row for each account that pays: a tenth of the rows,
// and half of the time, of one for each transfer. Accounts that pay more often than `most` are left
// to transfers-of-hubs.cypher, so that no row grows without bound. Parameters: most. Returns: from,
// then lists of id, to, amount, currency, bookedAt, channel, order; numbers as in accounts.cypher.
CYPHER 5
MATCH (a:Account)
WHERE COUNT { (a)-[:TRANSFER]->() } <= $most
CALL (a) {
  MATCH (a)-[t:TRANSFER]->(b)
  RETURN collect(t.id) AS ids, collect(toFloat(id(b))) AS to, collect(t.amount) AS amounts, collect(coalesce(t.currency, 'KZT')) AS currencies,
    collect(toFloat(t.bookedAt)) AS instants, collect(coalesce(t.channel, 'transfer')) AS channels, collect(toFloat(coalesce(t.order, 0))) AS orders
}
RETURN toFloat(id(a)), ids, to, amounts, currencies, instants, channels, orders
